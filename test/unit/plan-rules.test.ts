// Each rule against numbers worked out by hand.
import { describe, expect, test } from "vitest";
import type { Figure } from "../../server/plan/facts.ts";
import { toQualifiedNumber } from "../../server/plan/interval.ts";
import type { Progress } from "../../server/plan/progress.ts";
import { progressOf } from "../../server/plan/rules.ts";
import { aimFor, figureOfYear, figureOn, flow, qualified, ranking, share, stock } from "../plan.ts";

/** The numbers of a progress as a source would publish them: a plain number if it is exact. */
const numbers = ({ gap, paceSoFar, neededPace, projected, projectedShortfall }: Progress) => {
  const entries = Object.entries({ gap, paceSoFar, neededPace, projected, projectedShortfall }).map(([name, interval]) => {
    const qualifiedNumber = interval && toQualifiedNumber(interval);
    return [name, qualifiedNumber?.qualifier === "EXACT" ? Number(qualifiedNumber.value.toFixed(4)) : qualifiedNumber];
  });
  return Object.fromEntries(entries);
};

describe("a level by the horizon", () => {
  // 100 in 2019 and 150 in 2024: 10 a year, so 150 + 3 * 10 = 180 in 2027. For 200 it needs (200 - 150) / 3 = 16.6667 a year.
  const history = [figureOfYear(2019, 100), figureOfYear(2024, 150)];

  test("off track: expected value, needed pace and shortfall", () => {
    const progress = progressOf(aimFor("LEVEL_BY", 200), flow, history);
    expect(progress).toMatchObject({ state: "OFF_TRACK", metBeforePlan: false, baseline: { id: 2019 }, latest: { id: 2024 } });
    expect(numbers(progress)).toEqual({ gap: 50, paceSoFar: 10, neededPace: 16.6667, projected: 180, projectedShortfall: 20 });
  });

  test("on track if the pace just reaches it; 'more than' requires more", () => {
    expect(progressOf(aimFor("LEVEL_BY", 180), flow, history).state).toBe("ON_TRACK");
    expect(progressOf(aimFor("LEVEL_BY", 180, "EQ"), flow, history).state).toBe("ON_TRACK");
    expect(progressOf(aimFor("LEVEL_BY", 180, "GT"), flow, history).state).toBe("OFF_TRACK");
    expect(progressOf(aimFor("LEVEL_BY", 179.9, "GT"), flow, history).state).toBe("ON_TRACK");
  });

  test("met by the latest figure, not by an older one", () => {
    expect(progressOf(aimFor("LEVEL_BY", 150), flow, history)).toMatchObject({
      state: "MET",
      metBeforePlan: true,
      neededPace: null,
    });
    expect(progressOf(aimFor("LEVEL_BY", 150), flow, [figureOfYear(2019, 160), figureOfYear(2024, 140)]).state).toBe("OFF_TRACK");
    expect(progressOf(aimFor("LEVEL_BY", 150), flow, [figureOfYear(2024, 140), figureOfYear(2026, 151)])).toMatchObject({
      ...{ state: "MET", metBeforePlan: false },
    });
  });

  test("falling is a pace too: 100 to 90 in five years makes 84 in three more", () => {
    expect(numbers(progressOf(aimFor("LEVEL_BY", 95), flow, [figureOfYear(2019, 100), figureOfYear(2024, 90)]))).toMatchObject({
      ...{ paceSoFar: -2, projected: 84, projectedShortfall: 11 },
    });
  });

  test("a fall that would end below zero gives no projection, nor a shortfall: 63 to 20 in five years is -5.8 in three more", () => {
    const fallen = [figureOfYear(2019, 63), figureOfYear(2024, 20)];
    const progress = progressOf(aimFor("LEVEL_BY", 25), flow, fallen);
    expect(progress.state).toBe("OFF_TRACK");
    expect(numbers(progress)).toMatchObject({ paceSoFar: -8.6, projected: null, projectedShortfall: null });
    const sharesFallen = progressOf(aimFor("LEVEL_BY", 25), share, [figureOn("2019-12-31", 63), figureOn("2024-12-31", 20)]);
    expect(numbers(sharesFallen)).toMatchObject({ projected: null });
    const open = progressOf(aimFor("LEVEL_BY", 25), flow, [
      figureOfYear(2019, qualified("RANGE", 30, 63)),
      figureOfYear(2024, 20),
    ]);
    expect(numbers(open)).toMatchObject({ projected: qualified("RANGE", 0, 14) });
  });

  test("met before the plan and not measured since: no pace and no projection; with a later figure both", () => {
    const before = [figureOfYear(2019, 63), figureOfYear(2024, 20)];
    const progress = progressOf(aimFor("LEVEL_BY", 20), flow, before);
    expect(progress).toMatchObject({ state: "MET", metBeforePlan: true, baseline: { id: 2019 }, otherBaselines: [] });
    expect(numbers(progress)).toMatchObject({ paceSoFar: null, projected: null });
    expect(numbers(progressOf(aimFor("LEVEL_BY", 20), flow, [...before, figureOfYear(2026, 22)]))).toMatchObject({
      ...{ paceSoFar: 1, projected: 23 },
    });
  });

  test("the base year is the baseline once there is a later figure", () => {
    // 150 in 2024, 170 in 2026: 10 a year, 180 in 2027.
    const progress = progressOf(aimFor("LEVEL_BY", 200), flow, [...history, figureOfYear(2026, 170)]);
    expect(progress.baseline?.id).toBe(2024);
    expect(numbers(progress)).toMatchObject({ paceSoFar: 10, projected: 180, neededPace: 30 });
    expect(progress.otherBaselines.map(({ baseline, state }) => [baseline.id, state])).toEqual([[2019, "OFF_TRACK"]]);
  });

  test("an epidemic year is no baseline, nor one that is too near or too far", () => {
    const figures = [2013, 2015, 2019, 2020, 2021, 2022, 2023].map((year) => figureOfYear(year, year === 2021 ? 1 : 100));
    const { baseline, otherBaselines } = progressOf(aimFor("LEVEL_BY", 200), flow, [...figures, figureOfYear(2024, 150)]);
    expect([baseline, ...otherBaselines.map((other) => other.baseline)].map((figure) => figure?.id)).toEqual([2019, 2015, 2023]);
    const near = [figureOn("2024-06-30", 10), figureOn("2025-03-31", 12)];
    expect(progressOf(aimFor("LEVEL_BY", 20), stock, near)).toMatchObject({ state: "NO_DATA", missing: "ONE_FIGURE" });
  });

  test("nothing from before a break in series is a baseline", () => {
    const figureAfterBreak = (year: number, value: number): Figure => ({
      ...figureOfYear(year, value),
      comparableSince: "2023-01-01",
    });
    const figures = [figureOfYear(2019, 10), figureAfterBreak(2023, 140), figureAfterBreak(2024, 150)];
    const { baseline, otherBaselines } = progressOf(aimFor("LEVEL_BY", 200), flow, figures);
    expect([baseline?.id, otherBaselines]).toEqual([2023, []]);
    const nothing = { state: "NO_DATA", missing: "BREAK_IN_SERIES", paceSoFar: null };
    expect(progressOf(aimFor("LEVEL_BY", 200), flow, [figureOfYear(2019, 10), figureAfterBreak(2024, 150)])).toMatchObject(
      nothing,
    );
    expect(progressOf(aimFor("AVG_ANNUAL_GROWTH", 5), flow, [figureOfYear(2019, 10), figureAfterBreak(2024, 150)])).toMatchObject(
      nothing,
    );
    // A single figure still shows that the target is met.
    expect(progressOf(aimFor("LEVEL_BY", 120), flow, [figureOfYear(2019, 10), figureAfterBreak(2024, 150)]).state).toBe("MET");
  });

  test("a stock counts from its day: 45% at the end of April 2026 leaves 1 2/3 years, so 47% needs 1.2 points a year", () => {
    const progress = progressOf(aimFor("LEVEL_BY", 47), share, [figureOn("2026-04-30", 45, "MONTH")]);
    expect(progress).toMatchObject({ state: "NO_DATA", missing: "ONE_FIGURE", latest: { end: "2026-04-30" } });
    // From 30 April 2026, 120 of 365 days into the year, to the end of 2027.
    expect(numbers(progress)).toMatchObject({ gap: 2, neededPace: Number((2 / (2 - 120 / 365)).toFixed(4)) });
  });

  test("parts of years, sums over years and old figures are no level", () => {
    const half: Figure = { ...figureOfYear(2024, 90), kind: "HALF_YEAR", end: "2024-06-30" };
    expect(progressOf(aimFor("LEVEL_BY", 80), flow, [half])).toMatchObject({ state: "NO_DATA", missing: "NO_FIGURE" });
    expect(progressOf(aimFor("LEVEL_BY", 80), stock, [figureOn("2024-12-31", 90, "SPAN")]).missing).toBe("NO_FIGURE");
    expect(progressOf(aimFor("LEVEL_BY", 80), flow, [figureOfYear(2022, 90)])).toMatchObject({
      state: "NO_DATA",
      missing: "STALE",
    });
    expect(progressOf(aimFor("LEVEL_BY", 80), flow, [figureOfYear(2023, 90)]).state).toBe("MET");
  });

  test("after the horizon year nothing is expected any more: it was reached or not", () => {
    const over = progressOf(aimFor("LEVEL_BY", 200), flow, [figureOfYear(2024, 150), figureOfYear(2027, 190)]);
    expect(over.state).toBe("OFF_TRACK");
    expect(numbers(over)).toMatchObject({ projected: 190, projectedShortfall: 10, neededPace: null });
    expect(progressOf(aimFor("LEVEL_BY", 200), flow, [figureOfYear(2027, 190)])).toMatchObject({
      state: "OFF_TRACK",
      missing: null,
    });
  });
});

