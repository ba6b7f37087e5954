import { PLAN_HORIZON } from "../contract/city.ts";
import { sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { columnFields, modelDescription, type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { rowsOf } from "../graphql/paging.ts";
import { Source } from "../provenance/source.ts";
import { PlanTarget } from "./target.ts";

const PlanCommitment = builder.objectRef<Row>("PlanCommitment");
PlanCommitment.implement({
  ...modelDescription("PlanCommitment"),
  fields: (t) => columnFields(t, "PlanCommitment", "textZh", "textEn", "siteKinds"),
});

const PlanTask = builder.objectRef<Row>("PlanTask");
PlanTask.implement({
  ...modelDescription("PlanTask"),
  fields: (t) => ({
    ...columnFields(t, "PlanTask", "number", "titleZh", "titleEn", "siteKinds"),
    targets: t.field({
      type: [PlanTarget],
      description: "Its targets.",
      ...readBySql({
        rows: (row, child) =>
          sql`FROM plan_target ${child} WHERE ${child}.task_number = ${row}.number ORDER BY ${child}.position`,
      }),
    }),
    commitments: t.field({
      type: [PlanCommitment],
      description: "Its unquantified commitments.",
      ...readBySql({
        rows: (row, child) => sql`FROM plan_commitment ${child} WHERE ${child}.task_number = ${row}.number ORDER BY ${child}.id`,
      }),
    }),
  }),
});

const PlanTheme = builder.objectRef<Row>("PlanTheme");
PlanTheme.implement({
  ...modelDescription("PlanTheme"),
  fields: (t) => ({
    slug: t.string({ description: "Short name, stable and unique.", ...valueBySql((row) => sql`${row}.id`) }),
    ...columnFields(t, "PlanTheme", "titleZh", "titleEn"),
    tasks: t.field({
      type: [PlanTask],
      description: "Its tasks.",
      ...readBySql({
        rows: (row, child) => sql`FROM plan_task ${child} WHERE ${child}.theme_id = ${row}.id ORDER BY ${child}.number`,
      }),
    }),
    targets: t.field({
      type: [PlanTarget],
      description: "Overall targets that belong to no task.",
      ...readBySql({
        rows: (row, child) =>
          sql`FROM plan_target ${child} WHERE ${child}.theme_id = ${row}.id AND ${child}.task_number IS NULL ORDER BY ${child}.position`,
      }),
    }),
  }),
});

export const Plan = builder.objectRef<Row>("Plan");
Plan.implement({
  description: `The city's plan for the high-quality development of trade in services up to ${PLAN_HORIZON} (consultation draft).`,
  fields: (t) => ({
    horizon: t.int({ description: "The year it ends.", ...valueBySql(() => sql`(SELECT max(horizon) FROM plan_target)`) }),
    baseYear: t.int({
      description: "The base year for growth. The draft names none, so it is the last full year before the plan begins.",
      ...valueBySql(() => sql`(SELECT min(base_year) FROM plan_target)`),
    }),
    statusQuoDate: t.field({
      type: "Date",
      description:
        "Figures up to this day describe the situation when the plan was drafted. The draft has no date, so it is the last day of the plan's first year.",
      ...valueBySql(() => sql`(SELECT max(status_quo_date) FROM plan_target)`),
    }),
    source: t.field({
      type: Source,
      nullable: true,
      description: "The plan itself.",
      ...readBySql({
        singleRow: (_row, child) =>
          sql`FROM source ${child} WHERE ${child}.id = (SELECT source_id FROM plan_target ORDER BY position LIMIT 1)`,
      }),
    }),
    themes: t.field({
      type: [PlanTheme],
      description: "Its themes; the first holds the overall goals.",
      ...readBySql({ rows: (_row, child) => sql`FROM plan_theme ${child} ORDER BY ${child}.position` }),
    }),
  }),
});

builder.queryField("plan", (t) =>
  t.field({
    type: Plan,
    description: `The plan up to ${PLAN_HORIZON}, with its themes, tasks and targets.`,
    complexity: { field: 1, multiplier: 6 },
    resolve: async (_root, _args, { database }, info) => (await rowsOf(database, info, sql`FROM (SELECT) row0`))[0] as Row,
  }),
);
