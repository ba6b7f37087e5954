// Computes where a target stands, by a rule for each of the plan's five bases. Pure: the same figures give the same result,
// in any order and on any day.
import { type Aim, type Counted, decidingMeasure, type Figure, type TargetFacts } from "./facts.ts";
import { growthProgress } from "./growth.ts";
import { levelProgress } from "./level.ts";
import { type Progress, unsourcedIn, withoutState } from "./progress.ts";
import { rankProgress, rankWithoutNumber } from "./rank.ts";
import { yearlyProgress } from "./yearly.ts";

const rules = {
  LEVEL_BY: levelProgress,
  CUMULATIVE_BY: levelProgress,
  AVG_ANNUAL_GROWTH: growthProgress,
  PER_YEAR: yearlyProgress,
  RANK_BY: rankProgress,
};

/** The progress towards an aim; empty if the plan gives no number or nothing measures it. */
export function progressOf(aim: Aim, counted: Counted | undefined, figures: readonly Figure[]): Progress {
  const { value } = aim;
  if (value === null) return rankWithoutNumber(counted, figures);
  if (!counted) return withoutState("NO_MEASURE");
  return withholdUnsourced(rules[aim.basis]({ ...aim, value }, counted, figures));
}

/**
 * A state needs sources: if a figure that it depends on has none, it is withheld, and so are the results from other baselines
 * without one.
 */
function withholdUnsourced(progress: Progress): Progress {
  const others = progress.others.filter(({ baseline }) => !baseline.unsourced);
  if (progress.state === "NO_DATA" || unsourcedIn(progress) === undefined) return { ...progress, others };
  const nothing = { metBeforePlan: false, paceSoFar: null, expected: null, miss: null };
  return { ...progress, ...nothing, state: "NO_DATA", missing: "UNSOURCED", others: progress.latest?.unsourced ? [] : others };
}

/** The progress of a target by its deciding measure. */
export function progressBy(facts: TargetFacts): Progress {
  const measure = decidingMeasure(facts);
  const progress = progressOf(facts, measure, measure?.figures ?? []);
  return progress.missing === "NO_FIGURE" && measure && measure.goals > 0 ? { ...progress, missing: "ONLY_GOALS" } : progress;
}
