// Average growth per year up to the horizon. Some indicators are averages themselves; for others the average is computed.
import { baselines, missingBaseline } from "./baseline.ts";
import { byEnd, type Counted, type Dated, endOf, type Figure, isDated, levelsOf, yearOf } from "./facts.ts";
import { exactly, hull, type Interval, intervalOf, reaches, rising } from "./interval.ts";
import { combinedState, shortfall } from "./level.ts";
import { type Goal, isStale, type Progress, withoutState } from "./progress.ts";

/** Averages published within this many years of each other are shown side by side. */
const SIDE_BY_SIDE_YEARS = 1;

/**
 * Met: the figure of the horizon year is available and the average reaches the target. Before that: on track if the average so far
 * reaches it, off track if not.
 */
export function growthProgress(goal: Goal, counted: Counted, figures: readonly Figure[]): Progress {
  return counted.isPercent ? ofAverages(goal, figures) : ofLevels(goal, counted, figures);
}

// Averages over several spans or by several sources are bounds: none of them is preferred.
function ofAverages(goal: Goal, figures: readonly Figure[]): Progress {
  const averages = figures.filter(isDated).sort(byEnd);
  const latest = averages.at(-1);
  if (!latest) return withoutState("NO_FIGURE");
  const beside = averages.filter((figure) => endOf(latest) - endOf(figure) < SIDE_BY_SIDE_YEARS);
  const base = { ...withoutState(null), usedFigures: averages, latest, beside, restsOn: beside };
  if (isStale(yearOf(latest), goal)) return { ...base, missing: "STALE" };
  const pace = hull(beside.map((figure) => intervalOf(figure, Number.NEGATIVE_INFINITY)));
  return { ...base, ...assess(goal, pace, latest), neededPace: exactly(goal.value) };
}

function ofLevels(goal: Goal, counted: Counted, figures: readonly Figure[]): Progress {
  const levels = levelsOf(figures, counted);
  const latest = levels.at(-1);
  if (!latest) return withoutState("NO_FIGURE");
  const base = { ...withoutState(null), usedFigures: levels, latest };
  if (isStale(yearOf(latest), goal)) return { ...base, missing: "STALE" };
  const candidates = baselines(levels, latest, goal.baseYear);
  const usable = candidates.filter((baseline) => intervalOf(baseline, 0).high > 0);
  if (usable.length === 0) return { ...base, missing: candidates.length > 0 ? "ZERO_BASE" : missingBaseline(levels, latest) };
  const from = (baseline: Dated) => {
    const pace = averageGrowth(intervalOf(latest, 0), intervalOf(baseline, 0), endOf(latest) - endOf(baseline));
    const { state, miss } = assess(goal, pace, latest);
    return { baseline, paceSoFar: pace, expected: pace, state, miss };
  };
  const [first, ...others] = usable.map(from) as [ReturnType<typeof from>, ...ReturnType<typeof from>[]];
  return { ...base, ...first, restsOn: [latest, first.baseline], neededPace: growthNeeded(goal, latest, first.baseline), others };
}

function assess(goal: Goal, pace: Interval, latest: Dated): Pick<Progress, "state" | "paceSoFar" | "expected" | "miss"> {
  const reached = reaches(pace, goal.value, goal.comparator === "GT");
  const state = combinedState(yearOf(latest) >= goal.horizon ? reached : "NO", reached);
  return { state, paceSoFar: pace, expected: pace, miss: state === "OFF_TRACK" ? shortfall(goal.value, pace) : null };
}

const averageGrowth = (latest: Interval, baseline: Interval, years: number): Interval =>
  rising(latest, baseline, (one, other) => {
    if (other === 0) return Number.POSITIVE_INFINITY;
    // From a baseline without an upper bound even a fall by 100% is no bound worth stating.
    return other === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : ((one / other) ** (1 / years) - 1) * 100;
  });

// The growth still needed each year, if it counts from the baseline; otherwise the target itself.
function growthNeeded({ value, baseYear, horizon }: Goal, latest: Dated, baseline: Dated): Interval | null {
  const left = horizon + 1 - endOf(latest);
  if (left <= 0) return null;
  if (yearOf(baseline) !== baseYear) return exactly(value);
  const whole = (1 + value / 100) ** (horizon + 1 - endOf(baseline));
  const [start, now] = [intervalOf(baseline, 0), intervalOf(latest, 0)];
  // Two lower bounds leave open what is still needed.
  if (start.high === Number.POSITIVE_INFINITY && now.high === Number.POSITIVE_INFINITY) return null;
  return rising(start, now, (earlier, later) => (((earlier * whole) / later) ** (1 / left) - 1) * 100);
}
