// Ranks the results: the year shown, the ranks, and the gaps.
import { type Sql, sql } from "../database/sql.ts";
import { ceilingOf, finiteOrNull, floorOf, qualifiedValue } from "../indicators/interval.ts";
import { citySubjectId, UNDATED } from "./subjects.ts";

// A number lies between a floor and a ceiling, each open or closed; inverted if lower is better, so that higher is always better.
const floor = floorOf(sql`result`);
const ceiling = ceilingOf(sql`result`);

// "More than 10" may be any amount from the best or the median; an interval or a bound has no single gap.
const hasGap = sql`shown_result.subject_id <> ${citySubjectId} AND shown_result.qualifier IN ('EXACT', 'ABOUT', 'NEARLY')`;

/** The median of one end of the intervals; null where it is infinite. */
const median = (end: Sql): Sql => finiteOrNull(sql`percentile_cont(0.5) WITHIN GROUP (ORDER BY ${end})`);

/**
 * The years of the cells: the given one; of each cell its latest with a value; or of each measure the newest of its best-covered
 * ones.
 */
export type ShownYear = number | "LATEST" | "BEST_COVERED";

const shownYears = (shownYear: ShownYear): Sql =>
  shownYear === "LATEST"
    ? sql`shown_year AS MATERIALIZED (
        SELECT DISTINCT ON (measure_number, subject_id) measure_number, subject_id, year FROM ranked_result
        ORDER BY measure_number, subject_id, value IS NULL, year DESC)`
    : sql`shown_year AS MATERIALIZED (
        SELECT requested_measure.measure_number, subject_or_city.subject_id, CASE WHEN requested_measure.counts_sites THEN ${UNDATED}
          ELSE ${typeof shownYear === "number" ? sql`${shownYear}::int` : sql`best.year`} END AS year
        FROM requested_measure CROSS JOIN subject_or_city LEFT JOIN (
          SELECT DISTINCT ON (year_count.measure_number) year_count.measure_number, year_count.year
          FROM (SELECT ranked_result.measure_number, ranked_result.year, count(ranked_result.value) AS count FROM ranked_result
            WHERE ranked_result.subject_id <> ${citySubjectId} GROUP BY 1, 2) year_count
          ORDER BY year_count.measure_number, year_count.count DESC, year_count.year DESC) best
          ON best.measure_number = requested_measure.measure_number)`;

/**
 * CTEs over `measure_result`: `cell`, one for each measure and subject (the city's with `citySubjectId` as its `subject_id`), and
 * `measure_summary`, one for each measure. Better values rank first: lower ones if the indicator says so, otherwise higher ones;
 * ties share a rank. Values rank among those of the same year only, `rank_of` many. If bounds leave a rank open ("more than 1000"
 * against "more than 1000"), it lies from `rank_from` to `rank_to` and `rank` is null; open best values and medians are null too,
 * and so are those over several years.
 */
