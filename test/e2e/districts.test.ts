// A district officer's way: choose what to compare by, sort, pick two, read what follows, take the table along, send the link.
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { afterEach, describe, expect, it } from "vitest";
import { atlasUrl, goTo, type OpenedPage, openPage, withAtlas } from "./atlas.ts";

withAtlas();

const openedPages: OpenedPage[] = [];
const open = async (address: string, options: Parameters<typeof openPage>[1] = {}) => {
  const opened = await openPage(address, { map: "none", ...options });
  openedPages.push(opened);
  return opened.page;
};
afterEach(async () => {
  for (const { close, consoleErrors, foreignRequests } of openedPages.splice(0)) {
    await close();
    expect([consoleErrors, foreignRequests]).toEqual([[], []]);
  }
});

const parameter = (url: string, name: string) => new URL(url).searchParams.get(name);
const subjects = "tr[data-row-of]";

describe("districts against districts", () => {
  it("a series is interrupted where its scope changed, which is said below the chart and in place of the growth", async () => {
    const page = await open("/?district=420115&lang=en");
    const card = page.getByRole("listitem").filter({ has: page.getByText("GDP", { exact: true }) });
    await card.getByRole("button", { name: "Show the time series: GDP", exact: true }).first().click();
    await card
      .getByRole("img", { name: /^GDP: chart of \d+ figures/ })
      .locator("svg")
      .waitFor();
    const breaks = card.locator("[data-break]");
    await expect
      .poll(() => breaks.evaluateAll((notes) => notes.map((note) => note.getAttribute("data-break"))))
      .toEqual(["2019-01-01", "2021-01-01"]);
    expect(await breaks.first().innerText()).toMatch(
      /^Break in series: the scope or basis changed from 2019; .* After the Fourth National Economic Census/,
    );
    await card.getByText(/^As a table/).click();
    const growthOf = async (year: number) =>
      (
        await card
          .getByRole("row")
          .filter({ hasText: new RegExp(`^${year}`) })
          .allInnerTexts()
      ).join();
    expect(await growthOf(2018)).toContain("17.5%");
    expect(await growthOf(2019)).toContain("Not comparable: scope or basis changed");
  });

  it("says of how many there is a figure, beside it and at the head of its column", async () => {
    const page = await open("/districts?measures=gdp&period=2023&lang=en");
    const known = page.locator(`${subjects} td:not([data-none])`);
    await page.locator('[data-row-of="420102"]').getByText("162.535").waitFor();
    const count = await known.count();
    // Nowhere near all 13 are known of 2023.
    expect(count).toBeLessThan(8);
    await page.getByRole("columnheader", { name: /^GDP/ }).getByText(`data for ${count}/13`).waitFor();
    const words = (await known.allInnerTexts()).join();
    // Among so few nothing is ranked.
    expect(words).toContain(`data for ${count}/13 in this period`);
    expect(words).not.toMatch(/No\. \d|Highest/);
    // The newest of each instead, one choice away: all that are known, each with its year.
    await page.getByRole("combobox", { name: "Period" }).selectOption({ label: "Latest available" });
    await expect.poll(() => known.count()).toBe(12);
    const years = await known.evaluateAll((cells) => cells.map((cell) => /\b20\d\d\b/.test((cell as HTMLElement).innerText)));
    expect(years).toEqual(Array(12).fill(true));
  });

  it("the small map has the classes of the main map, and is saved with them and its sources", async () => {
    const page = await open("/districts?measures=gdp&lang=en", { map: "plain" });
    const figure = page.getByRole("figure").filter({ has: page.getByRole("img", { name: /^Schematic map/ }) });
    await figure.getByText("Classes over all years", { exact: false }).waitFor();
    const ranges = (texts: readonly string[]) => texts.filter((text) => /^\d/.test(text));
    const shownClasses = ranges(await figure.locator("li").allInnerTexts());
    expect(shownClasses.length).toBeGreaterThan(3);
    const [download] = await Promise.all([page.waitForEvent("download"), figure.getByRole("button", { name: "SVG" }).click()]);
    expect(download.suggestedFilename()).toMatch(/^GDP-CNY-billion-Districts-.*\d{4}\.svg$/);
    const saved = await readFile(await download.path(), "utf8");
    for (const shownClass of shownClasses) expect(saved).toContain(shownClass.replace("<", "&lt;"));
    expect(saved).toContain("District boundaries are schematic");
    expect(saved).toMatch(/Statistics|Yearbook/);
    await figure.getByRole("link", { name: "Show on the main map" }).click();
    const legend = page.locator('[data-legend="colours"]');
    await expect
      .poll(async () => ranges(await legend.locator("li[data-class] > span:nth-child(2)").allInnerTexts()))
      .toEqual(shownClasses);
  });

  it("functional areas have as many sites as certainly lie there, to all that may", async () => {
    const page = await open("/districts?set=areas&measures=sites&lang=en");
    await page.getByText("18 of 46 without a recorded functional area", { exact: true }).first().waitFor();
    await page.locator('[data-row-of="elsa"]').getByText("0–5", { exact: true }).waitFor();
    await page.locator('[data-row-of="wedz"]').getByText("5", { exact: true }).waitFor();
    // The map has the outline of the only area whose outline is known, and dots for the others.
    const drawn = page.getByRole("img", { name: /^Schematic map coloured by / }).locator("path:has(title), circle:has(title)");
    await expect
      .poll(() => drawn.evaluateAll((shapes) => shapes.map((shape) => [shape.localName, shape.textContent?.split(" (")[0]])))
      .toContainEqual(["path", "Wuhan Airport"]);
    expect(await drawn.evaluateAll((shapes) => shapes.filter(({ localName }) => localName === "circle").length)).toBe(4);
  });

  it("from a measure to a sorted table, two picks, a file and a link that shows the same", async () => {
    const page = await open("/districts?lang=en");
    await expect.poll(() => page.locator(subjects).count()).toBe(13);

    await page.getByRole("button", { name: /^Measures \(/ }).click();
    // The axes need three measures of one year with a certain best.
    await page.getByRole("combobox", { name: "Add a measure…" }).selectOption("sites.LOGISTICS_HUB");
    await page.getByRole("combobox", { name: "Add a measure…" }).selectOption("sites.EXPORT_BASE");
    await page.keyboard.press("Escape");
    await expect.poll(() => parameter(page.url(), "measures")).toMatch(/,sites\.EXPORT_BASE$/);

    // Where three of five bases are in no recorded district, two districts have a range and the others none.
    await page
      .getByRole("columnheader", { name: /^Export bases/ })
      .getByText("3 of 5 without a recorded district")
      .waitFor();
    await page.locator('[data-row-of="420111"]').getByText("1–4", { exact: true }).waitFor();
    await page
      .getByText(/^47 sites in total: 34 with a recorded district; 12 without one/)
      .first()
      .waitFor();
    // Each value is of its own year.
    await page.locator('[data-row-of="420111"]').getByText("118.031").waitFor();

    const head = page.getByRole("columnheader", { name: /^Residents|^Permanent population/ }).first();
    await head.getByRole("button").click();
    await expect.poll(() => head.getAttribute("aria-sort")).toBe("descending");
    // The census counts most people in Hongshan, which is also what the bars and the map show first.
    const order = await page.locator(subjects).evaluateAll((rows) => rows.map((row) => row.getAttribute("data-row-of")));
    const bars = page.getByRole("img", { name: /^Bar chart: / });
    await expect.poll(() => bars.locator("svg text").count()).toBeGreaterThan(13);
    expect(await bars.getAttribute("aria-label")).toContain("population");

    for (const name of ["Jiang'an", "Wuchang"])
      await page
        .getByRole("checkbox", { name: `Add to comparison: ${name}` })
        .first()
        .check();
    await expect.poll(() => parameter(page.url(), "picks")).toBe("420102,420106");
    const summary = page.locator("[data-summary]");
    await summary.getByRole("heading", { name: "Jiang'an" }).waitFor();
    expect(await summary.innerText()).toMatch(/All sites: \d+ of \d+ in the city/);
    await page.getByRole("img", { name: "Parallel axes: Jiang'an, Wuchang" }).locator("svg").waitFor();

    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV" }).click()]);
    const lines: Record<string, string>[] = parse(await readFile(await file.path()), {
      bom: true,
      columns: true,
      relax_column_count: true,
    });
    expect(lines.length).toBeGreaterThanOrEqual(13);
    const [picture] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "SVG" }).first().click(),
    ]);
    expect(picture.suggestedFilename()).toMatch(/\.svg$/);
    expect(await readFile(await picture.path(), "utf8")).toContain("Sources");
    const [drawn] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "PNG" }).first().click()]);
    expect((await readFile(await drawn.path())).subarray(1, 4).toString()).toBe("PNG");

    await page.getByRole("button", { name: "Copy link" }).first().click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await open(link.slice(atlasUrl().length));
    await expect.poll(() => other.locator(subjects).count()).toBe(13);
    expect(await other.locator(subjects).evaluateAll((rows) => rows.map((row) => row.getAttribute("data-row-of")))).toEqual(
      order,
    );
    const summaryText = await summary.innerText();
    // The clusters come with an answer of their own.
    await expect.poll(() => other.locator("[data-summary]").innerText()).toBe(summaryText);
  });

  it("by keyboard alone: cells by the arrows, sources by Enter", async () => {
    const page = await open("/districts?lang=en&measures=gdp,tertiary-share");
    await page.locator(subjects).first().waitFor();
    await page.locator('[data-cell="0/0"]').focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    const provenance = page.getByRole("region", { name: "Sources and formula" });
    await provenance.waitFor();
    expect(await provenance.innerText()).toMatch(/GDP/);
    expect(await provenance.getByRole("listitem").count()).toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    await provenance.waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-cell"))).toBe("0/0");
    await page.keyboard.press("End");
    await page.getByRole("checkbox").first().focus();
    await page.keyboard.press("Space");
    await expect.poll(() => parameter(page.url(), "picks")).toMatch(/^42\d{4}$/);
  });

  it("says why a value is missing", async () => {
    const page = await open("/districts?measures=gdp:PER_HEAD&period=2018");
    await page.locator(subjects).first().waitFor();
    const missing = page.locator("td[data-none] button").first();
    expect(await missing.textContent()).toMatch(/^—.+/);
    expect(await missing.getAttribute("title")).not.toBe("");
  });

  it("leads from a year without a value to the newest that has one", async () => {
    const page = await open("/districts?lang=en&measures=gdp&period=2018");
    await page.locator('[data-row-of="420104"] [data-cell]').click();
    await page.getByText("Latest available: CNY 103.147 billion (2023)").waitFor();
    await page.getByRole("button", { name: "Show 2023" }).click();
    await expect.poll(() => parameter(page.url(), "period")).toBe("2023");
    await page.locator('[data-row-of="420104"]').getByText("103.147").waitFor();
  });
});

