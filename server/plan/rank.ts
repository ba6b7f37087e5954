// A place in a ranking: it is held or not; a ranking has no pace.
import { type Counted, type Figure, levelsOf, yearOf } from "./facts.ts";
import { exactly, intervalOf, rising } from "./interval.ts";
import { type Goal, isStale, type Progress, withoutState } from "./progress.ts";

/** Without a number in the plan there is no state; the latest rank is shown all the same. */
export function rankWithoutNumber(counted: Counted | undefined, figures: readonly Figure[]): Progress {
  const usedFigures = counted ? levelsOf(figures, counted) : [];
  return { ...withoutState(null, "NOT_MEASURABLE"), usedFigures, latest: usedFigures.at(-1) ?? null };
}

/** Met: the latest rank is the target or better. Off track: it is worse. */
export function rankProgress(goal: Goal, counted: Counted, figures: readonly Figure[]): Progress {
  const places = levelsOf(figures, counted);
  const latest = places.at(-1);
  if (!latest) return withoutState("NO_FIGURE");
  const now = intervalOf(latest, 1);
  const behind = rising(now, exactly(goal.value), (one, other) => one - other);
  const base = { ...withoutState(null), usedFigures: places, latest, restsOn: [latest], gap: behind };
  if (isStale(yearOf(latest), goal)) return { ...base, missing: "STALE" };
  const state = now.high <= goal.value ? "MET" : now.low > goal.value ? "OFF_TRACK" : "UNDECIDED";
  const before = places.filter(({ end, unsourced }) => end <= goal.statusQuoDate && !unsourced).at(-1);
  const metBeforePlan = before !== undefined && intervalOf(before, 1).high <= goal.value;
  return { ...base, state, metBeforePlan, expected: now, miss: state === "OFF_TRACK" ? behind : null };
}