describe("bounds", () => {
  test("'more than 340' of 350 is on track or better: 300 in 2019 makes 340 + 3 * 8 = 364 at least", () => {
    const progress = progressOf(aimFor("LEVEL_BY", 350), flow, [
      figureOfYear(2019, 300),
      figureOfYear(2024, qualified("MORE_THAN", 340)),
    ]);
    expect(progress.state).toBe("ON_TRACK_OR_BETTER");
    expect(numbers(progress)).toEqual({
      gap: qualified("LESS_THAN", 10),
      paceSoFar: qualified("MORE_THAN", 8),
      neededPace: qualified("LESS_THAN", 3.33333333333),
      projected: qualified("MORE_THAN", 364),
      projectedShortfall: null,
    });
  });

  test("'more than 350' has met 350, and 'more than 350' too", () => {
    const latest = [figureOfYear(2024, qualified("MORE_THAN", 350))];
    expect(progressOf(aimFor("LEVEL_BY", 350), flow, latest).state).toBe("MET");
    expect(progressOf(aimFor("LEVEL_BY", 350, "GT"), flow, latest).state).toBe("MET");
    expect(progressOf(aimFor("LEVEL_BY", 350, "GT"), flow, [figureOfYear(2024, qualified("AT_LEAST", 350))]).state).toBe(
      "NO_DATA",
    );
  });

  test("two figures of more than 1000 give no pace", () => {
    const figures = [figureOfYear(2023, qualified("MORE_THAN", 1000)), figureOfYear(2024, qualified("MORE_THAN", 1000))];
    const progress = progressOf(aimFor("LEVEL_BY", 1500), flow, figures);
    expect(progress.state).toBe("UNDECIDED");
    expect(numbers(progress)).toMatchObject({ paceSoFar: null, projected: null, projectedShortfall: null });
  });

  test("a range of baselines: 100 to 120 in 2019 and 150 in 2024 make 168 to 180", () => {
    const from = (target: number) =>
      progressOf(aimFor("LEVEL_BY", target), flow, [figureOfYear(2019, qualified("RANGE", 100, 120)), figureOfYear(2024, 150)]);
    expect(numbers(from(170))).toMatchObject({ paceSoFar: qualified("RANGE", 6, 10), projected: qualified("RANGE", 168, 180) });
    expect([from(168), from(170), from(181)].map(({ state }) => state)).toEqual(["ON_TRACK", "UNDECIDED", "OFF_TRACK"]);
    expect(numbers(from(181))).toMatchObject({ projectedShortfall: qualified("RANGE", 1, 13) });
  });

  test("about and nearly: half a step of the last digit to either side, a whole one down", () => {
    const latest = (number: ReturnType<typeof qualified>) =>
      numbers(progressOf(aimFor("LEVEL_BY", 400), flow, [figureOfYear(2024, number)])).gap;
    expect(latest(qualified("ABOUT", 248))).toEqual(qualified("RANGE", 151.5, 152.5));
    expect(latest(qualified("ABOUT", 240))).toEqual(qualified("RANGE", 155, 165));
    expect(latest(qualified("NEARLY", 300))).toEqual(qualified("RANGE", 100, 200));
  });
});

