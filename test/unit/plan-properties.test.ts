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
const years = (of: fc.Arbitrary<number | QualifiedNumber>) =>
  fc
    .uniqueArray(fc.integer({ min: 2012, max: 2027 }), { minLength: 1, maxLength: 10 })
    .chain((list) => fc.tuple(...list.map((each) => of.map((given) => figureOfYear(each, given)))));
const basis = fc.constantFrom<TargetDefinition["basis"]>("LEVEL_BY", "CUMULATIVE_BY", "AVG_ANNUAL_GROWTH", "PER_YEAR");
const comparator = fc.constantFrom<TargetDefinition["comparator"]>("GTE", "GT", "EQ");

const worstFirst: State[] = ["OFF_TRACK", "UNDECIDED", "ON_TRACK", "ON_TRACK_OR_BETTER", "MET"];

test("the order in which figures come does not matter", () => {
  fc.assert(
    fc.property(basis, comparator, amount, years(amount), fc.infiniteStream(fc.nat()), (of, how, value, figures, keys) => {
      const key = new Map(figures.map((figure) => [figure, keys.next().value ?? 0]));
      const shuffled = [...figures].sort((one, other) => (key.get(one) ?? 0) - (key.get(other) ?? 0));
      expect(progressOf(aimFor(of, value, how), flow, shuffled)).toEqual(progressOf(aimFor(of, value, how), flow, figures));
    }),
  );
});

test("a larger latest figure never makes a state worse", () => {
  fc.assert(
    fc.property(basis, comparator, amount, years(amount), amount, (of, how, value, figures, more) => {
      const last = Math.max(...figures.map(({ id }) => id));
      const raised = figures.map((figure) => (figure.id === last ? figureOfYear(last, figure.value + more) : figure));
      const [before, after] = [figures, raised].map((each) => progressOf(aimFor(of, value, how), flow, each).state);
      // Whether there is a state at all does not depend on the values; only a running total that is reached needs no second one.
      if (before === "NO_DATA") expect(["NO_DATA", "MET"]).toContain(after);
      else expect(worstFirst.indexOf(after as State)).toBeGreaterThanOrEqual(worstFirst.indexOf(before as State));
    }),
  );
});

test("a level is met just where the latest figure reaches the target, a rank where it is no worse", () => {
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 2023, max: 2027 }), (value, latest, of) => {
      const level = progressOf(aimFor("LEVEL_BY", value), flow, [figureOfYear(2016, 5), figureOfYear(of, latest)]).state;
      expect(level === "MET").toBe(latest >= value);
      const rank = progressOf(aimFor("RANK_BY", value), ranking, [figureOfYear(of, latest)]).state;
      expect(rank).toBe(latest <= value ? "MET" : "OFF_TRACK");
    }),
  );
});

test("off track is just where something is short, by what is short", () => {
  fc.assert(
    fc.property(amount, years(amount), (value, figures) => {
      const { state, projected, projectedShortfall } = progressOf(aimFor("LEVEL_BY", value), flow, figures);
      expect(projectedShortfall !== null).toBe(state === "OFF_TRACK");
      if (projectedShortfall && projected) expect(projectedShortfall.low).toBeCloseTo(value - projected.high, 6);
    }),
  );
});

test("the needed pace, held until the horizon, reaches the target", () => {
  fc.assert(
    fc.property(amount, amount, amount, fc.integer({ min: 2024, max: 2026 }), (value, first, last, of) => {
      const level = progressOf(aimFor("LEVEL_BY", value), flow, [figureOfYear(2016, first), figureOfYear(of, last)]);
      if (level.neededPace) expect(last + level.neededPace.low * (2027 - of)).toBeCloseTo(value, 6);
      const growth = progressOf(aimFor("AVG_ANNUAL_GROWTH", 10), flow, [figureOfYear(2024, first), figureOfYear(2025, last)]);
      const then = last * (1 + (growth.neededPace?.low ?? 0) / 100) ** 2;
      expect(then / (first * 1.1 ** 3)).toBeCloseTo(1, 6);
    }),
  );
});

