import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { formulasFor } from "../../web/address/measure.ts";
import { formulaName, measureName } from "../../web/address/measure-name.ts";
import { withBrackets } from "../../web/core/format.ts";
import {
  classesOfAllYears,
  countsByYear,
  type DistrictSeries,
  tonesOf,
  valuesOf,
  type YearPoint,
} from "../../web/figures/district-values.ts";
import { legendSizes, radiusOf } from "../../web/figures/site-sizes.ts";
import { anyPeriodLike, everyYear, nearestYear, nextYear, partAfterYearOf, yearOf } from "../../web/figures/years.ts";
import { unclassed } from "../../web/map/classified-values.ts";
import { valueClasses } from "../../web/map/value-classes.ts";
import { classRangeTexts, numberStyleOf, scaleEndTexts, separateUnit, valueText } from "../../web/map/value-words.ts";

const aPoint = (year: number, change: Partial<YearPoint> = {}): YearPoint => ({
  year,
  value: 100,
  valueMax: null,
  qualifier: "EXACT",
  notComputable: null,
  ...change,
});
const aDistrict = (code: string, ...points: YearPoint[]): DistrictSeries => ({ code, nameZh: code, nameEn: code, points });

describe("values of districts", () => {
  const series = [
    aDistrict("420102", aPoint(2018, { value: 100, qualifier: "MORE_THAN" }), aPoint(2023, { value: 160 })),
    aDistrict("420103", aPoint(2018, { value: 40 }), aPoint(2023, { value: null, qualifier: null, notComputable: "NO_AREA" })),
    aDistrict("420104"),
  ];
  const classes = classesOfAllYears(series, "VALUE", { method: "quantile", count: 3 });

  it("are in the classes of all years, so that a colour means the same in each", () => {
    expect(classes.map(({ from, to }) => [from, to])).toEqual([
      [40, 100],
      [100, 160],
    ]);
    const classesIn = (year: number) => valuesOf(series, classes, year).map(({ classIndex }) => classIndex);
    expect(classesIn(2018)).toEqual([-1, 0, -1]);
    expect(classesIn(2023)).toEqual([1, -1, -1]);
    expect(classesIn(2020)).toEqual([-1, -1, -1]);
    expect([...countsByYear(series)]).toEqual([
      [2018, 2],
      [2023, 1],
    ]);
  });

  it("known only as a bound make no class and are in none, and each district is counted once", () => {
    expect(tonesOf(valuesOf(series, classes, 2018), classes)).toEqual({
      tones: { "420103": 0 },
      patterns: { "420102": "bound", "420104": "noValue" },
    });
    expect(unclassed(valuesOf(series, classes, 2018))).toEqual([
      { cause: "bound", pattern: "bound", count: 1 },
      { cause: "none", pattern: "noValue", count: 1 },
    ]);
  });

  it("that cannot be computed are distinguished from those that are not published", () => {
    const values = valuesOf(
      [...series, aDistrict("420105", aPoint(2023, { value: null, notComputable: "NO_FIGURE" }))],
      classes,
      2023,
    );
    expect(unclassed(values)).toEqual([
      { cause: "NO_AREA", pattern: "notComputable", count: 1 },
      { cause: "none", pattern: "noValue", count: 2 },
    ]);
    expect(tonesOf(values, classes).patterns).toEqual({ "420103": "notComputable", "420104": "noValue", "420105": "noValue" });
  });

  it("known as a range are in a class only where it holds the whole range", () => {
    const range = (code: string, value: number, valueMax: number) =>
      aDistrict(code, aPoint(2023, { value, valueMax, qualifier: "RANGE" }));
    const counts = [
      range("wide", 1, 5),
      range("narrow", 11, 12),
      ...[0, 1, 2, 3].map((value) => aDistrict(`${value}`, aPoint(2023, { value }))),
    ];
    const countClasses = classesOfAllYears(counts, "VALUE", { method: "equal", count: 4 });
    const values = valuesOf(counts, countClasses, 2023);
    expect(values.map(({ classIndex }) => classIndex)).toEqual([-1, 3, 0, 0, 0, 1]);
    expect(unclassed(values)).toEqual([{ cause: "range", pattern: "bound", count: 1 }]);
  });

  it("that grow and fall have two sides, specialisation one above and one below the city", () => {
    const growth = [aDistrict("a", aPoint(2023, { value: -2 })), aDistrict("b", aPoint(2023, { value: 5 }))];
    const tones = (formula: Parameters<typeof classesOfAllYears>[1], districtSeries: DistrictSeries[]) =>
      classesOfAllYears(districtSeries, formula, { method: "quantile", count: 5 }).map(({ tone }) => Math.sign(tone));
    expect(tones("YEAR_ON_YEAR", growth)).toEqual([-1, 1]);
    // A rate of growth as published has two sides as well.
    expect(tones("VALUE", growth)).toEqual([-1, 1]);
    const quotients = [aDistrict("a", aPoint(2023, { value: 0.5 })), aDistrict("b", aPoint(2023, { value: 1.5 }))];
    expect(tones("LOCATION_QUOTIENT", quotients)).toEqual([-1, 1]);
  });
});

