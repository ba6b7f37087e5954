// A number to reach in every year of the plan.
import { type Counted, type Figure, levelsOf, yearOf } from "./facts.ts";
import { type Answer, exactly, intervalOf, reaches } from "./interval.ts";
import { shortfall } from "./level.ts";
import { type Goal, isStale, type Progress, type State, withoutState } from "./progress.ts";

/**
 * Met: every year from the one after the base year to the horizon reached it. On track: the latest year did, and no year of the
 * plan before it fell short. Off track: at least one fell short.
 */
export function yearlyProgress(goal: Goal, counted: Counted, figures: readonly Figure[]): Progress {
  const years = levelsOf(figures, counted);
  const latest = years.at(-1);
  if (!latest) return withoutState("NO_FIGURE");
  const now = intervalOf(latest, 0);
  const base = { ...withoutState(null), usedFigures: years, latest, gap: shortfall(goal.value, now) };
  if (isStale(yearOf(latest), goal)) return { ...base, missing: "STALE" };
  const passes = (figure: Figure): Answer => reaches(intervalOf(figure, 0), goal.value, goal.comparator === "GT");
  const counting = years.filter((figure) => yearOf(figure) > goal.baseYear || figure === latest);
  const state = stateOf(counting.map(passes), goal.horizon - goal.baseYear === counting.length && yearOf(latest) >= goal.horizon);
  const before = years.filter(({ end, unsourced }) => end <= goal.statusQuoDate && !unsourced).at(-1);
  return {
    ...{ ...base, restsOn: counting },
    ...{ state, metBeforePlan: before !== undefined && passes(before) === "YES" },
    ...{ paceSoFar: now, neededPace: exactly(goal.value), expected: now },
    miss: state === "OFF_TRACK" ? shortfall(goal.value, now) : null,
  };
}

function stateOf(years: readonly Answer[], isOver: boolean): State {
  if (years.includes("NO")) return "OFF_TRACK";
  if (years.includes("OPEN")) return "UNDECIDED";
  return isOver ? "MET" : "ON_TRACK";
}
