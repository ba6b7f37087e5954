import i18next, { type TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import { commonScale, scaledText, scaledUnit } from "../../web/core/scale.ts";
import { en } from "../../web/core/words/en.ts";
import { zh } from "../../web/core/words/zh.ts";
import { barsOption, stretchOf } from "../../web/districts/bars.ts";
import { choicesOf } from "../../web/districts/choices-query.ts";
import { type ColumnLook, columnLooks } from "../../web/districts/column-look.ts";
import type { Cell, Column, Row } from "../../web/districts/comparison-query.ts";
import { factsOf, roundRatio, spreadOf } from "../../web/districts/facts.ts";
import { formulasFor, nextOf, usualMeasures } from "../../web/districts/measures.ts";
import { isBestSure, isPlaceSure, middleOf } from "../../web/districts/middle.ts";
import { inOrder, readOrder, writeOrder } from "../../web/districts/order.ts";
import { pathOf, projectionOf } from "../../web/districts/outline.ts";
import { scaledToBest, tonesOf } from "../../web/districts/scaling.ts";
import { sentenceOf } from "../../web/districts/sentences.ts";
import { pointsOf } from "../../web/districts/series.ts";

const aCell = (change: Partial<Cell> = {}): Cell => ({
  value: 1,
  valueMax: null,
  qualifier: "EXACT",
  notComputable: null,
  year: 2023,
  fromYear: null,
  rank: 1,
  previousRank: null,
  gapToBest: 0,
  gapToMedian: 0,
  figures: [],
  series: [],
  ...change,
});

const noCell = aCell({ value: null, qualifier: null, rank: null, notComputable: "NO_FIGURE" });

const aColumn = (change: Partial<Column> = {}): Column => ({
  key: "gdp",
  indicator: { slug: "gdp", nameZh: "地区生产总值", nameEn: "GDP", definitionZh: "", definitionEn: "" },
  kind: null,
  formula: "VALUE",
  unit: { slug: "cny", nameZh: "元", nameEn: "CNY" },
  unitZh: "元",
  unitEn: "CNY",
  direction: "HIGHER",
  year: 2023,
  years: [2023],
  count: 5,
  median: 1e11,
  best: 2e11,
  least: 5e10,
  greatest: 2e11,
  cityValue: 2e12,
  ...change,
});

const hubs = aColumn({
  key: "sites.LOGISTICS_HUB",
  indicator: null,
  kind: "LOGISTICS_HUB",
  unit: null,
  unitZh: "个",
  unitEn: "sites",
  year: null,
  count: 13,
  median: 1,
  cityValue: 5,
});

const share = aColumn({
  key: "tertiary-share",
  indicator: { slug: "tertiary-share", nameZh: "第三产业占比", nameEn: "Tertiary share", definitionZh: "", definitionEn: "" },
  unit: { slug: "percent", nameZh: "%", nameEn: "%" },
  unitZh: "%",
  unitEn: "%",
  median: 60,
});

const aRow = (key: string, ...cells: Cell[]): Row => ({ key, nameZh: key, nameEn: key, cells });

describe("the order of rows", () => {
  const byKey = (one: { key: string }, other: { key: string }) => one.key.localeCompare(other.key);
  const keys = (rows: readonly { key: string }[]) => rows.map(({ key }) => key).join("");

  it("puts what is not known last either way, and equals by name", () => {
    const rows = [
      aRow("d", noCell),
      aRow("b", aCell({ value: 5 })),
      aRow("c", aCell({ value: 9 })),
      aRow("a", aCell({ value: 5 })),
    ];
    expect(keys(inOrder(rows, { column: 0, descending: true }, byKey))).toBe("cabd");
    expect(keys(inOrder(rows, { column: 0, descending: false }, byKey))).toBe("abcd");
    expect(keys(inOrder(rows, { column: "name", descending: true }, byKey))).toBe("dcba");
  });

  it("puts more than a number above it and less than it below", () => {
    const rows = [
      aRow("a", aCell({ value: 5, qualifier: "LESS_THAN" })),
      aRow("b", aCell({ value: 5 })),
      aRow("c", aCell({ value: 5, qualifier: "MORE_THAN" })),
    ];
    expect(keys(inOrder(rows, { column: 0, descending: true }, byKey))).toBe("cba");
  });

  it("is read from the address, and falls back on the best of the first measure", () => {
    const columns = [
      { key: "gdp", direction: "HIGHER" },
      { key: "gdp:PER_KM2", direction: "LOWER" },
    ];
    expect(readOrder(writeOrder("gdp:PER_KM2", true), columns)).toEqual({ column: 1, descending: true });
    expect(readOrder("name", columns)).toEqual({ column: "name", descending: false });
    expect(readOrder("-unknown", columns)).toEqual({ column: 0, descending: true });
    expect(readOrder(null, columns.toReversed())).toEqual({ column: 0, descending: false });
  });
});

describe("columns", () => {
  it("share a scale, which stands with the unit in the head", () => {
    const values = [5.2e10, 1.66e11, 9e9];
    const [chinese, english] = [commonScale(values, "zh"), commonScale(values, "en")];
    expect(scaledUnit(chinese, { zh: "元", en: "CNY" }, "zh")).toBe("亿元");
    expect(scaledUnit(english, { zh: "元", en: "CNY" }, "en")).toBe("billion CNY");
    expect(scaledText({ value: 1e11, valueMax: null, qualifier: "MORE_THAN" }, chinese, "zh", false)).toBe("超过 1,000");
    expect(scaledText({ value: 8e9, valueMax: 9e9, qualifier: "RANGE" }, english, "en", false)).toBe("8–9");
    expect(scaledText({ value: 12345.678, valueMax: null, qualifier: "EXACT" }, { size: 1, word: "" }, "en", true)).toBe(
      "12,346",
    );
    expect(scaledText({ value: 0.0123456, valueMax: null, qualifier: "EXACT" }, { size: 1, word: "" }, "en", true)).toBe(
      "0.0123",
    );
  });

  it("join into a line only values that are no bounds, and three at least", () => {
    const at = (year: number, qualifier: "EXACT" | "MORE_THAN" = "EXACT") => ({ year, value: year, qualifier });
    expect(pointsOf([at(2023), at(2021), at(2022)]).map(({ year }) => year)).toEqual([2021, 2022, 2023]);
    expect(pointsOf([at(2023), at(2021), at(2022, "MORE_THAN")])).toEqual([]);
  });
});

describe("bars", () => {
  it("end open where only a bound is known", () => {
    const of = (qualifier: "EXACT" | "MORE_THAN" | "LESS_THAN" | "RANGE", valueMax: number | null = null) =>
      stretchOf({ value: 10, valueMax, qualifier }, 100);
    expect(of("EXACT")).toEqual({ sure: 10, open: 0 });
    expect(of("MORE_THAN")).toEqual({ sure: 10, open: 8 });
    expect(of("LESS_THAN")).toEqual({ sure: 0, open: 10 });
    expect(of("RANGE", 14)).toEqual({ sure: 10, open: 4 });
  });

  it("keep the order of the table and mark the median", () => {
    const bar = { value: 3, valueMax: null, qualifier: "EXACT" as const, text: "3", tone: 4 };
    const option = barsOption(
      [
        { ...bar, name: "b" },
        { ...bar, name: "a" },
      ],
      { value: 2, text: "median" },
    );
    expect(option).toMatchObject({
      yAxis: { inverse: true, data: ["b", "a"] },
      series: [{ markLine: { data: [{ xAxis: 2 }] } }, {}],
    });
  });
});

describe("scaling to the best", () => {
  const column = { direction: "HIGHER", least: 10, greatest: 40, count: 4 };

  it("takes shares of the best, of the lowest where lower is better, and ranks where values may be negative", () => {
    expect(scaledToBest(column, { value: 10, rank: 4 })).toBe(25);
    expect(scaledToBest({ ...column, direction: "LOWER" }, { value: 40, rank: 4 })).toBe(25);
    expect(scaledToBest({ ...column, least: -3 }, { value: 5, rank: 2 })).toBeCloseTo(66.67, 1);
    expect(scaledToBest(column, { value: null, rank: null })).toBeNull();
  });

  it("gives the first the strongest tone, the last the faintest, and equals one", () => {
    expect(tonesOf([1, 2, 3, 4, 5, null])).toEqual([4, 3, 2, 1, 0, null]);
    expect(tonesOf([1, 2, 2, 2, 5])).toEqual([4, 2, 2, 2, 0]);
    expect(tonesOf([1])).toEqual([4]);
  });
});

describe("measures", () => {
  it("are offered only with formulas that fit", () => {
    expect(formulasFor({ indicator: "tertiary-share", kind: null }, true)).toEqual(["VALUE"]);
    expect(formulasFor({ indicator: null, kind: null }, false)).toEqual(["VALUE", "PER_KM2", "PER_HEAD", "SHARE_OF_CITY"]);
    expect(formulasFor({ indicator: null, kind: "EXPORT_BASE" }, false)).toContain("LOCATION_QUOTIENT");
    expect(formulasFor({ indicator: "gdp", kind: null }, false)).toContain("AVERAGE_GROWTH");
  });

  it("are added once, then by the next formula", () => {
    const chosen = usualMeasures("DISTRICT");
    expect(nextOf(chosen, { indicator: "gdp", kind: null }, false)?.formula).toBe("PER_HEAD");
    expect(nextOf(chosen, { indicator: "tertiary-share", kind: null }, true)).toBeNull();
  });

  it("count the subjects of their set that have a figure", () => {
    const indicator = { slug: "gdp", nameZh: "", nameEn: "", nature: "FLOW" as const, fits: ["DISTRICT" as const] };
    const answer = {
      indicators: [indicator],
      districts: [{ latestFigures: [{ indicator }] }, { latestFigures: [] }],
      functionalAreas: [],
    };
    expect(choicesOf(answer, "DISTRICT")).toMatchObject([{ slug: "gdp", count: 1, isRate: false }]);
    expect(choicesOf(answer, "FUNCTIONAL_AREA")).toEqual([]);
  });
});

describe("the middle", () => {
  const more = (value: number) => aCell({ value, qualifier: "MORE_THAN" });
  const firm = (value: number) => aCell({ value });

  it("is exact while the bounds lie clear of it, else a bound or nothing", () => {
    expect(middleOf([firm(1), firm(2), more(9)])).toMatchObject({ value: 2, qualifier: "EXACT" });
    expect(middleOf([firm(1), firm(3), noCell])).toMatchObject({ value: 2, qualifier: "EXACT" });
    expect(middleOf([firm(1), more(5), more(5)])).toMatchObject({ value: 5, qualifier: "AT_LEAST" });
    expect(middleOf([more(5), aCell({ value: 3, qualifier: "LESS_THAN" }), more(4)])).toMatchObject({
      value: 4,
      qualifier: "AT_LEAST",
    });
    expect(middleOf([firm(1), aCell({ value: 2, valueMax: 4, qualifier: "RANGE" }), firm(9)])).toMatchObject({
      valueMax: 4,
      qualifier: "RANGE",
    });
    expect(middleOf([noCell])).toBeNull();
  });

  it("leaves a place unsure where another may lie on either side", () => {
    const own = firm(6);
    expect(isPlaceSure(own, [own, more(7), firm(3)])).toBe(true);
    expect(isPlaceSure(own, [own, more(5)])).toBe(false);
    expect(isPlaceSure(more(9), [own, more(5)])).toBe(false);
    expect(isBestSure([{ ...own, rank: 1 }, aCell({ value: 2, rank: 2 })])).toBe(true);
    expect(
      isBestSure([
        { ...more(9), rank: 1 },
        { ...own, rank: 2 },
      ]),
    ).toBe(false);
  });
});

describe("facts", () => {
  const others = [1, 1, 2].map((value) => aCell({ value, rank: 2 }));
  const kinds = (column: Column, cell: Cell, cells = [cell, ...others]) => factsOf(column, cells, cell).map(({ kind }) => kind);

  it("say places and ratios, and nothing where a comparison has no meaning", () => {
    expect(kinds(hubs, aCell({ value: 3 }))).toEqual(["PART_OF_CITY", "RANK", "TIMES_MEDIAN"]);
    expect(kinds(hubs, aCell({ value: 0, rank: 8 }))).toEqual(["PART_OF_CITY"]);
    expect(kinds(aColumn(), aCell({ value: 3 }), [aCell({ value: -2 })])).toEqual(["VALUE", "RANK"]);
    // More than 50 % may be above a median of 55 %.
    const share50 = aCell({ value: 50, qualifier: "MORE_THAN" });
    expect(kinds(share, share50, [share50, aCell({ value: 55 }), aCell({ value: 56 }), aCell({ value: 54 })])).toEqual(["VALUE"]);
    expect(kinds(aColumn(), noCell)).toEqual(["NO_FIGURE"]);
  });

  it("tell a spread only of firm values above nothing", () => {
    expect(spreadOf([aCell({ value: 4 }), aCell({ value: 2 })])).toBe(2);
    expect(spreadOf([aCell({ value: 4 }), aCell({ value: 2, qualifier: "MORE_THAN" })])).toBeNull();
    expect(spreadOf([aCell({ value: 4 }), noCell])).toBeNull();
    expect([roundRatio(2.14), roundRatio(12.6), roundRatio(0.456)]).toEqual([2.1, 13, 0.46]);
  });
});

describe("sentences", () => {
  const words = i18next.createInstance();
  const told = async (language: "zh" | "en", column: Column, cell: Cell, others: readonly number[]) => {
    if (!words.isInitialized) await words.init({ resources: { zh: { translation: zh }, en: { translation: en } }, lng: "zh" });
    const t: TFunction = words.getFixedT(language);
    const [look] = columnLooks([column], [aRow("a", cell), ...others.map((value) => aRow("b", aCell({ value })))], [], language);
    return sentenceOf(look as ColumnLook, cell, t, language);
  };

  it("are plain facts in both languages", async () => {
    const three = aCell({ value: 3 });
    expect(await told("en", hubs, three, [1, 1])).toBe("Logistics hubs: 3 of 5 in the city; No. 1 of 13; 3 times the median.");
    expect(await told("zh", hubs, three, [1, 1])).toBe("物流枢纽：全市 5 个中有 3 个；13 个中列第 1；为中位数的 3 倍。");
    const gdp = aCell({ value: 2.1e11, qualifier: "MORE_THAN" });
    const rest = [1e11, 1e11];
    expect(await told("en", aColumn(), gdp, rest)).toBe("GDP (2023): more than 210 billion CNY; more than 2.1 times the median.");
    expect(await told("zh", aColumn(), gdp, rest)).toBe("地区生产总值（2023年）：超过 2,100 亿元；超过中位数的 2.1 倍。");
    const third = aCell({ value: 55.5, rank: 3 });
    expect(await told("en", share, third, [60, 61])).toBe(
      "Tertiary share (2023): 55.5%; No. 3 of 5; 4.5 percentage points below the median.",
    );
    expect(await told("zh", share, noCell, [])).toBe("第三产业占比（2023年）：无该时期的数值。");
  });
});

describe("outlines", () => {
  it("fit the width, north up", () => {
    const square = {
      type: "Polygon" as const,
      coordinates: [
        [
          [114, 30],
          [115, 30],
          [115, 31],
          [114, 31],
          [114, 30],
        ],
      ],
    };
    const projection = projectionOf([square], 100, 0);
    expect(projection.place([114, 31])).toEqual([0, 0]);
    expect(projection.place([115, 31])[0]).toBeCloseTo(100);
    expect(projection.height).toBeGreaterThan(100);
    expect(pathOf(square, projection)).toMatch(/^M0 .*Z$/);
  });
});
