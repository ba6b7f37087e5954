// A place in a ranking: it is held or not; a ranking has no pace.
import { type Figure, levelsOf, type MeasuredIndicator, yearOf } from "./facts.ts";
import { exactly, intervalOf, mapMonotone } from "./interval.ts";
import { isStale, type Progress, type QuantifiedTarget, withoutState } from "./progress.ts";

/** Without a number in the plan there is no state; the latest rank is shown all the same. */
export function rankWithoutNumber(indicator: MeasuredIndicator | undefined, figures: readonly Figure[]): Progress {
  const usedFigures = indicator ? levelsOf(figures, indicator) : [];
  return { ...withoutState(null, "NOT_MEASURABLE"), usedFigures, latest: usedFigures.at(-1) ?? null };
}

/** Met: the latest rank is the target or better. Off track: it is worse. */
export function rankProgress(goal: QuantifiedTarget, indicator: MeasuredIndicator, figures: readonly Figure[]): Progress {
  const ranks = levelsOf(figures, indicator);
  const latest = ranks.at(-1);
  if (!latest) return withoutState("NO_FIGURE");
  const latestInterval = intervalOf(latest, 1);
  const gap = mapMonotone(latestInterval, exactly(goal.value), (one, other) => one - other);
  const commonFacts = { ...withoutState(null), usedFigures: ranks, latest, decisiveFigures: [latest], gap };
  if (isStale(yearOf(latest), goal)) return { ...commonFacts, missing: "STALE" };
  const state = latestInterval.high <= goal.value ? "MET" : latestInterval.low > goal.value ? "OFF_TRACK" : "UNDECIDED";
  const statusQuoFigure = ranks.filter(({ end, unsourced }) => end <= goal.statusQuoDate && !unsourced).at(-1);
  const metBeforePlan = statusQuoFigure !== undefined && intervalOf(statusQuoFigure, 1).high <= goal.value;
  return {
    ...commonFacts,
    state,
    metBeforePlan,
    projected: latestInterval,
    projectedShortfall: state === "OFF_TRACK" ? gap : null,
  };
}
