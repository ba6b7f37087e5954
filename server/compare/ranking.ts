// Ranks the results: the year shown, the ranks, and the gaps.
import { type Sql, sql } from "../database/sql.ts";
import { ceilingOf, finiteOrNull, floorOf, qualifiedValue } from "../indicators/interval.ts";
import { cityRef } from "./subjects.ts";

// A number lies between a floor and a ceiling, each open or closed; inverted if lower is better, so that higher is always better.
const floor = floorOf(sql`m`);
const ceiling = ceilingOf(sql`m`);

/** The median of one end of the intervals; null where it is infinite. */
const median = (end: Sql): Sql => finiteOrNull(sql`percentile_cont(0.5) WITHIN GROUP (ORDER BY ${end})`);

/** The years of the cells: the given one; of each cell its latest with a value; or of each measure the newest of its best-covered ones. */
export type ShownYear = number | "LATEST" | "BEST_COVERED";

const shownYears = (shownYear: ShownYear): Sql =>
  shownYear === "LATEST"
    ? sql`shown_year AS MATERIALIZED (
        SELECT DISTINCT ON (r.position, r.ref) r.position, r.ref, r.year FROM ranked_result r
        ORDER BY r.position, r.ref, r.value IS NULL, r.year DESC)`
    : sql`shown_year AS MATERIALIZED (
        SELECT a.position, p.ref, CASE WHEN a.counts_sites THEN 0 ELSE ${typeof shownYear === "number" ? sql`${shownYear}::int` : sql`best.year`} END AS year
        FROM requested_measure a CROSS JOIN subject_or_city p LEFT JOIN (
          SELECT DISTINCT ON (y.position) y.position, y.year
          FROM (SELECT r.position, r.year, count(r.value) AS count FROM ranked_result r WHERE r.ref <> ${cityRef} GROUP BY 1, 2) y
          ORDER BY y.position, y.count DESC, y.year DESC) best ON best.position = a.position)`;

/**
 * Tables over `measure_result`: `cell`, one for each position and place (the city's with `cityRef` as its `ref`), and `measure_summary`, one for each
 * position. Better values rank first: lower ones if the indicator says so, otherwise higher ones; ties share a rank. Values rank among
 * those of the same year only, `rank_of` many. If bounds leave a rank open ("more than 1000" against "more than 1000"), it lies from
 * `rank_from` to `rank_to` and `rank` is null; open best values and medians are null too, and so are those over several years.
 */
