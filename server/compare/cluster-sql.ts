// Counts, densities and concentration by district, as common table expressions (CTEs) of one statement over the CTE `matching_site`. A
// scope is a district, by code, or the city, under the key 'city'; its row in `cluster` describes all its sites, not a group of near
// ones. Sites that no record places in a single district (sites/districts-of-sites.ts) are members of the city only; they raise the
// upper bound, `count_max`, of the counts of the districts in which they may lie.
import { type Sql, sql } from "../database/sql.ts";
import { possibleAreaCtes } from "../sites/areas-of-sites.ts";
import { cityCountCtes, possibleDistricts } from "../sites/districts-of-sites.ts";

/** Fewer points have no pattern. */
export const MIN_NEIGHBOUR_POINTS = 3;
/** With more, measuring every pair in 14 scopes would take seconds. */
export const MAX_NEIGHBOUR_POINTS = 500;

const scopes: Sql[] = [
  sql`scope AS MATERIALIZED (
    SELECT district.code AS key, district.code, district.area_km2 FROM district
    UNION ALL SELECT 'city', NULL, sum(district.area_km2) FROM district)`,
  sql`member AS MATERIALIZED (
    SELECT possible_district.code AS key, possible_district.id, possible_district.kind, matching_site.point
      FROM possible_district JOIN matching_site ON matching_site.id = possible_district.id WHERE possible_district.certain
    UNION ALL SELECT 'city', matching_site.id, matching_site.kind, matching_site.point FROM matching_site
      WHERE matching_site.id IN (SELECT possible_district.id FROM possible_district))`,
];

// Each kind in each scope, including zeros; the kind NULL stands for all kinds together.
const counts: Sql[] = [
  sql`occurring_kind_count AS MATERIALIZED (
    SELECT possible_district.code AS key, possible_district.kind, count(*) FILTER (WHERE possible_district.certain) AS count,
      count(*) AS count_max FROM possible_district GROUP BY possible_district.code, possible_district.kind
    UNION ALL SELECT 'city', city_site_count.kind, city_site_count.sites, city_site_count.sites FROM city_site_count)`,
  sql`kind_count AS MATERIALIZED (
    SELECT scope.key, each.kind, coalesce(sum(occurring_kind_count.count), 0)::bigint AS count,
      coalesce(sum(occurring_kind_count.count_max), 0)::bigint AS count_max
    FROM scope CROSS JOIN (SELECT unnest(enum_range(NULL::site_kind)) AS kind UNION ALL SELECT NULL) each
    LEFT JOIN occurring_kind_count ON occurring_kind_count.key = scope.key
      AND (occurring_kind_count.kind = each.kind OR each.kind IS NULL) GROUP BY scope.key, each.kind)`,
  sql`possible_hub AS MATERIALIZED (
    SELECT possible_district.* FROM possible_district JOIN logistics_hub ON logistics_hub.site_id = possible_district.id
      WHERE logistics_hub.level = 'NATIONAL')`,
  sql`hub_count AS MATERIALIZED (
    SELECT possible_hub.code AS key, count(*) FILTER (WHERE possible_hub.certain) AS count, count(*) AS count_max
      FROM possible_hub GROUP BY possible_hub.code
    UNION ALL SELECT 'city', count(DISTINCT possible_hub.id), count(DISTINCT possible_hub.id) FROM possible_hub)`,
  sql`cluster AS MATERIALIZED (
    SELECT scope.key, scope.code, scope.area_km2, kind_count.count, kind_count.count_max,
      100 * kind_count.count / scope.area_km2 AS density, 100 * kind_count.count_max / scope.area_km2 AS density_max,
      coalesce(hub_count.count, 0) AS national_hubs, coalesce(hub_count.count_max, 0) AS national_hubs_max
    FROM scope JOIN kind_count ON kind_count.key = scope.key AND kind_count.kind IS NULL
      LEFT JOIN hub_count ON hub_count.key = scope.key)`,
];

const mixes: Sql[] = [
  sql`theme_count AS MATERIALIZED (
    SELECT member.key, service_trade_park.theme, count(*) AS count FROM member
      JOIN service_trade_park ON service_trade_park.site_id = member.id GROUP BY member.key, service_trade_park.theme)`,
  sql`site_sector AS MATERIALIZED (
    SELECT DISTINCT member.key, member.id, industry.sector_code FROM member
      JOIN site_industry ON site_industry.site_id = member.id JOIN industry ON industry.id = site_industry.industry_id
    WHERE industry.sector_code IS NOT NULL)`,
  sql`sector_count AS MATERIALIZED (SELECT key, sector_code, count(*) AS count FROM site_sector GROUP BY key, sector_code)`,
  sql`sites_with_sector AS MATERIALIZED (SELECT key, count(DISTINCT id) AS count FROM site_sector GROUP BY key)`,
];

