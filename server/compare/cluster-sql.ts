// The cluster indexes by district, as named tables of one statement over the table `matching_site`. A scope is a district, by code, or the
// city, under the key 'city'. Sites that no record places in one district (sites/districts-of-sites.ts) are members of the city only;
// they raise the upper end, `ceiling`, of the counts of the districts in which they may lie.
import { type Sql, sql } from "../database/sql.ts";
import { possibleAreaTables } from "../sites/areas-of-sites.ts";
import { cityCountTables, possibleDistricts } from "../sites/districts-of-sites.ts";

/** Fewer points have no pattern; with more, measuring every pair in 14 scopes would take seconds. */
export const MIN_NEIGHBOUR_POINTS = 3;
export const MAX_NEIGHBOUR_POINTS = 500;

const scopes: Sql[] = [
  sql`scope AS MATERIALIZED (
    SELECT d.code AS key, d.code, d.area_km2 FROM district d
    UNION ALL SELECT 'city', NULL, sum(d.area_km2) FROM district d)`,
  sql`member AS MATERIALIZED (
    SELECT p.code AS key, p.id, p.kind, m.point FROM possible_district p JOIN matching_site m ON m.id = p.id WHERE p.certain
    UNION ALL SELECT 'city', m.id, m.kind, m.point FROM matching_site m WHERE m.id IN (SELECT p.id FROM possible_district p))`,
];

// Each kind in each scope, including zeros; the kind NULL stands for all kinds together.
const counts: Sql[] = [
  sql`occurring_kind_count AS MATERIALIZED (
    SELECT p.code AS key, p.kind, count(*) FILTER (WHERE p.certain) AS count, count(*) AS ceiling FROM possible_district p GROUP BY p.code, p.kind
    UNION ALL SELECT 'city', w.kind, w.sites, w.sites FROM city_site_count w)`,
  sql`kind_count AS MATERIALIZED (
    SELECT s.key, k.kind, coalesce(sum(c.count), 0)::bigint AS count, coalesce(sum(c.ceiling), 0)::bigint AS ceiling
    FROM scope s CROSS JOIN (SELECT unnest(enum_range(NULL::site_kind)) AS kind UNION ALL SELECT NULL) k
    LEFT JOIN occurring_kind_count c ON c.key = s.key AND (c.kind = k.kind OR k.kind IS NULL) GROUP BY s.key, k.kind)`,
  sql`possible_hub AS MATERIALIZED (
    SELECT p.* FROM possible_district p JOIN logistics_hub h ON h.site_id = p.id WHERE h.level = 'NATIONAL')`,
  sql`hub_count AS MATERIALIZED (
    SELECT p.code AS key, count(*) FILTER (WHERE p.certain) AS count, count(*) AS ceiling FROM possible_hub p GROUP BY p.code
    UNION ALL SELECT 'city', count(DISTINCT p.id), count(DISTINCT p.id) FROM possible_hub p)`,
  sql`cluster AS MATERIALIZED (
    SELECT s.key, s.code, s.area_km2, c.count, c.ceiling, 100 * c.count / s.area_km2 AS density, 100 * c.ceiling / s.area_km2 AS density_ceiling,
      coalesce(h.count, 0) AS national_hubs, coalesce(h.ceiling, 0) AS national_hubs_ceiling
    FROM scope s JOIN kind_count c ON c.key = s.key AND c.kind IS NULL LEFT JOIN hub_count h ON h.key = s.key)`,
];

const mixes: Sql[] = [
  sql`theme_count AS MATERIALIZED (
    SELECT m.key, p.theme, count(*) AS count FROM member m JOIN service_trade_park p ON p.site_id = m.id GROUP BY m.key, p.theme)`,
  sql`site_sector AS MATERIALIZED (
    SELECT DISTINCT m.key, m.id, i.sector_code FROM member m JOIN site_industry l ON l.site_id = m.id JOIN industry i ON i.id = l.industry_id
    WHERE i.sector_code IS NOT NULL)`,
  sql`sector_count AS MATERIALIZED (SELECT s.key, s.sector_code, count(*) AS count FROM site_sector s GROUP BY s.key, s.sector_code)`,
  sql`sites_with_sector AS MATERIALIZED (SELECT s.key, count(DISTINCT s.id) AS count FROM site_sector s GROUP BY s.key)`,
];

