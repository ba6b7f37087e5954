// From results to a table that can be read: which year is shown, who stands where in it, and what lies between.
import { type Sql, sql } from "../core/sql.ts";

/**
 * Tables over `measured`: `cell`, one for each position and place (the city's under the empty `ref`), and `overall`, one for each
 * position. Shown is the year asked for, else the newest of those for which most have a value. The better ranks first: the lower
 * where the indicator says so, else the higher; equals share a rank. A bound ranks by its number if it can only be better than that;
 * what may be far worse, as "less than 1000" where more is better, has no rank.
 */
export const ranked = (year: number | null): Sql[] => [
  sql`ranked AS MATERIALIZED (
    SELECT v.*, CASE WHEN v.ranks THEN rank() OVER (PARTITION BY v.position, v.year, v.ranks
      ORDER BY CASE v.direction WHEN 'LOWER' THEN v.value ELSE -v.value END) END AS rank
    FROM (SELECT m.*, a.direction, m.ref <> '' AND m.value IS NOT NULL AND m.qualifier <> ALL(
        CASE a.direction WHEN 'LOWER' THEN ARRAY['AT_LEAST', 'MORE_THAN'] ELSE ARRAY['AT_MOST', 'LESS_THAN'] END) AS ranks
      FROM measured m JOIN asked a ON a.position = m.position) v)`,
  sql`shown AS MATERIALIZED (
    SELECT a.position, CASE WHEN a.counts THEN 0 ELSE coalesce(${year}::int, best.year) END AS year
    FROM asked a LEFT JOIN (
      SELECT DISTINCT ON (y.position) y.position, y.year
      FROM (SELECT r.position, r.year, count(r.value) AS count FROM ranked r WHERE r.ref <> '' GROUP BY 1, 2) y
      ORDER BY y.position, y.count DESC, y.year DESC) best ON best.position = a.position)`,
  sql`overall AS MATERIALIZED (
    SELECT a.*, nullif(s.year, 0) AS year, coalesce(o.count, 0) AS count, o.median, o.least, o.greatest, o.best, coalesce(o.best_is_known, false) AS best_is_known
    FROM asked a JOIN shown s ON s.position = a.position LEFT JOIN (
      SELECT r.position, r.year, count(*) AS count, percentile_cont(0.5) WITHIN GROUP (ORDER BY r.value) AS median,
        min(r.value) AS least, max(coalesce(r.value_max, r.value)) AS greatest, min(r.value) FILTER (WHERE r.rank = 1) AS best,
        bool_and(r.qualifier IN ('EXACT', 'ABOUT')) FILTER (WHERE r.rank = 1) AS best_is_known
      FROM ranked r WHERE r.value IS NOT NULL AND r.ref <> '' GROUP BY 1, 2) o ON o.position = s.position AND o.year = s.year)`,
  sql`series AS MATERIALIZED (
    SELECT r.position, r.ref, array_agg(r.year ORDER BY r.year) AS years, array_agg(r.value ORDER BY r.year) AS values,
      array_agg(r.value_max ORDER BY r.year) AS maxima, array_agg(r.qualifier ORDER BY r.year) AS qualifiers,
      array_agg(r.reason ORDER BY r.year) AS reasons, array_agg(r.synthetic ORDER BY r.year) AS made_up
    FROM ranked r WHERE r.year > 0 GROUP BY 1, 2)`,
  sql`cell AS MATERIALIZED (
    SELECT a.position, p.ref, r.value, r.value_max, r.qualifier, coalesce(r.reason, CASE WHEN r.position IS NULL THEN coalesce(a.reason, 'NO_FIGURE') END) AS reason,
      o.year, r.from_year, r.rank, b.rank AS previous_rank, coalesce(r.ids, '{}') AS ids, coalesce(r.synthetic, false) AS synthetic,
      CASE WHEN r.rank IS NOT NULL AND o.best_is_known THEN (r.value - o.best)::numeric::float8 END AS gap_to_best,
      CASE WHEN r.ref <> '' THEN (r.value - o.median)::numeric::float8 END AS gap_to_median,
      x.years, x.values, x.maxima, x.qualifiers, x.reasons, x.made_up
    FROM asked a JOIN overall o ON o.position = a.position CROSS JOIN place p
    LEFT JOIN ranked r ON r.position = a.position AND r.ref = p.ref AND r.year = coalesce(o.year, 0)
    LEFT JOIN ranked b ON b.position = a.position AND b.ref = p.ref AND b.year = o.year - 1
    LEFT JOIN series x ON x.position = a.position AND x.ref = p.ref)`,
];
