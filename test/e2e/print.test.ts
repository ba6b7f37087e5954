// What stands on the screen goes on paper: dark on white, nothing of the controls, no empty sheet.
import { readFile } from "node:fs/promises";
import { afterEach, expect, it } from "vitest";
import { type OpenedPage, openPage, withAtlas } from "./atlas.ts";

withAtlas();

let opened: OpenedPage | undefined;
const open = async (address: string, map: "none" | "plain" = "none") => {
  opened = await openPage(address, { map });
  return opened.page;
};
afterEach(async () => {
  const toClose = opened;
  opened = undefined;
  await toClose?.close();
  expect(toClose?.consoleErrors ?? []).toEqual([]);
});

/** The sheets of a printed file: width and height in millimetres, in their order. */
const sheetsOf = (file: Buffer) =>
  [...file.toString("latin1").matchAll(/\/Type\s*\/Page\b(?!s)[\s\S]*?\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, ...size]) => size.map((points) => Math.round((Number(points) / 72) * 25.4)).join("x"),
  );
const [PORTRAIT, LANDSCAPE] = ["210x297", "297x210"];

it("a site, without the list that it was chosen from", async () => {
  const page = await open("/?site=air-tianhe&lang=en&theme=dark");
  await page.getByRole("heading", { name: "Sources" }).waitFor();
  const sheets = sheetsOf(await page.pdf({ preferCSSPageSize: true }));
  expect(sheets.length).toBeLessThanOrEqual(2);
  expect(new Set(sheets)).toEqual(new Set([PORTRAIT]));
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("main").innerText()).not.toContain("Optics Valley Software Park");
  expect(await page.getByRole("button", { name: /Copy link|Print|Close/ }).count()).toBe(0);
  expect(await page.getByRole("navigation").count()).toBe(0);
  const colours = () =>
    page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color, document.documentElement.getAttribute("data-mantine-color-scheme")];
    });
  await expect.poll(colours).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)", "light"]);
  // The address on paper shows the data of that day again.
  expect(await page.getByRole("contentinfo").innerText()).toMatch(/\?site=air-tianhe.*asof=\d{4}-\d\d-\d\d&lang=en/);
  await page.emulateMedia({ media: "screen" });
  await expect.poll(() => page.locator("html").getAttribute("data-mantine-color-scheme")).toBe("dark");
});

it("the comparison of districts, its signs explained", async () => {
  const page = await open("/districts?lang=zh&theme=dark");
  await page.locator("[data-row-of]").first().waitFor();
  await page
    .getByRole("img", { name: /条形图|柱/ })
    .locator("svg")
    .waitFor();
  // Numbers end below one another, with a letter behind them or without.
  const endOf = (cell: Element) => {
    const number = document.createRange();
    number.selectNode(cell.firstChild as Node);
    return Math.round(number.getBoundingClientRect().right);
  };
  const cells = page.locator("[data-cell$='/2']");
  const ends = await Promise.all((await cells.all()).map((cell) => cell.evaluate(endOf)));
  expect(new Set(ends).size).toBe(1);
  await page.emulateMedia({ media: "print" });
  const size = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);
  const [year, number] = await Promise.all(
    [page.locator("td:has([data-cell]) small").first(), cells.first()].map((one) => one.evaluate(size)),
  );
  expect(year).toBeLessThan(number ?? 0);
  // The notes are on one sheet.
  const keepsTogether = (notes: Element) => getComputedStyle(notes.parentElement as Element).breakInside;
  expect(await page.locator("ul.paper-only").evaluate(keepsTogether)).toBe("avoid");
  const text = await page.locator("main").innerText();
  expect(text).toContain("不等于零");
  expect(text).toContain("仅掌握数值区间，位次待定，在");
  expect(await page.getByRole("button", { name: /PNG|SVG/ }).count()).toBe(0);
  // Many measures are wider than an upright sheet; no sheet is empty.
  const sheets = async () => sheetsOf(await page.pdf({ preferCSSPageSize: true }));
  await page.emulateMedia({ media: null });
  expect(new Set(await sheets())).toEqual(new Set([LANDSCAPE]));
  await page.goto(`${new URL(page.url()).origin}/districts?measures=gdp,gdp:PER_KM2&lang=zh`);
  await page.locator("[data-row-of]").first().waitFor();
  expect(new Set(await sheets())).toEqual(new Set([PORTRAIT]));
});

