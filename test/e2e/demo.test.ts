// A demonstration in a browser: the strip stands over every page and covers nothing, every sheet is marked, charts too.
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { goTo, mapDrawn, openPage, withAtlas } from "./atlas.ts";
import { violationsOf } from "./violations.ts";

withAtlas("demo");

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const views = [
  "/",
  "/?view=table",
  "/?site=air-tianhe",
  "/districts",
  "/plan",
  "/data",
  "/embed",
  "/graphiql/",
  "/ogc/?f=html",
  "/ogc/collections/sites/items?f=html",
];

/** The visible text of the strip; nothing else may cover or share its space. */
async function stripOf(page: Page): Promise<{ text: string; top: number; bottom: number; first: number }> {
  return page.evaluate(() => {
    const strip = document.querySelector<HTMLElement>(".demo-strip");
    const { top = -1, bottom = -1 } = strip?.getBoundingClientRect() ?? {};
    const [x, y] = [window.innerWidth / 2, (top + bottom) / 2];
    const over = document.elementsFromPoint(x, y).findIndex((element) => element === strip || strip?.contains(element));
    // What stands at the top of a page, or fills it, begins below.
    const first = [...document.querySelectorAll("header, nav, main, aside:not(.demo-strip), #graphiql")]
      .map((element) => element.getBoundingClientRect())
      .filter(({ width, height }) => width > 0 && height > 0)
      .map((box) => Math.round(box.top));
    return { text: over === 0 || over === 1 ? (strip?.innerText ?? "") : "", top, bottom, first: Math.min(...first) };
  });
}

/** The strip over a view of this width, which takes its room from all that stands below. */
async function hasStrip(page: Page, view: string, viewport: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(viewport);
  await page.locator("[aria-busy]").first().waitFor({ state: "detached" });
  const wide = viewport.width > 767;
  await expect.poll(async () => (await stripOf(page)).text).toContain("演示数据");
  const { text, top, bottom, first } = await stripOf(page);
  if (wide) expect(text).toContain("DEMO");
  expect([top, bottom]).toEqual([0, 30]);
  expect(first).toBeGreaterThanOrEqual(30);
  expect(await page.title()).toMatch(/^【演示 DEMO】(?!【)/);
  // The map still fills exactly what is left.
  const fills = /^\/(\?|$)|embed|graphiql/.test(view);
  if (fills) await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);
  expect(await violationsOf(page, ".demo-strip")).toEqual([]);
}

async function hasWatermark(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  const marks = page.locator(".demo-watermark");
  expect(await marks.isVisible()).toBe(true);
  // What is fixed is printed on every sheet; above all else, and taking nothing away.
  const style = await marks.evaluate((element) => {
    const { position, zIndex, pointerEvents, printColorAdjust } = getComputedStyle(element as Element);
    return { position, zIndex, pointerEvents, printColorAdjust };
  });
  expect(style).toEqual({ position: "fixed", zIndex: "2000", pointerEvents: "none", printColorAdjust: "exact" });
  expect((await marks.textContent())?.match(/演示数据 DEMO/g)).toHaveLength(3);
  expect(await page.locator(".demo-strip").isVisible()).toBe(true);
}

it.each(views)("%s is marked and can be used, wide and narrow, and so is every sheet of it", async (view) => {
  const withMap = /^\/$|embed/.test(view);
  const { page, consoleErrors, close } = await openPage(view, { map: withMap ? "plain" : "none" });
  onTestFinished(close);
  if (withMap) await mapDrawn(page);
  else await page.waitForLoadState("networkidle");
  for (const size of sizes) await hasStrip(page, view, size);
  await hasWatermark(page);
  if (!/ogc/.test(view)) expect(consoleErrors).toEqual([]);
});

describe("the whole page with its strip", () => {
  it.each(["/?lang=en&theme=dark", "/districts?lang=zh&theme=light", "/plan?lang=en&theme=dark"])(
    "%s can be used by everyone",
    async (view) => {
      const withMap = view.startsWith("/?");
      const { page, close } = await openPage(view, { map: withMap ? "plain" : "none" });
      onTestFinished(close);
      if (withMap) await mapDrawn(page);
      await page.locator("[aria-busy]").first().waitFor({ state: "detached" });
      expect(await violationsOf(page)).toEqual([]);
    },
  );

  it("says it in the page's language where there is room for one", async () => {
    const { page, close } = await openPage("/plan?lang=en", { map: "none", viewport: { width: 390, height: 844 } });
    onTestFinished(close);
    await expect.poll(() => stripOf(page).then(({ text }) => text)).toMatch(/^DEMO/);
    await goTo(page, "/plan?lang=zh");
    await expect.poll(() => stripOf(page).then(({ text }) => text)).toMatch(/^演示数据[^D]*$/);
  });

  it("is there without any script", async () => {
    const { page, close } = await openPage("/plan", { javaScriptEnabled: false, alone: true });
    onTestFinished(close);
    expect(await page.locator(".demo-strip").isVisible()).toBe(true);
  });
});

describe("a figure", () => {
  it("says that it is made up", async () => {
    const { page, close } = await openPage("/?site=park-redt&lang=en", { map: "none" });
    onTestFinished(close);
    const drawer = page.locator("aside").filter({ hasText: "Figures" });
    await drawer.getByText("Demonstration: made up by a program; not real.").first().waitFor();
    await drawer.getByText("Demonstration data (made up)").first().waitFor();
  });

  it("in the legend of the map", async () => {
    const { page, close } = await openPage("/?lang=en", { map: "none" });
    onTestFinished(close);
    await page.getByRole("region", { name: "Legend" }).getByText("Demonstration: gaps filled with made-up figures").waitFor();
  });

  it("on a chart is under the mark, which goes with its picture", async () => {
    const { page, close } = await openPage("/plan?lang=en&target=airport-passengers", { map: "none" });
    onTestFinished(close);
    await page.locator("svg text", { hasText: "演示数据 DEMO" }).first().waitFor({ state: "attached" });
  });
});

// Every target has figures here.
describe("the plan", () => {
  it("prints on two pages, in both languages", async () => {
    const { page, close } = await openPage("/plan?lang=zh", { map: "none" });
    onTestFinished(close);
    for (const lang of ["zh", "en"]) {
      await goTo(page, `/plan?lang=${lang}`);
      await page.locator(`:root[lang^=${lang}] [data-target]`).first().waitFor();
      const file = await page.pdf({ preferCSSPageSize: true });
      expect([lang, file.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length]).toEqual([lang, 2]);
    }
  });

  it("covers the navigation bar with the target on a phone, but not the strip", async () => {
    const { page, close } = await openPage("/plan?target=airport-passengers&lang=en", {
      map: "none",
      viewport: { width: 390, height: 844 },
    });
    onTestFinished(close);
    const closeButton = page.getByRole("complementary", { name: "Target" }).getByRole("button", { name: "Close" });
    await closeButton.click({ trial: true });
    const strip = await page.locator(".demo-strip").boundingBox();
    expect((await closeButton.boundingBox())?.y).toBeGreaterThanOrEqual(strip?.height ?? 0);
    expect(await page.evaluate(() => document.elementFromPoint(10, 10)?.closest(".demo-strip") !== null)).toBe(true);
  });
});
