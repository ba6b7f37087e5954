// What is said of a target's progress, whatever its rule.
import type { Aim, Dated } from "./facts.ts";
import type { Interval } from "./interval.ts";

/** What a state means is said where the API names it. */
export type State = "MET" | "ON_TRACK_OR_BETTER" | "ON_TRACK" | "OFF_TRACK" | "UNDECIDED" | "NO_DATA" | "NOT_MEASURABLE";

/** Why nothing can be said. */
export type Missing = "NO_MEASURE" | "NO_FIGURE" | "ONLY_GOALS" | "STALE" | "ONE_FIGURE" | "ZERO_BASE";

export interface Progress {
  state: State;
  missing: Missing | null;
  metAtOutset: boolean;
  /** The figures that the rule reads, oldest first. */
  read: readonly Dated[];
  baseline: Dated | null;
  latest: Dated | null;
  /** The figures that stand side by side as the latest: averages over several spans. */
  beside: readonly Dated[];
  /** What is left to the target now, in its unit. */
  gap: Interval | null;
  /** Change per year, or percent per year. */
  paceSoFar: Interval | null;
  neededPace: Interval | null;
  /** What is reached by the horizon at the pace so far. */
  expected: Interval | null;
  /** By how much the target is then missed. */
  miss: Interval | null;
  /** The same from other baselines. */
  others: readonly OtherBaseline[];
}

export interface OtherBaseline {
  baseline: Dated;
  paceSoFar: Interval;
  expected: Interval;
  state: State;
}

/** The progress with nothing known yet. */
export const nothing = (missing: Missing | null, state: State = "NO_DATA"): Progress => ({
  ...{ state, missing, metAtOutset: false, read: [], baseline: null, latest: null, beside: [], gap: null },
  ...{ paceSoFar: null, neededPace: null, expected: null, miss: null, others: [] },
});

/** Figures older than the year before the base year say nothing of where the plan stands. */
export const isStale = (year: number, { baseYear }: Aim): boolean => year < baseYear - 1;

/** An aim with a number. */
export type Goal = Aim & { value: number };