// The share of a kind in a scope divided by its share in the city. The share is smallest when every uncertain site of another kind
// lies in the scope and none of this kind does; largest the other way round.
const quotients: Sql[] = [
  sql`kind_share AS MATERIALIZED (
    SELECT shares.*, shares.share * shares.city_count / shares.city_kind_count AS quotient,
      shares.share_max * shares.city_count / shares.city_kind_count AS quotient_max,
      CASE WHEN shares.all_kinds_max = 0 THEN 'NO_SITES' WHEN shares.city_kind_count IS NULL THEN 'ZERO_BASE' END AS reason
    FROM (SELECT kind_count.key, kind_count.kind, kind_count.count, kind_count.count_max, all_kinds.count_max AS all_kinds_max,
      city_all_kinds.count AS city_count, nullif(city_kind.count, 0) AS city_kind_count,
        CASE WHEN all_kinds.count_max > 0 THEN coalesce(kind_count.count::float8 / nullif(all_kinds.count_max - kind_count.count_max + kind_count.count, 0), 0) END AS share,
        CASE WHEN all_kinds.count_max > 0 THEN coalesce(kind_count.count_max::float8 / nullif(all_kinds.count - kind_count.count + kind_count.count_max, 0), 0) END AS share_max
      FROM kind_count
      JOIN kind_count all_kinds ON all_kinds.key = kind_count.key AND all_kinds.kind IS NULL
      JOIN kind_count city_kind ON city_kind.key = 'city' AND city_kind.kind = kind_count.kind
      JOIN kind_count city_all_kinds ON city_all_kinds.key = 'city' AND city_all_kinds.kind IS NULL) shares)`,
];

// Gini by the formula for values in ascending order, computed from the districts' shares of the sites that certainly lie in one.
const concentrations: Sql[] = [
  sql`concentration AS MATERIALIZED (
    SELECT ranked.kind, sum(ranked.count) AS count, count(*) AS districts, max(ranked.count) AS largest_count,
      sum((ranked.count::float8 / nullif(ranked.total, 0)) ^ 2) AS herfindahl,
      2 * sum(ranked.ascending_rank * ranked.count)::float8 / nullif(count(*) * sum(ranked.count),
      0) - (count(*) + 1)::float8 / count(*) AS gini
    FROM (SELECT kind_count.kind, kind_count.count, sum(kind_count.count) OVER (PARTITION BY kind_count.kind) AS total,
        row_number() OVER (PARTITION BY kind_count.kind ORDER BY kind_count.count) AS ascending_rank
      FROM kind_count WHERE kind_count.key <> 'city') ranked
    GROUP BY ranked.kind)`,
  // Districts that may have the most sites: several where the counts are ranges.
  sql`leader AS MATERIALIZED (
    SELECT kind_count.key, kind_count.kind, kind_count.count, kind_count.count_max FROM kind_count
      JOIN concentration ON concentration.kind IS NOT DISTINCT FROM kind_count.kind
    WHERE kind_count.key <> 'city' AND kind_count.count_max > 0 AND kind_count.count_max >= concentration.largest_count)`,
];

