// Numbers and periods as people write them, in rules as in tables, and the calendar of what is due.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readDataset } from "../../server/imports/dataset.ts";
import {
  type ComparedNumbers,
  formatChange,
  formatComputed,
  formatInterval,
  formatQualified,
  perYear,
  unitOfDifference,
} from "../../server/plan/amounts.ts";
import { dueReleases } from "../../server/plan/calendar.ts";
import { type Figure, type Measure, periodOf, type TargetFacts } from "../../server/plan/facts.ts";
import { exactly, intervalOf, type QualifiedNumber } from "../../server/plan/interval.ts";
import { formatFigure } from "../../web/core/format.ts";
import type { PeriodKind, Qualifier } from "../../web/core/graphql.ts";
import { formatPeriod } from "../../web/core/period.ts";
import { aimFor, figureOfYear, figureOn, flow, qualified, share } from "../plan.ts";

const passengers = { slug: "passenger", nameZh: "人次", nameEn: "passengers" };
const percent = { slug: "percent", nameZh: "%", nameEn: "%" };
const rank = { slug: "rank", nameZh: "位", nameEn: "(rank)" };
const yuan = { slug: "CNY", nameZh: "元", nameEn: "CNY" };

test.each([
  [qualified("EXACT", 31406000), passengers, "3,140.6 万人次", "31.406 million passengers"],
  [qualified("EXACT", 851200), passengers, "85.12 万人次", "851,200 passengers"],
  [qualified("MORE_THAN", 800_000_000_000), yuan, "超过 8,000 亿元", "more than CNY 800 billion"],
  [qualified("EXACT", 1_300_000_000_000), yuan, "1.3 万亿元", "CNY 1.3 trillion"],
  [qualified("RANGE", 168, 180), passengers, "168～180 人次", "168–180 passengers"],
  [qualified("EXACT", 123_456), passengers, "12.3456 万人次", "123,456 passengers"],
  [qualified("EXACT", 14.85), percent, "14.85%", "14.85%"],
  [qualified("EXACT", 1), rank, "第 1 位", "No. 1"],
])("the published %j", (given, unit, zh, en) => {
  expect(formatQualified(given, unit)).toEqual({ zh, en });
});

const nothingCompared: ComparedNumbers = { published: [], goal: null };

test.each<[QualifiedNumber, typeof passengers, string, string]>([
  [
    qualified("MORE_THAN", -1_406_000),
    perYear(passengers),
    "减少不到 141 万人次/年，也可能有所增加",
    "a fall of less than 1.41 million passengers per year, or a rise",
  ],
  [qualified("AT_MOST", -3.3), percent, "下降不少于 3.3%", "a fall of at least 3.3%"],
  [qualified("LESS_THAN", -2.5e9), perYear(yuan), "减少超过 25 亿元/年", "a fall of more than CNY 2.5 billion per year"],
  [qualified("LESS_THAN", 167), passengers, "不足 167 人次", "less than 167 passengers"],
  [qualified("EXACT", -167), passengers, "-167 人次", "-167 passengers"],
])("the change %j", (change, unit, zh, en) => {
  expect(formatChange(change, unit, nothingCompared)).toEqual({ zh, en });
});

test.each<[QualifiedNumber, ComparedNumbers, string]>([
  [qualified("EXACT", 33_959_600), nothingCompared, "34 million passengers"],
  [qualified("EXACT", 1_040_400), nothingCompared, "1.04 million passengers"],
  [qualified("EXACT", 0.92288), nothingCompared, "0.923 passengers"],
  [qualified("EXACT", -166.6667), nothingCompared, "-167 passengers"],
  [qualified("EXACT", 0), nothingCompared, "0 passengers"],
  // Bounds hold after rounding.
  [qualified("LESS_THAN", 166.3), nothingCompared, "less than 167 passengers"],
  [qualified("MORE_THAN", 1187.6), nothingCompared, "more than 1,180 passengers"],
  [qualified("RANGE", 1187.6, 1212.3), nothingCompared, "1,180–1,220 passengers"],
  [qualified("AT_LEAST", 3.3), nothingCompared, "at least 3.3 passengers"],
  // 34.96 of 35 million are not 35 million, nor is what just exceeds them.
  [qualified("EXACT", 34_960_000), { published: [], goal: 35_000_000 }, "34.96 million passengers"],
  [qualified("EXACT", 35_010_000), { published: [], goal: 35_000_000 }, "35.01 million passengers"],
  [qualified("EXACT", 35_000_000), { published: [], goal: 35_000_000 }, "35 million passengers"],
  // What was published is not computed.
  [qualified("EXACT", 31_406_000), { published: [31_406_000], goal: 35_000_000 }, "31.406 million passengers"],
])("the computed %j beside %j", (given, beside, en) => {
  expect(formatComputed(given, passengers, beside).en).toBe(en);
});

