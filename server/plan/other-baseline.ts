import { builder } from "../graphql/builder.ts";
import { type Beside, difference, perYear, type UnitNames } from "./amounts.ts";
import { Bound, bound } from "./bound.ts";
import { besideOf, besidesGoal, type Facts, yearOf } from "./facts.ts";
import type { OtherBaseline } from "./progress.ts";
import { TargetState } from "./target-state.ts";

/** A change per year of the target, or of growth the percent. */
export const paceUnit = ({ basis, unit }: Facts): UnitNames =>
  basis === "LEVEL_BY" || basis === "CUMULATIVE_BY" ? perYear(difference(unit)) : unit;

/** Where growth is wanted, the pace is what is compared with the goal. */
export const besidePace = (facts: Facts): Beside =>
  facts.basis === "LEVEL_BY" || facts.basis === "CUMULATIVE_BY" ? besidesGoal(facts) : besideOf(facts);

export const OtherBaselineType = builder.objectRef<{ other: OtherBaseline; facts: Facts }>("OtherBaseline");
OtherBaselineType.implement({
  description: "How the target would stand if the pace were taken from another figure.",
  fields: (t) => ({
    year: t.int({ description: "Year of that figure.", resolve: ({ other }) => yearOf(other.baseline) }),
    paceSoFar: t.field({
      type: Bound,
      nullable: true,
      description: "The pace from it.",
      resolve: ({ other, facts }) => bound(other.paceSoFar, paceUnit(facts), besidePace(facts)),
    }),
    expected: t.field({
      type: Bound,
      nullable: true,
      description: "What is reached by the horizon at that pace.",
      resolve: ({ other, facts }) => bound(other.expected, facts.unit, besideOf(facts)),
    }),
    state: t.field({ type: TargetState, description: "The state it would give.", resolve: ({ other }) => other.state }),
  }),
});