// Clark and Evans (1954). The nearest site is chosen on the plane (EPSG:4547, whose scale varies by 0.03 % over the city); its
// distance is geodesic.
const neighbours: Sql[] = [
  sql`located_count AS MATERIALIZED (SELECT scope.key, scope.area_km2, count(member.point) AS points FROM scope
    LEFT JOIN member ON member.key = scope.key GROUP BY scope.key, scope.area_km2)`,
  // Only in scopes with neither too few nor too many points: projecting the points takes longest.
  sql`located_site AS MATERIALIZED (
    SELECT member.key, member.id, member.point, ST_Transform(member.point, 4547) AS projected_point FROM member
    JOIN located_count ON located_count.key = member.key AND located_count.points BETWEEN ${MIN_NEIGHBOUR_POINTS}
      AND ${MAX_NEIGHBOUR_POINTS} WHERE member.point IS NOT NULL)`,
  sql`nearest AS MATERIALIZED (
    SELECT here.key, here.id, min(ARRAY[ST_Distance(here.projected_point, there.projected_point), there.id]) AS distance_and_id
    FROM located_site here JOIN located_site there ON there.key = here.key AND there.id <> here.id GROUP BY here.key, here.id)`,
  sql`spacing AS MATERIALIZED (
    SELECT nearest.key, avg(ST_Distance(here.point::geography, there.point::geography)) / 1000 AS mean_km
    FROM nearest JOIN site here ON here.id = nearest.id JOIN site there ON there.id = nearest.distance_and_id[2] GROUP BY nearest.key)`,
  sql`nearest_neighbour AS MATERIALIZED (
    SELECT located_count.key, located_count.area_km2, located_count.points, spacing.mean_km, CASE
      WHEN spacing.key IS NOT NULL THEN 0.5 / sqrt(located_count.points / located_count.area_km2) END AS expected_km,
      CASE WHEN located_count.points < ${MIN_NEIGHBOUR_POINTS} THEN 'TOO_FEW_POINTS'
      WHEN located_count.points > ${MAX_NEIGHBOUR_POINTS} THEN 'TOO_MANY_POINTS' END AS reason
    FROM located_count LEFT JOIN spacing ON spacing.key = located_count.key)`,
];

// What the page puts into words: each a share or a ratio of two numbers, with its lower and upper bound.
const facts: Sql[] = [
  sql`district_benchmark AS MATERIALIZED (
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY density) AS median_density,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY density_max) AS median_density_max,
      max(count) AS largest_count, max(count_max) AS largest_count_max FROM cluster WHERE key <> 'city')`,
  sql`fact_bounds AS MATERIALIZED (
    SELECT cluster.key, 1 AS sort_order, 'SITES' AS fact_kind, NULL::site_kind AS kind, cluster.count::float8 AS numerator,
      cluster.count_max::float8 AS numerator_max,
      city.count::float8 AS denominator, city.count::float8 AS denominator_max FROM cluster JOIN cluster city ON city.key = 'city'
    UNION ALL SELECT kind_count.key, 2, 'SITES_OF_KIND', kind_count.kind, kind_count.count, kind_count.count_max, city.count, city.count
      FROM kind_count JOIN kind_count city ON city.key = 'city' AND city.kind = kind_count.kind
    UNION ALL SELECT cluster.key, 3, 'NATIONAL_HUBS', NULL, cluster.national_hubs, cluster.national_hubs_max,
      city.national_hubs, city.national_hubs FROM cluster JOIN cluster city ON city.key = 'city'
    UNION ALL SELECT cluster.key, 4, 'DENSITY_TO_MEDIAN', NULL, cluster.density, cluster.density_max,
      district_benchmark.median_density, district_benchmark.median_density_max FROM cluster CROSS JOIN district_benchmark
      WHERE cluster.key <> 'city'
    UNION ALL SELECT cluster.key, 5, 'SITES_TO_LEADER', NULL, cluster.count, cluster.count_max, district_benchmark.largest_count,
      district_benchmark.largest_count_max FROM cluster CROSS JOIN district_benchmark WHERE cluster.key <> 'city')`,
  sql`fact AS MATERIALIZED (
    SELECT own.*, own.numerator / nullif(own.denominator_max, 0) AS ratio, own.numerator_max / nullif(own.denominator, 0) AS ratio_max,
      rank_range.rank_from, rank_range.rank_to
    FROM fact_bounds own LEFT JOIN LATERAL (
      SELECT 1 + count(*) FILTER (WHERE other.numerator > own.numerator_max) AS rank_from,
        1 + count(*) FILTER (WHERE other.numerator_max > own.numerator) AS rank_to
      FROM fact_bounds other WHERE other.fact_kind = own.fact_kind AND other.kind IS NOT DISTINCT FROM own.kind AND other.key NOT IN (own.key, 'city')) rank_range ON own.key <> 'city')`,
];

/** All CTEs in dependency order; those that no selected field reads are not computed. */
export const clusterCtes: readonly Sql[] = [
  ...possibleDistricts,
  ...possibleAreaCtes,
  ...cityCountCtes,
  ...scopes,
  ...counts,
  ...mixes,
  ...quotients,
  ...concentrations,
  ...neighbours,
  ...facts,
];