describe("a running total", () => {
  test("is met once any figure reached it, however old", () => {
    const parks = [figureOn("2022-02-28", 12, "MONTH")];
    expect(progressOf(aimFor("CUMULATIVE_BY", 12, "EQ"), stock, parks)).toMatchObject({ state: "MET", metBeforePlan: true });
    expect(progressOf(aimFor("LEVEL_BY", 12, "EQ"), stock, parks)).toMatchObject({ state: "NO_DATA", missing: "STALE" });
    const withLaterBound = [...parks, figureOn("2025-06-30", qualified("AT_LEAST", 9))];
    expect(progressOf(aimFor("CUMULATIVE_BY", 12), stock, withLaterBound).state).toBe("MET");
  });

  test("is on track by its pace: 20 at the end of 2024, 23 two years later, 24.5 at the end of 2027", () => {
    const progress = progressOf(aimFor("CUMULATIVE_BY", 24.5), stock, [figureOn("2024-12-31", 20), figureOn("2026-12-31", 23)]);
    expect(progress.state).toBe("ON_TRACK");
    expect(numbers(progress)).toMatchObject({ paceSoFar: 1.5, projected: 24.5, neededPace: 1.5 });
  });
});

describe("average growth", () => {
  test("as published: 22% reaches 10%, 9% does not", () => {
    const published = (number: number) =>
      progressOf(aimFor("AVG_ANNUAL_GROWTH", 10), share, [figureOn("2025-09-30", number, "SPAN")]);
    expect(published(22)).toMatchObject({ state: "ON_TRACK" });
    expect(published(9).state).toBe("OFF_TRACK");
    expect(numbers(published(9))).toMatchObject({ paceSoFar: 9, neededPace: 10, projected: 9, projectedShortfall: 1 });
  });

  test("two averages of the same year are bounds; an older one is not one of them", () => {
    const both = (one: number, other: number) =>
      progressOf(aimFor("AVG_ANNUAL_GROWTH", 10), share, [
        figureOn("2023-12-31", 1, "SPAN"),
        figureOn("2025-09-30", one, "SPAN"),
        figureOn("2025-10-31", other, "MONTH"),
      ]);
    expect(both(22, 12).state).toBe("ON_TRACK");
    expect(both(22, 8).state).toBe("UNDECIDED");
    expect(both(9, 8).state).toBe("OFF_TRACK");
    expect(numbers(both(22, 8))).toMatchObject({ paceSoFar: qualified("RANGE", 8, 22) });
  });

  test("of levels: 100 in 2024 and 125.44 in 2026 are 12% a year; 133.1 in 2027 needs 6.1065%", () => {
    const progress = progressOf(aimFor("AVG_ANNUAL_GROWTH", 10), flow, [figureOfYear(2024, 100), figureOfYear(2026, 125.44)]);
    expect(progress.state).toBe("ON_TRACK");
    expect(numbers(progress)).toMatchObject({ paceSoFar: 12, projected: 12, neededPace: 6.1065, projectedShortfall: null });
  });

  test("met only when the horizon year is in: 133.1 is 10% a year for three years, 133 is not", () => {
    const until = (value: number) =>
      progressOf(aimFor("AVG_ANNUAL_GROWTH", 10), flow, [figureOfYear(2024, 100), figureOfYear(2027, value)]);
    expect([until(133.1), until(133)].map(({ state }) => state)).toEqual(["MET", "OFF_TRACK"]);
    expect(until(133.1).neededPace).toBeNull();
  });

  test("more than 100 and more than 120 give no growth, and no lower bound of one", () => {
    const bounds = [figureOfYear(2024, qualified("MORE_THAN", 100)), figureOfYear(2025, qualified("MORE_THAN", 120))];
    const progress = progressOf(aimFor("AVG_ANNUAL_GROWTH", 10), flow, bounds);
    expect(progress.state).toBe("UNDECIDED");
    expect(numbers(progress)).toMatchObject({ paceSoFar: null, projected: null, neededPace: null });
  });

  test("a baseline of zero gives no growth; one figure none either", () => {
    const from = (...figures: Figure[]) => progressOf(aimFor("AVG_ANNUAL_GROWTH", 10), flow, figures);
    expect(from(figureOfYear(2019, 0), figureOfYear(2024, 5))).toMatchObject({ state: "NO_DATA", missing: "ZERO_BASE" });
    expect(from(figureOfYear(2024, 5))).toMatchObject({ state: "NO_DATA", missing: "ONE_FIGURE" });
  });
});