// The share of a kind in a scope divided by its share in the city. The share is least where all other sites that may lie there do, and
// greatest where only those of the kind do.
const quotients: Sql[] = [
  sql`kind_share AS MATERIALIZED (
    SELECT r.*, r.share * r.city_sites / r.city_count AS quotient, r.share_ceiling * r.city_sites / r.city_count AS quotient_ceiling,
      CASE WHEN r.sites = 0 THEN 'NO_SITES' WHEN r.city_count IS NULL THEN 'ZERO_BASE' END AS reason
    FROM (SELECT c.key, c.kind, c.count, c.ceiling, o.ceiling AS sites, a.count AS city_sites, nullif(w.count, 0) AS city_count,
        CASE WHEN o.ceiling > 0 THEN coalesce(c.count::float8 / nullif(o.ceiling - c.ceiling + c.count, 0), 0) END AS share,
        CASE WHEN o.ceiling > 0 THEN coalesce(c.ceiling::float8 / nullif(o.count - c.count + c.ceiling, 0), 0) END AS share_ceiling
      FROM kind_count c
      JOIN kind_count o ON o.key = c.key AND o.kind IS NULL
      JOIN kind_count w ON w.key = 'city' AND w.kind = c.kind
      JOIN kind_count a ON a.key = 'city' AND a.kind IS NULL) r)`,
];

// Gini by the formula for values in ascending order, computed from the districts' shares of the sites that certainly lie in one.
const concentrations: Sql[] = [
  sql`concentration AS MATERIALIZED (
    SELECT r.kind, sum(r.count) AS count, count(*) AS districts, max(r.count) AS greatest,
      sum((r.count::float8 / nullif(r.total, 0)) ^ 2) AS hhi,
      2 * sum(r.ascending_rank * r.count)::float8 / nullif(count(*) * sum(r.count), 0) - (count(*) + 1)::float8 / count(*) AS gini
    FROM (SELECT c.kind, c.count, sum(c.count) OVER (PARTITION BY c.kind) AS total,
        row_number() OVER (PARTITION BY c.kind ORDER BY c.count) AS ascending_rank
      FROM kind_count c WHERE c.key <> 'city') r
    GROUP BY r.kind)`,
  // Districts that may have the most sites: several where the counts are ranges.
  sql`leader AS MATERIALIZED (
    SELECT c.key, c.kind, c.count, c.ceiling FROM kind_count c JOIN concentration g ON g.kind IS NOT DISTINCT FROM c.kind
    WHERE c.key <> 'city' AND c.ceiling > 0 AND c.ceiling >= g.greatest)`,
];

// Clark and Evans (1954). The nearest site is chosen on the plane (EPSG:4547, whose scale varies by 0.03 % over the city); its
// distance is geodesic.
const neighbours: Sql[] = [
  sql`located_count AS MATERIALIZED (SELECT s.key, s.area_km2, count(m.point) AS points FROM scope s LEFT JOIN member m ON m.key = s.key GROUP BY s.key, s.area_km2)`,
  // Only where there are not too many: projecting them takes longest.
  sql`located_site AS MATERIALIZED (
    SELECT m.key, m.id, m.point, ST_Transform(m.point, 4547) AS projected_point FROM member m
    JOIN located_count c ON c.key = m.key AND c.points BETWEEN ${MIN_NEIGHBOUR_POINTS} AND ${MAX_NEIGHBOUR_POINTS} WHERE m.point IS NOT NULL)`,
  sql`nearest AS MATERIALIZED (
    SELECT d.key, d.id, min(ARRAY[ST_Distance(d.projected_point, o.projected_point), o.id]) AS nearest_pair
    FROM located_site d JOIN located_site o ON o.key = d.key AND o.id <> d.id GROUP BY d.key, d.id)`,
  sql`spacing AS MATERIALIZED (
    SELECT n.key, avg(ST_Distance(here.point::geography, there.point::geography)) / 1000 AS mean_km
    FROM nearest n JOIN site here ON here.id = n.id JOIN site there ON there.id = n.nearest_pair[2] GROUP BY n.key)`,
  sql`nearest_neighbour AS MATERIALIZED (
    SELECT c.key, c.area_km2, c.points, s.mean_km, CASE WHEN s.key IS NOT NULL THEN 0.5 / sqrt(c.points / c.area_km2) END AS expected_km,
      CASE WHEN c.points < ${MIN_NEIGHBOUR_POINTS} THEN 'TOO_FEW_POINTS' WHEN c.points > ${MAX_NEIGHBOUR_POINTS} THEN 'TOO_MANY_POINTS' END AS reason
    FROM located_count c LEFT JOIN spacing s ON s.key = c.key)`,
];

