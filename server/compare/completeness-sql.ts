// Data completeness, as named tables of one statement: each subject by each indicator that applies to it.
import { raw, type Sql, sql } from "../database/sql.ts";
import { currentAsOf } from "../indicators/figure-precedence.ts";
import { cityRef, placeTables, type SubjectQuery, subjectColumn } from "./subjects.ts";

export interface PageSlice {
  first: number;
  skip: number;
}

export interface CompletenessQuery extends SubjectQuery {
  /** The requested indicators; by default all that apply to one of the subjects. */
  indicators?: readonly string[] | null | undefined;
  rows: PageSlice;
  columns: PageSlice;
}

const subjectKind = ({ set }: SubjectQuery): Sql =>
  set === "SITE" ? sql`(SELECT s.kind::text::subject_kind FROM site s WHERE s.id = p.site_id)` : sql`${set}::subject_kind`;

/** The tables end in `shown_row`, `shown_column`, `shown_cell` and `overall_tally`. */
export function completenessTables(query: CompletenessQuery): Sql[] {
  const { indicators, asOf, rows, columns } = query;
  const subjectId = raw(subjectColumn[query.set]);
  const isSelected = indicators
    ? sql`i.id = ANY(${indicators})`
    : sql`i.applies_to && ARRAY(SELECT DISTINCT u.kind FROM subject_row u)`;
  const day = asOf ? sql`(${asOf}::timestamptz AT TIME ZONE 'UTC')::date` : sql`(now() AT TIME ZONE 'UTC')::date`;
  const isCurrent = (f: Sql): Sql =>
    sql`${f}.${subjectId} IN (SELECT u.${subjectId} FROM subject_row u) AND ${f}.indicator_id IN (SELECT w.id FROM indicator_column w) AND ${currentAsOf(f, asOf)}`;
  return [
    ...placeTables(query),
    sql`subject_row AS MATERIALIZED (SELECT p.*, ${subjectKind(query)} AS kind FROM subject_or_city p WHERE p.is_requested AND p.ref <> ${cityRef})`,
    sql`indicator_column AS MATERIALIZED (SELECT i.id, i.applies_to FROM indicator i WHERE ${isSelected})`,
    // Two sources conflict if they differ on the same period; 10 and 10.0 are equal.
    sql`current_figure AS MATERIALIZED (
      SELECT f.${subjectId}::text AS ref, f.indicator_id, f.id, f.year, f.period_end, f.status, f.precedence,
        min(reading.text) OVER same_period <> max(reading.text) OVER same_period AS conflicting
      FROM outcome f CROSS JOIN LATERAL (SELECT concat_ws(' ', trim_scale(f.value), trim_scale(f.value_max), f.qualifier) AS text) reading
      WHERE ${isCurrent(sql`f`)}
      WINDOW same_period AS (PARTITION BY f.${subjectId}, f.indicator_id, f.period_kind, f.period_start, f.period_end))`,
    sql`newest_figure AS MATERIALIZED (
      SELECT DISTINCT ON (t.ref, t.indicator_id) t.*, count(*) OVER (PARTITION BY t.ref, t.indicator_id) AS figures,
        bool_or(t.conflicting) OVER (PARTITION BY t.ref, t.indicator_id) AS any_conflict
      FROM current_figure t ORDER BY t.ref, t.indicator_id, t.period_end DESC NULLS LAST, t.precedence)`,
    sql`expectation_count AS MATERIALIZED (
      SELECT o.${subjectId}::text AS ref, o.indicator_id, count(*) AS count FROM observation o
      WHERE o.status = 'EXPECTED' AND ${isCurrent(sql`o`)} GROUP BY 1, 2)`,
    sql`every_cell AS MATERIALIZED (
      SELECT u.ref, w.id AS indicator_id, n.id, n.year, n.period_end, n.status, n.conflicting, n.any_conflict,
        coalesce(n.figures, 0) AS figures, coalesce(e.count, 0) AS expectations,
        u.kind = ANY(w.applies_to) OR n.id IS NOT NULL AS is_applicable, CASE WHEN n.period_end IS NOT NULL THEN greatest(${day} - n.period_end, 0) END AS age
      FROM subject_row u CROSS JOIN indicator_column w
      LEFT JOIN newest_figure n ON n.ref = u.ref AND n.indicator_id = w.id
      LEFT JOIN expectation_count e ON e.ref = u.ref AND e.indicator_id = w.id)`,
    sql`overall_tally AS MATERIALIZED (SELECT ${tallyColumns} FROM every_cell c)`,
    // Indicators with the most data first, then by name.
    sql`shown_column AS MATERIALIZED (
      SELECT * FROM (SELECT c.indicator_id, ${tallyColumns}, row_number() OVER (ORDER BY count(c.id) DESC, c.indicator_id) AS column_number
        FROM every_cell c GROUP BY c.indicator_id) k
      ORDER BY k.column_number LIMIT ${columns.first} OFFSET ${columns.skip})`,
    sql`shown_row AS MATERIALIZED (
      SELECT * FROM (SELECT u.*, t.*, row_number() OVER (ORDER BY u.sort, u.ref) AS line_number FROM subject_row u
        CROSS JOIN LATERAL (SELECT ${tallyColumns} FROM every_cell c WHERE c.ref = u.ref) t) r
      ORDER BY r.line_number LIMIT ${rows.first} OFFSET ${rows.skip})`,
    sql`shown_cell AS MATERIALIZED (
      SELECT c.*, k.column_number FROM every_cell c JOIN shown_column k ON k.indicator_id = c.indicator_id JOIN shown_row r ON r.ref = c.ref)`,
  ];
}

const tallyColumns = sql`count(*) FILTER (WHERE c.is_applicable) AS possible, count(c.id) AS filled, max(c.year) AS newest_year,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY c.age) AS median_age`;