test("units cancel: all numbers in another unit, the same state", () => {
  fc.assert(
    fc.property(basis, amount, years(amount), fc.constantFrom(1000, 10_000, 100_000_000), (of, value, figures, size) => {
      const scaled = figures.map((figure) => ({ ...figure, value: figure.value * size }));
      const target = of === "AVG_ANNUAL_GROWTH" ? value : value * size;
      const [one, other] = [progressOf(aimFor(of, value), flow, figures), progressOf(aimFor(of, target), flow, scaled)];
      expect(other.state).toBe(one.state);
      if (of === "LEVEL_BY" && one.projected && other.projected)
        expect(other.projected.low / size).toBeCloseTo(one.projected.low, 6);
    }),
  );
});

/** What a source might say of a true number: never what is false. */
const truePublications = (truth: number): fc.Arbitrary<QualifiedNumber> =>
  fc
    .tuple(fc.constantFrom("EXACT", "MORE_THAN", "AT_LEAST", "LESS_THAN", "AT_MOST", "RANGE", "ABOUT", "NEARLY"), amount, amount)
    .map(([qualifier, below, above]) => {
      const [low, high] = [Math.max(0, truth - below), truth + above];
      const rounded = Number(truth.toPrecision(1));
      if (qualifier === "RANGE") return qualified("RANGE", low, high);
      if (qualifier === "MORE_THAN" || qualifier === "AT_LEAST") return qualified(qualifier, low);
      if (qualifier === "LESS_THAN" || qualifier === "AT_MOST") return qualified(qualifier, high);
      if (qualifier === "ABOUT") return qualified("ABOUT", rounded);
      return qualifier === "NEARLY" && rounded > truth ? qualified("NEARLY", rounded) : qualified("EXACT", truth);
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
  const slack = 1e-6 * (1 + Math.abs(exact.low));
  return bounds.low <= exact.low + slack && exact.high <= bounds.high + slack;
};

// Figures of some years as they are, and as sources say them; a running total does not fall.
const histories = basis.chain((of) =>
  fc
    .uniqueArray(fc.integer({ min: 2014, max: 2027 }), { minLength: 1, maxLength: 6 })
    .chain((list) => fc.tuple(fc.constant(list.sort()), fc.tuple(...list.map(() => amount))))
    .chain(([list, drawn]) => {
      const truths = of === "CUMULATIVE_BY" ? [...drawn].sort((one, other) => one - other) : drawn;
      const given = fc.tuple(...truths.map(truePublications));
      return given.map((told) => ({
        of,
        exact: list.map((each, place) => figureOfYear(each, truths[place] ?? 0)),
        bounded: list.map((each, place) => figureOfYear(each, told[place] as QualifiedNumber)),
      }));
    }),
);

test("bounds contain the exact result, and a state computed from bounds holds for every number within them", () => {
  fc.assert(
    fc.property(histories, comparator, amount, ({ of, exact, bounded }, how, value) => {
      const [truth, told] = [assess(of, how, value, exact), assess(of, how, value, bounded)];
      expect(compatible[told.state]).toContain(truth.state);
      for (const name of ["gap", "paceSoFar", "neededPace", "projected"] as const)
        expect([name, contains(told[name], truth[name])]).toEqual([name, true]);
    }),
    runs(2000),
  );
});

const assess = (
  of: TargetDefinition["basis"],
  how: TargetDefinition["comparator"],
  value: number,
  figures: readonly Figure[],
): Progress => progressOf(aimFor(of, value, how), flow, figures);

test("averages that stand side by side: the state holds for each of them, or it is undecided", () => {
  fc.assert(
    fc.property(amount, amount, amount, (value, one, other) => {
      const of = (...given: number[]) => {
        const figures = given.map((each, place) => ({ ...figureOfYear(2025, each), id: place }));
        return progressOf(aimFor("AVG_ANNUAL_GROWTH", value), share as MeasuredIndicator, figures).state;
      };
      const [first, second] = [of(one), of(other)];
      expect(of(one, other)).toBe(first === second ? first : "UNDECIDED");
    }),
  );
});
