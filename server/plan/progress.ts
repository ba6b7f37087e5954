// The progress of a target, common to all rules.
import type { Aim, Dated } from "./facts.ts";
import type { Interval } from "./interval.ts";

/** The states are described in the API (target-state.ts). */
export type State = "MET" | "ON_TRACK_OR_BETTER" | "ON_TRACK" | "OFF_TRACK" | "UNDECIDED" | "NO_DATA" | "NOT_MEASURABLE";

/** Why no state can be computed. */
export type Missing =
  | "NO_MEASURE"
  | "NO_FIGURE"
  | "ONLY_GOALS"
  | "STALE"
  | "ONE_FIGURE"
  | "BREAK_IN_SERIES"
  | "ZERO_BASE"
  | "UNSOURCED";

export interface Progress {
  state: State;
  missing: Missing | null;
  metBeforePlan: boolean;
  /** The figures that the rule uses, oldest first. */
  usedFigures: readonly Dated[];
  baseline: Dated | null;
  latest: Dated | null;
  /** The figures shown side by side as the latest: averages over several spans. */
  beside: readonly Dated[];
  /** The figures that the state depends on. */
  restsOn: readonly Dated[];
  /** Distance to the target now, in its unit. */
  gap: Interval | null;
  /** Change per year, or percent per year. */
  paceSoFar: Interval | null;
  neededPace: Interval | null;
  /** Projected value at the horizon at the pace so far. */
  expected: Interval | null;
  /** Projected shortfall. */
  miss: Interval | null;
  /** The results from other baselines. */
  others: readonly OtherBaseline[];
}

export interface OtherBaseline {
  baseline: Dated;
  paceSoFar: Interval;
  expected: Interval;
  state: State;
}

/** Progress without any result yet. */
export const withoutState = (missing: Missing | null, state: State = "NO_DATA"): Progress => ({
  ...{ state, missing, metBeforePlan: false, usedFigures: [], baseline: null, latest: null, beside: [], restsOn: [], gap: null },
  ...{ paceSoFar: null, neededPace: null, expected: null, miss: null, others: [] },
});

/** The figure without a source that a state depends on, if there is one. */
export const unsourcedIn = ({ restsOn }: Progress): Dated | undefined => restsOn.find(({ unsourced }) => unsourced);

/** Figures older than the year before the base year are too old to assess the plan. */
export const isStale = (year: number, { baseYear }: Aim): boolean => year < baseYear - 1;

/** An aim with a number. */
export type Goal = Aim & { value: number };
