// Where sources disagree: which of two figures of one thing stands, and by which part of the rule.

import { type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { type Row, reads, readsByArguments, value } from "../graphql/fields.ts";
import { Observation } from "./observation.ts";
import { AS_OF, type AsOf, sameSubject, stood } from "./standing.ts";

/** What another source says of the same thing: goals and expectations are not of this, and a figure agrees with its like. */
const conflicting = (
  row: Sql,
  other: Sql,
  asOf: AsOf,
): Sql => sql`FROM outcome rival JOIN observation ${other} ON ${other}.id = rival.id
  WHERE ${row}.status NOT IN ('EXPECTED', 'TARGET') AND rival.indicator_id = ${row}.indicator_id AND ${stood(sql`rival`, asOf)}
    AND ${sameSubject(sql`rival`, row)}
    AND (rival.period_kind, rival.period_start, rival.period_end) IS NOT DISTINCT FROM (${row}.period_kind, ${row}.period_start, ${row}.period_end)
    AND (rival.value, rival.value_max, rival.qualifier) IS DISTINCT FROM (${row}.value, ${row}.value_max, ${row}.qualifier)`;

const precedenceOf = (row: Sql): Sql => sql`(SELECT own.precedence FROM outcome own WHERE own.id = ${row}.id)`;

// In the order of the column `precedence` of the view `outcome`; what comes before in it, the period, is the same here.
const PreferenceRule = builder.enumType("PreferenceRule", {
  description: "The parts of the rule by which one of several figures of the same subject and period stands, first things first.",
  values: {
    STATUS: { description: "The more official one: official, reported, provisional, estimate." },
    PUBLISHER: { description: "Who compiles the figure before who passes it on: the order of PublisherKind." },
    CONFIDENCE: { description: "The surer one." },
    RELEASE: { description: "The newer release." },
    STORED: { description: "What was stored last." },
  } as const,
});

/** The numbers that a figure may stand for: "more than 50" is any above 50; "about" and "nearly" count as their number. */
const bounds = (row: Sql): Sql => sql`CASE ${row}.qualifier
  WHEN 'AT_LEAST' THEN numrange(${row}.value, NULL, '[)') WHEN 'MORE_THAN' THEN numrange(${row}.value, NULL, '()')
  WHEN 'AT_MOST' THEN numrange(NULL, ${row}.value, '(]') WHEN 'LESS_THAN' THEN numrange(NULL, ${row}.value, '()')
  ELSE numrange(${row}.value, coalesce(${row}.value_max, ${row}.value), '[]') END`;

const Conflict = builder.objectRef<Row>("Conflict");
Conflict.implement({
  description: "Another figure of the same subject and period that says otherwise, or the same less exactly.",
  fields: (t) => ({
    other: t.field({
      type: Observation,
      description: "What the other source says.",
      ...reads({ one: (row, child) => sql`FROM observation ${child} WHERE ${child}.id = ${row}.other_id` }),
    }),
    otherStands: t.boolean({
      description: "Whether the other one goes before this one.",
      ...value((row) => sql`${row}.theirs < ${row}.ours`),
    }),
    compatible: t.boolean({
      description: "Whether both can be true: 231,600 is more than 210,000.",
      ...value((row) => sql`${row}.compatible`),
    }),
    decidedBy: t.field({
      type: PreferenceRule,
      description: "Which part of the rule decides between the two: the first in which they differ.",
      ...value(
        (
          row,
        ) => sql`CASE WHEN ${row}.theirs[3] <> ${row}.ours[3] THEN 'STATUS' WHEN ${row}.theirs[4] <> ${row}.ours[4] THEN 'PUBLISHER'
          WHEN ${row}.theirs[5] <> ${row}.ours[5] THEN 'CONFIDENCE' WHEN ${row}.theirs[6] <> ${row}.ours[6] THEN 'RELEASE' ELSE 'STORED' END`,
      ),
    }),
  }),
});

/** More than anyone reads of one figure. */
const MOST_CONFLICTS = 20;

builder.objectFields(Observation, (t) => ({
  conflicting: t.field({
    type: [Observation],
    description:
      "What other sources say of the same subject and period, where they say otherwise; what stands before others comes first.",
    args: { asOf: t.arg(AS_OF) },
    ...readsByArguments({
      many: (row, child, { asOf }) =>
        sql`${conflicting(row, child, asOf as AsOf)} ORDER BY rival.precedence LIMIT ${MOST_CONFLICTS}`,
    }),
  }),
  conflicts: t.field({
    type: [Conflict],
    description: "The same with the reason why the one or the other stands.",
    args: { asOf: t.arg(AS_OF) },
    ...readsByArguments({
      many: (
        row,
        child,
        { asOf },
      ) => sql`FROM (SELECT rival.id AS other_id, rival.precedence AS theirs, ${precedenceOf(row)} AS ours,
          ${bounds(row)} && ${bounds(sql`other`)} AS compatible
        ${conflicting(row, sql`other`, asOf as AsOf)} ORDER BY rival.precedence LIMIT ${MOST_CONFLICTS}) ${child} ORDER BY ${child}.theirs`,
    }),
  }),
  isPreferred: t.boolean({
    description:
      "Whether it stands for its period: no other figure of the same subject and period goes before it, see PreferenceRule. Never true of goals and expectations.",
    args: { asOf: t.arg(AS_OF) },
    ...readsByArguments({
      value: (row, { asOf }) => sql`(${row}.status NOT IN ('EXPECTED', 'TARGET') AND NOT EXISTS (
      SELECT ${conflicting(row, sql`other`, asOf as AsOf)} AND rival.precedence < ${precedenceOf(row)}))`,
    }),
  }),
}));
