// What holds of the rules whatever the figures are.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Figure, MeasuredIndicator, TargetDefinition } from "../../server/plan/facts.ts";
import type { Interval, QualifiedNumber } from "../../server/plan/interval.ts";
import type { Progress, State } from "../../server/plan/progress.ts";
import { progressOf } from "../../server/plan/rules.ts";
import { aimFor, figureOfYear, flow, qualified, ranking, share } from "../plan.ts";
import { runs } from "../runs.ts";

const amount = fc.integer({ min: 1, max: 1000 });
const years = (number: fc.Arbitrary<number | QualifiedNumber>) =>
  fc
    .uniqueArray(fc.integer({ min: 2012, max: 2027 }), { minLength: 1, maxLength: 10 })
    .chain((list) => fc.tuple(...list.map((each) => number.map((publishedValue) => figureOfYear(each, publishedValue)))));
const basis = fc.constantFrom<TargetDefinition["basis"]>("LEVEL_BY", "CUMULATIVE_BY", "AVG_ANNUAL_GROWTH", "PER_YEAR");
const comparator = fc.constantFrom<TargetDefinition["comparator"]>("GTE", "GT", "EQ");

const worstFirst: State[] = ["OFF_TRACK", "UNDECIDED", "ON_TRACK", "ON_TRACK_OR_BETTER", "MET"];

test("the order in which figures come does not matter", () => {
  fc.assert(
    fc.property(
      basis,
      comparator,
      amount,
      years(amount),
      fc.infiniteStream(fc.nat()),
      (targetBasis, targetComparator, value, figures, keys) => {
        const key = new Map(figures.map((figure) => [figure, keys.next().value ?? 0]));
        const shuffled = [...figures].sort((one, other) => (key.get(one) ?? 0) - (key.get(other) ?? 0));
        expect(progressOf(aimFor(targetBasis, value, targetComparator), flow, shuffled)).toEqual(
          progressOf(aimFor(targetBasis, value, targetComparator), flow, figures),
        );
      },
    ),
  );
});

test("a larger latest figure never makes a state worse", () => {
  fc.assert(
    fc.property(basis, comparator, amount, years(amount), amount, (targetBasis, targetComparator, value, figures, increase) => {
      const last = Math.max(...figures.map(({ id }) => id));
      const withHigherLatest = figures.map((figure) =>
        figure.id === last ? figureOfYear(last, figure.value + increase) : figure,
      );
      const [before, after] = [figures, withHigherLatest].map(
        (each) => progressOf(aimFor(targetBasis, value, targetComparator), flow, each).state,
      );
      // Whether there is a state at all does not depend on the values; only a running total that is reached needs no second one.
      if (before === "NO_DATA") expect(["NO_DATA", "MET"]).toContain(after);
      else expect(worstFirst.indexOf(after as State)).toBeGreaterThanOrEqual(worstFirst.indexOf(before as State));
    }),
  );
});

test("a level is met just where the latest figure reaches the target, a rank where it is no worse", () => {
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 2023, max: 2027 }), (value, latest, year) => {
      const level = progressOf(aimFor("LEVEL_BY", value), flow, [figureOfYear(2016, 5), figureOfYear(year, latest)]).state;
      expect(level === "MET").toBe(latest >= value);
      const rank = progressOf(aimFor("RANK_BY", value), ranking, [figureOfYear(year, latest)]).state;
      expect(rank).toBe(latest <= value ? "MET" : "OFF_TRACK");
    }),
  );
});

test("off track is just where something is short, by what is short", () => {
  fc.assert(
    fc.property(amount, years(amount), (value, figures) => {
      const { state, projected, projectedShortfall } = progressOf(aimFor("LEVEL_BY", value), flow, figures);
      // Where the line ends below zero, there is no projection to be short of.
      expect(projectedShortfall !== null).toBe(state === "OFF_TRACK" && projected !== null);
      if (projected) expect(projected.low).toBeGreaterThanOrEqual(0);
      if (projectedShortfall && projected) expect(projectedShortfall.low).toBeCloseTo(value - projected.high, 6);
    }),
  );
});

test("the needed pace, held until the horizon, reaches the target", () => {
  fc.assert(
    fc.property(amount, amount, amount, fc.integer({ min: 2024, max: 2026 }), (value, first, last, year) => {
      const level = progressOf(aimFor("LEVEL_BY", value), flow, [figureOfYear(2016, first), figureOfYear(year, last)]);
      if (level.neededPace) expect(last + level.neededPace.low * (2027 - year)).toBeCloseTo(value, 6);
      const growth = progressOf(aimFor("AVG_ANNUAL_GROWTH", 10), flow, [figureOfYear(2024, first), figureOfYear(2025, last)]);
      const then = last * (1 + (growth.neededPace?.low ?? 0) / 100) ** 2;
      expect(then / (first * 1.1 ** 3)).toBeCloseTo(1, 6);
    }),
  );
});