export const rankingCtes = (shownYear: ShownYear): Sql[] => [
  sql`result_bounds AS MATERIALIZED (
    SELECT result.measure_number, result.year, result.subject_id, CASE requested_measure.direction WHEN 'LOWER' THEN -(${ceiling})
      ELSE ${floor} END AS floor,
      CASE requested_measure.direction WHEN 'LOWER' THEN -(${floor})
      ELSE ${ceiling} END AS ceiling, result.qualifier IN ('MORE_THAN', 'LESS_THAN') AS is_open
    FROM measure_result result JOIN requested_measure ON requested_measure.measure_number = result.measure_number
      WHERE result.subject_id <> ${citySubjectId} AND result.value IS NOT NULL)`,
  // Certainly better: its floor is above this ceiling. Possibly better: its ceiling is above this floor. An open bound excludes
  // its own value: more than 100 is better than 100.
  sql`rank_range AS (
    SELECT bound_end.measure_number, bound_end.year, bound_end.subject_id,
      1 + min(bound_end.floors_above) FILTER (WHERE NOT bound_end.is_floor) AS rank_from,
      1 + min(bound_end.ceilings_above) FILTER (WHERE bound_end.is_floor) - (max(bound_end.number) > min(bound_end.number))::int AS rank_to
    FROM (
      SELECT bound_end.*, count(*) FILTER (WHERE bound_end.is_floor) OVER above AS floors_above,
        count(*) FILTER (WHERE NOT bound_end.is_floor) OVER above AS ceilings_above
      FROM (SELECT result_bounds.measure_number, result_bounds.year, result_bounds.subject_id, true AS is_floor,
        result_bounds.floor AS number, result_bounds.is_open::int AS order_at_number FROM result_bounds
        UNION ALL SELECT result_bounds.measure_number, result_bounds.year, result_bounds.subject_id, false, result_bounds.ceiling,
          -(result_bounds.is_open::int) FROM result_bounds) bound_end
      WINDOW above AS (PARTITION BY bound_end.measure_number, bound_end.year
      ORDER BY bound_end.number DESC, bound_end.order_at_number DESC RANGE UNBOUNDED PRECEDING EXCLUDE GROUP)) bound_end
    GROUP BY 1, 2, 3)`,
  sql`ranked_result AS MATERIALIZED (
    SELECT measure_result.*, rank_range.rank_from, rank_range.rank_to, CASE
      WHEN rank_range.rank_from = rank_range.rank_to THEN rank_range.rank_from END AS rank,
      CASE WHEN rank_range.subject_id IS NOT NULL THEN count(rank_range.subject_id) OVER (PARTITION BY measure_result.measure_number,
      measure_result.year) END AS rank_of
    FROM measure_result LEFT JOIN rank_range ON rank_range.measure_number = measure_result.measure_number
      AND rank_range.year = measure_result.year AND rank_range.subject_id = measure_result.subject_id)`,
  // A rank among other subjects than the year before says nothing about a change.
  sql`same_subjects AS MATERIALIZED (
    SELECT ranked.measure_number, ranked.year FROM (
      SELECT subjects.*, lag(subjects.year) OVER earlier AS earlier_year, lag(subjects.refs) OVER earlier AS earlier_refs
      FROM (SELECT measure_number, year, array_agg(subject_id ORDER BY subject_id) AS refs FROM rank_range GROUP BY measure_number, year) subjects
      WINDOW earlier AS (PARTITION BY subjects.measure_number ORDER BY subjects.year)) ranked
    WHERE ranked.earlier_year = ranked.year - 1 AND ranked.earlier_refs = ranked.refs)`,
  shownYears(shownYear),
  sql`shown_result AS MATERIALIZED (
    SELECT shown_year.measure_number, shown_year.subject_id, shown_year.year, ranked_result.value, ranked_result.value_max,
      ranked_result.qualifier, ranked_result.rank, ranked_result.rank_from, ranked_result.rank_to, ranked_result.rank_of,
      ranked_result.reason, ranked_result.from_year, ranked_result.comparable_since, ranked_result.ids, ranked_result.synthetic
    FROM shown_year LEFT JOIN ranked_result ON ranked_result.measure_number = shown_year.measure_number
      AND ranked_result.subject_id = shown_year.subject_id AND ranked_result.year = shown_year.year)`,
  sql`measure_summary AS MATERIALIZED (
    SELECT requested_measure.*, nullif(coalesce(overall.last_year, (SELECT max(shown_result.year) FROM shown_result
      WHERE shown_result.measure_number = requested_measure.measure_number)), ${UNDATED}) AS last_year, overall.first_year,
        coalesce(overall.count, 0) AS count,
      overall.least, overall.greatest, CASE WHEN overall.first_year = overall.last_year THEN overall.best END AS best,
      median.value AS median, median.value_max AS median_max, median.qualifier AS median_qualifier
    FROM requested_measure LEFT JOIN (
      SELECT result.measure_number, min(result.year) AS first_year, max(result.year) AS last_year, count(*) AS count,
        min(result.value) AS least,
        max(coalesce(result.value_max, result.value)) AS greatest,
        min(result.value) FILTER (WHERE result.rank = 1 AND result.qualifier IN ('EXACT', 'ABOUT', 'NEARLY')) AS best,
        ${median(floor)} AS low, ${median(ceiling)} AS high
      FROM shown_result result WHERE result.value IS NOT NULL AND result.subject_id <> ${citySubjectId} GROUP BY 1) overall
        ON overall.measure_number = requested_measure.measure_number
    LEFT JOIN LATERAL (SELECT ${qualifiedValue(sql`middle`)}
      FROM (SELECT overall.low, overall.high, false AS low_open, false AS high_open, false AS about,
        false AS nearly) middle) median ON overall.first_year = overall.last_year)`,
  sql`series AS MATERIALIZED (
    SELECT measure_number, subject_id, array_agg(year ORDER BY year) AS years, array_agg(value ORDER BY year) AS values,
      array_agg(value_max ORDER BY year) AS maxima, array_agg(qualifier ORDER BY year) AS qualifiers,
      array_agg(reason ORDER BY year) AS reasons, array_agg(synthetic ORDER BY year) AS synthetic_flags,
      array_agg(comparable_since ORDER BY year) AS since
    FROM ranked_result WHERE year <> ${UNDATED} GROUP BY 1, 2)`,
  sql`cell AS MATERIALIZED (
    SELECT requested_measure.measure_number, subject_or_city.subject_id, shown_result.value, shown_result.value_max, shown_result.qualifier,
      coalesce(shown_result.reason, CASE WHEN shown_result.ids IS NULL THEN coalesce(requested_measure.reason,
      'NO_FIGURE') END) AS reason,
      nullif(shown_result.year, ${UNDATED}) AS year, shown_result.from_year, shown_result.rank, shown_result.rank_from,
      shown_result.rank_to, shown_result.rank_of, previous.rank AS previous_rank, coalesce(shown_result.ids, '{}') AS ids,
      coalesce(shown_result.synthetic, false) AS synthetic,
      CASE WHEN ${hasGap} THEN (shown_result.value - measure_summary.best)::numeric::float8 END AS gap_to_best,
      CASE WHEN ${hasGap} AND measure_summary.median_qualifier = 'EXACT' THEN (shown_result.value - measure_summary.median)::numeric::float8 END AS gap_to_median,
      series.years, series.values, series.maxima, series.qualifiers, series.reasons, series.synthetic_flags, series.since
    FROM requested_measure JOIN measure_summary ON measure_summary.measure_number = requested_measure.measure_number CROSS JOIN subject_or_city
    LEFT JOIN shown_result ON shown_result.measure_number = requested_measure.measure_number AND shown_result.subject_id = subject_or_city.subject_id
    LEFT JOIN ranked_result previous ON previous.measure_number = requested_measure.measure_number AND previous.subject_id = subject_or_city.subject_id
      AND previous.year = shown_result.year - 1 AND previous.comparable_since IS NOT DISTINCT FROM shown_result.comparable_since
      AND (shown_result.measure_number, shown_result.year) IN (SELECT measure_number, year FROM same_subjects)
    LEFT JOIN series ON series.measure_number = requested_measure.measure_number AND series.subject_id = subject_or_city.subject_id)`,
];