/** The page does not part a number and its unit; other texts have plain spaces. */
const withPlainSpaces = (text: string): string => text.replaceAll("\u00a0", " ");

test("rules format the figures of the plan's measures exactly as the page's tables do, including periods", () => {
  const { observations, indicators, units, plan } = readDataset(fileURLToPath(new URL("../../prisma/data", import.meta.url)));
  const counted = new Set(plan.targets.flatMap(({ measures }) => measures.map(({ indicator }) => indicator)));
  const figures = observations.filter(({ indicator }) => counted.has(indicator));
  expect(figures.length).toBeGreaterThan(50);
  for (const { indicator, value, value_max, qualifier, period } of figures) {
    const row = units.find(({ id }) => id === indicators.find(({ id }) => id === indicator)?.unit);
    const unit = { slug: row?.id ?? "", nameZh: row?.name_zh ?? "", nameEn: row?.name_en ?? "" };
    const given = { value: Number(value), valueMax: value_max === null ? null : Number(value_max) };
    const shown = { ...given, qualifier: qualifier as Qualifier, indicator: { unit } };
    expect(formatQualified({ ...given, qualifier: qualifier as Qualifier }, unit)).toEqual({
      zh: withPlainSpaces(formatFigure(shown, "zh")),
      en: withPlainSpaces(formatFigure(shown, "en")),
    });
    const { kind, start, end } = period;
    if (end === null) continue;
    const dated = { id: 1, ...given, qualifier: qualifier as Qualifier, kind: kind as PeriodKind, start, end };
    const when = { periodKind: kind as PeriodKind, periodStart: start, periodEnd: end };
    expect(periodOf(dated)).toEqual({ zh: formatPeriod(when, "zh"), en: formatPeriod(when, "en") });
  }
});

test("the units of a pace and of a difference", () => {
  expect(formatInterval(exactly(2), perYear(unitOfDifference(percent)), nothingCompared)).toEqual({
    zh: "2 个百分点/年",
    en: "2 percentage points per year",
  });
  expect(formatInterval(exactly(3), unitOfDifference(rank), nothingCompared)).toEqual({ zh: "3 位", en: "3 places" });
  expect(formatInterval(intervalOf(qualified("LESS_THAN", 5), 0), passengers, nothingCompared).en).toBe("0–5 passengers");
});

test.each([
  [figureOfYear(2024, 1), "2024年", "2024"],
  [{ ...figureOfYear(2024, 1), kind: "HALF_YEAR", end: "2024-06-30" }, "2024年上半年", "H1 2024"],
  [{ ...figureOfYear(2024, 1), kind: "QUARTER", end: "2024-09-30" }, "2024年第三季度", "Q3 2024"],
  [{ ...figureOfYear(2024, 1), kind: "YEAR_TO_DATE", end: "2024-08-31" }, "2024年1—8月", "Jan–Aug 2024"],
  [{ ...figureOfYear(2024, 1), kind: "SPAN", start: "2021-01-01" }, "2021—2024年", "2021–2024"],
  [{ ...figureOfYear(2025, 1), kind: "YEAR_TO_DATE", end: "2025-12-23" }, "2025年1月1日—12月23日", "1 Jan–23 Dec 2025"],
  [figureOn("2025-09-30", 1, "SPAN"), "2021年1月—2025年9月", "Jan 2021–Sept 2025"],
  [figureOn("2025-04-30", 1, "MONTH"), "2025年4月", "Apr 2025"],
] as const)("the period %j", (figure, zh, en) => {
  expect(periodOf(figure as Figure & { end: string })).toEqual({ zh, en });
});

