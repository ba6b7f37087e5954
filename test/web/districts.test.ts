import i18next, { type TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import { commonScale, computedDigits, publishedDigits } from "../../server/contract/quantities.ts";
import { formulasFor } from "../../web/address/measure.ts";
import { measureChoices } from "../../web/address/measure-choices.ts";
import { pathOf, projectionOf } from "../../web/core/outline.ts";
import { scaledText, scaledUnit } from "../../web/core/scale.ts";
import { en } from "../../web/core/words/en.ts";
import { zh } from "../../web/core/words/zh.ts";
import { barParts, barsOption } from "../../web/districts/bars.ts";
import { classColour, classifiedColumn } from "../../web/districts/classified-column.ts";
import { type ColumnDisplay, columnDisplays, isBest, withYear } from "../../web/districts/column-display.ts";
import { commonYear, countWithYear } from "../../web/districts/common-year.ts";
import type { Cell, Column, Row } from "../../web/districts/comparison-query.ts";
import { areaOf } from "../../web/districts/divisor-area.ts";
import { shownTitle } from "../../web/districts/document-title.ts";
import { comparisonFactsOf, roundRatio, spreadOf } from "../../web/districts/facts.ts";
import { mapDrawing } from "../../web/districts/map-drawing.ts";
import { defaultMeasures, nextMeasure } from "../../web/districts/measures.ts";
import { nameComparison, readOrder, sortedRows, writeOrder } from "../../web/districts/order.ts";
import { peerDictionary } from "../../web/districts/peer-dictionary.ts";
import { missingWords, peerSentence } from "../../web/districts/peer-words.ts";
import { referenceOf } from "../../web/districts/reference.ts";
import { scaledToBest } from "../../web/districts/scaling.ts";
import { sentenceOf } from "../../web/districts/sentences.ts";
import { countRanges, rangeText } from "../../web/districts/site-counts.ts";
import { exclusionLetters } from "../../web/districts/value-marks.tsx";
import { districtWords } from "../../web/districts/words.ts";
import { matchReason } from "../../web/explore/search-reason.ts";
import { classesOfAllYears } from "../../web/figures/district-values.ts";
import { toneColour } from "../../web/map/value-tones.ts";
import { endsWithBound, exactTrend } from "../../web/series/trend.ts";

const aCell = (change: Partial<Cell> = {}): Cell => ({
  value: 1,
  valueMax: null,
  qualifier: "EXACT",
  notComputable: null,
  year: 2023,
  fromYear: null,
  rank: 1,
  rankFrom: 1,
  rankTo: 1,
  rankOf: 13,
  previousRank: null,
  gapToBest: 0,
  confidence: "HIGH",
  excludedAreas: [],
  figures: [],
  series: [],
  ...change,
});

const noCell = aCell({
  value: null,
  qualifier: null,
  rank: null,
  rankFrom: null,
  rankTo: null,
  rankOf: null,
  notComputable: "NO_FIGURE",
});

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
  firstYear: 2023,
  lastYear: 2023,
  years: [2023],
  count: 5,
  siteCount: null,
  sitesWithoutDistrict: null,
  sitesWithoutFunctionalArea: null,
  median: 1e11,
  medianMax: null,
  medianQualifier: "EXACT",
  best: 2e11,
  least: 5e10,
  greatest: 2e11,
  cityValue: 2e12,
  city: { value: 2e12, valueMax: null, qualifier: "EXACT", year: 2023 },
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
  firstYear: null,
  lastYear: null,
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

const subject: Row["subject"] = {
  ...{ __typename: "District" as const, officialAreaKm2: 80.28, areaConfidence: "MEDIUM" as const },
  ...{ noteZh: "面积见于一处百科条目", noteEn: "From one encyclopaedia entry" },
};
const aRow = (key: string, ...cells: Cell[]): Row => ({
  ...{ key, nameZh: key, nameEn: key, namePinyin: key, subject, cells },
});

it("the area of a figure per km² keeps its confidence, its note and its sources", () => {
  expect(areaOf({ subject })).toMatchObject({ km2: 80.28, confidence: "MEDIUM", noteEn: "From one encyclopaedia entry" });
  const area = { __typename: "FunctionalArea" as const, areaKm2: 518.06, noteZh: null, noteEn: null, sources: [] };
  expect(areaOf({ subject: area })).toMatchObject({ km2: 518.06, confidence: null });
  expect(areaOf({ subject: { ...area, areaKm2: null } })).toBeNull();
});

describe("the order of rows", () => {
  const byKey = (one: { key: string }, other: { key: string }) => one.key.localeCompare(other.key);
  const keys = (rows: readonly { key: string }[]) => rows.map(({ key }) => key).join("");

  it("puts missing values last in both directions, and orders equal values by name", () => {
    const rows = [
      aRow("d", noCell),
      aRow("b", aCell({ value: 5 })),
      aRow("c", aCell({ value: 9 })),
      aRow("a", aCell({ value: 5 })),
    ];
    expect(keys(sortedRows(rows, { column: 0, descending: true }, byKey))).toBe("cabd");
    expect(keys(sortedRows(rows, { column: 0, descending: false }, byKey))).toBe("abcd");
    expect(keys(sortedRows(rows, { column: "name", descending: true }, byKey))).toBe("dcba");
  });

  it("by name is by the server's pinyin in Chinese, alphabetical in English", () => {
    const names = [
      { key: "长江新区", nameEn: "Changjiang New Area", namePinyin: "chang2 jiang1 xin1 qu1" },
      { key: "武汉经开区", nameEn: "A Zone in the West", namePinyin: "wu3 han4 jing1 kai1 qu1" },
      { key: "东湖高新区", nameEn: "East Lake High-tech Zone", namePinyin: "dong1 hu2 gao1 xin1 qu1" },
    ];
    expect(keys(names.toSorted(nameComparison("zh")))).toBe("长江新区东湖高新区武汉经开区");
    expect(keys(names.toSorted(nameComparison("en")))).toBe("武汉经开区长江新区东湖高新区");
  });

  it("puts more than a number above it and less than it below", () => {
    const rows = [
      aRow("a", aCell({ value: 5, qualifier: "LESS_THAN" })),
      aRow("b", aCell({ value: 5 })),
      aRow("c", aCell({ value: 5, qualifier: "MORE_THAN" })),
    ];
    expect(keys(sortedRows(rows, { column: 0, descending: true }, byKey))).toBe("cba");
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
  it("share a scale, which is shown with the unit in the heading", () => {
    const values = [5.2e10, 1.66e11, 9e9];
    const [chinese, english] = [commonScale(values, "zh", publishedDigits), commonScale(values, "en", publishedDigits)];
    expect(scaledUnit(chinese, { zh: "元", en: "CNY" }, "zh")).toBe("亿元");
    expect(scaledUnit(english, { zh: "元", en: "CNY" }, "en")).toBe("CNY billion");
    expect(scaledText({ value: 1e11, valueMax: null, qualifier: "MORE_THAN" }, chinese, "zh", false)).toBe("超过 1,000");
    expect(scaledText({ value: 8e9, valueMax: 9e9, qualifier: "RANGE" }, english, "en", false)).toBe("8–9");
    // The scale is that of the middle number as its column writes it.
    expect(commonScale([99_999_600], "zh", computedDigits).word).toBe("亿");
    expect(commonScale([999_960], "en", computedDigits).word).toBe("");
    expect(commonScale([99_999_600], "zh", publishedDigits).word).toBe("万");
    expect(scaledText({ value: 12345.678, valueMax: null, qualifier: "EXACT" }, { size: 1, word: "" }, "en", true)).toBe(
      "12,346",
    );
    expect(scaledText({ value: 0.0123456, valueMax: null, qualifier: "EXACT" }, { size: 1, word: "" }, "en", true)).toBe(
      "0.0123",
    );
  });

  it("join into a line only values that are no bounds, and three at least", () => {
    const pointAt = (year: number, qualifier: "EXACT" | "MORE_THAN" = "EXACT") => ({ year, value: year, qualifier });
    expect(exactTrend([pointAt(2023), pointAt(2021), pointAt(2022)]).map(({ year }) => year)).toEqual([2021, 2022, 2023]);
    expect(exactTrend([pointAt(2023), pointAt(2021), pointAt(2022, "MORE_THAN")])).toEqual([]);
    expect([
      endsWithBound([pointAt(2023, "MORE_THAN"), pointAt(2021), pointAt(2022)]),
      endsWithBound([pointAt(2023), pointAt(2022, "MORE_THAN")]),
    ]).toEqual([true, false]);
  });
});

describe("bars", () => {
  it("are open-ended where only a bound is known", () => {
    const cellWith = (qualifier: "EXACT" | "MORE_THAN" | "LESS_THAN" | "RANGE", valueMax: number | null = null) =>
      barParts({ value: 10, valueMax, qualifier }, 100);
    expect(cellWith("EXACT")).toEqual({ certain: 10, possible: 0 });
    expect(cellWith("MORE_THAN")).toEqual({ certain: 10, possible: 8 });
    expect(cellWith("LESS_THAN")).toEqual({ certain: 0, possible: 10 });
    expect(cellWith("RANGE", 14)).toEqual({ certain: 10, possible: 4 });
  });

  it("keep the order of the table and mark the median", () => {
    const bar = { value: 3, valueMax: null, qualifier: "EXACT" as const, text: "3", colour: "#1f3f5e" };
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

it("a saved map names what it shows", () => {
  const shapes = {
    width: 10,
    height: 10,
    background: ["M0 0Z"],
    shapeOf: new Map([["a", { path: "M1 1Z" }]]),
    labelOf: new Map([["a", [5, 5] as const]]),
  };
  expect(mapDrawing(shapes, [{ key: "a", name: "洪山区" }], () => "#123456")).toContain('<text x="5.0" y="9.0">洪山区</text>');
});

describe("a place among those with figures", () => {
  it("is the best only of an exact value that leads several", () => {
    const ofOneYear = { severalYears: false, subjectCount: 13 };
    const cells = [aCell(), aCell({ qualifier: "MORE_THAN" }), aCell({ rankOf: 1 })];
    expect(cells.map((cell) => isBest(ofOneYear, cell))).toEqual([true, false, false]);
    // Nor where the column is of several years, or fewer than half have a figure of that year.
    expect([7, 6].map((rankOf) => isBest(ofOneYear, aCell({ rankOf })))).toEqual([true, false]);
    expect(isBest({ ...ofOneYear, severalYears: true }, aCell())).toBe(false);
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
});

describe("colours", () => {
  const point = (year: number, value: number, qualifier: Cell["qualifier"] = "EXACT") => ({
    ...{ year, value, valueMax: null, qualifier, notComputable: null, comparableSince: null },
  });
  const cellOf = (...series: ReturnType<typeof point>[]) => aCell({ ...series.at(-1), series });
  const rows = [
    aRow("420102", cellOf(point(2020, 100), point(2023, 160))),
    aRow("420103", cellOf(point(2020, 40), point(2022, 90))),
    aRow("420104", cellOf(point(2021, 70, "MORE_THAN"))),
    aRow("420105", noCell),
  ];
  const classification = { method: "quantile", count: 3 } as const;
  const classified = classifiedColumn(rows, { column: aColumn(), columnIndex: 0 }, classification);

  it("are those of the main map: classes of the values of all years", () => {
    const series = rows.map(({ key, cells: [cell] }) => ({ code: key, nameZh: key, nameEn: key, points: cell?.series ?? [] }));
    expect(classified.classes).toEqual(classesOfAllYears(series, "VALUE", classification));
    expect(classified.classes.length).toBeGreaterThan(1);
    const colours = rows.map(({ key }) => classColour("light", classified, key));
    expect(colours.slice(0, 2)).toEqual(classified.classes.map(({ tone }) => toneColour("light", tone)).reverse());
    // A bound may be in any class above it, and what is not known is in none.
    expect(colours.slice(2)).toEqual([null, null]);
  });

  it("are those of the values themselves where they have no years, as counts of sites", () => {
    const counts = [2, 4, 6, 9].map((value, index) => aRow(`${index}`, aCell({ value, year: null })));
    const { classes, classifiedValues } = classifiedColumn(counts, { column: hubs, columnIndex: 0 }, classification);
    expect([...classifiedValues.values()].map(({ classIndex }) => classIndex)).toEqual([0, 0, 1, 1]);
    expect(classes[0]?.from).toBe(2);
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
    const chosen = defaultMeasures("DISTRICT");
    expect(nextMeasure(chosen, { indicator: "gdp", kind: null }, false)?.formula).toBe("PER_HEAD");
    expect(nextMeasure(chosen, { indicator: "tertiary-share", kind: null }, true)).toBeNull();
  });

  it("count the subjects of their set that have a figure", () => {
    const indicator = { slug: "gdp", nameZh: "", nameEn: "", nature: "FLOW" as const, appliesTo: ["DISTRICT" as const] };
    const answer = {
      indicators: [indicator],
      districts: [{ latestFigures: [{ indicator }] }, { latestFigures: [] }],
      functionalAreas: [],
    };
    expect(measureChoices(answer, "DISTRICT")).toMatchObject([{ slug: "gdp", count: 1, isRate: false }]);
    expect(measureChoices(answer, "FUNCTIONAL_AREA")).toEqual([]);
  });
});

describe("facts", () => {
  const kinds = (column: Column, cell: Cell) =>
    comparisonFactsOf(column, { severalYears: false, subjectCount: 13 }, cell).map(({ kind }) => kind);

  it("say places and ratios, and nothing where a comparison has no meaning", () => {
    expect(kinds(hubs, aCell({ value: 3 }))).toEqual(["PART_OF_CITY", "RANK", "TIMES_MEDIAN"]);
    expect(kinds(hubs, aCell({ value: 0, rank: 8 }))).toEqual(["PART_OF_CITY"]);
    expect(kinds(aColumn({ median: -2 }), aCell({ value: 3 }))).toEqual(["VALUE", "RANK"]);
    expect(kinds(aColumn({ medianQualifier: "AT_LEAST" }), aCell({ value: 3 }))).toEqual(["VALUE", "RANK"]);
    // More than 50 % may be above a median of 55 %, and stand anywhere.
    const share50 = aCell({ value: 50, qualifier: "MORE_THAN", rank: null, rankFrom: 1, rankTo: 4 });
    expect(kinds({ ...share, median: 55 }, share50)).toEqual(["VALUE"]);
    expect(kinds(aColumn(), noCell)).toEqual(["NO_FIGURE"]);
    // Among few, or of unlike years, there is neither a rank nor a median.
    expect(kinds(aColumn({ count: 5 }), aCell({ value: 3, rankOf: 5 }))).toEqual(["VALUE", "SUBJECTS_WITH_FIGURE"]);
    const unlikeYears = comparisonFactsOf(aColumn(), { severalYears: true, subjectCount: 13 }, aCell({ value: 3, rankOf: 5 }));
    expect(unlikeYears.map(({ kind }) => kind)).toEqual(["VALUE", "SUBJECTS_WITH_FIGURE"]);
  });

  it("show a spread only of exact positive values", () => {
    expect(spreadOf([aCell({ value: 4 }), aCell({ value: 2 })])).toBe(2);
    expect(spreadOf([aCell({ value: 4 }), aCell({ value: 2, qualifier: "MORE_THAN" })])).toBeNull();
    expect(spreadOf([aCell({ value: 4 }), noCell])).toBeNull();
    expect([roundRatio(2.14), roundRatio(12.6), roundRatio(0.456)]).toEqual([2.1, 13, 0.46]);
  });
});

describe("sentences", () => {
  const words = i18next.createInstance();
  const cellText = async (language: "zh" | "en", column: Column, cell: Cell, all = 1) => {
    const resources = {
      zh: { translation: { ...zh, ...districtWords.zh } },
      en: { translation: { ...en, ...districtWords.en } },
    };
    if (!words.isInitialized) await words.init({ resources, lng: "zh" });
    const t: TFunction = words.getFixedT(language);
    const [display] = columnDisplays(
      [column],
      Array.from({ length: all }, () => aRow("a", cell)),
      [],
      language,
    );
    return sentenceOf(display as ColumnDisplay, cell, t, language);
  };

  it("are plain facts in both languages", async () => {
    const cellOfThree = aCell({ value: 3, year: null });
    expect(await cellText("en", hubs, cellOfThree)).toBe("Logistics hubs: 3 of 5 in the city; No. 1 of 13; 3 times the median.");
    expect(await cellText("zh", hubs, cellOfThree)).toBe(
      "物流枢纽：全市 5 个，本区 3 个；在 13 个区中居第 1 位；为中位数的 3 倍。",
    );
    const gdp = aCell({ value: 2.1e11, qualifier: "MORE_THAN", rankOf: 5 });
    expect(await cellText("en", aColumn(), gdp)).toBe(
      "GDP (2023): more than CNY 210 billion; No. 1 of 5; more than 2.1 times the median.",
    );
    expect(await cellText("zh", aColumn(), gdp)).toBe(
      "地区生产总值（2023年）：超过 2,100 亿元；在 5 个区中居第 1 位；超过中位数的 2.1 倍。",
    );
    const third = aCell({ value: 55.5, rank: 3, rankOf: 5 });
    expect(await cellText("en", share, third)).toBe(
      "Tertiary share (2023): 55.5%; No. 3 of 5; 4.5 percentage points below the median.",
    );
    const bound = { rank: null, rankFrom: 1, rankTo: 4, rankOf: 5 };
    const moreThan65 = aCell({ value: 65, qualifier: "MORE_THAN", ...bound });
    expect(await cellText("en", share, moreThan65)).toContain("; more than 5 percentage points above the median.");
    expect(await cellText("zh", share, moreThan65)).toContain("；比中位数高 5 个百分点以上。");
    expect(await cellText("zh", share, aCell({ value: 65, qualifier: "ABOUT", rankOf: 5 }))).toContain(
      "；比中位数高约 5 个百分点。",
    );
    expect(await cellText("zh", share, aCell({ ...noCell, year: null }))).toBe("第三产业占比（2023年）：该时期无公开数据。");
  });

  it("say among how many a figure ranks, its own year, and both ends of a count", async () => {
    const first = aCell({ value: 55.5, rank: 1, rankOf: 7, year: 2021 });
    const withoutMedian = { ...share, median: null };
    expect(await cellText("en", withoutMedian, first, 13)).toBe("Tertiary share (2021): 55.5%; No. 1 of the 7 with figures.");
    expect(await cellText("zh", withoutMedian, first, 13)).toBe("第三产业占比（2021年）：55.5%；在有数据的 7 个区中居第 1 位。");
    // Fewer than half, or one of several years: no rank. A rough estimate is called one.
    const few = { ...first, rankOf: 3, confidence: "LOW" as const };
    expect(await cellText("en", withoutMedian, few, 13)).toBe(
      "Tertiary share (2021): 55.5% (low confidence); 3 of 13 have data for the same period, so not ranked.",
    );
    expect(await cellText("zh", { ...withoutMedian, year: null }, { ...few, rankOf: 7 }, 13)).toBe(
      "第三产业占比（2021年）：55.5%（可信度低）；13 个区中 7 个有同期数据，不排位次。",
    );
    const none = aCell({ value: 0, rank: null, rankTo: null, year: null });
    expect(await cellText("zh", { ...hubs, median: 0 }, none)).toBe("物流枢纽：全市 5 个，本区无。");
    expect(await cellText("en", { ...hubs, median: 0 }, none)).toBe("Logistics hubs: none of the city's 5.");
    const bases = aCell({ value: 1, valueMax: 4, qualifier: "RANGE", rank: null, rankTo: 2, year: null });
    expect(await cellText("en", hubs, bases)).toBe("Logistics hubs: 1 to 4 of 5 in the city.");
    expect(await cellText("zh", hubs, bases)).toBe("物流枢纽：全市 5 个，本区 1 至 4 个。");
  });
});

describe("picked districts with figures of unlike years", () => {
  const inYears = (year: number, ...years: number[]) =>
    aCell({
      year,
      series: years.map((each) => ({
        ...{ year: each, value: 1, valueMax: null },
        ...{ qualifier: "EXACT", notComputable: null, comparableSince: null },
      })),
    });
  it("are led to the newest year of which all have one", () => {
    const rows = [
      aRow("a", inYears(2022, 2020, 2021, 2022), inYears(2020, 2020)),
      aRow("b", inYears(2023, 2020, 2021, 2023), inYears(2020, 2020)),
    ];
    const displays = [{ columnIndex: 0 }, { columnIndex: 1 }];
    expect(commonYear(rows, displays)).toEqual({ year: 2021, displays: [{ columnIndex: 0 }] });
    expect(countWithYear(rows, 0, 2022)).toBe(1);
    // Of one year already, or without any in common.
    expect(commonYear(rows, displays.slice(1))).toBeNull();
    expect(commonYear([aRow("a", inYears(2022, 2022)), aRow("b", inYears(2023, 2023))], displays.slice(0, 1))).toBeNull();
  });
});

describe("a value of one of several years", () => {
  it("has its year in the brackets of the language", () => {
    const [several, one] = [{ severalYears: true }, { severalYears: false }];
    expect(withYear("超过 1,000 亿元", several, { year: 2021 }, "zh")).toBe("超过 1,000 亿元（2021年）");
    expect(withYear("more than CNY 100 billion", several, { year: 2021 }, "en")).toBe("more than CNY 100 billion (2021)");
    expect(withYear("1,180 亿元", one, { year: 2021 }, "zh")).toBe("1,180 亿元");
  });
});

describe("the number of a district's sites", () => {
  it("is a range where sites without a recorded district may lie in it, and kinds with none at all are left out", () => {
    const certainCounts = [
      { kind: "SERVICE_TRADE_PARK", count: 4 },
      { kind: "EXPORT_BASE", count: 1 },
      { kind: "BONDED_ZONE", count: 0 },
      { kind: "LOGISTICS_HUB", count: 0 },
    ] as const;
    const possibleCounts = [
      { kind: "SERVICE_TRADE_PARK", count: 3 },
      { kind: "LOGISTICS_HUB", count: 1 },
    ] as const;
    const ranges = countRanges(certainCounts, possibleCounts);
    expect(ranges.map((range) => [range.kind, rangeText(range, "en")])).toEqual([
      ["SERVICE_TRADE_PARK", "4–7"],
      ["EXPORT_BASE", "1"],
      ["LOGISTICS_HUB", "0–1"],
    ]);
  });
});

describe("similar districts", () => {
  const words = i18next.createInstance();
  const column = { key: "a", indicator: null, kind: null, formula: "VALUE" as const, unitZh: "%", unitEn: "%", year: 2023 };
  const measure = (nameEn: string, own: number, theirs: number, difference: number) => ({
    measure: { ...column, key: nameEn, indicator: { nameZh: "甲", nameEn } },
    ...{ subjectValue: own, peerValue: theirs, difference },
  });

  it("are explained in words: alike within half a spread, and what sets them most apart", async () => {
    await words.init({
      resources: { zh: { translation: { ...zh, ...peerDictionary.zh } }, en: { translation: { ...en, ...peerDictionary.en } } },
      lng: "zh",
    });
    const measures = [measure("A", 12, 13, 0.1), measure("B", 12, 51, -1.2), measure("C", 5, 5, 0), measure("D", 1, 9, 0.8)];
    expect(peerSentence({ measures }, [], words.getFixedT("en"), "en")).toBe(
      "Closest in C (5.00% vs 5.00%, 2023), A (12.0% vs 13.0%, 2023). Most different in B (12.0% vs 51.0%, 2023). Based on 4 measures.",
    );
    expect(peerSentence({ measures: [measure("A", 1, 1, 0)] }, [], words.getFixedT("zh"), "zh")).toBe("共依据 1 项指标。");
  });

  it("name what is not included, and why", () => {
    const missing = (nameZh: string, nameEn: string, notComputable: "NO_FIGURE" | "DIFFERENT_COVERAGE") => ({
      measure: { ...column, indicator: { nameZh, nameEn } },
      notComputable,
    });
    const leftOut = [missing("甲", "A", "NO_FIGURE"), missing("乙", "B", "DIFFERENT_COVERAGE"), missing("丙", "C", "NO_FIGURE")];
    // A reason is said once for all that it holds for.
    const inEnglish = missingWords(leftOut, [], words.getFixedT("en"), "en");
    expect(inEnglish).toEqual(["A; C (No published figure for that period)", expect.stringMatching(/^B \(Different coverage/)]);
    expect(missingWords(leftOut, [], words.getFixedT("zh"), "zh")[0]).toMatch(/^甲、丙（/);
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
    expect(projection.project([114, 31])).toEqual([0, 0]);
    expect(projection.project([115, 31])[0]).toBeCloseTo(100);
    expect(projection.height).toBeGreaterThan(100);
    expect(pathOf(square, projection)).toMatch(/^M0 .*Z$/);
  });
});

it("values that leave out the same functional areas have the same letter", () => {
  const area = (slug: string) => ({ slug, nameZh: slug, nameEn: slug });
  const row = (key: string, ...excluded: string[][]): Row => ({
    ...{ key, nameZh: key, nameEn: key, namePinyin: key, subject },
    cells: excluded.map((slugs) => aCell({ excludedAreas: slugs.map(area) })),
  });
  const letters = exclusionLetters([row("1", [], ["ehdz", "elsa"]), row("2", ["ehdz"], ["ehdz"]), row("3", ["ehdz", "elsa"])]);
  expect([...letters].map(([key, { letter }]) => `${letter} ${key}`)).toEqual(["a ehdz,elsa", "b ehdz"]);
});

it("others are compared with the chosen one, whatever is picked, and without one with the first picked", () => {
  const rows = ["420102", "420103", "420104"].map((key) => ({ key }));
  const picks = ["420102", "420103"];
  expect(referenceOf({ similarTo: "420104", picks }, rows)).toBe("420104");
  expect(referenceOf({ similarTo: null, picks }, rows)).toBe("420102");
  expect(referenceOf({ similarTo: "ehdz", picks }, rows)).toBe("420102");
  expect(referenceOf({ similarTo: null, picks: [] }, rows)).toBe("");
});

it("the title of the window says what is compared, and of which years", () => {
  expect(shownTitle({ names: ["GDP"], years: ["2023", "2023"] }, "DISTRICT", "en")).toBe("GDP (2023)");
  expect(shownTitle({ names: ["GDP", "Area"], years: [2024, 2022] }, "DISTRICT", "en")).toBe("Districts compared (2022–2024)");
  expect(shownTitle({ names: [], years: [] }, "FUNCTIONAL_AREA", "zh")).toBe("功能区对比");
});

it("a similar match of the search gives its reason in the reader's language only", () => {
  const match = { exact: false, matchedPart: "NAME", matchedText: "光谷软件园" };
  expect(matchReason(match, "Optics Valley Software Park", "en")).toBeNull();
  expect(matchReason(match, "软件园", "zh")).toBe("光谷软件园");
  expect(matchReason({ ...match, exact: true }, "Optics Valley Software Park", "en")).toBe("光谷软件园");
});