describe("a figure without a source", () => {
  const unsourced = (figure: Figure): Figure => ({ ...figure, unsourced: true });
  const [from2019, from2023, in2024] = [figureOfYear(2019, 100), figureOfYear(2023, 120), figureOfYear(2024, 150)] as const;

  test("as the baseline gives no state, whichever it would be, and other baselines only with a source", () => {
    for (const goal of [160, 200]) {
      const sourced = progressOf(aimFor("LEVEL_BY", goal), flow, [from2019, from2023, in2024]);
      expect([sourced.state, sourced.otherBaselines.length]).toEqual([goal === 160 ? "ON_TRACK" : "OFF_TRACK", 1]);
      const withheld = progressOf(aimFor("LEVEL_BY", goal), flow, [unsourced(from2019), from2023, in2024]);
      expect(withheld).toMatchObject({ state: "NO_DATA", missing: "UNSOURCED", baseline: { id: 2019 }, latest: { id: 2024 } });
      expect(numbers(withheld)).toMatchObject({ paceSoFar: null, projected: null, projectedShortfall: null });
      expect(withheld.otherBaselines.map(({ baseline }) => baseline.id)).toEqual([2023]);
    }
    const { state, otherBaselines } = progressOf(aimFor("LEVEL_BY", 200), flow, [from2019, unsourced(from2023), in2024]);
    expect([state, otherBaselines]).toEqual(["OFF_TRACK", []]);
  });

  test("does not matter where the state does not depend on it", () => {
    expect(progressOf(aimFor("LEVEL_BY", 150), flow, [unsourced(from2019), in2024])).toMatchObject({
      state: "MET",
      missing: null,
    });
    const total = [unsourced(figureOn("2022-02-28", 12)), figureOn("2023-02-28", 12)];
    expect(progressOf(aimFor("CUMULATIVE_BY", 12), stock, total).state).toBe("MET");
    expect(progressOf(aimFor("CUMULATIVE_BY", 12), stock, total.slice(0, 1)).missing).toBe("UNSOURCED");
  });

  test("as the latest figure gives no state by any rule, nor is anything met before the plan began", () => {
    const rules = [
      progressOf(aimFor("LEVEL_BY", 150), flow, [unsourced(in2024)]),
      progressOf(aimFor("AVG_ANNUAL_GROWTH", 10), flow, [from2019, unsourced(in2024)]),
      progressOf(aimFor("AVG_ANNUAL_GROWTH", 10), share, [unsourced(figureOn("2025-09-30", 22, "SPAN"))]),
      progressOf(aimFor("PER_YEAR", 80), flow, [unsourced(figureOfYear(2025, 79)), figureOfYear(2026, 85)]),
      progressOf(aimFor("RANK_BY", 1), ranking, [unsourced(figureOfYear(2024, 1))]),
    ];
    for (const progress of rules)
      expect(progress).toMatchObject({ state: "NO_DATA", missing: "UNSOURCED", metBeforePlan: false, otherBaselines: [] });
  });
});