it("marks how reliable a district's area is", async () => {
  const page = await open("/?lang=en");
  for (const [code, mark] of [
    ["420116", "Medium confidence"],
    ["420106", "Low confidence"],
  ]) {
    await goTo(page, `/?district=${code}&lang=en`);
    const size = page.locator("dt", { hasText: /^Area$|^Official area|^Size/ }).first();
    await size
      .locator("xpath=following-sibling::dd[1]")
      .getByText(mark as string)
      .waitFor();
  }
});

describe("functional areas", () => {
  it("are a set of their own", async () => {
    const page = await open("/districts?lang=en&picks=420102");
    await page.getByRole("button", { name: "Functional areas", exact: true }).click();
    await expect.poll(() => parameter(page.url(), "set")).toBe("areas");
    await expect.poll(() => page.locator(subjects).count()).toBe(7);
    expect(parameter(page.url(), "picks")).toBeNull();
    await page.getByRole("button", { name: "Districts", exact: true }).click();
    await expect.poll(() => parameter(page.url(), "picks")).toBe("420102");
    await page.getByRole("button", { name: "Functional areas", exact: true }).click();
    await page
      .getByRole("link", { name: /^East Lake High-tech/ })
      .first()
      .waitFor();
  });
});

it("works at 360 px and loads its charts late", async () => {
  const page = await open("/districts?picks=420102,420106", {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await page.locator(subjects).first().waitFor();
  await page
    .getByRole("img", { name: /^条形图/ })
    .locator("svg")
    .waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

it("opens its address anew when a part of the page is gone with a new version", async () => {
  // Not among the opened pages, because the missing part is reported as an error.
  const { page, close } = await openPage("/plan?lang=en", { map: "none" });
  try {
    const requestTimes: number[] = [];
    await page.route(/\/assets\/target-drawer-.*\.js/, (route) =>
      requestTimes.push(Date.now()) === 1 ? route.fulfill({ status: 404, body: "" }) : route.continue(),
    );
    await page
      .getByRole("link", { name: /^Airport passengers per year/ })
      .first()
      .click();
    await page.getByRole("heading", { name: "Airport passengers per year" }).waitFor();
    expect(requestTimes.length).toBe(2);
    expect(parameter(page.url(), "target")).toBe("airport-passengers");
  } finally {
    await close();
  }
});
