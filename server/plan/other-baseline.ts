import { builder } from "../graphql/builder.ts";
import { type ComparedNumbers, perYear, type UnitNames, unitOfDifference } from "./amounts.ts";
import { Bound, boundOf } from "./bound.ts";
import { comparedNumbers, comparedPublished, type TargetFacts, yearOf } from "./facts.ts";
import type { OtherBaseline } from "./progress.ts";
import { TargetState } from "./target-state.ts";

/** A change per year in the target's unit; for growth, percent. */
export const paceUnit = ({ basis, unit }: TargetFacts): UnitNames =>
  basis === "LEVEL_BY" || basis === "CUMULATIVE_BY" ? perYear(unitOfDifference(unit)) : unit;

/** For growth targets, the pace is what is compared with the goal. */
export const paceComparedWith = (facts: TargetFacts): ComparedNumbers =>
  facts.basis === "LEVEL_BY" || facts.basis === "CUMULATIVE_BY" ? comparedPublished(facts) : comparedNumbers(facts);

export const OtherBaselineType = builder.objectRef<{ other: OtherBaseline; facts: TargetFacts }>("OtherBaseline");
OtherBaselineType.implement({
  description: "The state of the target if the pace were measured from another figure.",
  fields: (t) => ({
    year: t.int({ description: "Year of that figure.", resolve: ({ other }) => yearOf(other.baseline) }),
    paceSoFar: t.field({
      type: Bound,
      nullable: true,
      description: "The pace from it.",
      resolve: ({ other, facts }) => boundOf(other.paceSoFar, paceUnit(facts), paceComparedWith(facts)),
    }),
    projected: t.field({
      type: Bound,
      nullable: true,
      description: "Projected value at the horizon at that pace.",
      resolve: ({ other, facts }) => boundOf(other.projected, facts.unit, comparedNumbers(facts)),
    }),
    state: t.field({ type: TargetState, description: "The resulting state.", resolve: ({ other }) => other.state }),
  }),
});
