// The cells of a workbook are what a spreadsheet takes them for: days, links, figures with their decimals.
import { expect, test } from "vitest";
import type { Value } from "../../server/exports/pages.ts";
import { printTitles, styles, worksheet } from "../../server/exports/worksheet.ts";

async function sheetOf(...values: Value[]): Promise<string> {
  async function* rows() {
    yield [values];
  }
  const columns = values.map(() => ({ title: "t", width: 10, isFigure: true }));
  let xml = "";
  for await (const chunk of worksheet({ name: "s", columns, rows: rows() })) xml += chunk;
  return xml;
}

/** The content of the first cell, and the code of its number format. */
async function cellOf(value: Value): Promise<{ content: string; format: string }> {
  const [, style = "", content = ""] = /<c r="A2" s="(\d+)"[^>]*>(.*?)<\/c>/.exec(await sheetOf(value)) ?? [];
  const cell = [...(styles.split("<cellXfs")[1] ?? "").matchAll(/<xf [^>]*/g)][Number(style)]?.[0] ?? "";
  const id = /numFmtId="(\d+)"/.exec(cell)?.[1];
  return { content, format: new RegExp(`numFmtId="${id}" formatCode="([^"]*)"`).exec(styles)?.[1] ?? "General" };
}

test.each([
  [30, "#,##0"],
  [1234.5, "#,##0.0"],
  [0.000001, "#,##0.000000"],
  [1 / 3, "#,##0.0000"],
  [136_621.368107984, "#,##0"],
  [1e-9, "General"],
])("the figure %d has the format %s", async (value, format) => {
  expect(await cellOf(value)).toEqual({ content: `<v>${value}</v>`, format });
});

test("a day is a date; part of one, and a day before the calendar of spreadsheets, is text", async () => {
  expect(await cellOf("2024-02-29")).toEqual({ content: "<v>45351</v>", format: "yyyy\\-mm\\-dd" });
  for (const text of ["2024", "2024-05", "2023-02-29", "1899-12-31"])
    expect((await cellOf(text)).content).toContain(`>${text}</t>`);
});

test("an address is a link; one that a formula cannot hold, or other text, is none", async () => {
  expect((await cellOf('https://example.org/?a=1&b="')).content).toBe(
    '<f>HYPERLINK("https://example.org/?a=1&amp;b=""")</f><v>https://example.org/?a=1&amp;b="</v>',
  );
  for (const text of [`https://example.org/${"x".repeat(300)}`, "javascript:alert(1)", "see https://example.org"])
    expect((await cellOf(text)).content).not.toContain("<f>");
});

test("a sheet is printed over the width of a page", async () => {
  const xml = await sheetOf("text");
  expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(xml).toMatch(/<\/autoFilter>|<autoFilter[^>]*\/>\s*<pageMargins[^>]*\/><pageSetup [^>]*fitToHeight="0"/);
});

test("a sheet that would be printed too small breaks across pages, each with the names and the headings", async () => {
  async function* rows() {
    yield [["x"]];
  }
  const columns = ["slug", "name", ...Array.from({ length: 20 }, (_, index) => `c${index}`)].map((field) => ({
    ...{ title: field, width: 18, field },
  }));
  const sheet = { name: "Owner's", columns, rows: rows() };
  let xml = "";
  for await (const chunk of worksheet(sheet)) xml += chunk;
  expect(xml).not.toContain("fitToPage");
  expect(Number(/<pageSetup [^>]*scale="(\d+)"/.exec(xml)?.[1]) * 0.11).toBeGreaterThanOrEqual(8);
  expect(printTitles(sheet)).toBe("'Owner''s'!$A:$B,'Owner''s'!$1:$1");
  expect(printTitles({ ...sheet, columns: columns.slice(0, 3) })).toBe("'Owner''s'!$1:$1");
});

test("a row of wrapped text is as high as its lines", async () => {
  async function* rows() {
    yield [["武汉市".repeat(10)], ["short"]];
  }
  let xml = "";
  for await (const chunk of worksheet({ name: "s", columns: [{ title: "t", width: 20 }], rows: rows(), wraps: true }))
    xml += chunk;
  expect(xml).toContain('<row r="2" ht="60" customHeight="1">');
  expect(xml).toContain('<row r="3">');
});

test("rows of a sheet that wraps are as high as their longest text, and its figures stand where its words do", async () => {
  const columns = [
    { title: "a", width: 10, isFigure: true, hasWords: true },
    { title: "b", width: 10 },
  ];
  async function* rows() {
    yield [[1.5, "一二三四五六七八九十".repeat(2)]];
  }
  let xml = "";
  for await (const part of worksheet({ name: "s", columns, rows: rows(), wraps: true })) xml += part;
  expect(Number(/<row r="2" ht="(\d+)"/.exec(xml)?.[1])).toBeGreaterThanOrEqual(60);
  const format = [...styles.matchAll(/<xf [^>]*xfId="0"[^>]*?(?:\/>|>.*?<\/xf>)/g)][
    Number(/r="A2" s="(\d+)"/.exec(xml)?.[1])
  ]?.[0];
  expect(format).toContain('horizontal="left"');
});
