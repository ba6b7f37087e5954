// Interval arithmetic in SQL. An interval has eight columns: its bounds (null: unbounded; zero is no lower bound of what cannot be
// negative), whether each bound is open, whether it is approximate ("about", "nearly"), whether it is synthetic, and the ids of the
// observations it comes from.
//
// "More than 1000" divided by 50 is "more than 20"; by "nearly 50" still "more than 20"; by "more than 50" it is unbounded.
import { join, raw, type Sql, sql } from "../database/sql.ts";

const COLUMNS = ["low", "high", "low_open", "high_open", "about", "nearly", "synthetic", "ids"] as const;

/** The eight columns of a table that has them. */
export const intervalColumns = (row: Sql): Sql => join(COLUMNS.map((name) => sql`${row}.${raw(name)}`));

const columnsOf = (low: Sql, high: Sql, lowOpen: Sql, highOpen: Sql, about: Sql, nearly: Sql, synthetic: Sql, ids: Sql): Sql =>
  sql`${low} AS low, ${high} AS high, ${lowOpen} AS low_open, ${highOpen} AS high_open, ${about} AS about, ${nearly} AS nearly,
    ${synthetic} AS synthetic, ${ids} AS ids`;

/** The interval of a row of `observation` or `outcome`. "Nearly 100" is slightly less than 100: bounded above. */
export const intervalOf = (row: Sql): Sql =>
  columnsOf(
    sql`CASE WHEN ${row}.qualifier NOT IN ('AT_MOST', 'LESS_THAN', 'NEARLY') THEN ${row}.value::float8 END`,
    sql`CASE WHEN ${row}.qualifier = 'RANGE' THEN ${row}.value_max::float8 WHEN ${row}.qualifier NOT IN ('AT_LEAST', 'MORE_THAN') THEN ${row}.value::float8 END`,
    sql`${row}.qualifier = 'MORE_THAN'`,
    sql`${row}.qualifier IN ('LESS_THAN', 'NEARLY')`,
    sql`${row}.qualifier = 'ABOUT'`,
    sql`${row}.qualifier = 'NEARLY'`,
    sql`${row}.synthetic`,
    sql`ARRAY[${row}.id]`,
  );

const closedInterval = (low: Sql, high: Sql, synthetic: Sql, ids: Sql): Sql =>
  columnsOf(low, high, ...([sql`false`, sql`false`, sql`false`, sql`false`] as const), synthetic, ids);

/** Any number between two (float8), including both. */
export const intervalBetween = (low: Sql, high: Sql): Sql => closedInterval(low, high, sql`false`, sql`'{}'::int[]`);

/** A single number (float8); if it comes from an interval, `origin`, with whether that is synthetic and its ids. */
export const exactInterval = (number: Sql, origin?: Sql): Sql =>
  origin ? closedInterval(number, number, sql`${origin}.synthetic`, sql`${origin}.ids`) : intervalBetween(number, number);

/** A quotient with a divisor that is not negative: null if neither bound is known. */
export function quotient(dividend: Sql, divisor: Sql): Sql {
  const positiveLow = sql`nullif(greatest(${divisor}.low, 0), 0)`;
  const isZero = sql`${dividend}.low = 0 AND ${dividend}.high = 0`;
  return columnsOf(
    sql`CASE WHEN ${isZero} THEN 0 WHEN ${dividend}.low >= 0 THEN ${dividend}.low / nullif(${divisor}.high, 0) ELSE ${dividend}.low / ${positiveLow} END`,
    sql`CASE WHEN ${isZero} THEN 0 WHEN ${dividend}.high >= 0 THEN ${dividend}.high / ${positiveLow} ELSE ${dividend}.high / nullif(${divisor}.high, 0) END`,
    sql`${dividend}.low_open OR CASE WHEN ${dividend}.low >= 0 THEN ${divisor}.high_open ELSE ${divisor}.low_open END`,
    sql`${dividend}.high_open OR CASE WHEN ${dividend}.high >= 0 THEN ${divisor}.low_open ELSE ${divisor}.high_open END`,
    sql`${dividend}.about OR ${divisor}.about`,
    // Nearly 100 divided by more than 50 may be far below 2.
    sql`${dividend}.nearly AND coalesce(${divisor}.low = ${divisor}.high, false)`,
    sql`${dividend}.synthetic OR ${divisor}.synthetic`,
    sql`${dividend}.ids || ${divisor}.ids`,
  );
}

/** Applies an increasing function to both ends. */
export const mapInterval = (row: Sql, f: (x: Sql) => Sql): Sql =>
  columnsOf(
    f(sql`${row}.low`),
    f(sql`${row}.high`),
    ...([sql`${row}.low_open`, sql`${row}.high_open`, sql`${row}.about`, sql`${row}.nearly`] as const),
    sql`${row}.synthetic`,
    sql`${row}.ids`,
  );

// Fifteen digits, beyond which a double is noise: 110 to 100 is a growth of 10, not of 10.000000000000014.
const withoutFloatNoise = (number: Sql): Sql => sql`(${number})::numeric::float8`;

/** The lower end of a qualified number of a row, as float8; minus infinity where there is none. "Nearly 100" counts as 100. */
export const floorOf = (row: Sql): Sql =>
  sql`CASE WHEN ${row}.qualifier IN ('AT_MOST', 'LESS_THAN') THEN '-infinity' ELSE ${row}.value::float8 END`;

/** The upper end; infinity where there is none. */
export const ceilingOf = (row: Sql): Sql =>
  sql`CASE WHEN ${row}.qualifier IN ('AT_LEAST', 'MORE_THAN') THEN 'infinity' ELSE coalesce(${row}.value_max, ${row}.value)::float8 END`;

/** Null instead of an infinite number, or of what lies between two of them. */
export const finiteOrNull = (number: Sql): Sql => sql`nullif(nullif(nullif(${number}, 'infinity'), '-infinity'), 'NaN')`;

/**
 * The interval as a qualified number: `value` (for a range its lower end), `value_max` and `qualifier`; all null if it is
 * unbounded.
 */
export const qualifiedValue = (row: Sql): Sql => sql`
  ${withoutFloatNoise(sql`coalesce(${row}.low, ${row}.high)`)} AS value,
  ${withoutFloatNoise(sql`CASE WHEN ${row}.high > ${row}.low THEN ${row}.high END`)} AS value_max,
  CASE WHEN ${row}.low = ${row}.high THEN CASE WHEN ${row}.about THEN 'ABOUT' ELSE 'EXACT' END
    WHEN ${row}.low IS NULL AND ${row}.high IS NULL THEN NULL
    WHEN ${row}.high IS NULL THEN CASE WHEN ${row}.low_open THEN 'MORE_THAN' ELSE 'AT_LEAST' END
    WHEN ${row}.low IS NULL THEN CASE WHEN ${row}.nearly AND ${row}.about THEN 'ABOUT' WHEN ${row}.nearly THEN 'NEARLY'
      WHEN ${row}.high_open THEN 'LESS_THAN' ELSE 'AT_MOST' END
    ELSE 'RANGE' END AS qualifier`;
