// A level to hold or reach by the horizon year, and a running total: the straight line through baseline and latest figure.
import { baselines } from "./baseline.ts";
import { type Counted, type Dated, endOf, type Figure, levelsOf, yearOf } from "./facts.ts";
import { type Answer, exactly, type Interval, intervalOf, reaches, rising } from "./interval.ts";
import { type Goal, isStale, nothing, type Progress, type State } from "./progress.ts";

/**
 * Met: the latest figure reaches the target; a running total has reached it once any figure did. On track: the latest figure
 * and the pace so far, carried on to the end of the horizon year, reach it. Off track: they do not.
 */
export function levelProgress(goal: Goal, counted: Counted, figures: readonly Figure[]): Progress {
  const levels = levelsOf(figures, counted);
  const latest = levels.at(-1);
  if (!latest) return nothing("NO_FIGURE");
  const least = counted.isPercent ? Number.NEGATIVE_INFINITY : 0;
  const read = { of: (figure: Dated) => intervalOf(figure, least), left: goal.horizon + 1 - endOf(latest) };
  const now = read.of(latest);
  const passes = (figure: Dated): Answer => reaches(read.of(figure), goal.value, goal.comparator === "GT");
  const isTotal = goal.basis === "CUMULATIVE_BY";
  const met = isTotal && levels.some((figure) => passes(figure) === "YES") ? "YES" : passes(latest);
  const known = { ...nothing(null), read: levels, latest, gap: shortOf(goal.value, now) };
  if (isStale(yearOf(latest), goal) && !(isTotal && met === "YES")) return { ...known, missing: "STALE" };

  const atOutset = levels.filter(({ end }) => end <= goal.outset);
  const before = isTotal
    ? atOutset.some((figure) => passes(figure) === "YES")
    : atOutset.slice(-1).some((figure) => passes(figure) === "YES");
  const needed = met === "YES" || read.left <= 0 ? null : scaled(shortOf(goal.value, now), 1 / read.left);
  const stateFrom = (expected: Interval): State => told(met, reaches(expected, goal.value, goal.comparator === "GT"));
  const from = (baseline: Dated) => {
    const span = endOf(latest) - endOf(baseline);
    const paceSoFar = rising(now, read.of(baseline), (one, other) => (one - other) / span);
    const expected = carriedOn(now, read.of(baseline), Math.max(read.left, 0) / span);
    return { baseline, paceSoFar, expected, state: stateFrom(expected) };
  };
  const [first, ...others] = baselines(levels, latest, goal.baseYear).map(from);
  const shared = { ...known, metAtOutset: before, neededPace: needed };
  if (first) {
    const miss = first.state === "OFF_TRACK" ? shortOf(goal.value, first.expected) : null;
    return { ...shared, ...first, miss, others };
  }
  if (met === "YES") return { ...shared, state: "MET" };
  if (read.left <= 0) return { ...shared, state: told(met, met), expected: now, miss: met === "NO" ? known.gap : null };
  return { ...shared, missing: "ONE_FIGURE" };
}

/** The state of what is met or not and reached by the horizon or not, each as far as it is known. */
export function told(met: Answer, reached: Answer): State {
  if (met === "YES") return "MET";
  if (reached === "YES") return met === "OPEN" ? "ON_TRACK_OR_BETTER" : "ON_TRACK";
  return met === "NO" && reached === "NO" ? "OFF_TRACK" : "UNDECIDED";
}

// Each figure stands once in it, so that the interval is no wider than what is not known.
const carriedOn = (latest: Interval, baseline: Interval, times: number): Interval =>
  times === 0 ? latest : rising(latest, baseline, (one, other) => one * (1 + times) - other * times);

/** What is left to a number. */
export const shortOf = (number: number, of: Interval): Interval => rising(exactly(number), of, (one, other) => one - other);

const scaled = (interval: Interval, by: number): Interval => rising(interval, exactly(0), (one) => one * by);
