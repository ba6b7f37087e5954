// Computes the state of a target, by a rule for each of the plan's five bases. Pure: the same figures give the same result,
// in any order and on any day.
import { decidingMeasure, type Figure, type MeasuredIndicator, type TargetDefinition, type TargetFacts } from "./facts.ts";
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
export function progressOf(
  definition: TargetDefinition,
  indicator: MeasuredIndicator | undefined,
  figures: readonly Figure[],
): Progress {
  const { value } = definition;
  if (value === null) return rankWithoutNumber(indicator, figures);
  if (!indicator) return withoutState("NO_MEASURE");
  return withholdUnsourced(rules[definition.basis]({ ...definition, value }, indicator, figures));
}

/**
 * A state needs sources: if a figure that it depends on has none, it is withheld, and so are the results from other baselines
 * without one.
 */
function withholdUnsourced(progress: Progress): Progress {
  const others = progress.otherBaselines.filter(({ baseline }) => !baseline.unsourced);
  if (progress.state === "NO_DATA" || unsourcedIn(progress) === undefined) return { ...progress, otherBaselines: others };
  const nothingComputed = { metBeforePlan: false, paceSoFar: null, projected: null, projectedShortfall: null };
  return {
    ...progress,
    ...nothingComputed,
    state: "NO_DATA",
    missing: "UNSOURCED",
    otherBaselines: progress.latest?.unsourced ? [] : others,
  };
}

/** The progress of a target by its deciding measure. */
export function progressBy(facts: TargetFacts): Progress {
  const measure = decidingMeasure(facts);
  const progress = progressOf(facts, measure, measure?.figures ?? []);
  return progress.missing === "NO_FIGURE" && measure && measure.goals > 0 ? { ...progress, missing: "ONLY_GOALS" } : progress;
}
