// Growth of a figure: over the same period of the previous year, and on average since the earliest one.

import { raw, type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { type Row, readBySql, readBySqlWithArguments, valueBySql } from "../graphql/fields.ts";
import { comparableSince } from "./comparable-since.ts";
import { computedNumberFields } from "./computed-fields.ts";
import { AS_OF_ARGUMENT, type AsOf, currentAsOf, monthDay, sameSubject } from "./figure-precedence.ts";
import { intervalOf, mapInterval, qualifiedValue, quotient } from "./interval.ts";
import { Observation } from "./observation.ts";

const GrowthRate = builder.objectRef<Row>("GrowthRate");
GrowthRate.implement({
  description: "A growth in percent, as bounds if one of the two figures is only a bound.",
  fields: (t) => ({
    ...computedNumberFields(t, "In percent, of the figures as published"),
    years: t.int({ nullable: true, description: "Number of years between the two.", ...valueBySql((row) => sql`${row}.years`) }),
    base: t.field({
      type: Observation,
      nullable: true,
      description: "The base figure; with BREAK_IN_SERIES the one that is not comparable.",
      ...readBySql({ singleRow: (row, child) => sql`FROM observation ${child} WHERE ${child}.id = ${row}.base_id` }),
    }),
  }),
});

// How many years the end, or the start, of a period lies after that of the base.
const yearsApart = (row: Sql, end: "period_start" | "period_end"): Sql =>
  sql`(extract(year FROM ${row}.${raw(end)}) - extract(year FROM earlier.${raw(end)}))`;

const sameSpanEarlier = (row: Sql, yearsCondition: Sql): Sql => sql`earlier.period_kind = ${row}.period_kind
  AND ${yearsApart(row, "period_end")} ${yearsCondition} AND ${monthDay(sql`earlier.period_end`)} = ${monthDay(sql`${row}.period_end`)}
  AND ${yearsApart(row, "period_start")} = ${yearsApart(row, "period_end")}
    AND ${monthDay(sql`earlier.period_start`)} = ${monthDay(sql`${row}.period_start`)}`;

/** Growth in percent per year from the base `yearsCondition` years earlier ("= 1"; the earliest of several after the last break in series). */
const growth = (row: Sql, asOf: AsOf, yearsCondition: Sql): Sql => sql`(
  SELECT ratio.base_id, ratio.years, coalesce(ratio.reason, CASE
    WHEN result.qualifier IS NULL THEN 'BOUNDS_ONLY' END) AS reason, result.value, result.value_max, result.qualifier
  FROM (
    SELECT base.base_id, base.years, CASE WHEN indicator.nature IN ('RATIO', 'RANK') THEN 'NOT_ADDITIVE'
      WHEN base.base_id IS NULL THEN 'NO_BASE'
        WHEN base.is_broken THEN 'BREAK_IN_SERIES'
        WHEN base.high <= 0 OR (base.years > 1 AND own.low < 0) THEN 'ZERO_BASE' END AS reason, ${quotient(sql`own`, sql`base`)}
    FROM (SELECT ${intervalOf(row)}, ${comparableSince(row)} AS comparable_since) own
      JOIN indicator ON indicator.id = ${row}.indicator_id LEFT JOIN LATERAL (
      SELECT earlier.id AS base_id, ${yearsApart(row, "period_end")}::int AS years, ${intervalOf(sql`earlier`)},
        ${comparableSince(sql`earlier`)} IS DISTINCT FROM own.comparable_since AS is_broken FROM outcome earlier
      WHERE earlier.indicator_id = ${row}.indicator_id AND ${sameSubject(sql`earlier`, row)}
        AND ${sameSpanEarlier(row, yearsCondition)} AND ${currentAsOf(sql`earlier`, asOf)}
      ORDER BY is_broken, earlier.period_end, earlier.precedence LIMIT 1) base ON true) ratio
  LEFT JOIN LATERAL (SELECT ${qualifiedValue(sql`growth`)} FROM (SELECT ${mapInterval(sql`ratio`, perYear)}) growth) result
    ON ratio.reason IS NULL)`;

// Over one year growth below -100 % is reported; over several years it has no root.
const perYear = (x: Sql): Sql =>
  sql`CASE WHEN ratio.years = 1 THEN 100 * (${x} - 1)
    ELSE 100 * (power(greatest(${x}, CASE WHEN ${x} IS NOT NULL THEN 0 END), 1.0 / ratio.years) - 1) END`;

builder.objectFields(Observation, (t) => ({
  yearOnYear: t.field({
    type: GrowthRate,
    description:
      "Growth over the same period of the previous year: full year on full year, January to August on January to August; not across a break in series.",
    args: { asOf: t.arg(AS_OF_ARGUMENT) },
    ...readBySqlWithArguments({ singleRow: (row, child, { asOf }) => sql`FROM ${growth(row, asOf as AsOf, sql`= 1`)} ${child}` }),
  }),
  averageGrowth: t.field({
    type: GrowthRate,
    description: "Compound annual growth since the earliest comparable period with a figure, after the last break in series.",
    args: { asOf: t.arg(AS_OF_ARGUMENT) },
    ...readBySqlWithArguments({
      singleRow: (row, child, { asOf }) => sql`FROM ${growth(row, asOf as AsOf, sql`>= 1`)} ${child}`,
    }),
  }),
}));
