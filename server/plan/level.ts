// A level to hold or reach by the horizon year, and a running total: a straight line through baseline and latest figure.
import { baselines, missingBaseline } from "./baseline.ts";
import { type Counted, type Dated, endOf, type Figure, levelsOf, yearOf } from "./facts.ts";
import { type Answer, exactly, type Interval, intervalOf, reaches, rising } from "./interval.ts";
import { type Goal, isStale, type Progress, type State, withoutState } from "./progress.ts";

/**
 * Met: the latest figure reaches the target; a running total is met once any figure has reached it. On track: the latest figure and
 * the pace so far, extended to the end of the horizon year, reach it. Off track: they do not.
 */
export function levelProgress(goal: Goal, counted: Counted, figures: readonly Figure[]): Progress {
  const levels = levelsOf(figures, counted);
  const latest = levels.at(-1);
  if (!latest) return withoutState("NO_FIGURE");
  const lowest = counted.isPercent ? Number.NEGATIVE_INFINITY : 0;
  const toInterval = (figure: Dated): Interval => intervalOf(figure, lowest);
  const yearsLeft = goal.horizon + 1 - endOf(latest);
  const now = toInterval(latest);
  const passes = (figure: Dated): Answer => reaches(toInterval(figure), goal.value, goal.comparator === "GT");
  const isTotal = goal.basis === "CUMULATIVE_BY";
  const reached = (isTotal ? levels : [latest]).filter((figure) => passes(figure) === "YES");
  const met = reached.length > 0 ? "YES" : passes(latest);
  // One figure with a source is enough to have met it.
  const decisive = reached.find(({ unsourced }) => !unsourced) ?? reached[0] ?? latest;
  const base = { ...withoutState(null), usedFigures: levels, latest, restsOn: [decisive], gap: shortfall(goal.value, now) };
  if (isStale(yearOf(latest), goal) && !(isTotal && met === "YES")) return { ...base, missing: "STALE" };

  const beforePlan = levels.filter(({ end, unsourced }) => end <= goal.statusQuoDate && !unsourced);
  const before = isTotal
    ? beforePlan.some((figure) => passes(figure) === "YES")
    : beforePlan.slice(-1).some((figure) => passes(figure) === "YES");
  const needed = met === "YES" || yearsLeft <= 0 ? null : scaleInterval(shortfall(goal.value, now), 1 / yearsLeft);
  const stateFrom = (expected: Interval): State => combinedState(met, reaches(expected, goal.value, goal.comparator === "GT"));
  const from = (baseline: Dated) => {
    const span = endOf(latest) - endOf(baseline);
    const paceSoFar = rising(now, toInterval(baseline), (one, other) => (one - other) / span);
    const expected = extrapolated(now, toInterval(baseline), Math.max(yearsLeft, 0) / span);
    return { baseline, paceSoFar, expected, state: stateFrom(expected) };
  };
  const [first, ...others] = baselines(levels, latest, goal.baseYear).map(from);
  const shared = { ...base, metBeforePlan: before, neededPace: needed };
  if (first) {
    const miss = first.state === "OFF_TRACK" ? shortfall(goal.value, first.expected) : null;
    const restsOn = met === "YES" ? base.restsOn : [latest, first.baseline];
    return { ...shared, ...first, restsOn, miss, others };
  }
  if (met === "YES") return { ...shared, state: "MET" };
  if (yearsLeft <= 0) return { ...shared, state: combinedState(met, met), expected: now, miss: met === "NO" ? base.gap : null };
  return { ...shared, missing: missingBaseline(levels, latest) };
}

/** The state that follows from 'met now' and 'reached by the horizon', each of which may be open. */
export function combinedState(met: Answer, reached: Answer): State {
  if (met === "YES") return "MET";
  if (reached === "YES") return met === "OPEN" ? "ON_TRACK_OR_BETTER" : "ON_TRACK";
  return met === "NO" && reached === "NO" ? "OFF_TRACK" : "UNDECIDED";
}

// Each figure occurs only once in the formula, so that the interval is no wider than necessary.
const extrapolated = (latest: Interval, baseline: Interval, times: number): Interval =>
  times === 0 ? latest : rising(latest, baseline, (one, other) => one * (1 + times) - other * times);

/** The distance to a number. */
export const shortfall = (number: number, of: Interval): Interval => rising(exactly(number), of, (one, other) => one - other);

const scaleInterval = (interval: Interval, by: number): Interval => rising(interval, exactly(0), (one) => one * by);
