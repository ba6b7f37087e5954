import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect, it, onTestFinished } from "vitest";
import { mapDrawn, visitPage, withAtlas } from "./atlas.ts";

const views = [
  ...["/", "/?view=table", "/?site=air-tianhe", "/?site=air-tianhe&asof=2030-01-01", "/?district=420111", "/?q=zzzz"],
  ...["/?colour=gdp:PER_KM2&size=planned-area", "/?colour=gdp&period=2018&multiples=1"],
  ...["/districts", "/districts?measures=gdp,gdp:YEAR_ON_YEAR&picks=420102,420106", "/districts?set=areas"],
  ...["/plan", "/plan?target=airport-passengers", "/data"],
];
const [wide, narrow] = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
// Every pair of language, theme and size: what is wrong in one of them, or in two together, is found in these four.
const looks = {
  light: [
    { lang: "zh", viewport: wide },
    { lang: "en", viewport: narrow },
  ],
  dark: [
    { lang: "zh", viewport: narrow },
    { lang: "en", viewport: wide },
  ],
};

/** Holds every view in one theme to what axe knows; a file for each theme, as they run side by side. */
export function everyoneCanUse(theme: "light" | "dark"): void {
  withAtlas();
  describe.each(views)("%s", (view) => {
    it.each(looks[theme])(
      "can be used by everyone: $lang, $viewport.width px",
      { timeout: 120_000 },
      async ({ lang, viewport }) => {
        const look = `lang=${lang}&theme=${theme}`;
        const { page, complaints, strangers, close } = await visitPage(`${view}${view.includes("?") ? "&" : "?"}${look}`, {
          viewport,
        });
        // A page that is left open when its test fails would slow down all that follow.
        onTestFinished(close);
        // On a phone the table takes the map's place.
        if (view.includes("table")) await page.getByRole("table").waitFor();
        else if (/^\/(\?|$)/.test(view)) await mapDrawn(page);
        await page.locator("[aria-busy]").first().waitFor({ state: "detached" });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual([]);
        expect(complaints).toEqual([]);
        expect(strangers).toEqual([]);
      },
    );
  });
}
