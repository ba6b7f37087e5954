// Average growth per year up to the horizon. Some indicators are such an average themselves; of others it is computed.
import { baselines } from "./baseline.ts";
import { byEnd, type Counted, type Dated, endOf, type Figure, isDated, levelsOf, yearOf } from "./facts.ts";
import { exactly, hull, type Interval, intervalOf, reaches, rising } from "./interval.ts";
import { shortOf, told } from "./level.ts";
import { type Goal, isStale, nothing, type Progress } from "./progress.ts";

/** Averages that were published this close to each other stand side by side. */
const SIDE_BY_SIDE_YEARS = 1;

/**
 * Met: the horizon year is in and the average reaches the target. Before that on track where the average so far reaches it,
 * off track where it does not.
 */
export function growthProgress(goal: Goal, counted: Counted, figures: readonly Figure[]): Progress {
  return counted.isPercent ? ofAverages(goal, figures) : ofLevels(goal, counted, figures);
}

// Averages over several spans, or by several sources, are bounds: none of them is more the pace than another.
function ofAverages(goal: Goal, figures: readonly Figure[]): Progress {
  const averages = figures.filter(isDated).sort(byEnd);
  const latest = averages.at(-1);
  if (!latest) return nothing("NO_FIGURE");
  const beside = averages.filter((figure) => endOf(latest) - endOf(figure) < SIDE_BY_SIDE_YEARS);
  const known = { ...nothing(null), read: averages, latest, beside };
  if (isStale(yearOf(latest), goal)) return { ...known, missing: "STALE" };
  const pace = hull(beside.map((figure) => intervalOf(figure, Number.NEGATIVE_INFINITY)));
  return { ...known, ...judged(goal, pace, latest), neededPace: exactly(goal.value) };
}

function ofLevels(goal: Goal, counted: Counted, figures: readonly Figure[]): Progress {
  const levels = levelsOf(figures, counted);
  const latest = levels.at(-1);
  if (!latest) return nothing("NO_FIGURE");
  const known = { ...nothing(null), read: levels, latest };
  if (isStale(yearOf(latest), goal)) return { ...known, missing: "STALE" };
  const found = baselines(levels, latest, goal.baseYear);
  const usable = found.filter((baseline) => intervalOf(baseline, 0).high > 0);
  if (usable.length === 0) return { ...known, missing: found.length > 0 ? "ZERO_BASE" : "ONE_FIGURE" };
  const from = (baseline: Dated) => {
    const pace = averageGrowth(intervalOf(latest, 0), intervalOf(baseline, 0), endOf(latest) - endOf(baseline));
    const { state, miss } = judged(goal, pace, latest);
    return { baseline, paceSoFar: pace, expected: pace, state, miss };
  };
  const [first, ...others] = usable.map(from) as [ReturnType<typeof from>, ...ReturnType<typeof from>[]];
  return { ...known, ...first, neededPace: growthNeeded(goal, latest, first.baseline), others };
}

function judged(goal: Goal, pace: Interval, latest: Dated): Pick<Progress, "state" | "paceSoFar" | "expected" | "miss"> {
  const reached = reaches(pace, goal.value, goal.comparator === "GT");
  const state = told(yearOf(latest) >= goal.horizon ? reached : "NO", reached);
  return { state, paceSoFar: pace, expected: pace, miss: state === "OFF_TRACK" ? shortOf(goal.value, pace) : null };
}

const averageGrowth = (latest: Interval, baseline: Interval, years: number): Interval =>
  rising(latest, baseline, (one, other) => (other === 0 ? Number.POSITIVE_INFINITY : ((one / other) ** (1 / years) - 1) * 100));

// The growth that is still needed each year, where it counts from the baseline; else the target itself.
function growthNeeded({ value, baseYear, horizon }: Goal, latest: Dated, baseline: Dated): Interval | null {
  const left = horizon + 1 - endOf(latest);
  if (left <= 0) return null;
  if (yearOf(baseline) !== baseYear) return exactly(value);
  const whole = (1 + value / 100) ** (horizon + 1 - endOf(baseline));
  return rising(intervalOf(baseline, 0), intervalOf(latest, 0), (from, now) => (((from * whole) / now) ** (1 / left) - 1) * 100);
}
