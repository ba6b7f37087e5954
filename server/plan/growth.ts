// Average growth per year up to the horizon. Some indicators are averages themselves; for others the average is computed.
import { baselines, missingBaseline } from "./baseline.ts";
import { byEnd, type DatedFigure, endOf, type Figure, isDated, levelsOf, type MeasuredIndicator, yearOf } from "./facts.ts";
import { exactly, hullOf, type Interval, intervalOf, mapMonotone, reaches } from "./interval.ts";

import { combinedState, shortfall } from "./level.ts";
import { isStale, type Progress, type QuantifiedTarget, withoutState } from "./progress.ts";

/** Averages published within this many years of each other are shown side by side. */
const SIDE_BY_SIDE_YEARS = 1;

/**
 * Met: the figure of the horizon year is available and the average reaches the target. Before that: on track if the average so far
 * reaches it, off track if not.
 */
export function growthProgress(goal: QuantifiedTarget, indicator: MeasuredIndicator, figures: readonly Figure[]): Progress {
  return indicator.isPercent ? progressOfAverages(goal, figures) : progressOfLevels(goal, indicator, figures);
}

// Averages over several spans or by several sources are bounds: none of them is preferred.
function progressOfAverages(goal: QuantifiedTarget, figures: readonly Figure[]): Progress {
  const averages = figures.filter(isDated).sort(byEnd);
  const latest = averages.at(-1);
  if (!latest) return withoutState("NO_FIGURE");
  const latestAverages = averages.filter((figure) => endOf(latest) - endOf(figure) < SIDE_BY_SIDE_YEARS);
  const commonFacts = {
    ...withoutState(null),
    usedFigures: averages,
    latest,
    averagesOfLatestYear: latestAverages,
    decisiveFigures: latestAverages,
  };
  if (isStale(yearOf(latest), goal)) return { ...commonFacts, missing: "STALE" };
  const pace = hullOf(latestAverages.map((figure) => intervalOf(figure, Number.NEGATIVE_INFINITY)));
  return { ...commonFacts, ...assessPace(goal, pace, latest), neededPace: exactly(goal.value) };
}

function progressOfLevels(goal: QuantifiedTarget, indicator: MeasuredIndicator, figures: readonly Figure[]): Progress {
  const levels = levelsOf(figures, indicator);
  const latest = levels.at(-1);
  if (!latest) return withoutState("NO_FIGURE");
  const commonFacts = { ...withoutState(null), usedFigures: levels, latest };
  if (isStale(yearOf(latest), goal)) return { ...commonFacts, missing: "STALE" };
  const candidates = baselines(levels, latest, goal.baseYear);
  const usableBaselines = candidates.filter((baseline) => intervalOf(baseline, 0).high > 0);
  if (usableBaselines.length === 0)
    return { ...commonFacts, missing: candidates.length > 0 ? "ZERO_BASE" : missingBaseline(levels, latest) };
  const progressFrom = (baseline: DatedFigure) => {
    const pace = averageGrowth(intervalOf(latest, 0), intervalOf(baseline, 0), endOf(latest) - endOf(baseline));
    const { state, projectedShortfall } = assessPace(goal, pace, latest);
    return { baseline, paceSoFar: pace, projected: pace, state, projectedShortfall };
  };
  const [first, ...others] = usableBaselines.map(progressFrom) as [
    ReturnType<typeof progressFrom>,
    ...ReturnType<typeof progressFrom>[],
  ];
  return {
    ...commonFacts,
    ...first,
    decisiveFigures: [latest, first.baseline],
    neededPace: growthNeeded(goal, latest, first.baseline),
    otherBaselines: others,
  };
}

function assessPace(
  goal: QuantifiedTarget,
  pace: Interval,
  latest: DatedFigure,
): Pick<Progress, "state" | "paceSoFar" | "projected" | "projectedShortfall"> {
  const reached = reaches(pace, goal.value, goal.comparator === "GT");
  const state = combinedState(yearOf(latest) >= goal.horizon ? reached : "NO", reached);
  return {
    state,
    paceSoFar: pace,
    projected: pace,
    projectedShortfall: state === "OFF_TRACK" ? shortfall(goal.value, pace) : null,
  };
}

const averageGrowth = (latest: Interval, baseline: Interval, years: number): Interval =>
  mapMonotone(latest, baseline, (one, other) => {
    if (other === 0) return Number.POSITIVE_INFINITY;
    // From a baseline without an upper bound even a fall by 100% is no bound worth stating.
    return other === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : ((one / other) ** (1 / years) - 1) * 100;
  });

// The growth still needed each year, if it counts from the baseline; otherwise the target itself.
function growthNeeded(
  { value, baseYear, horizon }: QuantifiedTarget,
  latest: DatedFigure,
  baseline: DatedFigure,
): Interval | null {
  const yearsLeft = horizon + 1 - endOf(latest);
  if (yearsLeft <= 0) return null;
  if (yearOf(baseline) !== baseYear) return exactly(value);
  const goalFactor = (1 + value / 100) ** (horizon + 1 - endOf(baseline));
  const [start, latestInterval] = [intervalOf(baseline, 0), intervalOf(latest, 0)];
  // Two lower bounds leave open what is still needed.
  if (start.high === Number.POSITIVE_INFINITY && latestInterval.high === Number.POSITIVE_INFINITY) return null;
  return mapMonotone(start, latestInterval, (earlier, later) => (((earlier * goalFactor) / later) ** (1 / yearsLeft) - 1) * 100);
}
