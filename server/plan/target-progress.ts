// The progress of a target in the API.

import { type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { computes, type Row } from "../graphql/fields.ts";
import { Observation } from "../indicators/observation.ts";
import { difference } from "./amounts.ts";
import { Bound, bound } from "./bound.ts";
import { comparedWith, comparedWithoutGoal, deciding, type Facts, type Figure, yearOf } from "./facts.ts";
import { decidingFigures, factsOf } from "./facts-sql.ts";
import { missingOf } from "./missing-words.ts";
import { OtherBaselineType, paceComparedWith, paceUnit } from "./other-baseline.ts";
import type { Progress } from "./progress.ts";
import { progressBy } from "./rules.ts";
import { explainState } from "./state-explanation.ts";
import { MissingKind, TargetState } from "./target-state.ts";

interface ComputedProgress {
  facts: Facts;
  progress: Progress;
}

const computed = new WeakMap<Row, ComputedProgress>();

// The facts come with every row of the type; the progress is computed once for all selected fields.
function computedFor(row: Row): ComputedProgress {
  const facts = row.__facts as Facts;
  const result = computed.get(row) ?? { facts, progress: progressBy(facts) };
  computed.set(row, result);
  return result;
}

const queryOf = (row: Sql) => ({ target: row, moment: sql`${row}.moment`, measure: sql`${row}.measure` });
const all = (row: Sql, child: Sql): Sql => decidingFigures(queryOf(row), child);

// One of the figures in the facts, read with the fields selected for it.
const one = (pick: (progress: Progress) => Figure | null) =>
  computes<Row[], Row | null>({ many: all }, (rows, row) => {
    const { facts, progress } = computedFor(row);
    const picked = pick(progress);
    const place = deciding(facts)?.figures.findIndex(({ id }) => id === picked?.id) ?? -1;
    return rows[place] ?? null;
  });

export const TargetProgress = builder.objectRef<Row>("TargetProgress");
TargetProgress.implement({
  description: "Progress of a target, computed from its figures.",
  extensions: { carries: { facts: (row: Sql) => factsOf(queryOf(row)) } },
  fields: (t) => ({
    state: t.field({ type: TargetState, description: "The computed state.", resolve: (row) => computedFor(row).progress.state }),
    ruleZh: t.string({
      description: "The rule that gave the state, with its numbers, in Chinese.",
      resolve: (row) => explainState(computedFor(row).facts, computedFor(row).progress).zh,
    }),
    ruleEn: t.string({
      description: "The rule that gave the state, with its numbers, in English.",
      resolve: (row) => explainState(computedFor(row).facts, computedFor(row).progress).en,
    }),
    metAtOutset: t.boolean({
      description: "Whether it was met before the plan began.",
      resolve: (row) => computedFor(row).progress.metAtOutset,
    }),
    baseline: t.field({
      type: Observation,
      nullable: true,
      description: "The figure from which the pace so far is measured.",
      ...one(({ baseline }) => baseline),
    }),
    latest: t.field({ type: Observation, nullable: true, description: "The latest figure.", ...one(({ latest }) => latest) }),
    history: t.field({
      type: [Observation],
      description: "The figures that the rule uses, oldest first: one for each period, full years only for flows.",
      ...computes<Row[], Row[]>({ many: all }, (rows, row) => {
        const { facts, progress } = computedFor(row);
        const read = new Set(progress.usedFigures.map(({ id }) => id));
        return rows.filter((_figure, place) => read.has(deciding(facts)?.figures[place]?.id ?? 0));
      }),
    }),
    synthetic: t.boolean({
      description: "Whether any of these figures is synthetic (demonstration mode only).",
      resolve: (row) => computedFor(row).progress.usedFigures.some(({ synthetic }) => synthetic === true),
    }),
    baselineYear: t.int({
      nullable: true,
      description: "Year of the baseline.",
      resolve: (row) => yearIn(computedFor(row).progress.baseline),
    }),
    latestYear: t.int({
      nullable: true,
      description: "Year of the latest figure.",
      resolve: (row) => yearIn(computedFor(row).progress.latest),
    }),
    horizon: t.int({ description: "The target year.", resolve: (row) => computedFor(row).facts.horizon }),
    gap: t.field({
      type: Bound,
      nullable: true,
      description: "Distance from the latest figure to the target; negative once it is passed.",
      resolve: (row) => bound(computedFor(row).progress.gap, difference(computedFor(row).facts.unit), "exact"),
    }),
    paceSoFar: t.field({
      type: Bound,
      nullable: true,
      description: "Change per year from the baseline to the latest figure; for growth, average percent per year.",
      resolve: (row) =>
        bound(computedFor(row).progress.paceSoFar, paceUnit(computedFor(row).facts), paceComparedWith(computedFor(row).facts)),
    }),
    neededPace: t.field({
      type: Bound,
      nullable: true,
      description: "The pace needed from the latest figure on to reach the target by the horizon.",
      resolve: (row) =>
        bound(
          computedFor(row).progress.neededPace,
          paceUnit(computedFor(row).facts),
          comparedWithoutGoal(computedFor(row).facts),
        ),
    }),
    expected: t.field({
      type: Bound,
      nullable: true,
      description: "Projected value at the horizon if the pace so far continues.",
      resolve: (row) =>
        bound(computedFor(row).progress.expected, computedFor(row).facts.unit, comparedWith(computedFor(row).facts)),
    }),
    miss: t.field({
      type: Bound,
      nullable: true,
      description: "Projected shortfall; empty unless off track.",
      resolve: (row) =>
        bound(
          computedFor(row).progress.miss,
          difference(computedFor(row).facts.unit),
          comparedWithoutGoal(computedFor(row).facts),
        ),
    }),
    missing: t.field({
      type: MissingKind,
      nullable: true,
      description: "Why no state could be computed; empty if one could.",
      resolve: (row) => computedFor(row).progress.missing,
    }),
    missingZh: t.string({
      nullable: true,
      description: "Missing data and its holder, in Chinese; empty if a state was computed.",
      resolve: (row) => missingOf(computedFor(row).facts, computedFor(row).progress)?.zh ?? null,
    }),
    missingEn: t.string({
      nullable: true,
      description: "Missing data and its holder, in English; empty if a state was computed.",
      resolve: (row) => missingOf(computedFor(row).facts, computedFor(row).progress)?.en ?? null,
    }),
    otherBaselines: t.field({
      type: [OtherBaselineType],
      complexity: { field: 1, multiplier: 10 },
      description: "The results from every other possible baseline, in the order of preference.",
      resolve: (row) => computedFor(row).progress.others.map((other) => ({ other, facts: computedFor(row).facts })),
    }),
  }),
});

const yearIn = (figure: Progress["latest"]): number | null => (figure ? yearOf(figure) : null);