describe("numbers in words", () => {
  const yuan = { zh: "元/平方公里", en: "CNY per km²" };
  const write = (language: "zh" | "en") => numberStyleOf([2.0246e9, 3.53e9, 3.63e8], yuan, language);

  it("keep their bounds and their unit", () => {
    const value = { value: 2.0246e9, valueMax: null, qualifier: "MORE_THAN" as const };
    expect(valueText(value, write("zh"))).toBe("超过 20.24 亿元/平方公里");
    expect(valueText(value, write("en"))).toBe("more than CNY 2.024 billion per km²");
    const range = { value: 12, valueMax: 14, qualifier: "RANGE" as const };
    expect(valueText(range, numberStyleOf([12], { zh: "%", en: "%" }, "en"))).toBe("12–14%");
  });

  it("of classes have as few digits as tell their borders apart", () => {
    const classes = (...borders: [number, number][]) => borders.map(([from, to]) => ({ from, to, tone: 0 }));
    const writeFive = numberStyleOf([5], { zh: "", en: "" }, "en");
    expect(classRangeTexts(classes([1.23456789, 2.34567891], [3.45678912, 9.87654321]), writeFive)).toEqual([
      "1.23–2.35",
      "3.46–9.88",
    ]);
    expect(classRangeTexts(classes([100, 100.4], [100.45, 100.7], [200, 200]), writeFive)).toEqual([
      "100.00–100.40",
      "100.45–100.70",
      "200.00",
    ]);
    // A value on a border is in the class that begins there.
    expect(classRangeTexts(classes([0, 2.5], [2.5, 10], [10, 40]), writeFive)).toEqual(["0.0–<2.5", "2.5–<10.0", "10.0–40.0"]);
    expect(classRangeTexts(classes([-3, 0], [0, 4]), writeFive)).toEqual(["-3 … <0", "0–4"]);
    expect(classRangeTexts(classes([0, 5], [5, 12]), numberStyleOf([5], { zh: "", en: "" }, "zh"))).toEqual(["0～<5", "5～12"]);
    expect(classRangeTexts(classes([-3, -1], [2, 4]), writeFive)).toEqual(["-3 … -1", "2–4"]);
    expect(scaleEndTexts(classes([1.23456, 5], [5, 9876.54]), writeFive)).toEqual(["1.23", "9,880"]);
  });

  it("of classes of counts have no number in two of them", () => {
    const counts = numberStyleOf([0, 1, 2, 5], { zh: "个", en: "sites" }, "en", true);
    const classes = valueClasses([0, 1, 2, 3, 4, 5, 6, 11], { method: "equal", count: 3 });
    expect(classes.map(({ from, to }) => [from, to])[2]?.[1]).toBe(11);
    expect(classRangeTexts(classes, counts)).toEqual(["0–3", "4–7", "8–11"]);
    const fewClasses = valueClasses([0, 0, 1, 2], { method: "quantile", count: 5 });
    expect(classRangeTexts(fewClasses, counts)).toEqual(["0", "1–2"]);
  });

  it("have their unit once above a column, but a sign of percent at each", () => {
    const writeWithoutUnit = separateUnit(write("en"));
    expect(writeWithoutUnit.unit).toBe("CNY billion per km²");
    expect(valueText({ value: 2.0246e9, valueMax: null, qualifier: "MORE_THAN" }, writeWithoutUnit.style)).toBe(
      "more than 2.024",
    );
    expect(separateUnit(numberStyleOf([5], { zh: "%", en: "%" }, "zh"))).toMatchObject({ unit: null, style: { unit: "%" } });
  });
});

