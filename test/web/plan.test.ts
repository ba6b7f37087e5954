import i18next from "i18next";
import { describe, expect, it } from "vitest";
import type { Qualifier } from "../../web/core/graphql.ts";
import { en } from "../../web/core/words/en.ts";
import { zh } from "../../web/core/words/zh.ts";
import { axisOf, extentOf, goalPosition, isOpen, type QualifiedValue } from "../../web/plan/axis.ts";
import { ticksAround, yearTicks } from "../../web/plan/axis-ticks.ts";
import { filterTargets, shownCount, stateCounts, targetFilterOf } from "../../web/plan/choose.ts";
import { type Course, courseOf, hull } from "../../web/plan/course.ts";
import { courseOption } from "../../web/plan/course-option.ts";
import { byRelease, summaryOf } from "../../web/plan/missing.ts";
import { missingText, releaseDays } from "../../web/plan/missing-text.ts";
import type { Release, Target, TargetState } from "../../web/plan/plan-query.ts";
import type { TargetDetails } from "../../web/plan/target-query.ts";
import {
  formatGoal,
  oppositeVerdictsText,
  printedGoal,
  printedStateText,
  stateText,
  withPeriod,
} from "../../web/plan/target-words.ts";
import { planWords } from "../../web/plan/words.ts";
import type { FigureRecord } from "../../web/provenance/figure.ts";

const passengers = { slug: "passenger", nameZh: "人次", nameEn: "passengers" };
const channelUnit = { slug: "channel", nameZh: "条", nameEn: "channels" };
const percent = { slug: "percent", nameZh: "%", nameEn: "%" };
const rank = { slug: "rank", nameZh: "位", nameEn: "(rank)" };

const qualified = (value: number, qualifier: Qualifier = "EXACT", valueMax: number | null = null): QualifiedValue => ({
  value,
  valueMax,
  qualifier,
});

