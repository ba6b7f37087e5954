// Conflicts between sources: which of two figures is preferred, and which part of the rule decides.

import { type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { type Row, readBySql, readBySqlWithArguments, valueBySql } from "../graphql/fields.ts";
import { AS_OF_ARGUMENT, type AsOf, currentAsOf, sameSubject } from "./figure-precedence.ts";
import { Observation } from "./observation.ts";

/** Another source's figure for the same subject and period: goals and expectations do not conflict with outcomes, nor equal figures with each other. */
const conflicting = (
  row: Sql,
  other: Sql,
  asOf: AsOf,
): Sql => sql`FROM outcome other_outcome JOIN observation ${other} ON ${other}.id = other_outcome.id
  WHERE ${row}.status NOT IN ('EXPECTED', 'TARGET') AND other_outcome.indicator_id = ${row}.indicator_id
    AND ${currentAsOf(sql`other_outcome`, asOf)}
    AND ${sameSubject(sql`other_outcome`, row)}
    AND (other_outcome.period_kind, other_outcome.period_start, other_outcome.period_end) IS NOT DISTINCT
    FROM (${row}.period_kind, ${row}.period_start, ${row}.period_end)
    AND (other_outcome.value, other_outcome.value_max, other_outcome.qualifier) IS DISTINCT
    FROM (${row}.value, ${row}.value_max, ${row}.qualifier)`;

/** Whether another source has a different figure for the same subject and period. */
export const hasConflict = (row: Sql, asOf: AsOf): Sql => sql`EXISTS (SELECT ${conflicting(row, sql`other_figure`, asOf)})`;

const precedenceOf = (row: Sql): Sql => sql`(SELECT ranked.precedence FROM outcome ranked WHERE ranked.id = ${row}.id)`;

// The order of the column `precedence` of the view `outcome`; its first part, the period, is the same here.
const PreferenceRule = builder.enumType("PreferenceRule", {
  description: "The criteria that decide between several figures for the same subject and period, in order.",
  values: {
    STATUS: { description: "The more official figure: official, reported, provisional, estimate." },
    PUBLISHER: { description: "The compiler of a figure before those who pass it on: the order of PublisherKind." },
    CONFIDENCE: { description: "The more reliable figure." },
    RELEASE: { description: "The newer release." },
    STORED: { description: "The figure stored last." },
  } as const,
});

/** The numbers that a figure may mean: "more than 50" is any above 50; "about" and "nearly" count as exact. */
const bounds = (row: Sql): Sql => sql`CASE ${row}.qualifier
  WHEN 'AT_LEAST' THEN numrange(${row}.value, NULL, '[)') WHEN 'MORE_THAN' THEN numrange(${row}.value, NULL, '()')
  WHEN 'AT_MOST' THEN numrange(NULL, ${row}.value, '(]') WHEN 'LESS_THAN' THEN numrange(NULL, ${row}.value, '()')
  ELSE numrange(${row}.value, coalesce(${row}.value_max, ${row}.value), '[]') END`;

const Conflict = builder.objectRef<Row>("Conflict");
Conflict.implement({
  description: "Another figure for the same subject and period that differs, or is less exact.",
  fields: (t) => ({
    other: t.field({
      type: Observation,
      description: "The other source's figure.",
      ...readBySql({ singleRow: (row, child) => sql`FROM observation ${child} WHERE ${child}.id = ${row}.other_id` }),
    }),
    otherIsPreferred: t.boolean({
      description: "Whether the other figure is preferred to this one.",
      ...valueBySql((row) => sql`${row}.other_precedence < ${row}.own_precedence`),
    }),
    compatible: t.boolean({
      description: "Whether both can be true: 231,600 is more than 210,000.",
      ...valueBySql((row) => sql`${row}.compatible`),
    }),
    decidedBy: t.field({
      type: PreferenceRule,
      description: "The criterion that decides between the two: the first in which they differ.",
      ...valueBySql(
        (row) => sql`CASE WHEN ${row}.other_precedence[3] <> ${row}.own_precedence[3] THEN 'STATUS'
          WHEN ${row}.other_precedence[4] <> ${row}.own_precedence[4] THEN 'PUBLISHER'
          WHEN ${row}.other_precedence[5] <> ${row}.own_precedence[5] THEN 'CONFIDENCE'
          WHEN ${row}.other_precedence[6] <> ${row}.own_precedence[6] THEN 'RELEASE' ELSE 'STORED' END`,
      ),
    }),
  }),
});

/** More than anyone reads for one figure. */
const MAX_CONFLICTS = 20;

builder.objectFields(Observation, (t) => ({
  conflicting: t.field({
    type: [Observation],
    description: "Differing figures of other sources for the same subject and period, in order of preference.",
    args: { asOf: t.arg(AS_OF_ARGUMENT) },
    ...readBySqlWithArguments({
      rows: (row, child, { asOf }) =>
        sql`${conflicting(row, child, asOf as AsOf)} ORDER BY other_outcome.precedence LIMIT ${MAX_CONFLICTS}`,
    }),
  }),
  conflicts: t.field({
    type: [Conflict],
    description: "The same, with the criterion that decides.",
    args: { asOf: t.arg(AS_OF_ARGUMENT) },
    ...readBySqlWithArguments({
      rows: (row, child, { asOf }) => sql`FROM (SELECT other_outcome.id AS other_id, other_outcome.precedence AS other_precedence,
        ${precedenceOf(row)} AS own_precedence,
          ${bounds(row)} && ${bounds(sql`other`)} AS compatible
        ${conflicting(row, sql`other`, asOf as AsOf)} ORDER BY other_outcome.precedence LIMIT ${MAX_CONFLICTS}) ${child}
          ORDER BY ${child}.other_precedence`,
    }),
  }),
  isPreferred: t.boolean({
    description:
      "Whether it is the preferred figure of its period (see PreferenceRule). Never true for targets and expected figures.",
    args: { asOf: t.arg(AS_OF_ARGUMENT) },
    ...readBySqlWithArguments({
      value: (row, { asOf }) => sql`(${row}.status NOT IN ('EXPECTED', 'TARGET') AND NOT EXISTS (
      SELECT ${conflicting(row, sql`other`, asOf as AsOf)} AND other_outcome.precedence < ${precedenceOf(row)}))`,
    }),
  }),
}));
