// Growth of one figure over the like period a year before.
import { builder } from "../core/builder.ts";
import { enumOf, type Row, reads, value } from "../core/fields.ts";
import { type Sql, sql } from "../core/sql.ts";
import { after, intervalOf, quotient, told } from "./interval.ts";
import { NotComputable } from "./not-computable.ts";
import { Observation } from "./observation.ts";
import { AS_OF, type AsOf, monthDay, stood } from "./standing.ts";

const GrowthRate = builder.objectRef<Row>("GrowthRate");
GrowthRate.implement({
  description: "A growth in percent, as bounds where one of the two figures is only a bound.",
  fields: (t) => ({
    value: t.float({
      nullable: true,
      description: "In percent, of the figures as published; of a RANGE its lower end.",
      ...value((row) => sql`${row}.value`),
    }),
    valueMax: t.float({ nullable: true, description: "Upper end of a RANGE.", ...value((row) => sql`${row}.value_max`) }),
    qualifier: t.field({
      type: enumOf("Qualifier"),
      nullable: true,
      description: "How exact it is, after both figures.",
      ...value((row) => sql`${row}.qualifier`),
    }),
    notComputable: t.field({
      type: NotComputable,
      nullable: true,
      description: "Why there is no value; empty where there is one.",
      ...value((row) => sql`${row}.reason`),
    }),
    base: t.field({
      type: Observation,
      nullable: true,
      description: "The figure of the like period a year before that stands.",
      ...reads({ one: (row, child) => sql`FROM observation ${child} WHERE ${child}.id = ${row}.base_id` }),
    }),
  }),
});

// One of the four keys of a subject is there, the others are empty and so equal to nothing.
const sameSubject = (row: Sql): Sql => sql`(b.site_id = ${row}.site_id OR b.district_code = ${row}.district_code
  OR b.functional_area_id = ${row}.functional_area_id OR b.region_code = ${row}.region_code)`;

const likePeriod = (row: Sql): Sql => sql`b.period_kind = ${row}.period_kind
  AND extract(year FROM b.period_end) = extract(year FROM ${row}.period_end) - 1 AND ${monthDay(sql`b.period_end`)} = ${monthDay(sql`${row}.period_end`)}
  AND extract(year FROM b.period_start) = extract(year FROM ${row}.period_start) - 1 AND ${monthDay(sql`b.period_start`)} = ${monthDay(sql`${row}.period_start`)}`;

const growth = (row: Sql, asOf: AsOf): Sql => sql`(
  SELECT j.base_id, coalesce(j.reason, CASE WHEN t.qualifier IS NULL THEN 'BOUNDS_ONLY' END) AS reason, t.value, t.value_max, t.qualifier
  FROM (
    SELECT d.base_id, CASE WHEN i.nature IN ('RATIO', 'RANK') THEN 'NOT_ADDITIVE' WHEN d.base_id IS NULL THEN 'NO_BASE'
        WHEN d.high <= 0 THEN 'ZERO_BASE' END AS reason, ${quotient(sql`n`, sql`d`)}
    FROM (SELECT ${intervalOf(row)}) n JOIN indicator i ON i.id = ${row}.indicator_id LEFT JOIN LATERAL (
      SELECT b.id AS base_id, ${intervalOf(sql`b`)} FROM outcome b
      WHERE b.indicator_id = ${row}.indicator_id AND ${sameSubject(row)} AND ${likePeriod(row)} AND ${stood(sql`b`, asOf)}
      ORDER BY b.precedence LIMIT 1) d ON true) j
  LEFT JOIN LATERAL (SELECT ${told(sql`g`)} FROM (SELECT ${after(sql`j`, (x) => sql`100 * (${x} - 1)`)}) g) t ON j.reason IS NULL)`;

builder.objectField(Observation, "yearOnYear", (t) =>
  t.field({
    type: GrowthRate,
    description:
      "Growth over the figure of the like period a year before: whole year on whole year, January to August on January to August.",
    args: { asOf: t.arg(AS_OF) },
    ...reads({ one: (row, child, { asOf }) => sql`FROM ${growth(row, asOf as AsOf)} ${child}` }),
  }),
);