describe("what can be said of the plan", () => {
  const inState = (state: TargetState, count: number, latest: object | null = null, onlyFiguresBeforePlan = false) =>
    Array.from({ length: count }, () => ({ progress: { state, latest, onlyFiguresBeforePlan } }));

  it.each(["zh", "en"] as const)("comes first: how many can be assessed, and how many await figures: %s", async (lng) => {
    const words = i18next.createInstance();
    await words.init({ lng, resources: { [lng]: { translation: { ...{ zh, en }[lng], ...planWords[lng] } } } });
    const all = [...inState("MET", 3), ...inState("OFF_TRACK", 2), ...inState("UNDECIDED", 2), ...inState("NO_DATA", 4)];
    expect(summaryOf([...all, ...inState("NOT_MEASURABLE", 1)], words.t, lng)).toBe(
      {
        zh: "12 个目标中，5 个可以评估，4 个有待下列单位提供数据。2 个依据已公布的数据尚无法判定。1 个未设量化要求。",
        en: "Of 12 targets, 5 can be assessed; 4 await figures from the bodies listed below. The published figures are inconclusive for 2. The plan sets no number for 1.",
      }[lng],
    );
    // What has a figure awaits another one, and is told apart in the same place.
    expect(summaryOf([...inState("NO_DATA", 2), ...inState("NO_DATA", 1, { value: 45 })], words.t, lng)).toBe(
      {
        zh: "3 个目标中，0 个可以评估，3 个有待下列单位提供数据（其中 1 个已有部分数据，尚不足以判断趋势）。",
        en: "Of 3 targets, 0 can be assessed; 3 await figures from the bodies listed below (1 of them has a figure but no trend yet).",
      }[lng],
    );
    expect(summaryOf(inState("MET", 2), words.t, lng)).toBe(
      { zh: "2 个目标中，2 个可以评估。", en: "Of 2 targets, 2 can be assessed." }[lng],
    );
    const beforePlan = [...inState("MET", 1, {}, true), ...inState("ON_TRACK", 1, {}, true)];
    expect(summaryOf([...beforePlan, ...inState("UNDECIDED", 1)], words.t, lng)).toContain(
      { zh: "2 个可以评估（均依据方案实施前的数据）", en: "2 can be assessed (all on figures from before the plan)" }[lng],
    );
    expect(summaryOf([...beforePlan, ...inState("MET", 1)], words.t, lng)).not.toMatch(/（|\(/);
  });

  it("lists missing figures by their next release, and last those that are not released regularly", () => {
    const [past, next, later] = [
      { isOverdue: true, lacksFigures: false, targets: ["a", "b"] },
      { isOverdue: false, lacksFigures: false, targets: ["b"] },
      { isOverdue: false, lacksFigures: false, targets: ["a", "b"] },
    ];
    const withoutFigures = { isOverdue: false, lacksFigures: true, targets: ["a", "b", "c"] };
    const [a, b, c] = [{ slug: "a" }, { slug: "b" }, { slug: "c" }];
    expect(byRelease([c, a, b], [past, withoutFigures, next, later])).toEqual([
      [next, [b]],
      [later, [a]],
      [null, [c]],
    ]);
  });
});

describe("the figures needed, to be sent", () => {
  const target = (slug: string, change: object) =>
    ({
      slug,
      nameZh: `目标${slug}`,
      nameEn: `Target ${slug}`,
      dataHolderZh: "武汉市商务局",
      dataHolderEn: "Wuhan Bureau of Commerce",
      comparator: "GTE",
      value: 47,
      unit: percent,
      basis: "LEVEL_BY",
      horizon: 2027,
      progress: { state: "NO_DATA", latest: null, gap: null },
      ...change,
    }) as unknown as Target;
  const october = {
    periodKind: "MONTH",
    periodNoteZh: null,
    periodNoteEn: null,
    periodStart: "2025-10-01",
    periodEnd: "2025-10-31",
  };
  const latest = { id: "1", ...qualified(45), ...october, indicator: { unit: percent } };
  const single = target("A", {
    progress: { state: "NO_DATA", missing: "ONE_FIGURE", latest, gap: { textZh: "2 个百分点", textEn: "2 percentage points" } },
  });
  const yearly = target("B", {
    basis: "PER_YEAR",
    value: 3,
    unit: channelUnit,
    aspirational: true,
    dataHolderZh: "武汉海关",
    dataHolderEn: "Wuhan Customs",
  });
  const release = { slug: "r", isOverdue: false, usuallyFrom: "2027-01-20", usuallyTo: "2027-02-05", targets: ["A"] } as Release;
  const explanationIn = async (lng: "zh" | "en") => {
    const words = i18next.createInstance();
    await words.init({ lng, resources: { [lng]: { translation: { ...{ zh, en }[lng], ...planWords[lng] } } } });
    return missingText([single, yearly], [release], words.t, lng);
  };

  it("is a text by data holder, with what is there and when the rest usually comes", async () => {
    expect(await explanationIn("zh")).toBe(
      [
        "武汉市商务局：1 个目标",
        "- 目标A：2027年目标为不低于 47%；仅有一期数据：45%（2025年10月），距目标 2 个百分点；预计于2027年1月20日至2月5日发布",
        "",
        "武汉海关：1 个目标",
        "- 目标B：目标为力争每年不少于 3 条；无固定发布时间",
      ].join("\n"),
    );
    expect(await explanationIn("en")).toBe(
      [
        "Wuhan Bureau of Commerce: 1\u00a0target",
        "- Target A: target at least 47% by 2027; a single figure so far: 45% (Oct 2025), remaining: 2 percentage points; release normally due 20 Jan to 5 Feb 2027",
        "",
        "Wuhan Customs: 1\u00a0target",
        "- Target B: target (strive for) at least 3 channels a year; no regular release date",
      ].join("\n"),
    );
  });
});

describe("the days of a release", () => {
  it.each([
    ["2027-01-05", "2027-01-31", "2027年1月5日至31日", "5–31 Jan 2027"],
    ["2027-02-01", "2027-03-31", "2027年2月1日至3月31日", "1 Feb to 31 Mar 2027"],
    ["2026-12-20", "2027-01-10", "2026年12月20日至2027年1月10日", "20 Dec 2026 to 10 Jan 2027"],
  ])("%s to %s", (usuallyFrom, usuallyTo, zh, en) => {
    expect(releaseDays({ usuallyFrom, usuallyTo }, "zh")).toBe(zh);
    expect(releaseDays({ usuallyFrom, usuallyTo }, "en")).toBe(en);
  });
});

describe("a target in words", () => {
  type Goal = Parameters<typeof formatGoal>[0];
  const aGoal = (change: Partial<Goal>): Goal => ({
    comparator: "GTE",
    value: 3,
    unit: channelUnit,
    basis: "LEVEL_BY",
    ...change,
  });

  it.each<[Partial<Goal>, string, string]>([
    [{ value: 35_000_000, unit: passengers }, "不少于 3,500 万人次", "at least 35 million passengers"],
    [{ comparator: "GT", value: 20, unit: percent, basis: "AVG_ANNUAL_GROWTH" }, "超过 20%", "more than 20%"],
    [{ basis: "PER_YEAR" }, "每年不少于 3 条", "at least 3 channels a year"],
    [{ comparator: "EQ", value: 1, unit: rank, basis: "RANK_BY" }, "第 1 位", "No. 1"],
    [{ comparator: "FORERUNNER", value: null, unit: rank, basis: "RANK_BY" }, "全国前列", "among the national leaders"],
  ])("%o", (change, zh, en) => {
    expect(formatGoal(aGoal(change), "zh")).toBe(zh);
    expect(formatGoal(aGoal(change), "en")).toBe(en);
  });

  it("has in a line of the printed table what the plan strives for, in English in signs", () => {
    const goal = { ...aGoal({ basis: "PER_YEAR", value: 100 }), aspirational: true };
    expect(printedGoal(goal, ((key: string) => (key === "planPage.aspirational" ? "力争" : "")) as never, "zh")).toBe(
      "力争每年不少于 100 条",
    );
    expect(printedGoal(goal, (() => "strive for") as never, "en")).toBe("strive for ≥ 100 channels a year");
  });

  it("says a figure with its qualifier and its period", () => {
    const period = {
      periodKind: "YEAR" as const,
      periodNoteZh: null,
      periodNoteEn: null,
      periodStart: "2024-01-01",
      periodEnd: "2024-12-31",
    };
    const figure = { id: "1", ...qualified(1000, "MORE_THAN"), ...period, indicator: { unit: channelUnit } };
    expect(withPeriod(figure, "zh")).toBe("超过 1,000\u00a0条（2024年）");
    expect(withPeriod(figure, "en")).toBe("more than 1,000\u00a0channels (2024)");
  });
});

describe("the extent of a value", () => {
  it.each<[QualifiedValue, number | null, number | null]>([
    [qualified(5), 5, 5],
    [qualified(5, "ABOUT"), 5, 5],
    [qualified(5, "AT_LEAST"), 5, null],
    [qualified(5, "MORE_THAN"), 5, null],
    [qualified(5, "LESS_THAN"), null, 5],
    [qualified(5, "AT_MOST"), null, 5],
    [qualified(5, "RANGE", 8), 5, 8],
  ])("%o lies from %s to %s", (bound, low, high) => {
    expect(extentOf(bound)).toEqual({ low, high });
    expect(isOpen(bound)).toBe(low === null || high === null);
  });

  it("is open where one of several is", () => {
    expect(hull([extentOf(qualified(5)), extentOf(qualified(3, "RANGE", 4))])).toEqual({ low: 3, high: 5 });
    expect(hull([extentOf(qualified(5)), extentOf(qualified(3, "AT_LEAST"))])).toEqual({ low: 3, high: null });
  });
});

describe("the axis of a row", () => {
  const axis = (goal: number, values: number[], lowerIsBetter = false, mustExceed = false) =>
    axisOf({ goal, values, lowerIsBetter, mustExceed });

  it("keeps the order and the proportions up to the goal, which has the same position in all rows", () => {
    const positionOf = axis(35, [27, 31]);
    expect(positionOf(27)).toBeGreaterThan(0);
    expect((positionOf(31) - positionOf(27)) / (goalPosition - positionOf(27))).toBeCloseTo(0.5);
  });

  it("has what reached the goal to the right of it, even just, but within the axis", () => {
    const positionOf = axis(20, [0, 20]);
    expect(positionOf(20)).toBeGreaterThan(goalPosition);
    expect(positionOf(25)).toBeGreaterThan(positionOf(20));
    expect(positionOf(4000)).toBeLessThan(1);
  });

  it("keeps the goal ahead of a latest figure below a baseline that was above it", () => {
    const positionOf = axis(20, [25, 16]);
    expect(positionOf(16)).toBeLessThan(goalPosition);
    expect(positionOf(25)).toBeGreaterThan(goalPosition);
  });

  it("does not reach with the same what must be exceeded", () => {
    expect(axis(20, [0, 20], false, true)(20)).toBe(goalPosition);
  });

  it("has a better rank further on", () => {
    const positionOf = axis(3, [5, 1], true);
    expect(positionOf(5)).toBeLessThan(goalPosition);
    expect(positionOf(3)).toBeGreaterThan(goalPosition);
    expect(positionOf(1)).toBeGreaterThan(positionOf(3));
  });
});

describe("the axes of the chart", () => {
  it.each([
    [[12_000_000, 31_406_000, 35_000_000], 0],
    [[45, 47], undefined],
    [[1000], 0],
    [[-5, 12], undefined],
    [[98, 99, 100], undefined],
  ])("have few round marks around %j", (values, min) => {
    const ticks = ticksAround(values);
    const marks = (ticks.max - ticks.min) / ticks.interval;
    expect(ticks.min).toBeLessThanOrEqual(Math.min(...values));
    expect(ticks.max).toBeGreaterThan(Math.max(...values));
    expect(marks).toBeGreaterThanOrEqual(2);
    expect(marks).toBeLessThanOrEqual(7 + 1e-9);
    expect(Math.abs(marks - Math.round(marks))).toBeLessThan(1e-9);
    if (min === undefined) expect(ticks.min).toBeLessThan(Math.min(...values));
    else expect(ticks.min).toBe(min);
  });

  it.each([[[12_000_000, 35_000_000]], [[61]], [[41, 3]], [[99, 1500]], [[0.4]], [[105]]])(
    "leave little more than the values need: %j",
    (values) => {
      expect(ticksAround(values).max).toBeLessThanOrEqual(Math.max(...values) * 1.26);
    },
  );

  it("begin with the first figure and have a mark on the horizon", () => {
    for (const first of [1998, 2013, 2016, 2023.5, 2026]) {
      const { min, max, markedYears } = yearTicks([first], 2027);
      expect([max, markedYears.at(-1)]).toEqual([2027, 2027]);
      expect(min).toBe(Math.min(Math.floor(first), 2024));
      expect(markedYears[0]).toBeGreaterThanOrEqual(min);
      expect(markedYears.length).toBeLessThanOrEqual(8);
      expect(markedYears).toEqual([...new Set(markedYears)].sort((one, other) => one - other));
    }
    expect(yearTicks([2013], 2027).markedYears).toEqual([2013, 2015, 2018, 2021, 2024, 2027]);
  });
});

describe("the choice of targets", () => {
  const aTarget = (taskNumber: number | null, state: TargetState, siteKinds: Target["siteKinds"] = []) => ({
    taskNumber,
    siteKinds,
    progress: { state },
  });
  const targets = [
    aTarget(null, "NO_DATA"),
    aTarget(1, "MET", ["LOGISTICS_HUB"]),
    aTarget(1, "NO_DATA"),
    aTarget(2, "OFF_TRACK"),
  ];
  const all = targetFilterOf({ task: null, targetKind: null, targetState: null });

  it("joins its parts", () => {
    expect(filterTargets(targets, all)).toEqual(targets);
    expect(filterTargets(targets, { ...all, task: 1 })).toHaveLength(2);
    expect(filterTargets(targets, { ...all, task: 1, state: "MET" })).toEqual([targets[1]]);
    expect(filterTargets(targets, { ...all, kind: "LOGISTICS_HUB" })).toEqual([targets[1]]);
    expect(filterTargets(targets, { ...all, task: 2, kind: "BONDED_ZONE" })).toEqual([]);
  });

  const numbers = (totals: Partial<Record<TargetState, number>>) =>
    Object.fromEntries(Object.entries(totals).map(([state, total]) => [state, { total, apart: 0 }]));

  it("counts each state as it would be shown, whichever is chosen", () => {
    expect(stateCounts(targets, all)).toMatchObject(numbers({ MET: 1, OFF_TRACK: 1, NO_DATA: 2, ON_TRACK: 0 }));
    expect(stateCounts(targets, { ...all, task: 1, state: "MET" })).toMatchObject(numbers({ MET: 1, OFF_TRACK: 0, NO_DATA: 1 }));
  });

  it("counts apart what was met or on its way before the plan began, and what has a figure but no trend", () => {
    const met = { ...aTarget(1, "MET"), progress: { state: "MET" as const, metBeforePlan: true, onlyFiguresBeforePlan: true } };
    const onTrack = { ...aTarget(1, "ON_TRACK"), progress: { state: "ON_TRACK" as const, onlyFiguresBeforePlan: true } };
    const single = { ...aTarget(1, "NO_DATA"), progress: { state: "NO_DATA" as const, latest: { value: 45 } } };
    expect(stateCounts([...targets, met, onTrack, single], all)).toMatchObject({
      MET: { total: 2, apart: 1 },
      ON_TRACK: { total: 1, apart: 1 },
      NO_DATA: { total: 3, apart: 1 },
      OFF_TRACK: { total: 1, apart: 0 },
    });
    expect(stateCounts([met], { ...all, task: 2 }).MET).toEqual({ total: 0, apart: 0 });
    // What has a figure but no trend awaits data, as the list of the data holders and the API say.
    expect([shownCount("MET", { total: 2, apart: 1 }), shownCount("NO_DATA", { total: 3, apart: 1 })]).toEqual([1, 3]);
  });

  it("says where another baseline gives the opposite verdict, not where it gives none", async () => {
    const words = i18next.createInstance();
    await words.init({
      resources: { zh: { translation: { ...zh, ...planWords.zh } }, en: { translation: { ...en, ...planWords.en } } },
      lng: "zh",
    });
    const from = (year: number, state: TargetState) => ({ year, state });
    const otherBaselines = [from(2019, "OFF_TRACK"), from(2020, "ON_TRACK_OR_BETTER"), from(2021, "UNDECIDED")];
    expect(oppositeVerdictsText({ state: "ON_TRACK", otherBaselines }, words.getFixedT("en"), "en")).toBe(
      "counted from 2019: Off track",
    );
    expect(oppositeVerdictsText({ state: "OFF_TRACK", otherBaselines }, words.getFixedT("zh"), "zh")).toMatch(
      /^若从2020年起算：/,
    );
    expect(oppositeVerdictsText({ state: "MET", otherBaselines }, words.getFixedT("en"), "en")).toBe("");
  });

  it.each([
    [
      "zh",
      ["已达标", "方案编制时已达标", "待补充数据", "暂无法判断趋势", "进展符合预期", "按方案实施前的速度推算，进展符合预期"],
    ],
    [
      "en",
      [
        ...["Met", "Already met when drafted", "Awaiting data", "Trend not yet known"],
        ...["On track", "On track at its pre-plan pace"],
      ],
    ],
  ] as const)(
    "names no success and no pace of the plan that were there before it, and no lack of a figure that is shown: %s",
    async (lng, texts) => {
      const words = i18next.createInstance();
      await words.init({ lng, resources: { [lng]: { translation: { ...{ zh, en }[lng], ...planWords[lng] } } } });
      const text = (state: TargetState, before: boolean, latest: object | null) =>
        stateText({ state, metBeforePlan: before, onlyFiguresBeforePlan: before, latest }, words.t);
      expect([
        text("MET", false, {}),
        text("MET", true, {}),
        text("NO_DATA", false, null),
        text("NO_DATA", false, { value: 45 }),
        text("ON_TRACK", false, {}),
        text("ON_TRACK", true, {}),
      ]).toEqual(texts);
      const printed = printedStateText(
        { state: "ON_TRACK", metBeforePlan: false, onlyFiguresBeforePlan: true, latest: {} },
        words.t,
      );
      expect(printed).toBe(`${texts[4]} *`);
    },
  );

  it("does not take a state that there is none of", () => {
    expect(targetFilterOf({ task: null, targetKind: null, targetState: "SPLENDID" }).state).toBeNull();
  });
});

describe("the course of a target", () => {
  const aFigure = (year: number, value: number, qualifier: Qualifier = "EXACT") =>
    ({
      ...qualified(value, qualifier),
      periodKind: "YEAR",
      periodStart: `${year}-01-01`,
      periodEnd: `${year}-12-31`,
      indicator: { unit: passengers },
    }) as FigureRecord;
  const [before, now] = [aFigure(2019, 27), aFigure(2024, 31)];
  const aBound = (value: number, qualifier: Qualifier = "EXACT", valueMax: number | null = null) => ({
    ...qualified(value, qualifier, valueMax),
    textZh: "",
    textEn: "",
  });
  const aTarget = (progress: Partial<TargetDetails["progress"]> = {}, change: Partial<TargetDetails> = {}) =>
    ({
      basis: "LEVEL_BY",
      value: 35,
      horizon: 2027,
      unit: passengers,
      indicators: [],
      progress: {
        history: [before, now],
        baseline: before,
        latest: now,
        projected: aBound(33.4),
        neededPace: aBound(1.33),
        otherBaselines: [],
        ...progress,
      },
      ...change,
    }) as unknown as TargetDetails;

  // Years are drawn at their ends: 2024 at 2025.
  it("leads from the baseline through the latest figure, and from there to the target", () => {
    expect(courseOf(aTarget())).toMatchObject({
      paceLine: [
        [2020, 27],
        [2025, 31],
        [2028, 33.4],
      ],
      neededLine: [
        [2025, 31],
        [2028, 35],
      ],
      goal: 35,
      // The chart ends where 2027 does, and names that year.
      ...{ band: null, horizon: 2028, year: 2027 },
    });
  });

  it("spans all baselines, but not those that are bounds themselves", () => {
    const other = (projected: ReturnType<typeof aBound>) => ({ year: 2016, state: "ON_TRACK" as const, projected });
    const otherBaselines = [other(aBound(36)), other(aBound(32)), other(aBound(0, "AT_MOST"))];
    expect(courseOf(aTarget({ otherBaselines }))?.band).toMatchObject({
      ...{ from: [2025, 31], to: 2028, extent: { low: 32, high: 36 }, includesOtherBaselines: true },
    });
  });

  it("is open where what is projected is a bound", () => {
    expect(courseOf(aTarget({ projected: aBound(33, "MORE_THAN") }))?.band?.extent).toEqual({ low: 33, high: null });
  });

  it("draws no line across a gap of many years", () => {
    const dataOf = (...years: number[]) => {
      const target = aTarget({ history: years.map((year) => aFigure(year, 30)) });
      const option = courseOption(courseOf(target) as Course, target, "en", { goal: "", pace: "", needed: "" });
      const history = (option.series as { id: string; data: unknown[] }[]).find(({ id }) => id === "history");
      return history?.data.map((point) => (Array.isArray(point) ? "gap" : "point"));
    };
    expect(dataOf(2012, 2024)).toEqual(["point", "gap", "point"]);
    expect(dataOf(2020, 2021, 2024)).toEqual(["point", "point", "point"]);
  });

  it("draws no line across a break in series", () => {
    const figureAfterBreak = (year: number) => ({ ...aFigure(year, 30), seriesBreak: { startsOn: "2023-01-01" } });
    const target = aTarget({ history: [aFigure(2021, 30), aFigure(2022, 30), figureAfterBreak(2023), figureAfterBreak(2024)] });
    const option = courseOption(courseOf(target) as Course, target, "en", { goal: "", pace: "", needed: "" });
    const history = (option.series as { id: string; data: unknown[] }[]).find(({ id }) => id === "history");
    expect(history?.data.map((point) => Array.isArray(point))).toEqual([false, false, true, false, false]);
  });

  it("draws a bound as open", () => {
    expect(courseOf(aTarget({ history: [aFigure(2016, 20, "MORE_THAN")] }))?.history[0]).toMatchObject({
      x: 2017,
      isBound: true,
    });
  });

  it("draws no line to an average growth, nor a target in another unit", () => {
    const growth = courseOf(aTarget({}, { basis: "AVG_ANNUAL_GROWTH", unit: percent }));
    expect(growth).toMatchObject({ paceLine: [], neededLine: [], band: null, goal: null });
  });

  it("is none without figures", () => {
    expect(courseOf(aTarget({ history: [] }))).toBeNull();
  });
});
