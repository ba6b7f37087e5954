// The cluster indexes by district, as named tables of one statement over the table `matched`. A scope is a district, by code, or
// all districts together, under the key 'city'. Sites without a district belong to no scope, so that the districts add up to the
// city.
import { type Sql, sql } from "../database/sql.ts";

/** Fewer points have no pattern; with more, measuring every pair in 14 scopes would take seconds. */
export const MIN_POINTS = 3;
export const MAX_POINTS = 500;

const scopes: Sql[] = [
  sql`scope AS MATERIALIZED (
    SELECT d.code AS key, d.code, d.area_km2 FROM district d
    UNION ALL SELECT 'city', NULL, sum(d.area_km2) FROM district d)`,
  sql`member AS MATERIALIZED (
    SELECT m.district_code AS key, m.id, m.kind, m.point FROM matched m WHERE m.district_code IS NOT NULL
    UNION ALL SELECT 'city', m.id, m.kind, m.point FROM matched m WHERE m.district_code IS NOT NULL)`,
];

// Each kind in each scope, including zeros; the kind NULL stands for all kinds together.
const counts: Sql[] = [
  sql`some_kind AS MATERIALIZED (SELECT m.key, m.kind, count(*) AS count FROM member m GROUP BY m.key, m.kind)`,
  sql`kind_count AS MATERIALIZED (
    SELECT s.key, k.kind, coalesce(sum(c.count), 0)::bigint AS count
    FROM scope s CROSS JOIN (SELECT unnest(enum_range(NULL::site_kind)) AS kind UNION ALL SELECT NULL) k
    LEFT JOIN some_kind c ON c.key = s.key AND (c.kind = k.kind OR k.kind IS NULL) GROUP BY s.key, k.kind)`,
  sql`hub_count AS MATERIALIZED (
    SELECT m.key, count(*) AS count FROM member m JOIN logistics_hub h ON h.site_id = m.id WHERE h.level = 'NATIONAL' GROUP BY m.key)`,
  sql`cluster AS MATERIALIZED (
    SELECT s.key, s.code, s.area_km2, c.count, 100 * c.count / s.area_km2 AS density, coalesce(h.count, 0) AS national_hubs
    FROM scope s JOIN kind_count c ON c.key = s.key AND c.kind IS NULL LEFT JOIN hub_count h ON h.key = s.key)`,
];

const mixes: Sql[] = [
  sql`theme_count AS MATERIALIZED (
    SELECT m.key, p.theme, count(*) AS count FROM member m JOIN service_trade_park p ON p.site_id = m.id GROUP BY m.key, p.theme)`,
  sql`sectored AS MATERIALIZED (
    SELECT DISTINCT m.key, m.id, i.sector_code FROM member m JOIN site_industry l ON l.site_id = m.id JOIN industry i ON i.id = l.industry_id
    WHERE i.sector_code IS NOT NULL)`,
  sql`sector_count AS MATERIALIZED (SELECT s.key, s.sector_code, count(*) AS count FROM sectored s GROUP BY s.key, s.sector_code)`,
  sql`sectored_sites AS MATERIALIZED (SELECT s.key, count(DISTINCT s.id) AS count FROM sectored s GROUP BY s.key)`,
];

// The share of a kind in a scope divided by its share in the city.
const quotients: Sql[] = [
  sql`kind_part AS MATERIALIZED (
    SELECT c.key, c.kind, c.count, c.count::float8 / nullif(o.count, 0) AS share,
      c.count::float8 * a.count / nullif(o.count * w.count, 0) AS quotient,
      CASE WHEN o.count = 0 THEN 'NO_SITES' WHEN w.count = 0 THEN 'ZERO_BASE' END AS reason
    FROM kind_count c
    JOIN kind_count o ON o.key = c.key AND o.kind IS NULL
    JOIN kind_count w ON w.key = 'city' AND w.kind = c.kind
    JOIN kind_count a ON a.key = 'city' AND a.kind IS NULL)`,
];

// Gini by the formula for values in ascending order, computed from the districts' shares.
const concentrations: Sql[] = [
  sql`concentration AS MATERIALIZED (
    SELECT r.kind, sum(r.count) AS count, count(*) AS districts, max(r.count) AS greatest,
      sum((r.count::float8 / nullif(r.total, 0)) ^ 2) AS hhi,
      2 * sum(r.place * r.count)::float8 / nullif(count(*) * sum(r.count), 0) - (count(*) + 1)::float8 / count(*) AS gini
    FROM (SELECT c.kind, c.count, sum(c.count) OVER (PARTITION BY c.kind) AS total,
        row_number() OVER (PARTITION BY c.kind ORDER BY c.count) AS place
      FROM kind_count c WHERE c.key <> 'city') r
    GROUP BY r.kind)`,
];

