// The progress of a target, common to all rules.
import type { DatedFigure, TargetDefinition } from "./facts.ts";
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
  usedFigures: readonly DatedFigure[];
  baseline: DatedFigure | null;
  latest: DatedFigure | null;
  /** The figures shown side by side as the latest: averages over several spans. */
  averagesOfLatestYear: readonly DatedFigure[];
  /** The figures that the state depends on. */
  decisiveFigures: readonly DatedFigure[];
  /** Distance to the target now, in its unit. */
  gap: Interval | null;
  /** Change per year, or percent per year. */
  paceSoFar: Interval | null;
  neededPace: Interval | null;
  /** Projected value at the horizon at the pace so far; null where that would be negative. */
  projected: Interval | null;
  /** Projected shortfall. */
  projectedShortfall: Interval | null;
  /** The results from other baselines. */
  otherBaselines: readonly OtherBaseline[];
}

export interface OtherBaseline {
  baseline: DatedFigure;
  paceSoFar: Interval;
  projected: Interval | null;
  state: State;
}

/** Progress without any result yet. */
export const withoutState = (missing: Missing | null, state: State = "NO_DATA"): Progress => ({
  ...{
    state,
    missing,
    metBeforePlan: false,
    usedFigures: [],
    baseline: null,
    latest: null,
    averagesOfLatestYear: [],
    decisiveFigures: [],
    gap: null,
  },
  ...{ paceSoFar: null, neededPace: null, projected: null, projectedShortfall: null, otherBaselines: [] },
});

/** The figure without a source that a state depends on, if there is one. */
export const unsourcedIn = ({ decisiveFigures }: Progress): DatedFigure | undefined =>
  decisiveFigures.find(({ unsourced }) => unsourced);

const verdicts: readonly State[] = ["MET", "ON_TRACK_OR_BETTER", "ON_TRACK", "OFF_TRACK"];

/** Whether the state rests on figures from before the plan alone: nothing measured since supports it. */
export const restsOnFiguresBeforePlan = (
  { state, decisiveFigures }: Progress,
  { statusQuoDate }: Pick<TargetDefinition, "statusQuoDate">,
): boolean => verdicts.includes(state) && decisiveFigures.every(({ end }) => end <= statusQuoDate);

/** Figures older than the year before the base year are too old to assess the plan. */
export const isStale = (year: number, { baseYear }: TargetDefinition): boolean => year < baseYear - 1;

/** An aim with a number. */
export type QuantifiedTarget = TargetDefinition & { value: number };