describe("sizes of sites", () => {
  it("have areas in proportion to their figures", () => {
    const amount = fc.double({ min: 1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        const [a, b] = [radiusOf(one, 1000), radiusOf(other, 1000)];
        if (Math.min(a, b) > 2) expect(a ** 2 / b ** 2).toBeCloseTo(one / other, 6);
      }),
    );
    expect(radiusOf(1000, 1000)).toBe(34);
    expect([radiusOf(0, 10), radiusOf(-5, 10), radiusOf(5, 0)]).toEqual([0, 0, 0]);
  });

  it.each([
    [66.8, [50, 10, 2]],
    [1, [1, 0.2, 0.05]],
    [162_535, [100_000, 20_000, 5000]],
    [0, []],
  ])("of up to %d are explained by circles of round numbers", (greatest, expected) => {
    expect(legendSizes(greatest)).toEqual(expected);
  });
});

describe("time", () => {
  it("is said as people say it", () => {
    expect(["2024", "2024-H1", "2024-Q3", "2024-05"].map((slot) => namedPeriodText(slot, "zh"))).toEqual([
      "2024年",
      "2024年上半年",
      "2024年第三季度",
      "2024年5月",
    ]);
    expect(["2024", "2024-H2", "2024-Q4", "2024-12"].map((slot) => namedPeriodText(slot, "en"))).toEqual([
      "2024",
      "H2 2024",
      "Q4 2024",
      "Dec 2024",
    ]);
  });

  it("is one query for all years with the same part of the year", () => {
    expect([anyPeriodLike("2019-H1"), anyPeriodLike("2024-H1"), anyPeriodLike("2024"), anyPeriodLike(null)]).toEqual([
      "2020-H1",
      "2020-H1",
      undefined,
      undefined,
    ]);
    expect([yearOf("2024-Q3"), partAfterYearOf("2024-Q3")]).toEqual([2024, "-Q3"]);
  });

  it("steps over years without a figure, in the direction of the hand", () => {
    const years = [2016, 2018, 2023];
    expect([nextYear(years, 2016), nextYear(years, 2019), nextYear(years, 2023)]).toEqual([2018, 2023, null]);
    expect([nearestYear(years, 2017, 2016), nearestYear(years, 2022, 2023), nearestYear(years, 2018, 2016)]).toEqual([
      2018, 2018, 2018,
    ]);
    expect(everyYear(years)).toEqual([2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023]);
    expect(everyYear([])).toEqual([]);
    expect([nearestYear(years, 2030, 2023), nearestYear(years, 2000, 2016)]).toEqual([2023, 2016]);
  });
});

describe("formulas offered on the map", () => {
  it("show no code until their names are there", () => {
    const gdp = { indicator: { nameZh: "地区生产总值", nameEn: "GDP" }, kind: null, formula: "PER_KM2" as const };
    expect([formulaName("PER_KM2", false, [], "en"), measureName(gdp, [], "en")]).toEqual(["", "GDP"]);
    const formulas = [{ formula: "PER_KM2", nameZh: "每平方公里", nameEn: "Per km²" }];
    expect(measureName(gdp, formulas, "zh")).toBe("地区生产总值（每平方公里）");
    const perHead = measureName(
      { ...gdp, formula: "PER_HEAD" },
      [{ formula: "PER_HEAD", nameZh: "人均（按常住人口推算）", nameEn: "Per head" }],
      "zh",
    );
    expect(withBrackets(perHead, "2021年", "zh")).toBe("人均地区生产总值（按常住人口推算，2021年）");
  });

  it("are those that mean something", () => {
    const offeredFormulas = (indicator: string | null, kind: "EXPORT_BASE" | null, isRate: boolean) =>
      formulasFor({ indicator, kind }, isRate);
    expect(offeredFormulas("tertiary-share", null, true)).toEqual(["VALUE"]);
    expect(offeredFormulas(null, null, false)).toEqual(["VALUE", "PER_KM2", "PER_HEAD", "SHARE_OF_CITY"]);
    expect(offeredFormulas(null, "EXPORT_BASE", false)).toContain("LOCATION_QUOTIENT");
    expect(offeredFormulas("gdp", null, false)).toContain("YEAR_ON_YEAR");
    expect(offeredFormulas("population-census", null, false)).not.toContain("PER_HEAD");
  });
});
