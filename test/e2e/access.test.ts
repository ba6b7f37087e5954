// Every view is held to what axe checks: in Chinese where it is wide, in English where it is narrow, in both themes.
import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { mapDrawn, visitPage, withAtlas } from "./atlas.ts";
import { violationsOf } from "./violations.ts";

withAtlas();

const views = [
  ...[
    "/",
    "/?view=table&compare=park-biolake",
    "/?site=air-tianhe",
    "/?site=air-tianhe&asof=2030-01-01",
    "/?district=420111",
    "/?q=zzzz",
  ],
  ...["/?colour=gdp:PER_KM2&size=planned-area", "/?colour=gdp&period=2018&multiples=1"],
  ...["/districts", "/districts?measures=gdp,gdp:YEAR_ON_YEAR&picks=420102,420106", "/districts?set=areas"],
  ...["/?view=compare&compare=park-biolake,base-culture,cbz-donghu,port-yangluo"],
  ...["/plan", "/plan?target=airport-passengers", "/data"],
];

/** The rules that depend on colours, the one thing that a theme changes. */
const ofColours = ["color-contrast", "link-in-text-block"];

/** Another theme or language, as a link within the page would choose it: what was loaded and drawn stays. */
async function choose(page: Page, name: "theme" | "lang", value: string): Promise<void> {
  await page.evaluate(
    ([name, value]) => {
      const address = new URL(window.location.href);
      address.searchParams.set(name, value);
      window.history.pushState(null, "", address);
      window.dispatchEvent(new PopStateEvent("popstate"));
    },
    [name, value] as const,
  );
  await page.locator(name === "theme" ? `:root[data-mantine-color-scheme=${value}]` : `:root[lang=${value}]`).waitFor();
}

it.each(views)("%s can be used by everyone, wide and narrow, light and dark", async (view) => {
  const { page, consoleErrors, foreignRequests, close } = await visitPage(
    `${view}${view.includes("?") ? "&" : "?"}lang=zh&theme=light`,
    {
      plainMap: true,
    },
  );
  // A page that is left open when its test fails would slow down all that follow.
  onTestFinished(close);
  const settled = async () => {
    // On a phone the table takes the map's place.
    if (view.includes("table")) await page.getByRole("table").waitFor();
    else if (/^\/(\?|$)/.test(view)) await mapDrawn(page);
    await page.locator("[aria-busy]").first().waitFor({ state: "detached" });
  };
  await settled();
  expect(await violationsOf(page)).toEqual([]);
  await choose(page, "theme", "dark");
  expect(await violationsOf(page, { rules: ofColours })).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await choose(page, "lang", "en");
  await settled();
  expect(await violationsOf(page, { rules: ofColours })).toEqual([]);
  await choose(page, "theme", "light");
  expect(await violationsOf(page)).toEqual([]);
  expect(consoleErrors).toEqual([]);
  expect(foreignRequests).toEqual([]);
});