it("picked districts alone, with a line that says so", async () => {
  const page = await open("/districts?picks=420111,420102&measures=gdp,sites&lang=en&theme=dark");
  await page
    .getByRole("img", { name: /^Bar chart/ })
    .locator("svg")
    .waitFor();
  const rows = () => page.locator("[data-row-of]").evaluateAll((all) => all.map((row) => row.getAttribute("data-row-of")));
  const bars = () =>
    page
      .getByRole("img", { name: /^Bar chart/ })
      .locator("svg")
      .textContent();
  await expect.poll(bars).toContain("Wuchang");
  await page.emulateMedia({ media: "print" });
  // In the order in which they were picked, and named in the heading.
  expect(await rows()).toEqual(["420111", "420102"]);
  await page.getByRole("heading", { name: "Comparison: Hongshan, Jiang'an" }).waitFor();
  expect(await bars()).toMatch(/Jiang'an|Hongshan/);
  expect(await bars()).not.toContain("Wuchang");
  await page.getByText("Only the selected districts are shown, 2 of 13; ranks and medians are among all with a value.").waitFor();
  expect(await page.getByRole("heading", { name: /Clusters|Similar/ }).count()).toBe(0);
  await page.emulateMedia({ media: "screen" });
  await expect.poll(async () => (await rows()).length).toBe(13);
});

it("the table of the sites, with its head on every sheet", async () => {
  const page = await open("/?view=table&lang=zh");
  await page.getByText("空白：未知或不适用").waitFor();
  const sheets = sheetsOf(await page.pdf({ preferCSSPageSize: true }));
  expect(new Set(sheets)).toEqual(new Set([LANDSCAPE]));
  expect(sheets.length).toBeLessThanOrEqual(3);
  await page.emulateMedia({ media: "print" });
  // Only a head that is not broken, without buttons, is painted again.
  const head = await page.locator("thead").evaluate((element) => {
    const { display, breakInside } = getComputedStyle(element);
    return { display, breakInside, buttons: getComputedStyle(element.querySelector("button") as Element).display };
  });
  expect(head).toEqual({ display: "table-header-group", breakInside: "avoid", buttons: "contents" });
  expect(await page.getByText("空白：未知或不适用").isVisible()).toBe(true);
});

it("the figures of the table, with the numbers of their sources and these at the end; nothing framed by the keyboard", async () => {
  const page = await open("/?view=table&columns=figure.planned-area&lang=en");
  await page.locator("[data-at='0']").focus();
  await page.keyboard.press("ArrowDown");
  const focused = () => page.locator("[data-at]:focus").evaluate((link) => getComputedStyle(link).outlineStyle);
  expect(await focused()).toBe("solid");
  await page.emulateMedia({ media: "print" });
  const marks = page.locator("tbody sup");
  await marks.first().waitFor();
  expect(await marks.first().innerText()).toMatch(/^1(, 2)?$/);
  const used = (await marks.allInnerTexts()).flatMap((text) => text.split(", ").map(Number));
  expect(await page.locator("ol li[id^=source-]").count()).toBe(Math.max(...used));
  expect(await focused()).toBe("none");
  await page.emulateMedia({ media: "screen" });
  await expect.poll(() => marks.count()).toBe(0);
});

it.each(["/?site=park-software", "/?district=420111", "/districts"])(
  "opens the print dialogue on %s by a button, on a phone too",
  async (address) => {
    const page = await open(address);
    await page.evaluate(() => Object.assign(window, { print: () => document.body.setAttribute("data-printed", "") }));
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator("[data-print]:visible").click();
    await page.locator("[data-printed]").waitFor({ state: "attached" });
  },
);

it("a drawn area, with its sites and its size", async () => {
  const page = await open("/?near=114.41,30.48,5&lang=en", "plain");
  await page
    .locator("[data-area-count]")
    .getByText(/\d+ sites/)
    .waitFor();
  const count = await page.locator("[data-area-count]").innerText();
  await page.emulateMedia({ media: "print" });
  await page.getByText(`Circle: ${count}, 78.`, { exact: false }).waitFor();
  // The card beside the map is on the sheet after it, with all figures.
  const paper = page.locator("[data-area-on-paper]");
  await paper.getByRole("heading", { name: `Circle · ${count} · 78.` }).waitFor();
  await paper.getByText("Sum").first().waitFor();
  expect(await paper.getByRole("button").filter({ visible: true }).count()).toBe(0);
  await page.emulateMedia({ media: "screen" });
});

it("a short table on the sheet of its map", async () => {
  const page = await open("/?view=table&kinds=EXPORT_BASE&lang=zh", "plain");
  await page.locator("[data-loaded]").waitFor();
  await page.getByText("空白：未知或不适用").waitFor();
  expect(sheetsOf(await page.pdf({ preferCSSPageSize: true }))).toEqual([LANDSCAPE]);
});

it("small maps of the years, with the sources of all of them", async () => {
  const page = await open("/?colour=gdp&multiples=1&lang=zh", "plain");
  await page.locator("[data-loaded]").waitFor();
  await page.getByRole("heading", { name: /逐年小图/ }).waitFor();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const sheet = page.locator("figure[data-paper]");
  await expect.poll(() => sheet.textContent()).toMatch(/来源 2015—2023：/);
  // Hongshan's figure of 2023 and Caidian's of 2018.
  for (const source of ["洪山区", "蔡甸"]) expect((await sheet.textContent())?.replaceAll("\n", "")).toContain(source);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
});

it("sites near others: these have a ring, which the legend explains", async () => {
  const page = await open("/?nearKind=LOGISTICS_HUB:NATIONAL,8&lang=en", "plain");
  await page.locator('[data-legend="neighbour"]').getByText("Site that the distance is measured from").waitFor();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const sheet = page.locator("figure[data-paper]");
  await expect.poll(() => sheet.textContent()).toMatch(/Site that the\s*distance is/);
  // From the browser's own menu a map is printed as it is on the screen, and the sheet says so.
  expect(await sheet.textContent()).toMatch(/a screen image/);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
});

it("the map: printed with its legend, saved as a picture with words", async () => {
  const page = await open("/?lang=en&kinds=LOGISTICS_HUB&theme=dark", "plain");
  await page.locator("[data-loaded]").waitFor();
  await page.evaluate(() => Object.assign(window, { print: () => Object.assign(window, { printed: true }) }));
  const menu = page.getByRole("button", { name: "Print or save an image" });
  await menu.click();
  // The browser's menu may be used while this one is open.
  await page.getByRole("menu").waitFor();
  await page.emulateMedia({ media: "print" });
  expect(await page.getByText("Map as SVG").isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: /^Map as SVG/ }).click()]);
  // Its lines are broken anywhere between words.
  const svg = (await readFile(await saved.path(), "utf8")).replace(/<\/text><text[^>]*>/g, " ");
  for (const part of ["Wuhan Service-Trade Atlas", "Logistics hubs", "National logistics hub", "not surveyed", "asof="])
    expect(svg).toContain(part);
  expect(svg).toMatch(/<image [^>]*href="data:image\/png;base64,/);

  // The browser's own menu leaves no time to draw the map. A dark one has been drawn for paper before, as it came to rest.
  const textFromMenu = () =>
    page.evaluate(() => {
      window.dispatchEvent(new Event("beforeprint"));
      const text = document.querySelector("figure[data-paper]")?.textContent ?? "a screen image";
      window.dispatchEvent(new Event("afterprint"));
      return text;
    });
  await expect.poll(textFromMenu, { timeout: 30_000 }).not.toMatch(/a screen image/);
  await page.keyboard.press("Control+p");
  await page.waitForFunction(() => "printed" in window);
  await page.emulateMedia({ media: "print" });
  const sheet = page.getByRole("figure", { name: "Wuhan Service-Trade Atlas" });
  await sheet.waitFor();
  expect(await sheet.locator("svg").first().textContent()).toMatch(/Logistics hubs.*\d+ sites.*km/s);
  expect(await sheet.textContent()).not.toMatch(/a screen image/);
  // A light background, although the screen is dark.
  const lightness = await sheet.locator("canvas").evaluate((canvas) => {
    const [red = 0, green = 0, blue = 0] = (canvas as HTMLCanvasElement).getContext("2d")?.getImageData(5, 5, 1, 1).data ?? [];
    return (red + green + blue) / 3;
  });
  expect(lightness).toBeGreaterThan(200);
  expect(sheetsOf(await page.pdf({ preferCSSPageSize: true }))).toEqual([LANDSCAPE]);
});
