// Which figures were current at a moment, and which of several is preferred. The rule itself is the column `precedence` of the
// view `outcome` (see migrations), applied here for any day.
import { anyLength, raw, type Sql, sql } from "../database/sql.ts";

/** A moment (ISO 8601, UTC) at which to read the data; now by default. */
export type AsOf = string | null | undefined;

/** The argument of every field that returns figures. */
export const AS_OF_ARGUMENT = {
  type: "DateTime",
  description:
    "The state of the data at that moment (UTC; a day means its end): figures recorded later are excluded, those superseded since are included. By default the moment of the enclosing field, otherwise now.",
} as const;

const SUBJECT = raw("f.site_id, f.district_code, f.functional_area_id, f.region_code");

/**
 * Condition that two rows have the same subject, by plain equality: one of the four keys is set, and the empty ones equal nothing. So
 * each key can use its index, without a scan of all figures of an indicator.
 */
export const sameSubject = (
  one: Sql,
  other: Sql,
): Sql => sql`(${one}.site_id = ${other}.site_id OR ${one}.district_code = ${other}.district_code
  OR ${one}.functional_area_id = ${other}.functional_area_id OR ${one}.region_code = ${other}.region_code)`;

/** Condition on a row of `observation` or `outcome`: recorded by that moment and not yet superseded. */
export const currentAsOf = (row: Sql, asOf: AsOf): Sql =>
  asOf
    ? sql`${row}.recorded_at <= ${asOf}::timestamptz AND (${row}.superseded_at IS NULL OR ${row}.superseded_at > ${asOf}::timestamptz)`
    : sql`${row}.superseded_at IS NULL`;

/** The same with the moment as an expression: NULL is now. */
export const currentAt = (row: Sql, moment: Sql): Sql =>
  sql`${row}.recorded_at <= coalesce(${moment}, 'infinity') AND (${row}.superseded_at IS NULL OR ${row}.superseded_at > coalesce(${moment}, 'infinity'))`;

/** The latest figure of each subject and indicator: a subquery that takes an alias. */
export const latestFigures = (asOf: AsOf): Sql =>
  asOf
    ? sql`(SELECT DISTINCT ON (${SUBJECT}, f.indicator_id) f.id AS observation_id, ${SUBJECT}, f.indicator_id, f.value, f.period_end
        FROM outcome f WHERE ${currentAsOf(sql`f`, asOf)} ORDER BY ${SUBJECT}, f.indicator_id, f.precedence)`
    : sql`latest_figure`;

/** A recurring period: full years, first halves, third quarters, January to August. */
export interface PartOfYear {
  kind: "YEAR" | "HALF_YEAR" | "QUARTER" | "MONTH" | "YEAR_TO_DATE";
  /** Last day as MM-DD, which determines the first; for February always 02-28. */
  end: string;
}

export const WHOLE_YEARS: PartOfYear = { kind: "YEAR", end: "12-31" };

/**
 * The preferred figure of each subject, indicator and year, with the columns of `outcome`; a subquery that takes an alias. Only
 * comparable periods are used: flows and rates exactly of that part of the year, stocks within a full year. Stocks recorded on several days
 * keep one row per day, in the additional column `month_day`, so that growth compares equal days. `indicators` and `condition`, a
 * condition on `f`, limit what is read.
 */
export const figuresOfPartOfYear = (
  indicators: readonly string[],
  partOfYear: PartOfYear,
  asOf: AsOf,
  condition: Sql,
): Sql => sql`(
  SELECT DISTINCT ON (${SUBJECT}, f.indicator_id, f.year, ${monthDay(sql`f.period_end`)}) f.*, ${monthDay(sql`f.period_end`)} AS month_day
  FROM outcome f
  WHERE f.indicator_id = ANY(${anyLength(indicators)}) AND f.period_end IS NOT NULL AND ${currentAsOf(sql`f`, asOf)} AND ${isPartOfYear(partOfYear)} AND ${condition}
  ORDER BY ${SUBJECT}, f.indicator_id, f.year, ${monthDay(sql`f.period_end`)}, f.precedence)`;

/** The day of the year as MM-DD. The last day of February is always 02-28. */
export const monthDay = (day: Sql): Sql => sql`replace(to_char(${day}, 'MM-DD'), '02-29', '02-28')`;

const isPartOfYear = ({ kind, end }: PartOfYear): Sql =>
  kind === "YEAR"
    ? sql`CASE f.nature WHEN 'STOCK' THEN f.period_start >= make_date(f.year, 1, 1) WHEN 'RATIO' THEN f.period_kind IN ('YEAR', 'DAY')
        ELSE f.period_kind = 'YEAR' END`
    : sql`f.period_kind = ${kind}::period_kind AND ${monthDay(sql`f.period_end`)} = ${end}`;
