// Data completeness, as common table expressions (CTEs) of one statement: each subject by each indicator that applies to it.
import { raw, type Sql, sql } from "../database/sql.ts";
import { currentAsOf } from "../indicators/figure-precedence.ts";
import { citySubjectId, type SubjectQuery, subjectColumn, subjectCtes } from "./subjects.ts";

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
  set === "SITE"
    ? sql`(SELECT site.kind::text::subject_kind FROM site
    WHERE site.id = subject_or_city.site_id)`
    : sql`${set}::subject_kind`;

/** The CTEs end in `shown_row`, `shown_column`, `shown_cell` and `overall_tally`. */
export function completenessCtes(query: CompletenessQuery): Sql[] {
  const { indicators, asOf, rows, columns } = query;
  const subjectId = raw(subjectColumn[query.set]);
  const isSelected = indicators
    ? sql`indicator.id = ANY(${indicators})`
    : sql`indicator.applies_to && ARRAY(SELECT DISTINCT subject_row.kind FROM subject_row)`;
  const day = asOf ? sql`(${asOf}::timestamptz AT TIME ZONE 'UTC')::date` : sql`(now() AT TIME ZONE 'UTC')::date`;
  const isCurrent = (figure: Sql): Sql =>
    sql`${figure}.${subjectId} IN (SELECT subject_row.${subjectId} FROM subject_row)
      AND ${figure}.indicator_id IN (SELECT indicator_column.id FROM indicator_column) AND ${currentAsOf(figure, asOf)}`;
  return [
    ...subjectCtes(query),
    sql`subject_row AS MATERIALIZED (SELECT subject_or_city.*, ${subjectKind(query)} AS kind FROM subject_or_city
      WHERE subject_or_city.is_requested AND subject_or_city.subject_id <> ${citySubjectId})`,
    sql`indicator_column AS MATERIALIZED (SELECT id, applies_to FROM indicator WHERE ${isSelected})`,
    // Two sources conflict if they differ on the same period; 10 and 10.0 are equal.
    sql`current_figure AS MATERIALIZED (
      SELECT outcome.${subjectId}::text AS subject_id, outcome.indicator_id, outcome.id, outcome.year, outcome.period_end,
        outcome.status, outcome.precedence,
        min(reading.text) OVER same_period <> max(reading.text) OVER same_period AS conflicting
      FROM outcome CROSS JOIN LATERAL (SELECT concat_ws(' ', trim_scale(outcome.value), trim_scale(outcome.value_max),
        outcome.qualifier) AS text) reading
      WHERE ${isCurrent(sql`outcome`)}
      WINDOW same_period AS (PARTITION BY outcome.${subjectId}, outcome.indicator_id, outcome.period_kind, outcome.period_start,
      outcome.period_end))`,
    sql`newest_figure AS MATERIALIZED (
      SELECT DISTINCT ON (current_figure.subject_id, current_figure.indicator_id) current_figure.*,
        count(*) OVER (PARTITION BY current_figure.subject_id, current_figure.indicator_id) AS figures,
        bool_or(current_figure.conflicting) OVER (PARTITION BY current_figure.subject_id, current_figure.indicator_id) AS any_conflict
      FROM current_figure ORDER BY current_figure.subject_id, current_figure.indicator_id, current_figure.period_end DESC NULLS LAST,
        current_figure.precedence)`,
    sql`expectation_count AS MATERIALIZED (
      SELECT observation.${subjectId}::text AS subject_id, observation.indicator_id, count(*) AS count FROM observation
      WHERE observation.status = 'EXPECTED' AND ${isCurrent(sql`observation`)} GROUP BY 1, 2)`,
    sql`every_cell AS MATERIALIZED (
      SELECT subject_row.subject_id, indicator_column.id AS indicator_id, newest_figure.id, newest_figure.year,
        newest_figure.period_end, newest_figure.status, newest_figure.conflicting, newest_figure.any_conflict,
        coalesce(newest_figure.figures, 0) AS figures, coalesce(expectation_count.count, 0) AS expectations,
        subject_row.kind = ANY(indicator_column.applies_to) OR newest_figure.id IS NOT NULL AS is_applicable, CASE
        WHEN newest_figure.period_end IS NOT NULL THEN greatest(${day} - newest_figure.period_end, 0) END AS age
      FROM subject_row CROSS JOIN indicator_column
      LEFT JOIN newest_figure ON newest_figure.subject_id = subject_row.subject_id AND newest_figure.indicator_id = indicator_column.id
      LEFT JOIN expectation_count ON expectation_count.subject_id = subject_row.subject_id AND expectation_count.indicator_id = indicator_column.id)`,
    sql`overall_tally AS MATERIALIZED (SELECT ${tallyColumns} FROM every_cell)`,
    // Indicators with the most data first, then by name.
    sql`shown_column AS MATERIALIZED (
      SELECT * FROM (SELECT every_cell.indicator_id, ${tallyColumns},
        row_number() OVER (ORDER BY count(every_cell.id) DESC, every_cell.indicator_id) AS column_number
        FROM every_cell GROUP BY every_cell.indicator_id) counted_column
      ORDER BY counted_column.column_number LIMIT ${columns.first} OFFSET ${columns.skip})`,
    sql`shown_row AS MATERIALIZED (
      SELECT * FROM (SELECT subject_row.*, tally.*,
        row_number() OVER (ORDER BY subject_row.sort, subject_row.subject_id) AS line_number FROM subject_row
        CROSS JOIN LATERAL (SELECT ${tallyColumns} FROM every_cell WHERE every_cell.subject_id = subject_row.subject_id) tally) counted_row
      ORDER BY counted_row.line_number LIMIT ${rows.first} OFFSET ${rows.skip})`,
    sql`shown_cell AS MATERIALIZED (
      SELECT every_cell.*, shown_column.column_number FROM every_cell
        JOIN shown_column ON shown_column.indicator_id = every_cell.indicator_id JOIN shown_row ON shown_row.subject_id = every_cell.subject_id)`,
  ];
}

const tallyColumns = sql`count(*) FILTER (WHERE every_cell.is_applicable) AS possible, count(every_cell.id) AS filled,
  max(every_cell.year) AS newest_year,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY every_cell.age) AS median_age`;
