// A planner's way from a question to a file: draw round Optics Valley, read count and sums, look at the table, take the
// spreadsheet along, send the link to a colleague.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { readSheet } from "read-excel-file/node";
import { expect, it } from "vitest";
import { atlasUrl, mapDrawn, openPage, withAtlas } from "./atlas.ts";

withAtlas();

interface Summed {
  totalCount: number;
  figures: { indicator: { nameZh: string }; count: number; sum: number | null; median: number }[];
}

/** What GraphQL says of the area that the address holds. */
async function summed(address: string): Promise<Summed> {
  const query = new URL(address).searchParams;
  const filter = { within: JSON.parse(query.get("within") ?? "null"), kinds: query.get("kinds")?.split(",") };
  const document = `query ($f: SiteFilter!) { catchment(filter: $f, first: 3) { totalCount
    figures { indicator { nameZh } count sum median } } }`;
  const answer = await fetch(`${atlasUrl()}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: document, variables: { f: filter } }),
  });
  return (await answer.json()).data.catchment;
}

const listed = (page: Page) => page.locator("[data-row]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-site")));
const areaCount = (page: Page) => page.locator("[data-area-count]").textContent();

it("from a drawn polygon to count, sums, table, spreadsheet and a link that shows the same", async () => {
  const first = await openPage("/?map=10.5/30.5/114.4", { map: "plain" });
  const { page } = first;
  await mapDrawn(page);

  const box = await page.locator("canvas.maplibregl-canvas").boundingBox();
  if (!box) throw new Error("there is no map");
  const corners = [
    [-320, -170],
    [180, -150],
    [200, 160],
    [-260, 190],
  ] as const;
  await page.getByRole("button", { name: "画多边形", exact: true }).click();
  await page.getByText("逐点单击，双击结束").waitFor();
  for (const [dx, dy] of [...corners, [-260, 190] as const]) {
    const [x, y] = [box.x + box.width / 2 + dx, box.y + box.height / 2 + dy];
    await page.mouse.move(x, y, { steps: 3 });
    await page.mouse.click(x, y);
  }
  await expect.poll(() => new URL(page.url()).searchParams.get("within")).toContain("Polygon");

  const all = await summed(page.url());
  await expect.poll(() => areaCount(page)).toBe(`${all.totalCount} 个地点`);
  await page
    .getByRole("button", { name: /服务贸易园区/, pressed: false })
    .first()
    .click();
  await expect.poll(() => new URL(page.url()).searchParams.get("kinds")).toBe("SERVICE_TRADE_PARK");
  const parks = await summed(page.url());
  expect(parks.totalCount).toBeGreaterThan(1);
  expect(parks.totalCount).toBeLessThan(all.totalCount);
  await expect.poll(() => areaCount(page)).toBe(`${parks.totalCount} 个地点`);
  const added = parks.figures.find(({ sum, count }) => sum !== null && count > 1);
  if (!added) throw new Error("nothing adds up");
  const figure = page.locator("li", { has: page.getByRole("heading", { name: added.indicator.nameZh, exact: true }) });
  const figureText = await figure.locator("dd").first().innerText();
  // 43.87 万 m2 is 438 700.
  const scale = figureText.includes("亿") ? 1e8 : figureText.includes("万") ? 1e4 : 1;
  expect((Number(figureText.replace(/[^\d.]/g, "")) * scale) / (added.sum ?? Number.NaN)).toBeCloseTo(1, 2);

  await page.getByRole("button", { name: "表格", exact: true }).click();
  const table = page.getByRole("table");
  await table.waitFor();
  await expect.poll(() => table.getAttribute("aria-rowcount")).toBe(String(parks.totalCount + 1));

  await page.getByRole("button", { name: "下载" }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: /^XLSX/ }).click()]);
  const [head = [], ...rows] = await readSheet(await readFile(await file.path()));
  const slugs = rows.map((row) => String(row[head.indexOf("标识")])).sort();
  expect(slugs).toHaveLength(parks.totalCount);

  await page.getByRole("button", { name: "地图", exact: true }).click();
  await expect.poll(async () => (await listed(page)).sort()).toEqual(slugs);
  await page.getByRole("button", { name: "复制链接" }).first().click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  // The same, in the language in which it is seen.
  expect(link).toContain("lang=zh");
  expect(link.replace(/&lang=zh|lang=zh&/, "")).toBe(page.url());

  const second = await openPage(link.slice(atlasUrl().length), { map: "plain" });
  await mapDrawn(second.page);
  await expect.poll(() => areaCount(second.page)).toBe(`${parks.totalCount} 个地点`);
  await expect.poll(async () => (await listed(second.page)).sort()).toEqual(slugs);
  for (const { consoleErrors, foreignRequests, close } of [first, second]) {
    expect([consoleErrors, foreignRequests]).toEqual([[], []]);
    await close();
  }
});
