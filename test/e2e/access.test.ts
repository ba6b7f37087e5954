// Every view passes the checks of axe: in Chinese where it is wide, in English where it is narrow, in both themes. One page goes on
// from view to view.
import { expect, it, onTestFinished } from "vitest";
import { goTo, mapDrawn, openPage, withAtlas } from "./atlas.ts";
import { colourViolationsOf, violationsOf } from "./violations.ts";

withAtlas();

/** Each view, and what is there once it is: nothing that the one before it had. */
const onMap = {
  "/": "[data-row]",
  "/?site=air-tianhe": "aside h2",
  "/?colour=gdp:PER_KM2&size=planned-area": "[data-legend]",
  "/?colour=gdp&period=2018&multiples=1": "[data-year] svg",
};
/** The same, of views whose map is that of the others, or none. */
const beside = {
  "/?q=zzzz": "main:not(:has([data-row])) strong",
  "/?site=air-tianhe&asof=2030-01-01": "aside h2",
  "/?view=table&compare=park-biolake": "[data-row-of]",
  "/?district=420111": "aside h2",
  "/?view=compare&compare=park-biolake,base-culture,cbz-donghu,port-yangluo": "th[data-site]",
  "/plan": "[data-target]",
  "/districts": "[data-row-of]",
  "/districts?measures=gdp,gdp:YEAR_ON_YEAR&picks=420102,420106": "[data-summary]",
  "/districts?set=areas": "[data-row-of=ehdz]",
  "/plan?target=airport-passengers": "aside h2",
  "/data": "[role=grid]",
};

const wide = { lang: "zh", viewport: { width: 1440, height: 900 } };
const narrow = { lang: "en", viewport: { width: 390, height: 844 } };

it.each([
  ["on the map, wide", onMap, "plain", wide],
  ["on the map, narrow", onMap, "plain", narrow],
  ["beside it, wide", beside, "none", wide],
  ["beside it, narrow", beside, "none", narrow],
] as const)("every view %s can be used by everyone, light and dark", async (_, views, map, { lang, viewport }) => {
  const { page, consoleErrors, foreignRequests, close } = await openPage(`/?lang=${lang}`, { map, viewport });
  onTestFinished(close);
  if (map === "plain") await mapDrawn(page);
  const all: Record<string, string[]> = {};
  for (const [view, shows] of Object.entries(views)) {
    const address = `${view}${view.includes("?") ? "&" : "?"}lang=${lang}`;
    await goTo(page, `${address}&theme=light`);
    await page.locator(shows).first().waitFor({ state: "attached" });
    await page.locator("[aria-busy]").first().waitFor({ state: "detached" });
    all[`${view} light`] = await violationsOf(page);
    await goTo(page, `${address}&theme=dark`);
    await page.locator(":root[data-mantine-color-scheme=dark]").waitFor();
    all[`${view} dark`] = await colourViolationsOf(page);
  }
  expect(Object.entries(all).filter(([, violations]) => violations.length > 0)).toEqual([]);
  expect(consoleErrors).toEqual([]);
  expect(foreignRequests).toEqual([]);
});

it("a faint text is found among many of its style, of which two stand for all", async () => {
  const { page, close } = await openPage("/districts?lang=zh&theme=light", { map: "none" });
  onTestFinished(close);
  const cell = page.locator("[data-row-of]").nth(5).locator("th");
  await cell.waitFor();
  expect(await colourViolationsOf(page)).toEqual([]);
  await cell.evaluate((element) => {
    for (const each of [element, ...element.querySelectorAll<HTMLElement>("*")]) each.style.color = "#ddd";
  });
  expect((await colourViolationsOf(page)).join()).toContain("color-contrast");
});