export const rankingTables = (shownYear: ShownYear): Sql[] => [
  sql`result_bounds AS MATERIALIZED (
    SELECT m.position, m.year, m.ref, CASE a.direction WHEN 'LOWER' THEN -(${ceiling}) ELSE ${floor} END AS floor,
      CASE a.direction WHEN 'LOWER' THEN -(${floor}) ELSE ${ceiling} END AS ceiling, m.qualifier IN ('MORE_THAN', 'LESS_THAN') AS is_open
    FROM measure_result m JOIN requested_measure a ON a.position = m.position WHERE m.ref <> ${cityRef} AND m.value IS NOT NULL)`,
  // Certainly better: its floor is above this ceiling. Possibly better: its ceiling is above this floor. An open bound excludes
  // its own value: more than 100 is better than 100.
  sql`rank_range AS (
    SELECT e.position, e.year, e.ref, 1 + min(e.floors_above) FILTER (WHERE NOT e.is_floor) AS rank_from,
      1 + min(e.ceilings_above) FILTER (WHERE e.is_floor) - (max(e.x) > min(e.x))::int AS rank_to
    FROM (
      SELECT e.*, count(*) FILTER (WHERE e.is_floor) OVER above AS floors_above, count(*) FILTER (WHERE NOT e.is_floor) OVER above AS ceilings_above
      FROM (SELECT b.position, b.year, b.ref, true AS is_floor, b.floor AS x, b.is_open::int AS step FROM result_bounds b
        UNION ALL SELECT b.position, b.year, b.ref, false, b.ceiling, -(b.is_open::int) FROM result_bounds b) e
      WINDOW above AS (PARTITION BY e.position, e.year ORDER BY e.x DESC, e.step DESC RANGE UNBOUNDED PRECEDING EXCLUDE GROUP)) e
    GROUP BY 1, 2, 3)`,
  sql`ranked_result AS MATERIALIZED (
    SELECT m.*, p.rank_from, p.rank_to, CASE WHEN p.rank_from = p.rank_to THEN p.rank_from END AS rank,
      CASE WHEN p.ref IS NOT NULL THEN count(p.ref) OVER (PARTITION BY m.position, m.year) END AS rank_of
    FROM measure_result m LEFT JOIN rank_range p ON p.position = m.position AND p.year = m.year AND p.ref = m.ref)`,
  shownYears(shownYear),
  sql`shown_result AS MATERIALIZED (
    SELECT h.position, h.ref, h.year, r.value, r.value_max, r.qualifier, r.rank, r.rank_from, r.rank_to, r.rank_of, r.reason, r.from_year, r.comparable_since, r.ids, r.synthetic
    FROM shown_year h LEFT JOIN ranked_result r ON r.position = h.position AND r.ref = h.ref AND r.year = h.year)`,
  sql`measure_summary AS MATERIALIZED (
    SELECT a.*, nullif(coalesce(o.last_year, (SELECT max(v.year) FROM shown_result v WHERE v.position = a.position)), 0) AS last_year, o.first_year, coalesce(o.count, 0) AS count,
      o.least, o.greatest, CASE WHEN o.first_year = o.last_year THEN o.best END AS best, t.value AS median, t.value_max AS median_max, t.qualifier AS median_qualifier
    FROM requested_measure a LEFT JOIN (
      SELECT m.position, min(m.year) AS first_year, max(m.year) AS last_year, count(*) AS count, min(m.value) AS least,
        max(coalesce(m.value_max, m.value)) AS greatest, min(m.value) FILTER (WHERE m.rank = 1 AND m.qualifier IN ('EXACT', 'ABOUT', 'NEARLY')) AS best,
        ${median(floor)} AS low, ${median(ceiling)} AS high
      FROM shown_result m WHERE m.value IS NOT NULL AND m.ref <> ${cityRef} GROUP BY 1) o ON o.position = a.position
    LEFT JOIN LATERAL (SELECT ${qualifiedValue(sql`m`)}
      FROM (SELECT o.low, o.high, false AS low_open, false AS high_open, false AS about, false AS nearly) m) t ON o.first_year = o.last_year)`,
  sql`series AS MATERIALIZED (
    SELECT r.position, r.ref, array_agg(r.year ORDER BY r.year) AS years, array_agg(r.value ORDER BY r.year) AS values,
      array_agg(r.value_max ORDER BY r.year) AS maxima, array_agg(r.qualifier ORDER BY r.year) AS qualifiers,
      array_agg(r.reason ORDER BY r.year) AS reasons, array_agg(r.synthetic ORDER BY r.year) AS synthetic_flags,
      array_agg(r.comparable_since ORDER BY r.year) AS since
    FROM ranked_result r WHERE r.year > 0 GROUP BY 1, 2)`,
  sql`cell AS MATERIALIZED (
    SELECT a.position, p.ref, r.value, r.value_max, r.qualifier, coalesce(r.reason, CASE WHEN r.ids IS NULL THEN coalesce(a.reason, 'NO_FIGURE') END) AS reason,
      nullif(r.year, 0) AS year, r.from_year, r.rank, r.rank_from, r.rank_to, r.rank_of, b.rank AS previous_rank, coalesce(r.ids, '{}') AS ids, coalesce(r.synthetic, false) AS synthetic,
      CASE WHEN r.ref <> ${cityRef} THEN (r.value - o.best)::numeric::float8 END AS gap_to_best,
      CASE WHEN r.ref <> ${cityRef} AND o.median_qualifier = 'EXACT' THEN (r.value - o.median)::numeric::float8 END AS gap_to_median,
      x.years, x.values, x.maxima, x.qualifiers, x.reasons, x.synthetic_flags, x.since
    FROM requested_measure a JOIN measure_summary o ON o.position = a.position CROSS JOIN subject_or_city p
    LEFT JOIN shown_result r ON r.position = a.position AND r.ref = p.ref
    LEFT JOIN ranked_result b ON b.position = a.position AND b.ref = p.ref AND b.year = r.year - 1 AND b.comparable_since IS NOT DISTINCT FROM r.comparable_since
    LEFT JOIN series x ON x.position = a.position AND x.ref = p.ref)`,
];
