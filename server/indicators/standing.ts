// Which figures stood at a moment, and which of several stands: the rule itself is the column `precedence` of the view
// `outcome` (see migrations), read here for any day.
import { raw, type Sql, sql } from "../database/sql.ts";

/** A moment (ISO 8601, UTC) whose knowledge is asked for; today's where there is none. */
export type AsOf = string | null | undefined;

/** The argument that every question about figures takes. */
export const AS_OF = {
  type: "DateTime",
  description:
    "What was known at that moment (UTC; a day alone: at its end): figures recorded later are left out, those superseded since stand. Where left out, the moment of the field around it, else now.",
} as const;

const SUBJECT = raw("f.site_id, f.district_code, f.functional_area_id, f.region_code");

/**
 * Condition that two rows are of one subject, by plain equality: one of the four keys is there and the others, empty, equal nothing. So
 * each has its index, and nobody reads all figures of an indicator.
 */
export const sameSubject = (
  one: Sql,
  other: Sql,
): Sql => sql`(${one}.site_id = ${other}.site_id OR ${one}.district_code = ${other}.district_code
  OR ${one}.functional_area_id = ${other}.functional_area_id OR ${one}.region_code = ${other}.region_code)`;

/** Condition on a row of `observation` or `outcome`: the atlas knew it at that moment, and nothing had taken its place. */
export const stood = (row: Sql, asOf: AsOf): Sql =>
  asOf
    ? sql`${row}.recorded_at <= ${asOf}::timestamptz AND (${row}.superseded_at IS NULL OR ${row}.superseded_at > ${asOf}::timestamptz)`
    : sql`${row}.superseded_at IS NULL`;

/** The same where the moment stands in a row of the statement: NULL is now. */
export const stoodAt = (row: Sql, moment: Sql): Sql =>
  sql`${row}.recorded_at <= coalesce(${moment}, 'infinity') AND (${row}.superseded_at IS NULL OR ${row}.superseded_at > coalesce(${moment}, 'infinity'))`;

/** The figures that stand for "latest", one for each subject and indicator: a table to put an alias behind. */
export const latestFigures = (asOf: AsOf): Sql =>
  asOf
    ? sql`(SELECT DISTINCT ON (${SUBJECT}, f.indicator_id) f.id AS observation_id, ${SUBJECT}, f.indicator_id, f.value, f.period_end
        FROM outcome f WHERE ${stood(sql`f`, asOf)} ORDER BY ${SUBJECT}, f.indicator_id, f.precedence)`
    : sql`latest_figure`;

/** A stretch that comes back every year: whole years, first halves, third quarters, January to August. */
export interface Season {
  kind: "YEAR" | "HALF_YEAR" | "QUARTER" | "MONTH" | "YEAR_TO_DATE";
  /** Last day, MM-DD; it settles the first. Of February always 02-28. */
  end: string;
}

export const WHOLE_YEARS: Season = { kind: "YEAR", end: "12-31" };

/**
 * The figures that stand for each year: one for each subject, indicator and year, with the columns of `outcome`; a table to put an
 * alias behind. Like is compared with like: what counts what happened, and what is a rate, is taken of exactly the season; a stock
 * within a whole year, and where it is known of several days each of them, for growth is told from like to like. With the further
 * column `month_day`; `indicators` and `where`, a condition on `f`, bound what is read.
 */
export const seasonFigures = (indicators: readonly string[], season: Season, asOf: AsOf, where: Sql): Sql => sql`(
  SELECT DISTINCT ON (${SUBJECT}, f.indicator_id, f.year, ${monthDay(sql`f.period_end`)}) f.*, ${monthDay(sql`f.period_end`)} AS month_day
  FROM outcome f
  WHERE f.indicator_id = ANY(${indicators}) AND f.period_end IS NOT NULL AND ${stood(sql`f`, asOf)} AND ${inSeason(season)} AND ${where}
  ORDER BY ${SUBJECT}, f.indicator_id, f.year, ${monthDay(sql`f.period_end`)}, f.precedence)`;

/** The day of the year, MM-DD. The last day of February is told as the 28th, in leap years too. */
export const monthDay = (day: Sql): Sql => sql`replace(to_char(${day}, 'MM-DD'), '02-29', '02-28')`;

const inSeason = ({ kind, end }: Season): Sql =>
  kind === "YEAR"
    ? sql`CASE f.nature WHEN 'STOCK' THEN f.period_start >= make_date(f.year, 1, 1) WHEN 'RATIO' THEN f.period_kind IN ('YEAR', 'DAY')
        ELSE f.period_kind = 'YEAR' END`
    : sql`f.period_kind = ${kind}::period_kind AND ${monthDay(sql`f.period_end`)} = ${end}`;
