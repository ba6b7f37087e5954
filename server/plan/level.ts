// A level to hold or reach by the horizon year, and a running total: a straight line through baseline and latest figure.
import { baselines, missingBaseline } from "./baseline.ts";
import { type DatedFigure, endOf, type Figure, levelsOf, type MeasuredIndicator, yearOf } from "./facts.ts";
import { exactly, type Interval, intervalOf, mapMonotone, type Reaches, reaches } from "./interval.ts";

import { isStale, type Progress, type QuantifiedTarget, type State, withoutState } from "./progress.ts";

/**
 * Met: the latest figure reaches the target; a running total is met once any figure has reached it. On track: the latest figure and
 * the pace so far, extended to the end of the horizon year, reach it. Off track: they do not.
 */
export function levelProgress(goal: QuantifiedTarget, indicator: MeasuredIndicator, figures: readonly Figure[]): Progress {
  const levels = levelsOf(figures, indicator);
  const latest = levels.at(-1);
  if (!latest) return withoutState("NO_FIGURE");
  // Counts, areas, amounts and shares are never negative.
  const toInterval = (figure: DatedFigure): Interval => intervalOf(figure, 0);
  const yearsLeft = goal.horizon + 1 - endOf(latest);
  const latestInterval = toInterval(latest);
  const passes = (figure: DatedFigure): Reaches => reaches(toInterval(figure), goal.value, goal.comparator === "GT");
  const isTotal = goal.basis === "CUMULATIVE_BY";
  const reachingFigures = (isTotal ? levels : [latest]).filter((figure) => passes(figure) === "YES");
  const reachesGoal = reachingFigures.length > 0 ? "YES" : passes(latest);
  // One figure with a source is enough to have met it.
  const decisiveFigure = reachingFigures.find(({ unsourced }) => !unsourced) ?? reachingFigures[0] ?? latest;
  const commonFacts = {
    ...withoutState(null),
    usedFigures: levels,
    latest,
    decisiveFigures: [decisiveFigure],
    gap: shortfall(goal.value, latestInterval),
  };
  if (isStale(yearOf(latest), goal) && !(isTotal && reachesGoal === "YES")) return { ...commonFacts, missing: "STALE" };

  const beforePlan = levels.filter(({ end, unsourced }) => end <= goal.statusQuoDate && !unsourced);
  const metBefore = isTotal
    ? beforePlan.some((figure) => passes(figure) === "YES")
    : beforePlan.slice(-1).some((figure) => passes(figure) === "YES");
  const neededPace =
    reachesGoal === "YES" || yearsLeft <= 0 ? null : scaleInterval(shortfall(goal.value, latestInterval), 1 / yearsLeft);
  const stateFrom = (projected: Interval): State =>
    combinedState(reachesGoal, reaches(projected, goal.value, goal.comparator === "GT"));
  const progressFrom = (baseline: DatedFigure) => {
    const span = endOf(latest) - endOf(baseline);
    const paceSoFar = mapMonotone(latestInterval, toInterval(baseline), (one, other) => (one - other) / span);
    const projected = extrapolated(latestInterval, toInterval(baseline), Math.max(yearsLeft, 0) / span);
    return { baseline, paceSoFar, projected: possibleOf(projected), state: stateFrom(projected) };
  };
  const [first, ...others] = baselines(levels, latest, goal.baseYear).map(progressFrom);
  const shared = { ...commonFacts, metBeforePlan: metBefore, neededPace };
  if (first) {
    // The pace of the years before the plan says nothing about a target that was met then.
    if (reachesGoal === "YES" && metBefore && latest.end <= goal.statusQuoDate)
      return { ...shared, state: "MET", baseline: first.baseline };
    const projectedShortfall = first.state === "OFF_TRACK" && first.projected ? shortfall(goal.value, first.projected) : null;
    const decisiveFigures = reachesGoal === "YES" ? commonFacts.decisiveFigures : [latest, first.baseline];
    return { ...shared, ...first, decisiveFigures, projectedShortfall, otherBaselines: others };
  }
  if (reachesGoal === "YES") return { ...shared, state: "MET" };
  if (yearsLeft <= 0)
    return {
      ...shared,
      state: combinedState(reachesGoal, reachesGoal),
      projected: latestInterval,
      projectedShortfall: reachesGoal === "NO" ? commonFacts.gap : null,
    };
  return { ...shared, missing: missingBaseline(levels, latest) };
}

/** The state that follows from 'met now' and 'reached by the horizon', each of which may be open. */
export function combinedState(reachesGoal: Reaches, willReach: Reaches): State {
  if (reachesGoal === "YES") return "MET";
  if (willReach === "YES") return reachesGoal === "OPEN" ? "ON_TRACK_OR_BETTER" : "ON_TRACK";
  return reachesGoal === "NO" && willReach === "NO" ? "OFF_TRACK" : "UNDECIDED";
}

// Each figure occurs only once in the formula, so that the interval is no wider than necessary.
const extrapolated = (latest: Interval, baseline: Interval, spanRatio: number): Interval =>
  spanRatio === 0 ? latest : mapMonotone(latest, baseline, (one, other) => one * (1 + spanRatio) - other * spanRatio);

/** The part of a projection that is not negative; null where nothing is left, or nothing that says more than that. */
const possibleOf = (projected: Interval): Interval | null => {
  if (projected.low >= 0) return projected;
  return projected.high < 0 || projected.high === Number.POSITIVE_INFINITY ? null : { ...projected, low: 0, lowOpen: false };
};

/** The distance to a number. */
export const shortfall = (number: number, interval: Interval): Interval =>
  mapMonotone(exactly(number), interval, (one, other) => one - other);

const scaleInterval = (interval: Interval, factor: number): Interval => mapMonotone(interval, exactly(0), (one) => one * factor);
