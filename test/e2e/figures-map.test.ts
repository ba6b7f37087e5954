import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { atlasUrl, mapDrawn, type Visit, visitPage, withAtlas } from "./atlas.ts";

withAtlas();

let visit: Visit | undefined;
const open = async (...parameters: Parameters<typeof visitPage>) => {
  visit = await visitPage(...parameters);
  return visit.page;
};
afterEach(async () => {
  const done = visit;
  visit = undefined;
  await done?.close();
  expect(done?.complaints ?? []).toEqual([]);
  expect(done?.strangers ?? []).toEqual([]);
});

/** The map is drawn in software here, which takes its time. */
const wait = { timeout: 20_000 };

interface Cell {
  value: number | null;
  qualifier: string | null;
  notComputable: string | null;
  rank: number | null;
  series: { year: number; value: number | null }[];
}
interface Compared {
  compare: { columns: { years: number[] }[]; rows: { key: string; nameZh: string; cells: [Cell] }[] };
}

async function compared(period: string): Promise<Compared["compare"]> {
  const measures = '[{indicator: "gdp", formula: PER_KM2}]';
  const cells = "value qualifier notComputable rank series { year value }";
  const query = `{ compare(set: DISTRICT, measures: ${measures}, period: "${period}") { columns { years } rows { key nameZh cells { ${cells} } } } }`;
  const answer = await fetch(`${atlasUrl()}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return ((await answer.json()) as { data: Compared }).data.compare;
}

const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const legend = (page: Page) => page.locator("[data-legend=colours]");
const counts = (page: Page) =>
  legend(page)
    .locator("[data-class] .unseen")
    .evaluateAll((all) => all.map((each) => Number.parseInt(each.textContent ?? "", 10)));

describe("figures on the map", { timeout: 120_000 }, () => {
  it("say in legend and table what the API says, and why there is nothing where there is nothing", async () => {
    const { rows } = await compared("2023");
    const page = await open("/?colour=gdp:PER_KM2&period=2023");
    await mapDrawn(page);
    const card = page.getByRole("region", { name: "指标地图" });
    await card.locator("tr[data-district]").first().waitFor(wait);
    const known = rows.filter(({ cells: [cell] }) => cell.value !== null);
    expect(known.length).toBeGreaterThan(2);
    for (const { key, nameZh, cells } of rows) {
      const row = card.locator(`tr[data-district="${key}"]`);
      const text = await row.innerText();
      expect(text).toContain(nameZh);
      const [{ value, qualifier, rank, notComputable }] = cells;
      if (value === null) {
        expect(await row.getAttribute("data-none")).toBe("true");
        expect(text).toContain(notComputable === "DIFFERENT_GROUND" ? "统计范围不同" : "无该时期的数值");
        continue;
      }
      // In units of 100 million, with four digits that matter.
      const shown = new Intl.NumberFormat("zh-CN", { maximumSignificantDigits: 4 }).format(value / 1e8);
      expect(text).toContain(`${shown} 亿元/km²`);
      expect(text.includes("超过")).toBe(qualifier === "MORE_THAN");
      await expect.poll(() => row.locator("td").first().innerText(), wait).toBe(String(rank));
    }
    // Each district is counted once: in its class, or as one without a value.
    const counted = await counts(page);
    expect(counted.reduce((sum, each) => sum + each, 0)).toBe(rows.length);
    expect(counted.at(-1)).toBe(rows.length - known.length);
    expect(await legend(page).getByRole("img").count()).toBe(1);
    // The borders of the classes are values of all years.
    const all = rows.flatMap(({ cells: [{ series }] }) => series.flatMap(({ value }) => value ?? []));
    const borders = (await legend(page).locator("[data-class]").allInnerTexts()).join(" ").match(/\d+\.\d+/g) ?? [];
    expect(borders.length).toBeGreaterThan(5);
    for (const border of borders)
      expect(
        all.some((value) => Math.abs(value / 1e8 - Number(border)) <= Number(border) * 0.006),
        border,
      ).toBe(true);
    await legend(page)
      .getByText(/\d+ 个来源/)
      .click();
    await legend(page).locator("details li").first().waitFor();
  });

  it("move through the years without asking again", async () => {
    const { columns } = await compared("2023");
    const years = columns[0]?.years ?? [];
    const page = await open(`/?colour=gdp:PER_KM2&period=${years[0]}&lang=en`, { reducedMotion: "no-preference" });
    await mapDrawn(page);
    const slider = page.getByRole("slider", { name: "Year" });
    await slider.waitFor(wait);
    const before = await counts(page);
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.postData()?.includes("DistrictSeries")) asked.push(request.url());
    });
    await page.getByRole("button", { name: "Play through the years" }).click();
    await expect.poll(() => parameter(page, "period"), wait).toBe(String(years[1]));
    await expect.poll(() => counts(page), wait).not.toEqual(before);
    await expect.poll(() => parameter(page, "period"), { timeout: 40_000 }).toBe(String(years.at(-1)));
    await page.getByRole("button", { name: "Play through the years" }).waitFor(wait);
    // By the keyboard, over the years without a figure.
    await slider.press("ArrowLeft");
    expect(parameter(page, "period")).toBe(String(years.at(-2)));
    expect(await slider.getAttribute("aria-valuetext")).toContain(String(years.at(-2)));
    expect(asked).toEqual([]);
    await page.getByRole("button", { name: "Latest" }).click();
    await expect.poll(() => parameter(page, "period"), wait).toBeNull();
  });

  it("go on year by year for who wants no motion", async () => {
    const page = await open("/?colour=gdp&period=2016&lang=en");
    await mapDrawn(page);
    await page.getByRole("button", { name: "Next year with a figure" }).click();
    await expect.poll(() => parameter(page, "period"), wait).toBe("2017");
  });

  it("are chosen by measure, formula, classes and size, and taken away again", async () => {
    const page = await open("/?lang=en");
    await mapDrawn(page);
    await page.getByRole("button", { name: "Figures on the map" }).click();
    await expect.poll(() => parameter(page, "colour"), wait).toBe("sites:PER_KM2");
    const card = page.getByRole("region", { name: "Figures on the map" });
    await card.locator("[data-choice=colour] option[value=gdp]").waitFor({ state: "attached", ...wait });
    await card.locator("[data-choice=colour]").selectOption("gdp");
    await card.locator("[data-choice=formula]").selectOption("VALUE");
    await card.getByRole("button", { name: "Per head" }).click();
    await expect.poll(() => parameter(page, "colour"), wait).toBe("gdp:PER_HEAD");
    await card.locator("[data-choice=method]").selectOption("natural");
    await card.locator("[data-choice=count]").selectOption("3");
    await card.locator("[data-choice=size]").selectOption("planned-area");
    await expect.poll(() => parameter(page, "classes"), wait).toBe("natural:3");
    expect(parameter(page, "size")).toBe("planned-area");
    await expect.poll(() => legend(page).locator("[data-class]:not([data-class=none])").count(), wait).toBe(3);
    await expect.poll(() => card.locator("tr[data-site]").count(), wait).toBe(16);
    expect(await page.locator("[data-legend=sizes] circle").count()).toBeGreaterThan(2);
    await card.getByRole("button", { name: "Close: Figures on the map" }).click();
    await expect.poll(() => page.url(), wait).not.toMatch(/colour|size|classes|period/);
    await expect.poll(() => page.locator("[data-legend]").count(), wait).toBe(0);
  });

  it("stand side by side, a year each, and one that is chosen becomes the large map", async () => {
    const { columns } = await compared("2023");
    const years = columns[0]?.years ?? [];
    const page = await open("/?colour=gdp:PER_KM2&multiples=1&lang=en");
    await mapDrawn(page);
    const maps = page.getByRole("region", { name: /year by year/ });
    await expect.poll(() => maps.locator("[data-year] svg").count(), wait).toBe(years.length);
    await maps.locator(`[data-year="${years[0]}"]`).click();
    await expect.poll(() => parameter(page, "period"), wait).toBe(String(years[0]));
    await expect.poll(() => maps.count(), wait).toBe(0);
    await page.goBack();
    await maps.waitFor(wait);
  });

  it("are told of the district under the pointer, and a click opens its card", async () => {
    const page = await open("/?colour=gdp:PER_KM2&period=2023&lang=en&map=10/30.63/114.15");
    await mapDrawn(page);
    await page.locator("tr[data-district]").first().waitFor(wait);
    const box = await page.locator(".maplibregl-canvas").boundingBox();
    // Dongxihu lies north-west of the middle of this map.
    const spot = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2 - 20, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 - 60 };
    await expect
      .poll(async () => {
        await page.mouse.move(spot.x + 1, spot.y);
        await page.mouse.move(spot.x, spot.y);
        return page.locator("[data-district-tag]").innerText();
      }, wait)
      .toMatch(/Dongxihu\nmore than 363\.4 million CNY per km²\n.*2023\nNo\. 3 of 3/);
    await expect.poll(() => page.locator("tr[data-hovered]").innerText(), wait).toContain("Dongxihu");
    await page.mouse.click(spot.x, spot.y);
    await expect.poll(() => parameter(page, "district"), wait).toBe("420112");
  });
});
