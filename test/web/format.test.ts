import { describe, expect, it } from "vitest";
import { namedPeriodText, periodWithNote } from "../../server/contract/period-words.ts";
import {
  fixedDigits,
  numberText,
  quantityRange,
  quantityText,
  roundTo,
  unitWithWord,
  withUnit,
} from "../../server/contract/quantities.ts";
import { decimalsBeside } from "../../web/core/distance-decimals.ts";
import { formatDistance, formatFigure, formatMetres, formatShare } from "../../web/core/format.ts";
import type { PeriodKind, Qualifier } from "../../web/core/graphql.ts";
import { formatPeriod } from "../../web/core/period.ts";
import { scaledText } from "../../web/core/scale.ts";

/** The page keeps a number and its unit on one line, which is checked once, below. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");

const yuan = { slug: "cny", nameZh: "元", nameEn: "CNY" };
const firms = { slug: "firms", nameZh: "家", nameEn: "firms" };
const percent = { slug: "percent", nameZh: "%", nameEn: "%" };
const aFigure = (value: number, qualifier: Qualifier, unit = firms, valueMax: number | null = null) => ({
  value,
  valueMax,
  qualifier,
  indicator: { unit },
});

it("a number stays on one line with its unit, a longer text does not", () => {
  expect([formatMetres(800, "en"), formatDistance(8.2, "zh")]).toEqual(["800\u00a0m", "8.2\u00a0公里"]);
  expect(formatFigure(aFigure(3.2e7, "MORE_THAN"), "en")).toBe("more than 32\u00a0million firms");
  expect(formatFigure(aFigure(2.1e11, "ABOUT", yuan), "en")).toBe("about CNY\u00a0210\u00a0billion");
  expect(formatFigure(aFigure(1000, "ABOUT"), "zh")).toBe("约 1,000\u00a0家");
  // What files are written from has plain spaces.
  expect(quantityText(1000, firms, "zh")).toBe("1,000 家");
});

describe("numbers as people say them", () => {
  it.each([
    [162_535_000_000, "1,625.35 亿", "162.535 billion"],
    [12_326_518, "1,232.65 万", "12.3265 million"],
    [35_000, "3.5 万", "35,000"],
    [9_999, "9,999", "9,999"],
    [2_100_000_000_000, "2.1 万亿", "2.1 trillion"],
    [0, "0", "0"],
    [-1_500_000, "-150 万", "-1.5 million"],
    // The scale is that of the number as it is written.
    [999_999_999, "10 亿", "1 billion"],
    [-999_999_999, "-10 亿", "-1 billion"],
    [999_999_400, "9.99999 亿", "999.999 million"],
    [999_999_500, "10 亿", "1 billion"],
    [99_999_999, "1 亿", "100 million"],
    [999_999_999_999, "1 万亿", "1 trillion"],
    [999_999.9, "100 万", "999,999.9"],
    [999_999.999_9, "100 万", "1 million"],
    [9_999.96, "9,999.96", "9,999.96"],
    [9_999.999_999, "1 万", "10,000"],
    [-0, "0", "0"],
  ])("%d", (value, zh, en) => {
    expect(numberText(value, "zh")).toBe(zh);
    expect(numberText(value, "en")).toBe(en);
  });

  it("puts the unit behind, a percent sign close", () => {
    expect(quantityText(162_535_000_000, yuan, "zh")).toBe("1,625.35 亿元");
    expect(quantityText(162_535_000_000, yuan, "en")).toBe("CNY 162.535 billion");
    expect(quantityText(12.5, percent, "zh")).toBe("12.5%");
    expect(quantityText(12.5, percent, "en")).toBe("12.5%");
    expect(quantityText(220, firms, "zh")).toBe("220 家");
  });

  it("puts a currency before its number in English, in ranges, rates and heads too", () => {
    const perKm2 = { slug: "CNY-per-km2", nameZh: "元/km²", nameEn: "CNY per km²" };
    expect(quantityText(2_024_000_000, perKm2, "en")).toBe("CNY 2.024 billion per km²");
    expect(quantityText(-3_000_000, yuan, "en")).toBe("CNY -3 million");
    expect(quantityRange(150e6, 2e9, yuan, "en")).toBe("CNY 150 million–2 billion");
    expect(quantityRange(8e6, 9e6, { ...firms, nameEn: "tonnes" }, "en")).toBe("8–9 million tonnes");
    expect(quantityRange(150e6, 2e9, yuan, "zh")).toBe("1.5 亿～20 亿元");
    expect(plain(formatFigure(aFigure(2.1e11, "MORE_THAN", yuan), "en"))).toBe("more than CNY 210 billion");
    expect(withUnit("about 12.5", "CNY billion per km²")).toBe("about CNY 12.5 billion per km²");
    expect(unitWithWord("billion", "CNY per km²", "en")).toBe("CNY billion per km²");
    expect(unitWithWord("million", "TEU", "en")).toBe("million TEU");
  });

  it("calls a bound of a negative number above or below it", () => {
    expect(plain(formatFigure(aFigure(-3, "MORE_THAN"), "zh"))).toBe("高于 -3 家");
    expect(plain(formatFigure(aFigure(-3, "MORE_THAN"), "en"))).toBe("above -3 firms");
    const scale = { size: 1, word: "" };
    expect(scaledText({ value: -3, valueMax: null, qualifier: "LESS_THAN" }, scale, "zh", false)).toBe("低于 -3");
    expect(scaledText({ value: -3, valueMax: null, qualifier: "LESS_THAN" }, scale, "en", false)).toBe("below -3");
  });

  it("lets a note that names the time stand for the period", () => {
    const published = "Average of the last three years, published in October 2025";
    expect(periodWithNote("Oct 2025", published, "en")).toBe("average of the last three years, published in October 2025");
    expect(periodWithNote("2025年10月", "近三年年均，2025年10月公布", "zh")).toBe("近三年年均，2025年10月公布");
    expect(periodWithNote("1 Nov 2020", "Seventh National Population Census", "en")).toBe(
      "1 Nov 2020, Seventh National Population Census",
    );
    expect(periodWithNote("2017年", "年份系推断", "zh")).toBe("2017年，年份系推断");
    expect(periodWithNote("2017", "", "en")).toBe("2017");
  });

  it("writes percent without a scale word, which would be lost or odd before the sign", () => {
    expect(quantityText(15_000, percent, "zh")).toBe("15,000%");
    expect(quantityText(12_500_000, percent, "en")).toBe("12,500,000%");
  });

  it("writes what rounds to zero without a minus sign", () => {
    expect(quantityText(-0, percent, "en")).toBe("0%");
    expect(formatShare(-0.0001, "zh")).toBe("0%");
    expect(plain(formatDistance(-0.01, "en"))).toBe("0 km");
    expect(fixedDigits(-0.000001, 5)).toBe("0.00000");
    expect(fixedDigits(-0.00001, 5)).toBe("-0.00001");
  });

  it("says a rank as a rank", () => {
    const rank = { slug: "rank", nameZh: "位", nameEn: "(rank)" };
    expect(quantityText(5, rank, "zh")).toBe("第 5 位");
    expect(quantityText(5, rank, "en")).toBe("No. 5");
  });
});

describe("figures keep what their source says of them", () => {
  it.each<[Qualifier, string, string]>([
    ["EXACT", "1,000 家", "1,000 firms"],
    ["ABOUT", "约 1,000 家", "about 1,000 firms"],
    ["NEARLY", "近 1,000 家", "nearly 1,000 firms"],
    ["AT_LEAST", "不少于 1,000 家", "at least 1,000 firms"],
    ["MORE_THAN", "超过 1,000 家", "more than 1,000 firms"],
    ["AT_MOST", "不超过 1,000 家", "at most 1,000 firms"],
    ["LESS_THAN", "不足 1,000 家", "less than 1,000 firms"],
  ])("%s", (qualifier, zh, en) => {
    expect(plain(formatFigure(aFigure(1000, qualifier), "zh"))).toBe(zh);
    expect(plain(formatFigure(aFigure(1000, qualifier), "en"))).toBe(en);
  });

  const area = { slug: "km2", nameZh: "平方公里", nameEn: "km²" };
  const billions = { size: 1e9, word: "billion", decimals: 2 };
  it.each<[Qualifier, string, string, string]>([
    ["MORE_THAN", "more than 1.23456 billion firms", "more than 1.23", "more than 0.0266666666 km²"],
    ["AT_LEAST", "at least 1.23456 billion firms", "at least 1.23", "at least 0.0266666666 km²"],
    ["LESS_THAN", "less than 1.23457 billion firms", "less than 1.24", "less than 0.0266666667 km²"],
    ["AT_MOST", "at most 1.23457 billion firms", "at most 1.24", "at most 0.0266666667 km²"],
    ["ABOUT", "about 1.23457 billion firms", "about 1.23", "about 0.0266666667 km²"],
  ])("rounds %s so that it still holds", (qualifier, expectedWhole, inColumn, published) => {
    expect(plain(formatFigure(aFigure(1_234_567_000, qualifier), "en"))).toBe(expectedWhole);
    expect(scaledText({ value: 1_234_567_000, valueMax: null, qualifier }, billions, "en", true)).toBe(inColumn);
    expect(plain(formatFigure(aFigure(40 / 1500, qualifier, area), "en"))).toBe(published);
  });

  it("reaches no scale by rounding a bound, and leaves whole numbers as they are", () => {
    expect(plain(formatFigure(aFigure(999_999_999, "MORE_THAN"), "en"))).toBe("more than 999.999 million firms");
    expect(plain(formatFigure(aFigure(0.1 + 0.2, "LESS_THAN"), "en"))).toBe("less than 0.3 firms");
    expect(plain(formatFigure(aFigure(2_300_000_000, "AT_MOST"), "zh"))).toBe("不超过 23 亿家");
    expect(scaledText({ value: 8_006_000_000, valueMax: 9_001_000_000, qualifier: "RANGE" }, billions, "en", true)).toBe(
      "8.00–9.01",
    );
  });

  it.each([
    [1553363228.69955, -7, "halfExpand", 1_550_000_000],
    [0.0267, 3, "floor", 0.026],
    [-0.0267, 3, "floor", -0.027],
    [0.3, 1, "ceil", 0.3],
    [1.1 * 3, 1, "ceil", 3.3],
    [0.00042, 2, "floor", 0.0004],
    [0, 2, "ceil", 0],
    [1.26e-9, 1, "floor", 1e-9],
  ] as const)("rounds %d to %d decimals by %s", (value, decimals, rounding, expectedText) => {
    expect(roundTo(value, decimals, rounding)).toBe(expectedText);
  });

  it("gives both ends of a range", () => {
    expect(plain(formatFigure(aFigure(30, "RANGE", firms, 40), "zh"))).toBe("30～40 家");
    expect(plain(formatFigure(aFigure(30, "RANGE", firms, 40), "en"))).toBe("30–40 firms");
  });
});

describe("lengths", () => {
  it("says metres below a kilometre", () => {
    expect(plain(formatMetres(500, "zh"))).toBe("500 米");
    expect(plain(formatMetres(2000, "en"))).toBe("2 km");
    expect(plain(formatDistance(3.24, "zh"))).toBe("3.2 公里");
    expect(plain(formatDistance(52.4, "en"))).toBe("52 km");
  });

  it.each([
    [14.795, 14.8, "14.8 km"],
    [14.3, 14.8, "14 km"],
    [14.83, 14.8, "15 km"],
    [10.2, 10, "10.2 km"],
    [9.97, 9.98, "9.97 km"],
    [9.97, 10, "10 km"],
  ])("%d km beside a limit of %d km is %s", (km, limitKm, text) => {
    expect(plain(formatDistance(km, "en", decimalsBeside(km, limitKm)))).toBe(text);
  });
});

describe("periods", () => {
  const aPeriod = (periodKind: PeriodKind, periodStart: string | null, periodEnd: string | null) => ({
    periodKind,
    periodStart,
    periodEnd,
  });

  it.each([
    [aPeriod("YEAR", "2023-01-01", "2023-12-31"), "2023年", "2023"],
    [aPeriod("HALF_YEAR", "2023-01-01", "2023-06-30"), "2023年上半年", "H1 2023"],
    [aPeriod("QUARTER", "2025-01-01", "2025-03-31"), "2025年第一季度", "Q1 2025"],
    [aPeriod("MONTH", "2023-05-01", "2023-05-31"), "2023年5月", "May 2023"],
    [aPeriod("DAY", "2020-11-01", "2020-11-01"), "2020年11月1日", "1 Nov 2020"],
    [aPeriod("YEAR_TO_DATE", "2017-01-01", "2017-05-31"), "2017年1—5月", "Jan–May 2017"],
    [aPeriod("YEAR_TO_DATE", "2025-01-01", "2025-12-23"), "2025年1月1日—12月23日", "1 Jan–23 Dec 2025"],
    [aPeriod("SPAN", "2021-01-01", "2025-09-30"), "2021年1月—2025年9月", "Jan 2021–Sept 2025"],
    [aPeriod("SPAN", "2012-01-01", "2018-12-31"), "2012—2018年", "2012–2018"],
    [aPeriod("UNDATED", null, null), "时间不详", "undated"],
  ])("%o", (period, zh, en) => {
    expect(formatPeriod(period, "zh")).toBe(zh);
    expect(formatPeriod(period, "en")).toBe(en);
  });

  it("writes dates as far as they are known", () => {
    expect(namedPeriodText("2013", "zh")).toBe("2013年");
    expect(namedPeriodText("2013-06", "en")).toBe("Jun 2013");
    expect(namedPeriodText("2013-06-29", "en")).toBe("29 Jun 2013");
  });
});
