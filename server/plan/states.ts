// The targets by their computed states.

import { type GraphQLObjectType, getNamedType } from "graphql";
import { EXPECTED_COUNTS } from "../contract/city.ts";
import { MAX_ENTRIES } from "../contract/site-filter.ts";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { empty, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { computedFromSql, enumOf, type Row } from "../graphql/fields.ts";
import { selectionSetsOf, selectList } from "../graphql/select.ts";
import { checkEntries, checkVocabularies } from "../graphql/vocabulary.ts";
import { AS_OF_ARGUMENT, type AsOf } from "../indicators/figure-precedence.ts";
import type { TargetFacts } from "./facts.ts";
import { factsOf, targetAt } from "./facts-sql.ts";
import { Plan } from "./plan.ts";
import type { State } from "./progress.ts";
import { progressBy } from "./rules.ts";
import { PlanTarget } from "./target.ts";
import { STATES, TargetState } from "./target-state.ts";

const StateCount = builder.objectRef<{ state: State; count: number }>("StateCount");
StateCount.implement({
  description: "Number of targets in a state.",
  fields: (t) => ({
    state: t.field({ type: TargetState, description: "The state.", resolve: ({ state }) => state }),
    count: t.exposeInt("count", { description: "Number of targets." }),
  }),
});

builder.objectField(Plan, "states", (t) =>
  t.field({
    type: [StateCount],
    description:
      "Number of targets in each state; states with none are counted as 0. A target with `metBeforePlan` or `onlyFiguresBeforePlan` counts in its state here, while the page counts it apart.",
    complexity: { field: 100, multiplier: 7 },
    args: { asOf: t.arg(AS_OF_ARGUMENT) },
    ...computedFromSql<TargetFacts[], { state: State; count: number }[]>(
      {
        value: (_row, { asOf }) => sql`(SELECT json_agg(${factsOf(targetAt(sql`plan_target`, asOf as AsOf))}) FROM plan_target)`,
      },
      (targets) => {
        const states = targets.map((facts) => progressBy(facts).state);
        return STATES.map((state) => ({ state, count: states.filter((each) => each === state).length }));
      },
    ),
  }),
);

builder.queryField("planTargets", (t) =>
  t.field({
    type: [PlanTarget],
    description: "The plan's targets in plan order. Arguments are combined with AND.",
    complexity: { field: 100, multiplier: EXPECTED_COUNTS.targets },
    args: {
      slugs: t.arg.stringList({ description: "Targets by slug." }),
      task: t.arg.int({ description: `Task number, 1 to ${EXPECTED_COUNTS.tasks}.` }),
      kind: t.arg({ type: enumOf("SiteKind"), description: "Targets to which sites of this kind contribute." }),
      state: t.arg({ type: TargetState, description: "Targets in this state." }),
      asOf: t.arg(AS_OF_ARGUMENT),
    },
    resolve: async (_root, { slugs, task, kind, state, asOf }, { database }, info) => {
      if ((task ?? 1) < 1 || (task ?? 1) > EXPECTED_COUNTS.tasks)
        throw new AtlasError(commonErrors.NUMBER_OUT_OF_RANGE, {
          argument: "task",
          min: 1,
          max: EXPECTED_COUNTS.tasks,
          value: task ?? "",
        });
      checkEntries("slugs", slugs, MAX_ENTRIES);
      await checkVocabularies(database, [{ argument: "slugs", table: "plan_target", key: "id", entries: slugs }]);
      const slugsOrNull = slugs ?? null;
      const fields = selectList(info, getNamedType(info.returnType) as GraphQLObjectType, selectionSetsOf(info), 0);
      const facts = state ? sql`, ${factsOf(targetAt(sql`row0`, asOf))} AS "__facts"` : empty;
      const rows = await database.rows<Row>(sql`SELECT ${fields}${facts} FROM plan_target row0
        WHERE (${slugsOrNull}::text[] IS NULL OR row0.id = ANY(${slugsOrNull}::text[]))
          AND (${task ?? null}::int IS NULL OR row0.task_number = ${task ?? null}::int)
          AND (${kind ?? null}::site_kind IS NULL OR ${kind ?? null}::site_kind = ANY(row0.site_kinds))
        ORDER BY row0.position`);
      return state ? rows.filter((row) => progressBy(row.__facts as TargetFacts).state === state) : rows;
    },
  }),
);
