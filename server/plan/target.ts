import { type Sql, sql } from "../database/sql.ts";
import { District } from "../districts/district.ts";
import { builder } from "../graphql/builder.ts";
import { columnFields, modelDescription, type Row, readBySql, readBySqlWithArguments, valueBySql } from "../graphql/fields.ts";
import { AS_OF_ARGUMENT } from "../indicators/figure-precedence.ts";
import { Indicator, Unit } from "../indicators/indicator.ts";
import { Observation, Subject, subjectOptions } from "../indicators/observation.ts";
import { Site } from "../sites/site.ts";
import { figuresOf } from "./facts-sql.ts";
import { TargetProgress } from "./target-progress.ts";

const MAX_SITES = 100;

const TargetIndicator = builder.objectRef<Row>("TargetIndicator");
TargetIndicator.implement({
  ...modelDescription("TargetMeasure"),
  fields: (t) => ({
    ...columnFields(t, "TargetMeasure", "role", "noteZh", "noteEn"),
    indicator: t.field({
      type: Indicator,
      description: "What is counted.",
      ...readBySql({ singleRow: (row, child) => sql`FROM indicator ${child} WHERE ${child}.id = ${row}.indicator_id` }),
    }),
    subject: t.field({ type: Subject, description: "Where it is measured.", ...subjectOptions }),
    figures: t.field({
      type: [Observation],
      description: "Its outcomes, oldest first, one for each period.",
      ...readBySql({ rows: (row, child) => figuresOf(row, sql`${row}.moment`, child) }),
    }),
    progress: t.field({
      type: TargetProgress,
      nullable: true,
      description: "Progress of the target by this measure; empty for measures that only contribute.",
      ...readBySql({
        singleRow: (row, child) => sql`FROM (SELECT plan_target.*, ${row}.moment, ${row}.position AS measure FROM plan_target
          WHERE plan_target.id = ${row}.target_id AND ${row}.role IN ('MEASURES', 'OTHER_COUNT')) ${child}`,
      }),
    }),
  }),
});

/** The requested moment as a column, which nested fields read. */
const momentColumn = (asOf: unknown): Sql => sql`${(asOf as string | null | undefined) ?? null}::timestamptz AS moment`;

// Sites that its measures refer to, parks with its designations, and sites of its kinds that currently have a figure of one of its
// indicators.
const isRelatedSite = (
  row: Sql,
  site: Sql,
): Sql => sql`(${site}.id IN (SELECT target_measure.site_id FROM target_measure WHERE target_measure.target_id = ${row}.id)
  OR ${site}.id IN (SELECT service_trade_park.site_id FROM service_trade_park
  WHERE service_trade_park.designation = ANY(${row}.designations))
  OR ${site}.kind = ANY(${row}.site_kinds) AND EXISTS (SELECT FROM target_measure
  JOIN latest_figure ON latest_figure.indicator_id = target_measure.indicator_id
    WHERE target_measure.target_id = ${row}.id AND latest_figure.site_id = ${site}.id))`;

export const PlanTarget = builder.objectRef<Row>("PlanTarget");
PlanTarget.implement({
  ...modelDescription("PlanTarget"),
  fields: (t) => ({
    slug: t.string({ description: "Stable, unique identifier.", ...valueBySql((row) => sql`${row}.id`) }),
    ...columnFields(
      t,
      "PlanTarget",
      "nameZh",
      "nameEn",
      "basis",
      "comparator",
      "value",
      "horizon",
      "baseYear",
      "aspirational",
      "siteKinds",
      "designations",
      "dataHolderZh",
      "dataHolderEn",
      "noteZh",
      "noteEn",
    ),
    taskNumber: t.int({
      nullable: true,
      description: "Number of its task; empty for an overall goal.",
      ...valueBySql((row) => sql`${row}.task_number`),
    }),
    themeSlug: t.string({ description: "Its theme.", ...valueBySql((row) => sql`${row}.theme_id`) }),
    unit: t.field({
      type: Unit,
      description: "The unit of its value.",
      ...readBySql({ singleRow: (row, child) => sql`FROM unit ${child} WHERE ${child}.id = ${row}.unit_id` }),
    }),
    indicator: t.field({
      type: Indicator,
      nullable: true,
      description: "The indicator that decides its state.",
      ...readBySql({
        singleRow: (row, child) => sql`FROM indicator ${child} WHERE ${child}.id IN (
          SELECT target_measure.indicator_id FROM target_measure
            WHERE target_measure.target_id = ${row}.id AND target_measure.role = 'MEASURES')`,
      }),
    }),
    indicators: t.field({
      type: [TargetIndicator],
      complexity: { field: 1, multiplier: 3 },
      description: "The deciding measure first; then alternative counts, partial ones, wider ones, and contributing ones.",
      args: { asOf: t.arg(AS_OF_ARGUMENT) },
      ...readBySqlWithArguments({
        rows: (row, child, { asOf }) =>
          sql`FROM (SELECT target_measure.*, ${momentColumn(asOf)} FROM target_measure
            WHERE target_measure.target_id = ${row}.id) ${child} ORDER BY ${child}.position`,
      }),
    }),
    progress: t.field({
      type: TargetProgress,
      description: "Its progress, computed from its figures.",
      args: { asOf: t.arg(AS_OF_ARGUMENT) },
      ...readBySqlWithArguments({
        singleRow: (row, child, { asOf }) => sql`FROM (SELECT ${row}.*, ${momentColumn(asOf)}, NULL::int AS measure) ${child}`,
      }),
    }),
    sites: t.field({
      type: [Site],
      description:
        "Related sites: those that its measures refer to, parks with its designations, and sites of its kinds that have a figure of one of its indicators; at most 100.",
      ...readBySql({
        rows: (row, child) =>
          sql`FROM site ${child} WHERE ${isRelatedSite(row, child)} ORDER BY ${child}.sort_zh, ${child}.id LIMIT ${MAX_SITES}`,
      }),
    }),
    districts: t.field({
      type: [District],
      description: "The districts of these sites.",
      ...readBySql({
        rows: (row, child) => sql`FROM district ${child} WHERE EXISTS (SELECT FROM site WHERE site.district_code = ${child}.code
          AND ${isRelatedSite(row, sql`site`)}) ORDER BY ${child}.code`,
      }),
    }),
  }),
});