test("units cancel: all numbers in another unit, the same state", () => {
  fc.assert(
    fc.property(basis, amount, years(amount), fc.constantFrom(1000, 10_000, 100_000_000), (targetBasis, value, figures, size) => {
      const scaled = figures.map((figure) => ({ ...figure, value: figure.value * size }));
      const target = targetBasis === "AVG_ANNUAL_GROWTH" ? value : value * size;
      const [one, other] = [
        progressOf(aimFor(targetBasis, value), flow, figures),
        progressOf(aimFor(targetBasis, target), flow, scaled),
      ];
      expect(other.state).toBe(one.state);
      if (targetBasis === "LEVEL_BY" && one.projected && other.projected)
        expect(other.projected.low / size).toBeCloseTo(one.projected.low, 6);
    }),
  );
});

/** What a source might say of a true number: never what is false. */
const truePublications = (exactValue: number): fc.Arbitrary<QualifiedNumber> =>
  fc
    .tuple(fc.constantFrom("EXACT", "MORE_THAN", "AT_LEAST", "LESS_THAN", "AT_MOST", "RANGE", "ABOUT", "NEARLY"), amount, amount)
    .map(([qualifier, below, above]) => {
      const [low, high] = [Math.max(0, exactValue - below), exactValue + above];
      const rounded = Number(exactValue.toPrecision(1));
      if (qualifier === "RANGE") return qualified("RANGE", low, high);
      if (qualifier === "MORE_THAN" || qualifier === "AT_LEAST") return qualified(qualifier, low);
      if (qualifier === "LESS_THAN" || qualifier === "AT_MOST") return qualified(qualifier, high);
      if (qualifier === "ABOUT") return qualified("ABOUT", rounded);
      return qualifier === "NEARLY" && rounded > exactValue ? qualified("NEARLY", rounded) : qualified("EXACT", exactValue);
    });

const compatible: Record<State, readonly State[]> = {
  MET: ["MET"],
  ON_TRACK: ["ON_TRACK"],
  ON_TRACK_OR_BETTER: ["ON_TRACK", "MET"],
  OFF_TRACK: ["OFF_TRACK"],
  UNDECIDED: ["MET", "ON_TRACK", "OFF_TRACK"],
  NO_DATA: ["NO_DATA", "MET", "OFF_TRACK"],
  NOT_MEASURABLE: ["NOT_MEASURABLE"],
};

const contains = (bounds: Interval | null, exact: Interval | null): boolean => {
  if (!bounds || !exact) return true;
  const tolerance = 1e-6 * (1 + Math.abs(exact.low));
  return bounds.low <= exact.low + tolerance && exact.high <= bounds.high + tolerance;
};

// Figures of some years as they are, and as sources say them; a running total does not fall.
const histories = basis.chain((targetBasis) =>
  fc
    .uniqueArray(fc.integer({ min: 2014, max: 2027 }), { minLength: 1, maxLength: 6 })
    .chain((list) => fc.tuple(fc.constant(list.sort()), fc.tuple(...list.map(() => amount))))
    .chain(([list, drawn]) => {
      const exactValues = targetBasis === "CUMULATIVE_BY" ? [...drawn].sort((one, other) => one - other) : drawn;
      const publishedValues = fc.tuple(...exactValues.map(truePublications));
      return publishedValues.map((numbers) => ({
        targetBasis,
        exact: list.map((each, index) => figureOfYear(each, exactValues[index] ?? 0)),
        bounded: list.map((each, index) => figureOfYear(each, numbers[index] as QualifiedNumber)),
      }));
    }),
);

test("bounds contain the exact result, and a state computed from bounds holds for every number within them", () => {
  fc.assert(
    fc.property(histories, comparator, amount, ({ targetBasis, exact, bounded }, targetComparator, value) => {
      const [exactProgress, boundedProgress] = [
        assess(targetBasis, targetComparator, value, exact),
        assess(targetBasis, targetComparator, value, bounded),
      ];
      expect(compatible[boundedProgress.state]).toContain(exactProgress.state);
      for (const name of ["gap", "paceSoFar", "neededPace", "projected"] as const)
        expect([name, contains(boundedProgress[name], exactProgress[name])]).toEqual([name, true]);
    }),
    runs(2000),
  );
});

const assess = (
  targetBasis: TargetDefinition["basis"],
  targetComparator: TargetDefinition["comparator"],
  value: number,
  figures: readonly Figure[],
): Progress => progressOf(aimFor(targetBasis, value, targetComparator), flow, figures);

test("averages that stand side by side: the state holds for each of them, or it is undecided", () => {
  fc.assert(
    fc.property(amount, amount, amount, (value, one, other) => {
      const stateOf = (...values: number[]) => {
        const figures = values.map((each, index) => ({ ...figureOfYear(2025, each), id: index }));
        return progressOf(aimFor("AVG_ANNUAL_GROWTH", value), share as MeasuredIndicator, figures).state;
      };
      const [first, second] = [stateOf(one), stateOf(other)];
      expect(stateOf(one, other)).toBe(first === second ? first : "UNDECIDED");
    }),
  );
});