// Clark and Evans (1954). The nearest site is chosen on the plane (EPSG:4547, whose scale varies by 0.03 % over the city); its
// distance is geodesic.
const neighbours: Sql[] = [
  sql`dot AS MATERIALIZED (SELECT m.key, m.id, m.point, ST_Transform(m.point, 4547) AS flat FROM member m WHERE m.point IS NOT NULL)`,
  sql`dot_count AS MATERIALIZED (SELECT s.key, s.area_km2, count(d.id) AS points FROM scope s LEFT JOIN dot d ON d.key = s.key GROUP BY s.key, s.area_km2)`,
  sql`nearest AS MATERIALIZED (
    SELECT d.key, d.id, min(ARRAY[ST_Distance(d.flat, o.flat), o.id]) AS nearest_pair
    FROM dot d JOIN dot_count c ON c.key = d.key AND c.points BETWEEN ${MIN_POINTS} AND ${MAX_POINTS}
    JOIN dot o ON o.key = d.key AND o.id <> d.id GROUP BY d.key, d.id)`,
  sql`spacing AS MATERIALIZED (
    SELECT n.key, avg(ST_Distance(here.point::geography, there.point::geography)) / 1000 AS mean_km
    FROM nearest n JOIN site here ON here.id = n.id JOIN site there ON there.id = n.nearest_pair[2] GROUP BY n.key)`,
  sql`nearest_neighbour AS MATERIALIZED (
    SELECT c.key, c.area_km2, c.points, s.mean_km, CASE WHEN s.key IS NOT NULL THEN 0.5 / sqrt(c.points / c.area_km2) END AS expected_km,
      CASE WHEN c.points < ${MIN_POINTS} THEN 'TOO_FEW_POINTS' WHEN c.points > ${MAX_POINTS} THEN 'TOO_MANY_POINTS' END AS reason
    FROM dot_count c LEFT JOIN spacing s ON s.key = c.key)`,
];

// Statements for the page to put into words: each a share or a ratio of two numbers.
const facts: Sql[] = [
  sql`every_kind AS MATERIALIZED (SELECT m.kind, count(*) AS count FROM matched m GROUP BY m.kind)`,
  sql`everyone AS MATERIALIZED (
    SELECT (SELECT count(*) FROM matched) AS sites,
      (SELECT count(*) FROM matched m JOIN logistics_hub h ON h.site_id = m.id WHERE h.level = 'NATIONAL') AS hubs)`,
  sql`middle AS MATERIALIZED (
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY c.density) AS density, max(c.count) AS most FROM cluster c WHERE c.key <> 'city')`,
  sql`stated AS MATERIALIZED (
    SELECT c.key, 1 AS place, 'SITES' AS what, NULL::site_kind AS kind, c.count::float8 AS numerator, a.sites::float8 AS denominator FROM cluster c CROSS JOIN everyone a
    UNION ALL SELECT k.key, 2, 'SITES_OF_KIND', k.kind, k.count, coalesce(a.count, 0) FROM kind_count k
      LEFT JOIN every_kind a ON a.kind = k.kind WHERE k.kind IS NOT NULL
    UNION ALL SELECT c.key, 3, 'NATIONAL_HUBS', NULL, c.national_hubs, a.hubs FROM cluster c CROSS JOIN everyone a
    UNION ALL SELECT c.key, 4, 'DENSITY_TO_MEDIAN', NULL, c.density, m.density FROM cluster c CROSS JOIN middle m WHERE c.key <> 'city'
    UNION ALL SELECT c.key, 5, 'SITES_TO_LEADER', NULL, c.count, m.most FROM cluster c CROSS JOIN middle m WHERE c.key <> 'city')`,
  sql`fact AS MATERIALIZED (
    SELECT s.*, s.numerator / nullif(s.denominator, 0) AS ratio,
      CASE WHEN s.key <> 'city' THEN rank() OVER (PARTITION BY s.what, s.kind, s.key = 'city' ORDER BY s.numerator DESC) END AS rank
    FROM stated s)`,
];

/** All tables in dependency order; those that no selected field reads are not computed. */
export const clusterTables: readonly Sql[] = [
  ...scopes,
  ...counts,
  ...mixes,
  ...quotients,
  ...concentrations,
  ...neighbours,
  ...facts,
];