describe("the calendar", () => {
  const measure = (standard: Measure["standard"], figures: Figure[], counted = flow): Measure => ({
    ...{
      position: 0,
      role: "MEASURES",
      indicator: "x",
      nameZh: "x",
      nameEn: "x",
      frequency: "YEARLY",
      standard,
      figures,
      goals: 0,
    },
    ...{ subject: { nameZh: "x", nameEn: "x" }, unit: passengers, ...counted },
  });
  const facts = (of: Measure, aim = aimFor("LEVEL_BY", 10)): TargetFacts => ({
    ...aim,
    ...{
      slug: "x",
      nameZh: "x",
      nameEn: "x",
      task: 1,
      dataHolderZh: "x",
      dataHolderEn: "x",
      unit: passengers,
      decidingPosition: 0,
      measures: [of],
    },
  });
  const due = (of: TargetFacts, day: string) =>
    dueReleases([of], day, []).map(({ periodEnd, from, to, isOverdue }) => [periodEnd, from, to, isOverdue]);

  test("last year's figure, if it is not there, and this year's", () => {
    const communique = facts(measure("STATISTICS_BUREAU", [figureOfYear(2024, 5)]));
    expect(due(communique, "2026-02-01")).toEqual([
      ["2025-12-31", "2026-03-15", "2026-04-30", false],
      ["2026-12-31", "2027-03-15", "2027-04-30", false],
    ]);
    expect(due(communique, "2026-05-01")[0]).toEqual(["2025-12-31", "2026-03-15", "2026-04-30", true]);
    expect(due(facts(measure("STATISTICS_BUREAU", [figureOfYear(2025, 5)])), "2026-05-01")).toEqual([
      ["2026-12-31", "2027-03-15", "2027-04-30", false],
    ]);
  });

  test("a document in the data that does not give the figure is not overdue", () => {
    const workReport = facts(measure("NONE", [figureOfYear(2024, 5)]));
    const [communique, day] = [facts(measure("STATISTICS_BUREAU", [figureOfYear(2024, 5)])), "2026-05-01"];
    const states = (of: TargetFacts, title: string) =>
      dueReleases([of], day, [title]).map(({ isOverdue, lacksFigures }) => [isOverdue, lacksFigures]);
    const [overdue, later, without] = [
      [true, false],
      [false, false],
      [false, true],
    ];
    expect(states(workReport, "武汉市2026年政府工作报告（2026年1月6日）")).toEqual([without, later]);
    expect(states(communique, "2025年武汉市国民经济和社会发展统计公报")).toEqual([without, later]);
    for (const title of ["武汉市2025年政府工作报告", "湖北省2026年政府工作报告", "政府工作报告（2026年1月）"])
      expect(states(workReport, title)).toEqual([overdue, later]);
  });

  test("customs figures are also published monthly: the next month due", () => {
    const customs = facts(measure("CUSTOMS", [figureOfYear(2025, 5)]));
    const month = (day: string) => due(customs, day).filter(([end]) => !String(end).endsWith("12-31"));
    expect(month("2026-11-20")).toEqual([["2026-10-31", "2026-11-18", "2026-11-25", false]]);
    expect(month("2026-11-26")).toEqual([["2026-11-30", "2026-12-18", "2026-12-25", false]]);
    expect(due(customs, "2027-01-10")).toContainEqual(["2026-12-31", "2027-01-18", "2027-01-25", false]);
  });

  test("nothing is awaited beyond the horizon, of what was never published, or by a total that is reached", () => {
    expect(due(facts(measure("STATISTICS_BUREAU", [])), "2029-06-01")).toEqual([]);
    expect(due(facts(measure("NONE", [])), "2026-06-01")).toEqual([]);
    const parks = measure("NONE", [figureOn("2022-02-28", 12)], { nature: "STOCK", isPercent: false });
    expect(due(facts(parks, aimFor("CUMULATIVE_BY", 12)), "2026-06-01")).toEqual([]);
    expect(due(facts(parks, aimFor("CUMULATIVE_BY", 13)), "2026-06-01")).toHaveLength(2);
    expect(due(facts(parks, aimFor("RANK_BY", null, "FORERUNNER")), "2026-06-01")).toEqual([]);
    expect(due(facts(measure("NONE", [figureOn("2025-10-31", 22, "MONTH")], share)), "2026-06-01")).toHaveLength(1);
  });
});
