import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { mapDrawn, visitPage, withAtlas } from "./atlas.ts";

const views = [
  ...["/", "/?view=table", "/?site=air-tianhe", "/?site=air-tianhe&asof=2030-01-01", "/?district=420111", "/?q=zzzz"],
  ...["/?colour=gdp:PER_KM2&size=planned-area", "/?colour=gdp&period=2018&multiples=1"],
  ...["/districts", "/districts?measures=gdp,gdp:YEAR_ON_YEAR&picks=420102,420106", "/districts?set=areas"],
  ...["/plan", "/plan?target=airport-passengers", "/data"],
];

/** What axe finds wrong with the page as it is. */
async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/** The other theme, as a link within the page would choose it: what was loaded and drawn stays. */
async function inDark(page: Page): Promise<void> {
  await page.evaluate(() => {
    const address = new URL(window.location.href);
    address.searchParams.set("theme", "dark");
    window.history.pushState(null, "", address);
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
  await page.locator(":root[data-mantine-color-scheme=dark]").waitFor();
}

/**
 * Holds every view in both themes to what axe knows, Chinese where it is wide or English where it is narrow: a file for each, as they run
 * side by side.
 */
export function everyoneCanUse(lang: "zh" | "en", viewport: { width: number; height: number }): void {
  withAtlas();
  describe.each(views)("%s", (view) => {
    it("can be used by everyone, light and dark", { timeout: 120_000 }, async () => {
      const { page, complaints, strangers, close } = await visitPage(
        `${view}${view.includes("?") ? "&" : "?"}lang=${lang}&theme=light`,
        { viewport },
      );
      // A page that is left open when its test fails would slow down all that follow.
      onTestFinished(close);
      // On a phone the table takes the map's place.
      if (view.includes("table")) await page.getByRole("table").waitFor();
      else if (/^\/(\?|$)/.test(view)) await mapDrawn(page);
      await page.locator("[aria-busy]").first().waitFor({ state: "detached" });
      expect(await violationsOf(page)).toEqual([]);
      await inDark(page);
      expect(await violationsOf(page)).toEqual([]);
      expect(complaints).toEqual([]);
      expect(strangers).toEqual([]);
    });
  });
}
