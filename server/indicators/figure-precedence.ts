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

const SUBJECT = raw("outcome.site_id, outcome.district_code, outcome.functional_area_id, outcome.region_code");

/**
 * Condition that two rows have the same subject, by plain equality: one of the four keys is set, and the empty ones equal nothing.
 * So each key can use its index, without a scan of all figures of an indicator.
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
  sql`${row}.recorded_at <= coalesce(${moment}, 'infinity')
    AND (${row}.superseded_at IS NULL OR ${row}.superseded_at > coalesce(${moment}, 'infinity'))`;

/** The latest figure of each subject and indicator: a subquery that takes an alias. */
export const latestFigures = (asOf: AsOf): Sql =>
  asOf
    ? sql`(SELECT DISTINCT ON (${SUBJECT}, outcome.indicator_id) outcome.id AS observation_id, ${SUBJECT}, outcome.indicator_id,
      outcome.value, outcome.period_end
        FROM outcome WHERE ${currentAsOf(sql`outcome`, asOf)} ORDER BY ${SUBJECT}, outcome.indicator_id, outcome.precedence)`
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
 * comparable periods are used: flows and rates exactly of that part of the year, stocks within a full year. Stocks recorded on
 * several days keep one row per day, in the additional column `month_day`, so that growth compares equal days. `indicators` and
 * `condition`, on a row of `outcome`, limit what is read.
 */
export const figuresOfPartOfYear = (
  indicators: readonly string[],
  partOfYear: PartOfYear,
  asOf: AsOf,
  condition: (row: Sql) => Sql,
): Sql => sql`(
  SELECT DISTINCT ON (${SUBJECT}, outcome.indicator_id, outcome.year, ${monthDay(sql`outcome.period_end`)}) outcome.*,
    ${monthDay(sql`outcome.period_end`)} AS month_day
  FROM outcome
  WHERE outcome.indicator_id = ANY(${anyLength(indicators)}) AND outcome.period_end IS NOT NULL AND ${currentAsOf(sql`outcome`, asOf)}
    AND ${isPartOfYear(partOfYear)} AND ${condition(sql`outcome`)}
  ORDER BY ${SUBJECT}, outcome.indicator_id, outcome.year, ${monthDay(sql`outcome.period_end`)}, outcome.precedence)`;

/** The day of the year as MM-DD. The last day of February is always 02-28. */
export const monthDay = (day: Sql): Sql => sql`replace(to_char(${day}, 'MM-DD'), '02-29', '02-28')`;

const isPartOfYear = ({ kind, end }: PartOfYear): Sql =>
  kind === "YEAR"
    ? sql`CASE outcome.nature WHEN 'STOCK' THEN outcome.period_start >= make_date(outcome.year, 1, 1)
      WHEN 'RATIO' THEN outcome.period_kind IN ('YEAR', 'DAY')
        ELSE outcome.period_kind = 'YEAR' END`
    : sql`outcome.period_kind = ${kind}::period_kind AND ${monthDay(sql`outcome.period_end`)} = ${end}`;
