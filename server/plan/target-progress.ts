// The progress of a target as the API tells it.

import { type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { computes, type Row } from "../graphql/fields.ts";
import { Observation } from "../indicators/observation.ts";
import { difference } from "./amounts.ts";
import { Bound, bound } from "./bound.ts";
import { besideOf, besidesGoal, deciding, type Facts, type Figure, yearOf } from "./facts.ts";
import { decidingFigures, factsOf } from "./facts-sql.ts";
import { missingOf } from "./missing-words.ts";
import { besidePace, OtherBaselineType, paceUnit } from "./other-baseline.ts";
import type { Progress } from "./progress.ts";
import { ruleOf } from "./rule-words.ts";
import { progressBy } from "./rules.ts";
import { MissingKind, TargetState } from "./target-state.ts";

interface Known {
  facts: Facts;
  progress: Progress;
}

const computed = new WeakMap<Row, Known>();

// The facts come with every row of the type; they are computed once for all fields that are asked for.
function known(row: Row): Known {
  const facts = row.__facts as Facts;
  const found = computed.get(row) ?? { facts, progress: progressBy(facts) };
  computed.set(row, found);
  return found;
}

const asked = (row: Sql) => ({ target: row, moment: sql`${row}.moment`, measure: sql`${row}.measure` });
const all = (row: Sql, child: Sql): Sql => decidingFigures(asked(row), child);

// One of the figures that the facts hold, read with what is asked of it.
const one = (pick: (progress: Progress) => Figure | null) =>
  computes<Row[], Row | null>({ many: all }, (found, row) => {
    const { facts, progress } = known(row);
    const picked = pick(progress);
    const place = deciding(facts)?.figures.findIndex(({ id }) => id === picked?.id) ?? -1;
    return found[place] ?? null;
  });

export const TargetProgress = builder.objectRef<Row>("TargetProgress");
TargetProgress.implement({
  description: "Where a target stands, computed of its figures.",
  extensions: { carries: { facts: (row: Sql) => factsOf(asked(row)) } },
  fields: (t) => ({
    state: t.field({ type: TargetState, description: "The computed state.", resolve: (row) => known(row).progress.state }),
    ruleZh: t.string({
      description: "The rule that gave the state, with its numbers, in Chinese.",
      resolve: (row) => ruleOf(known(row).facts, known(row).progress).zh,
    }),
    ruleEn: t.string({
      description: "The rule that gave the state, with its numbers, in English.",
      resolve: (row) => ruleOf(known(row).facts, known(row).progress).en,
    }),
    metAtOutset: t.boolean({
      description: "Whether it was met when the plan was drawn up.",
      resolve: (row) => known(row).progress.metAtOutset,
    }),
    baseline: t.field({
      type: Observation,
      nullable: true,
      description: "The figure from which the pace so far is taken.",
      ...one(({ baseline }) => baseline),
    }),
    latest: t.field({ type: Observation, nullable: true, description: "The latest figure.", ...one(({ latest }) => latest) }),
    history: t.field({
      type: [Observation],
      description:
        "The figures that the rule reads, oldest first: one for each period, of whole years where something happens within a year.",
      ...computes<Row[], Row[]>({ many: all }, (found, row) => {
        const { facts, progress } = known(row);
        const read = new Set(progress.read.map(({ id }) => id));
        return found.filter((_figure, place) => read.has(deciding(facts)?.figures[place]?.id ?? 0));
      }),
    }),
    synthetic: t.boolean({
      description: "Whether any of these figures is made up, which a demonstration's are where none is known.",
      resolve: (row) => known(row).progress.read.some(({ synthetic }) => synthetic === true),
    }),
    baselineYear: t.int({
      nullable: true,
      description: "Year of the baseline.",
      resolve: (row) => yearIn(known(row).progress.baseline),
    }),
    latestYear: t.int({
      nullable: true,
      description: "Year of the latest figure.",
      resolve: (row) => yearIn(known(row).progress.latest),
    }),
    horizon: t.int({ description: "The year by which it is to be reached.", resolve: (row) => known(row).facts.horizon }),
    gap: t.field({
      type: Bound,
      nullable: true,
      description: "What is left from the latest figure to the target; below 0 where it is passed.",
      resolve: (row) => bound(known(row).progress.gap, difference(known(row).facts.unit), "exact"),
    }),
    paceSoFar: t.field({
      type: Bound,
      nullable: true,
      description: "Change per year from the baseline to the latest figure; of growth the average percent per year.",
      resolve: (row) => bound(known(row).progress.paceSoFar, paceUnit(known(row).facts), besidePace(known(row).facts)),
    }),
    neededPace: t.field({
      type: Bound,
      nullable: true,
      description: "The pace needed from the latest figure on to reach the target by the horizon.",
      resolve: (row) => bound(known(row).progress.neededPace, paceUnit(known(row).facts), besidesGoal(known(row).facts)),
    }),
    expected: t.field({
      type: Bound,
      nullable: true,
      description: "What is reached by the horizon if the pace so far goes on.",
      resolve: (row) => bound(known(row).progress.expected, known(row).facts.unit, besideOf(known(row).facts)),
    }),
    miss: t.field({
      type: Bound,
      nullable: true,
      description: "By how much the target is then missed; empty unless it is off track.",
      resolve: (row) => bound(known(row).progress.miss, difference(known(row).facts.unit), besidesGoal(known(row).facts)),
    }),
    missing: t.field({
      type: MissingKind,
      nullable: true,
      description: "Why no state could be computed; empty where one could.",
      resolve: (row) => known(row).progress.missing,
    }),
    missingZh: t.string({
      nullable: true,
      description: "What is missing and who could give it, in Chinese; empty where the state could be computed.",
      resolve: (row) => missingOf(known(row).facts, known(row).progress)?.zh ?? null,
    }),
    missingEn: t.string({
      nullable: true,
      description: "What is missing and who could give it, in English; empty where the state could be computed.",
      resolve: (row) => missingOf(known(row).facts, known(row).progress)?.en ?? null,
    }),
    otherBaselines: t.field({
      type: [OtherBaselineType],
      complexity: { field: 1, multiplier: 10 },
      description: "The same from every other figure that could be the baseline, by the order in which the rule would take them.",
      resolve: (row) => known(row).progress.others.map((other) => ({ other, facts: known(row).facts })),
    }),
  }),
});

const yearIn = (figure: Progress["latest"]): number | null => (figure ? yearOf(figure) : null);