// What the page puts into words: each a share or a ratio of two numbers, with its lower and upper end.
const facts: Sql[] = [
  sql`matching_hub_count AS MATERIALIZED (SELECT count(*) AS hubs FROM matching_site m JOIN logistics_hub h ON h.site_id = m.id WHERE h.level = 'NATIONAL')`,
  sql`matching_kind_count AS MATERIALIZED (SELECT m.kind, count(*) AS count FROM matching_site m GROUP BY m.kind)`,
  sql`district_reference AS MATERIALIZED (
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY c.density) AS density, percentile_cont(0.5) WITHIN GROUP (ORDER BY c.density_ceiling) AS density_ceiling,
      max(c.count) AS most, max(c.ceiling) AS most_ceiling FROM cluster c WHERE c.key <> 'city')`,
  sql`fact_bounds AS MATERIALIZED (
    SELECT c.key, 1 AS sort_order, 'SITES' AS fact_kind, NULL::site_kind AS kind, c.count::float8 AS low, c.ceiling::float8 AS high,
      (SELECT count(*) FROM matching_site)::float8 AS low_base, (SELECT count(*) FROM matching_site)::float8 AS high_base FROM cluster c
    UNION ALL SELECT k.key, 2, 'SITES_OF_KIND', k.kind, k.count, k.ceiling, coalesce(a.count, 0), coalesce(a.count, 0) FROM kind_count k
      LEFT JOIN matching_kind_count a ON a.kind = k.kind WHERE k.kind IS NOT NULL
    UNION ALL SELECT c.key, 3, 'NATIONAL_HUBS', NULL, c.national_hubs, c.national_hubs_ceiling, n.hubs, n.hubs FROM cluster c CROSS JOIN matching_hub_count n
    UNION ALL SELECT c.key, 4, 'DENSITY_TO_MEDIAN', NULL, c.density, c.density_ceiling, m.density, m.density_ceiling FROM cluster c CROSS JOIN district_reference m WHERE c.key <> 'city'
    UNION ALL SELECT c.key, 5, 'SITES_TO_LEADER', NULL, c.count, c.ceiling, m.most, m.most_ceiling FROM cluster c CROSS JOIN district_reference m WHERE c.key <> 'city')`,
  sql`fact AS MATERIALIZED (
    SELECT s.*, s.low / nullif(s.high_base, 0) AS ratio, s.high / nullif(s.low_base, 0) AS ratio_ceiling, r.rank_from, r.rank_to
    FROM fact_bounds s LEFT JOIN LATERAL (
      SELECT 1 + count(*) FILTER (WHERE o.low > s.high) AS rank_from, 1 + count(*) FILTER (WHERE o.high > s.low) AS rank_to
      FROM fact_bounds o WHERE o.fact_kind = s.fact_kind AND o.kind IS NOT DISTINCT FROM s.kind AND o.key NOT IN (s.key, 'city')) r ON s.key <> 'city')`,
];

/** All tables in dependency order; those that no selected field reads are not computed. */
export const clusterTables: readonly Sql[] = [
  ...possibleDistricts,
  ...possibleAreaTables,
  ...cityCountTables,
  ...scopes,
  ...counts,
  ...mixes,
  ...quotients,
  ...concentrations,
  ...neighbours,
  ...facts,
];
