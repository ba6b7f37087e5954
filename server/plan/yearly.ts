// A number to reach in every year of the plan.
import { type Figure, levelsOf, type MeasuredIndicator, yearOf } from "./facts.ts";
import { exactly, intervalOf, type Reaches, reaches } from "./interval.ts";
import { shortfall } from "./level.ts";
import { isStale, type Progress, type QuantifiedTarget, type State, withoutState } from "./progress.ts";

/**
 * Met: every year from the one after the base year to the horizon reached it. On track: the latest year did, and no year of the
 * plan before it fell short. Off track: at least one fell short.
 */
export function yearlyProgress(goal: QuantifiedTarget, indicator: MeasuredIndicator, figures: readonly Figure[]): Progress {
  const years = levelsOf(figures, indicator);
  const latest = years.at(-1);
  if (!latest) return withoutState("NO_FIGURE");
  const latestInterval = intervalOf(latest, 0);
  const commonFacts = { ...withoutState(null), usedFigures: years, latest, gap: shortfall(goal.value, latestInterval) };
  if (isStale(yearOf(latest), goal)) return { ...commonFacts, missing: "STALE" };
  const passes = (figure: Figure): Reaches => reaches(intervalOf(figure, 0), goal.value, goal.comparator === "GT");
  const countedYears = years.filter((figure) => yearOf(figure) > goal.baseYear || figure === latest);
  const state = stateOf(
    countedYears.map(passes),
    goal.horizon - goal.baseYear === countedYears.length && yearOf(latest) >= goal.horizon,
  );
  const statusQuoFigure = years.filter(({ end, unsourced }) => end <= goal.statusQuoDate && !unsourced).at(-1);
  return {
    ...{ ...commonFacts, decisiveFigures: countedYears },
    ...{ state, metBeforePlan: statusQuoFigure !== undefined && passes(statusQuoFigure) === "YES" },
    ...{ paceSoFar: latestInterval, neededPace: exactly(goal.value), projected: latestInterval },
    projectedShortfall: state === "OFF_TRACK" ? shortfall(goal.value, latestInterval) : null,
  };
}

function stateOf(years: readonly Reaches[], isOver: boolean): State {
  if (years.includes("NO")) return "OFF_TRACK";
  if (years.includes("OPEN")) return "UNDECIDED";
  return isOver ? "MET" : "ON_TRACK";
}
