import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { readSheet } from "read-excel-file/node";
import { afterEach, describe, expect, it } from "vitest";
import { sql } from "../../server/database/sql.ts";
import { atlasDatabase, type OpenedPage, openPage, withOwnAtlas } from "./atlas.ts";

withOwnAtlas();

let opened: OpenedPage | undefined;
const open = async (address: string, options: Parameters<typeof openPage>[1] = {}) => {
  opened = await openPage(address, { map: "none", ...options });
  return opened.page;
};
afterEach(async () => {
  const toClose = opened;
  opened = undefined;
  await toClose?.close();
  expect(toClose?.consoleErrors ?? []).toEqual([]);
  expect(toClose?.foreignRequests ?? []).toEqual([]);
});

const heading = "main h2";
const rows = "[data-row-of]";
const parameter = (url: string, name: string) => new URL(url).searchParams.get(name);

describe("more filters", () => {
  it("are set by keyboard alone and stand as conditions that can be taken away", async () => {
    const page = await open("/?lang=en");
    const button = page.getByRole("button", { name: /^More filters/ });
    await button.focus();
    await page.keyboard.press("Enter");
    const add = page.getByRole("combobox", { name: "Add an indicator…" });
    await add.focus();
    await add.selectOption({ value: "planned-area" });
    const least = page.getByRole("textbox", { name: /^Planned area.*: At least$/ });
    await least.focus();
    await page.keyboard.type("1,0");
    await page.getByText("Enter a number; thousand, million and billion are accepted").waitFor();
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Tab");
    await expect.poll(() => parameter(page.url(), "figures")).toBe("planned-area:1..");
    await page.getByText(/^= 1 km/).waitFor();

    const near = page.getByRole("combobox", { name: "Kind of site nearby" });
    await near.selectOption({ label: "Logistics hub" });
    await expect.poll(() => parameter(page.url(), "nearKind")).toBe("LOGISTICS_HUB,5");
    await near.selectOption({ label: "National logistics hub" });
    await expect.poll(() => parameter(page.url(), "nearKind")).toBe("LOGISTICS_HUB:NATIONAL,5");
    await page.getByRole("button", { name: "Location published" }).focus();
    await page.keyboard.press("Space");
    await expect.poll(() => parameter(page.url(), "located")).toBe("true");
    await page.getByRole("textbox", { name: "Location accurate to (m)" }).fill("0");
    await page.getByText("1–100000").waitFor();
    await page.getByRole("textbox", { name: "Location accurate to (m)" }).fill("1,000");
    await page.keyboard.press("Enter");
    await expect.poll(() => parameter(page.url(), "accuracy")).toBe("1000");
    await page.keyboard.press("Escape");
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await button.textContent()).toContain("4");

    await page.getByRole("button", { name: "Remove condition: Location published" }).press("Enter");
    await page.getByRole("button", { name: "Remove condition: Location accurate to 1,000 m" }).press("Enter");
    await page.getByRole("button", { name: "Remove condition: National logistics hub within 5 km" }).press("Enter");
    await page.getByRole("button", { name: /^Remove condition: Planned area.*≥ 1 km/ }).press("Enter");
    await expect.poll(() => page.locator(heading).first().textContent()).toMatch(/^47 sites/);
  });

  it("say in the page's language why a filter is refused, and what was mended", async () => {
    // The refusal itself is an answer with an error status for the tiles, which the browser notes in its console.
    const page = await open("/?filter=nameEn%20LIKE");
    await page.getByRole("alert").getByText("筛选条件有误").waitFor();
    await page.getByRole("button", { name: "移除条件：CQL2 条件" }).click();
    await expect.poll(() => page.locator(heading).first().textContent()).toMatch(/^47 个地点/);
    const crossed = {
      type: "Polygon",
      coordinates: [
        [
          [114, 30],
          [115, 31],
          [115, 30],
          [114, 31],
          [114, 30],
        ],
      ],
    };
    await page.goto(`${new URL(page.url()).origin}/?lang=en&within=${encodeURIComponent(JSON.stringify(crossed))}`);
    await page.locator("main [role=status]").first().waitFor();
  });
});