describe("in every year, and a rank", () => {
  test("one year that fell short is enough", () => {
    const assessed = (...figures: Figure[]) => progressOf(aimFor("PER_YEAR", 80), flow, figures);
    expect(assessed(figureOfYear(2024, 85)).state).toBe("ON_TRACK");
    // The base year is not of the plan, unless there is nothing later.
    expect(assessed(figureOfYear(2024, 70), figureOfYear(2025, 85)).state).toBe("ON_TRACK");
    expect(assessed(figureOfYear(2024, 70))).toMatchObject({ state: "OFF_TRACK" });
    expect(assessed(figureOfYear(2025, 79), figureOfYear(2026, 85)).state).toBe("OFF_TRACK");
    expect(assessed(figureOfYear(2025, 80), figureOfYear(2026, qualified("MORE_THAN", 70))).state).toBe("UNDECIDED");
    expect(assessed(figureOfYear(2025, 80), figureOfYear(2026, 90), figureOfYear(2027, 80)).state).toBe("MET");
    expect(numbers(assessed(figureOfYear(2025, 75)))).toMatchObject({
      gap: 5,
      paceSoFar: 75,
      neededPace: 80,
      projected: 75,
      projectedShortfall: 5,
    });
    expect(assessed(figureOfYear(2022, 90))).toMatchObject({ state: "NO_DATA", missing: "STALE" });
  });

  test("a rank is reached or not; there is no pace", () => {
    const progressOfRank = (year: number, rank: number) =>
      progressOf(aimFor("RANK_BY", 2, "EQ"), ranking, [figureOfYear(year, rank)]);
    expect([progressOfRank(2024, 1), progressOfRank(2024, 2), progressOfRank(2024, 3)].map(({ state }) => state)).toEqual([
      "MET",
      "MET",
      "OFF_TRACK",
    ]);
    expect(numbers(progressOfRank(2024, 5))).toMatchObject({ projectedShortfall: 3, paceSoFar: null });
    expect(progressOfRank(2014, 1)).toMatchObject({ state: "NO_DATA", missing: "STALE" });
  });

  test("nothing is computed without a target number or a measuring indicator; a rank is shown all the same", () => {
    expect(progressOf(aimFor("RANK_BY", null, "FORERUNNER"), ranking, [figureOfYear(2024, 2)])).toMatchObject({
      ...{ state: "NOT_MEASURABLE", missing: null, latest: { id: 2024, value: 2 } },
    });
    expect(progressOf(aimFor("RANK_BY", null, "FORERUNNER"), undefined, [])).toMatchObject({ latest: null, usedFigures: [] });
    expect(progressOf(aimFor("LEVEL_BY", 1), undefined, [])).toMatchObject({ state: "NO_DATA", missing: "NO_MEASURE" });
  });
});
