// Arithmetic with figures that are known as bounds. What is known of a number stands in eight columns: between which bounds
// it lies (null: no bound is known; of what is never negative, zero is none either), whether each bound itself is ruled out,
// whether it is approximate ("about", "nearly"), whether it is made up, and the observations it comes from.
//
// "More than 1000" by 50 is "more than 20"; by "nearly 50" it is still "more than 20"; by "more than 50" nothing is known.
import { join, raw, type Sql, sql } from "../database/sql.ts";

const COLUMNS = ["low", "high", "low_open", "high_open", "about", "nearly", "synthetic", "ids"] as const;

/** The eight columns of a table that has them. */
export const interval = (row: Sql): Sql => join(COLUMNS.map((name) => sql`${row}.${raw(name)}`));

const made = (low: Sql, high: Sql, lowOpen: Sql, highOpen: Sql, about: Sql, nearly: Sql, synthetic: Sql, ids: Sql): Sql =>
  sql`${low} AS low, ${high} AS high, ${lowOpen} AS low_open, ${highOpen} AS high_open, ${about} AS about, ${nearly} AS nearly,
    ${synthetic} AS synthetic, ${ids} AS ids`;

/** What a row of `observation` or `outcome` says. "Nearly 100" is less than 100 by little: bounded above. */
export const intervalOf = (row: Sql): Sql =>
  made(
    sql`CASE WHEN ${row}.qualifier NOT IN ('AT_MOST', 'LESS_THAN', 'NEARLY') THEN ${row}.value::float8 END`,
    sql`CASE WHEN ${row}.qualifier = 'RANGE' THEN ${row}.value_max::float8 WHEN ${row}.qualifier NOT IN ('AT_LEAST', 'MORE_THAN') THEN ${row}.value::float8 END`,
    sql`${row}.qualifier = 'MORE_THAN'`,
    sql`${row}.qualifier IN ('LESS_THAN', 'NEARLY')`,
    sql`${row}.qualifier = 'ABOUT'`,
    sql`${row}.qualifier = 'NEARLY'`,
    sql`${row}.synthetic`,
    sql`ARRAY[${row}.id]`,
  );

/** A number that is known as it stands (float8). */
export const exactly = (number: Sql): Sql =>
  made(number, number, ...([sql`false`, sql`false`, sql`false`, sql`false`, sql`false`] as const), sql`'{}'::int[]`);

/** One by the other, which is not negative: null where neither bound is known. */
export function quotient(n: Sql, d: Sql): Sql {
  const least = sql`nullif(greatest(${d}.low, 0), 0)`;
  const isNothing = sql`${n}.low = 0 AND ${n}.high = 0`;
  return made(
    sql`CASE WHEN ${isNothing} THEN 0 WHEN ${n}.low >= 0 THEN ${n}.low / nullif(${d}.high, 0) ELSE ${n}.low / ${least} END`,
    sql`CASE WHEN ${isNothing} THEN 0 WHEN ${n}.high >= 0 THEN ${n}.high / ${least} ELSE ${n}.high / nullif(${d}.high, 0) END`,
    sql`${n}.low_open OR CASE WHEN ${n}.low >= 0 THEN ${d}.high_open ELSE ${d}.low_open END`,
    sql`${n}.high_open OR CASE WHEN ${n}.high >= 0 THEN ${d}.low_open ELSE ${d}.high_open END`,
    sql`${n}.about OR ${d}.about`,
    // Nearly 100 by more than 50 may be far below 2.
    sql`${n}.nearly AND coalesce(${d}.low = ${d}.high, false)`,
    sql`${n}.synthetic OR ${d}.synthetic`,
    sql`${n}.ids || ${d}.ids`,
  );
}

/** The same after a function that only rises: what is known of x becomes what is known of f(x). */
export const after = (row: Sql, f: (x: Sql) => Sql): Sql =>
  made(
    f(sql`${row}.low`),
    f(sql`${row}.high`),
    ...([sql`${row}.low_open`, sql`${row}.high_open`, sql`${row}.about`, sql`${row}.nearly`] as const),
    sql`${row}.synthetic`,
    sql`${row}.ids`,
  );

// To fifteen digits, beyond which a double holds noise: 110 by 100 is a growth of 10 and not of 10.000000000000014.
const rounded = (number: Sql): Sql => sql`(${number})::numeric::float8`;

/** As it is told: `value` (of a range its lower end), `value_max` and `qualifier`; all null where no bound is known. */
export const told = (row: Sql): Sql => sql`
  ${rounded(sql`coalesce(${row}.low, ${row}.high)`)} AS value,
  ${rounded(sql`CASE WHEN ${row}.high > ${row}.low THEN ${row}.high END`)} AS value_max,
  CASE WHEN ${row}.low = ${row}.high THEN CASE WHEN ${row}.about THEN 'ABOUT' ELSE 'EXACT' END
    WHEN ${row}.low IS NULL AND ${row}.high IS NULL THEN NULL
    WHEN ${row}.high IS NULL THEN CASE WHEN ${row}.low_open THEN 'MORE_THAN' ELSE 'AT_LEAST' END
    WHEN ${row}.low IS NULL THEN CASE WHEN ${row}.nearly AND ${row}.about THEN 'ABOUT' WHEN ${row}.nearly THEN 'NEARLY'
      WHEN ${row}.high_open THEN 'LESS_THAN' ELSE 'AT_MOST' END
    ELSE 'RANGE' END AS qualifier`;
