// The progress of a target in the API.

import { type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { computedFromSql, type Row } from "../graphql/fields.ts";
import { Observation } from "../indicators/observation.ts";
import { unitOfDifference } from "./amounts.ts";
import { Bound, boundOf, changeOf } from "./bound.ts";
import { comparedNumbers, comparedPublished, decidingMeasure, type Figure, type TargetFacts, yearOf } from "./facts.ts";
import { decidingFigures, factsOf } from "./facts-sql.ts";
import { missingOf } from "./missing-words.ts";
import { OtherBaselineType, paceComparedWith, paceUnit } from "./other-baseline.ts";
import { type Progress, restsOnFiguresBeforePlan } from "./progress.ts";
import { progressBy } from "./rules.ts";
import { explainState } from "./state-explanation.ts";
import { MissingKind, TargetState } from "./target-state.ts";

interface ComputedProgress {
  facts: TargetFacts;
  progress: Progress;
}

const progressCache = new WeakMap<Row, ComputedProgress>();

// The facts come with every row of the type; the progress is computed once for all selected fields.
function progressOf(row: Row): ComputedProgress {
  const facts = row.__facts as TargetFacts;
  const result = progressCache.get(row) ?? { facts, progress: progressBy(facts) };
  progressCache.set(row, result);
  return result;
}

const queryOf = (row: Sql) => ({ target: row, moment: sql`${row}.moment`, measure: sql`${row}.measure` });
const allFigures = (row: Sql, child: Sql): Sql => decidingFigures(queryOf(row), child);

// One of the figures in the facts, read with the fields selected for it.
const figureOf = (pickFigure: (progress: Progress) => Figure | null) =>
  computedFromSql<Row[], Row | null>({ rows: allFigures }, (rows, row) => {
    const { facts, progress } = progressOf(row);
    const figure = pickFigure(progress);
    const index = decidingMeasure(facts)?.figures.findIndex(({ id }) => id === figure?.id) ?? -1;
    return rows[index] ?? null;
  });

export const TargetProgress = builder.objectRef<Row>("TargetProgress");
TargetProgress.implement({
  description: "Progress of a target, computed from its figures.",
  extensions: { carries: { facts: (row: Sql) => factsOf(queryOf(row)) } },
  fields: (t) => ({
    state: t.field({ type: TargetState, description: "The computed state.", resolve: (row) => progressOf(row).progress.state }),
    ruleZh: t.string({
      description: "The rule that gave the state, with its numbers, in Chinese.",
      resolve: (row) => explainState(progressOf(row).facts, progressOf(row).progress).zh,
    }),
    ruleEn: t.string({
      description: "The rule that gave the state, with its numbers, in English.",
      resolve: (row) => explainState(progressOf(row).facts, progressOf(row).progress).en,
    }),
    metBeforePlan: t.boolean({
      description: "Whether it had already been met when the plan was drafted.",
      resolve: (row) => progressOf(row).progress.metBeforePlan,
    }),
    onlyFiguresBeforePlan: t.boolean({
      description: "Whether the state rests on figures from before the plan alone, so that nothing measured since supports it.",
      resolve: (row) => restsOnFiguresBeforePlan(progressOf(row).progress, progressOf(row).facts),
    }),
    baseline: t.field({
      type: Observation,
      nullable: true,
      description: "The figure from which the pace so far is measured.",
      ...figureOf(({ baseline }) => baseline),
    }),
    latest: t.field({
      type: Observation,
      nullable: true,
      description: "The latest figure.",
      ...figureOf(({ latest }) => latest),
    }),
    history: t.field({
      type: [Observation],
      description: "The figures that the rule uses, oldest first: one for each period, full years only for flows.",
      ...computedFromSql<Row[], Row[]>({ rows: allFigures }, (rows, row) => {
        const { facts, progress } = progressOf(row);
        const usedIds = new Set(progress.usedFigures.map(({ id }) => id));
        return rows.filter((_figure, index) => usedIds.has(decidingMeasure(facts)?.figures[index]?.id ?? 0));
      }),
    }),
    synthetic: t.boolean({
      description: "Whether any of these figures is synthetic (demonstration mode only).",
      resolve: (row) => progressOf(row).progress.usedFigures.some(({ synthetic }) => synthetic === true),
    }),
    baselineYear: t.int({
      nullable: true,
      description: "Year of the baseline.",
      resolve: (row) => yearIn(progressOf(row).progress.baseline),
    }),
    latestYear: t.int({
      nullable: true,
      description: "Year of the latest figure.",
      resolve: (row) => yearIn(progressOf(row).progress.latest),
    }),
    horizon: t.int({ description: "The target year.", resolve: (row) => progressOf(row).facts.horizon }),
    gap: t.field({
      type: Bound,
      nullable: true,
      description: "Distance from the latest figure to the target; negative once it is passed.",
      resolve: (row) => boundOf(progressOf(row).progress.gap, unitOfDifference(progressOf(row).facts.unit), "exact"),
    }),
    paceSoFar: t.field({
      type: Bound,
      nullable: true,
      description: "Change per year from the baseline to the latest figure; for growth, average percent per year.",
      resolve: (row) =>
        changeOf(progressOf(row).progress.paceSoFar, paceUnit(progressOf(row).facts), paceComparedWith(progressOf(row).facts)),
    }),
    neededPace: t.field({
      type: Bound,
      nullable: true,
      description: "The pace needed from the latest figure on to reach the target by the horizon.",
      resolve: (row) =>
        changeOf(progressOf(row).progress.neededPace, paceUnit(progressOf(row).facts), comparedPublished(progressOf(row).facts)),
    }),
    projected: t.field({
      type: Bound,
      nullable: true,
      description: "Projected value at the horizon if the pace so far continues.",
      resolve: (row) =>
        boundOf(progressOf(row).progress.projected, progressOf(row).facts.unit, comparedNumbers(progressOf(row).facts)),
    }),
    projectedShortfall: t.field({
      type: Bound,
      nullable: true,
      description: "Projected shortfall; empty unless off track.",
      resolve: (row) =>
        boundOf(
          progressOf(row).progress.projectedShortfall,
          unitOfDifference(progressOf(row).facts.unit),
          comparedPublished(progressOf(row).facts),
        ),
    }),
    missing: t.field({
      type: MissingKind,
      nullable: true,
      description: "Why no state could be computed; empty if one could.",
      resolve: (row) => progressOf(row).progress.missing,
    }),
    missingZh: t.string({
      nullable: true,
      description: "Missing data and its holder, in Chinese; empty if a state was computed.",
      resolve: (row) => missingOf(progressOf(row).facts, progressOf(row).progress)?.zh ?? null,
    }),
    missingEn: t.string({
      nullable: true,
      description: "Missing data and its holder, in English; empty if a state was computed.",
      resolve: (row) => missingOf(progressOf(row).facts, progressOf(row).progress)?.en ?? null,
    }),
    otherBaselines: t.field({
      type: [OtherBaselineType],
      complexity: { field: 1, multiplier: 10 },
      description: "The results from every other possible baseline, in the order of preference.",
      resolve: (row) => progressOf(row).progress.otherBaselines.map((other) => ({ other, facts: progressOf(row).facts })),
    }),
  }),
});

const yearIn = (figure: Progress["latest"]): number | null => (figure ? yearOf(figure) : null);