describe("the table", () => {
  it("takes the list's place, sorts by any column and has the columns that are chosen", async () => {
    const page = await open("/?lang=en");
    await page.getByRole("button", { name: "Table", exact: true }).click();
    const table = page.getByRole("table", { name: "Table of sites" });
    await expect.poll(() => table.getAttribute("aria-rowcount")).toBe("48");
    expect(parameter(page.url(), "view")).toBe("table");

    await page.getByRole("button", { name: "Columns" }).click();
    await page
      .getByRole("checkbox", { name: /^Planned area/ })
      .first()
      .check();
    await page.getByRole("checkbox", { name: "Functional area" }).uncheck();
    await page.keyboard.press("Escape");
    await expect.poll(() => parameter(page.url(), "columns")).toContain("figure.");
    await expect.poll(() => table.getByRole("columnheader", { name: "Functional area" }).count()).toBe(0);
    const head = table.getByRole("columnheader", { name: /^Planned area/ });
    await head.getByRole("button").click();
    expect(await head.getAttribute("aria-sort")).toBe("descending");
    // Most sites have no figure: these come last, and only for readers is it said.
    const isKnown = async () =>
      (await table.locator(`${rows} td:last-child`).allTextContents()).map((text) => text !== "Unknown or not applicable");
    await expect.poll(async () => (await isKnown())[0]).toBe(true);
    const known = await isKnown();
    expect(known).toEqual([...known].sort((one, other) => Number(other) - Number(one)));
    await head.getByRole("button").click();
    await expect.poll(() => head.getAttribute("aria-sort")).toBe("ascending");
    expect(parameter(page.url(), "sort")).toMatch(/^figure\./);
  });

  it("is in step with the map, by pointer and by key", async () => {
    const page = await open("/?view=table&kinds=LOGISTICS_HUB", { map: "full" });
    const airport = page.locator(`${rows}[data-row-of=air-tianhe]`);
    await airport.hover();
    await expect.poll(() => airport.getAttribute("data-hovered")).toBe("true");
    await page.locator(".maplibregl-popup", { hasText: "武汉天河国际机场" }).waitFor();
    const first = page.locator(`${rows} a`).first();
    await first.focus();
    await page.keyboard.press("End");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-at"))).toBe("14");
    const slug = await page.locator(`${rows}:has(a:focus)`).getAttribute("data-row-of");
    await page.keyboard.press("Enter");
    await page.getByRole("complementary", { name: "地点资料" }).waitFor();
    expect(parameter(page.url(), "site")).toBe(slug);
    expect(await page.locator(`${rows}[aria-current]`).getAttribute("data-row-of")).toBe(slug);
    await page.keyboard.press("Escape");
    await page.goto(`${page.url()}&site=air-tianhe`);
    await page.locator(`${rows}[data-row-of=air-tianhe][aria-current]`).waitFor();
  });

  it("works at 360 px", async () => {
    const page = await open("/?view=table", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    await page.locator(rows).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect((await page.locator(rows).first().boundingBox())?.height).toBeGreaterThanOrEqual(44);
    const buttons = await page
      .locator("main h2 ~ div button")
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()));
    // The one that copies the address is left out on a phone.
    expect(Math.min(...buttons.map(({ height }) => height).filter(Boolean))).toBeGreaterThanOrEqual(44);
  });
});

describe("downloads", () => {
  const download = async (page: Page, format: string) => {
    const button = page.getByRole("button", { name: "Download" });
    await button.focus();
    await page.keyboard.press("Enter");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: new RegExp(`^${format}`) }).press("Enter"),
    ]);
    return readFile(await file.path());
  };

  it("give the filtered set as CSV and as XLSX", async () => {
    const page = await open("/?lang=en&kinds=BONDED_ZONE&located=true");
    await expect.poll(() => page.locator("[data-row]").count()).toBeGreaterThan(0);
    const count = await page.locator("[data-row]").count();
    const lines: Record<string, string>[] = parse(await download(page, "CSV"), { bom: true, columns: true });
    expect(lines.length).toBe(count);
    expect((await readSheet(await download(page, "XLSX"))).length - 1).toBe(count);
  });
});

describe("thousands of rows", () => {
  it("are loaded, scrolled and printed whole", async () => {
    const database = atlasDatabase();
    if (!database) return;
    const most = 2100;
    await database.pool.query(sql`INSERT INTO site (slug, kind, name_zh, name_en, aliases, confidence, search_text, sort_zh)
      SELECT 'many-' || n, 'BONDED_ZONE', '测试园区' || n, 'Test zone ' || n, '{}', 'LOW', ' test zone ' || n, 'ceshi' || lpad(n::text, 5, '0')
      FROM generate_series(1, ${most}::int) n RETURNING id`);
    await database.pool.query("SELECT refresh_totals()");
    const page = await open("/?view=table&lang=en&theme=dark");
    const table = page.getByRole("table", { name: "Table of sites" });
    await page.getByText("Blank: unknown or not applicable").waitFor();
    expect(await table.getAttribute("aria-rowcount")).toBe(String(most + 48));
    expect(await page.locator(rows).count()).toBeLessThan(80);
    await page.locator(`${rows} a`).first().focus();
    await page.keyboard.press("End");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-at"))).toBe(String(most + 46));
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => page.locator(rows).count()).toBe(most + 47);
    await page.getByText(/^Data version 1, published on .*Printed on/).waitFor();
    expect(await page.locator("thead").evaluate((head) => getComputedStyle(head).display)).toBe("table-header-group");
    await page.emulateMedia({ media: "screen" });
    await expect.poll(() => page.locator(rows).count()).toBeLessThan(80);
  });
});
