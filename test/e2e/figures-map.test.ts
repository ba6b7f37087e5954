import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { type NotComputableName, notComputable as reasons } from "../../server/contract/not-computable.ts";
import { atlasUrl, mapDrawn, type OpenedPage, openPage, withAtlas } from "./atlas.ts";

withAtlas();

let opened: OpenedPage | undefined;
const open = async (address: string, options: Parameters<typeof openPage>[1] = {}) => {
  opened = await openPage(address, { map: "none", ...options });
  if (options.map) await mapDrawn(opened.page);
  return opened.page;
};
afterEach(async () => {
  const toClose = opened;
  opened = undefined;
  await toClose?.close();
  expect(toClose?.consoleErrors ?? []).toEqual([]);
  expect(toClose?.foreignRequests ?? []).toEqual([]);
});

interface Cell {
  value: number | null;
  qualifier: string | null;
  notComputable: string | null;
  rankFrom: number | null;
  rankTo: number | null;
  series: { year: number; value: number | null; qualifier: string | null }[];
}
interface Compared {
  compare: { columns: { years: number[] }[]; rows: { key: string; nameZh: string; cells: [Cell] }[] };
}

async function compared(period: string): Promise<Compared["compare"]> {
  const measures = '[{indicator: "gdp", formula: PER_KM2}]';
  const cells = "value qualifier notComputable rankFrom rankTo series { year value qualifier }";
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
    .locator(":is([data-class], [data-cause]) .visually-hidden")
    .evaluateAll((all) => all.map((each) => Number.parseInt(each.textContent ?? "", 10)));

describe("figures on the map", () => {
  it("say in legend and table what the API says, and why there is nothing where there is nothing", async () => {
    const { rows } = await compared("2023");
    const page = await open("/?colour=gdp:PER_KM2&period=2023");
    const card = page.getByRole("region", { name: "指标地图" });
    await card.locator("tr[data-district]").first().waitFor();
    const known = rows.filter(({ cells: [cell] }) => cell.value !== null);
    expect(known.length).toBeGreaterThan(2);
    for (const { key, nameZh, cells } of rows) {
      const row = card.locator(`tr[data-district="${key}"]`);
      const text = await row.innerText();
      expect(text).toContain(nameZh);
      const [{ value, qualifier, rankFrom, rankTo, notComputable }] = cells;
      if (value === null) {
        expect(await row.getAttribute("data-none")).toBe("true");
        // A long reason shows its first words, and the rest on request.
        const [short = "", rest = ""] = reasons[notComputable as NotComputableName].zh.split("：");
        expect(text).toContain(short);
        expect(await row.textContent()).toContain(rest);
        continue;
      }
      // In units of 100 million, with four digits that matter.
      const shown = new Intl.NumberFormat("zh-CN", {
        maximumSignificantDigits: 4,
        ...(qualifier === "MORE_THAN" && { roundingMode: "floor" }),
      }).format(value / 1e8);
      expect(text).toContain(shown);
      expect(text.includes("超过")).toBe(qualifier === "MORE_THAN");
      await expect
        .poll(() => row.locator("td").first().innerText())
        .toBe(rankFrom === rankTo ? `${rankFrom}` : `${rankFrom}～${rankTo}`);
    }
    // Each district is counted once: in its class, as one whose value is a bound, or as one without a value, by the reason.
    const counted = await counts(page);
    expect(counted.reduce((sum, each) => sum + each, 0)).toBe(rows.length);
    const because = rows.filter(({ cells: [cell] }) => cell.notComputable === "DIFFERENT_COVERAGE").length;
    expect(counted.slice(because > 0 ? -2 : -1)).toEqual([because, rows.length - known.length - because].filter(Boolean));
    expect(await card.locator("caption").first().innerText()).toContain("亿元/平方公里");
    // So few values are read from the classes: how they are spread is not drawn.
    expect(known.length).toBeLessThan(8);
    expect(await legend(page).getByRole("img").count()).toBe(0);
    // The classes are those of all years, they meet, and their ends hold all values.
    const all = rows.flatMap(({ cells: [{ series }] }) =>
      series.flatMap(({ value, qualifier }) => (value !== null && qualifier === "EXACT" ? [value] : [])),
    );
    await legend(page).getByText("分级按全部年份").waitFor();
    const ranges = (await legend(page).locator("[data-class]").allInnerTexts()).map(
      (text) =>
        /([\d.,]+)～<?([\d.,]+)/
          .exec(text)
          ?.slice(1)
          .map((border) => Number(border.replaceAll(",", ""))) ?? [],
    );
    expect(ranges.length).toBeGreaterThan(2);
    for (const [index, [from]] of ranges.entries()) if (index > 0) expect(from).toBe(ranges[index - 1]?.[1]);
    expect(ranges[0]?.[0]).toBeLessThanOrEqual(Math.min(...all) / 1e8);
    expect(ranges.at(-1)?.[1]).toBeGreaterThanOrEqual(Math.max(...all) / 1e8);
    await legend(page)
      .getByText(/\d+ 个来源/)
      .click();
    await legend(page).locator("details li").first().waitFor();
  });

  it("are bounds where sites of no recorded district may lie in one, and say how many there are", async () => {
    const page = await open("/?colour=sites.EXPORT_BASE&lang=en");
    await legend(page).getByText("3 of 5 without a recorded district", { exact: true }).waitFor();
    // Hongshan and Jiangxia have one base certainly and four at most, which one class holds; the others have none.
    const classes = legend(page).getByRole("listitem");
    await expect
      .poll(async () => (await classes.allInnerTexts()).map((text) => text.split("\n")))
      .toEqual([
        ["0", "11", "11 districts"],
        ["1–4", "2", "2 districts"],
      ]);
    const row = page.locator('tr[data-district="420111"]');
    expect(await row.innerText()).toMatch(/1–4/);
  });

  it("move through the years without asking again", async () => {
    const { columns } = await compared("2023");
    const years = columns[0]?.years ?? [];
    const page = await open(`/?colour=gdp:PER_KM2&period=${years[0]}&lang=en`, {
      reducedMotion: "no-preference",
      alone: true,
    });
    const slider = page.getByRole("slider", { name: "Year" });
    await slider.waitFor();
    await legend(page).locator("[data-class]").first().waitFor();
    const before = await counts(page);
    const requestedUrls: string[] = [];
    page.on("request", (request) => {
      if (request.postData()?.includes("DistrictSeries")) requestedUrls.push(request.url());
    });
    // The time of the page advances only by runFor.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 1000);
    await page.getByRole("button", { name: "Play through the years" }).click();
    await page.getByRole("button", { name: "Pause" }).waitFor();
    const shown = () => page.evaluate(() => new URLSearchParams(window.location.search).get("period"));
    for (const year of years.slice(1)) {
      const step = async () => {
        if ((await shown()) !== String(year)) await page.clock.runFor(1400);
        return shown();
      };
      await expect.poll(step).toBe(String(year));
      if (year === years[1]) await expect.poll(() => counts(page)).not.toEqual(before);
    }
    await page.getByRole("button", { name: "Play through the years" }).waitFor();
    // By the keyboard, over the years without a figure.
    await slider.press("ArrowLeft");
    expect(parameter(page, "period")).toBe(String(years.at(-2)));
    expect(await slider.getAttribute("aria-valuetext")).toContain(String(years.at(-2)));
    expect(requestedUrls).toEqual([]);
    await page.getByRole("button", { name: "Best-covered year" }).click();
    await expect.poll(() => parameter(page, "period")).toBeNull();
  });

  it("go on year by year for who wants no motion", async () => {
    const page = await open("/?colour=gdp&period=2016&lang=en");
    await page.getByRole("button", { name: "Next year with a figure" }).click();
    await expect.poll(() => parameter(page, "period")).toBe("2017");
  });

  it("are chosen by measure, formula, classes and size, and taken away again", async () => {
    const page = await open("/?lang=en");
    await page.getByRole("button", { name: "Figures on the map" }).click();
    await expect.poll(() => parameter(page, "colour")).toBe("sites:PER_KM2");
    const card = page.getByRole("region", { name: "Figures on the map" });
    await card.locator("[data-choice=colour] option[value=gdp]").waitFor({ state: "attached" });
    await card.locator("[data-choice=colour]").selectOption("gdp");
    await card.locator("[data-choice=formula]").selectOption("VALUE");
    await card.getByRole("button", { name: "Per head" }).click();
    await expect.poll(() => parameter(page, "colour")).toBe("gdp:PER_HEAD");
    await card.locator("[data-choice=method]").selectOption("natural");
    await card.locator("[data-choice=count]").selectOption("3");
    await card.locator("[data-choice=size]").selectOption("planned-area");
    await expect.poll(() => parameter(page, "classes")).toBe("natural:3");
    expect(parameter(page, "size")).toBe("planned-area");
    await expect.poll(() => legend(page).locator("[data-class]").count()).toBe(3);
    await expect.poll(() => card.locator("tr[data-site]").count()).toBe(16);
    expect(await page.locator("[data-legend=sizes] circle").count()).toBeGreaterThan(2);
    await card.getByRole("button", { name: "Close: Figures on the map" }).click();
    await expect.poll(() => page.url()).not.toMatch(/colour|size|classes|period/);
    await expect.poll(() => page.locator("[data-legend]").count()).toBe(0);
  });

  it("stand side by side, a year each, and one that is chosen becomes the large map", async () => {
    const { columns } = await compared("2023");
    const years = columns[0]?.years ?? [];
    const page = await open("/?colour=gdp:PER_KM2&multiples=1&lang=en");
    const maps = page.getByRole("region", { name: /year by year/ });
    await expect.poll(() => maps.locator("[data-year] svg").count()).toBe(years.length);
    // A year between them that nothing is known of keeps its place.
    const steps = (years.at(-1) ?? 0) - (years[0] ?? 0) + 1;
    expect(await maps.locator("[data-empty] svg").count()).toBe(steps - years.length);
    await maps.locator(`[data-year="${years[0]}"]`).click();
    await expect.poll(() => parameter(page, "period")).toBe(String(years[0]));
    await expect.poll(() => maps.count()).toBe(0);
    await page.goBack();
    await maps.waitFor();
  });

  it("leave the map to be seen: the legend is folded to a line of its colours where a card or a drawer needs the room", async () => {
    const page = await open("/?colour=gdp&lang=en", { map: "plain", viewport: { width: 1024, height: 768 } });
    const scale = page.locator("[data-legend=scale]");
    const card = page.getByRole("region", { name: "Figures on the map" });
    await scale.waitFor();
    expect(await legend(page).count()).toBe(0);
    const slider = await page.getByRole("region", { name: "Time" }).boundingBox();
    expect((slider?.x ?? 0) + (slider?.width ?? 0)).toBeLessThan((await card.boundingBox())?.x ?? 0);
    // Opened, it takes the place of the card, until it is folded again.
    await page.getByRole("button", { name: /^Legend/ }).click();
    await legend(page).waitFor();
    expect(await card.isVisible()).toBe(false);
    await page.getByRole("button", { name: /^Legend/ }).click();
    await card.waitFor();
    await page.setViewportSize({ width: 1440, height: 900 });
    await legend(page).waitFor();
    await card.getByRole("link", { name: "Caidian" }).click();
    await scale.waitFor();
  });

  it("keep a line of their colours on a phone, and open their legend over the list", async () => {
    const page = await open("/?colour=gdp&lang=en", { map: "plain", viewport: { width: 390, height: 844 } });
    await page.locator("[data-legend=scale]").waitFor();
    await page.getByRole("button", { name: /^Legend/ }).click();
    await legend(page).waitFor();
    const fit = await page.getByRole("button", { name: /whole city|all results/i }).boundingBox();
    const opened = await page.getByRole("region", { name: "Legend" }).boundingBox();
    expect(opened?.y).toBeGreaterThan((fit?.y ?? 844) + (fit?.height ?? 0));
    expect((opened?.y ?? 0) + (opened?.height ?? 0)).toBe(844);
  });

  it("of the district under the pointer are shown, and a click opens its card", async () => {
    const page = await open("/?colour=gdp:PER_KM2&period=2023&lang=en&map=10/30.63/114.15", { map: "full" });
    await page.locator("tr[data-district]").first().waitFor();
    const box = await page.locator(".maplibregl-canvas").boundingBox();
    // Dongxihu lies north-west of the middle of this map.
    const spot = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2 - 20, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 - 60 };
    await expect
      .poll(async () => {
        await page.mouse.move(spot.x + 1, spot.y);
        await page.mouse.move(spot.x, spot.y);
        return page.locator("[data-district-tag]").innerText();
      })
      .toMatch(/Dongxihu\nmore than CNY 363\.3 million per km²\n.*2023/);
    await expect.poll(() => page.locator("tr[data-hovered]").innerText()).toContain("Dongxihu");
    await page.mouse.click(spot.x, spot.y);
    await expect.poll(() => parameter(page, "district")).toBe("420112");
  });
});
