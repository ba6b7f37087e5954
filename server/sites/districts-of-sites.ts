// In which districts each site may lie. Some sites have no recorded district, so a count of the sites of a district has two ends:
// those that certainly lie in it, and all that may.
import { type Sql, sql } from "../database/sql.ts";

/**
 * CTEs over `matching_site`: `possible_district`, a row for each site of the city and each district in which it may lie, `certain`
 * if there is no other. A site with a recorded district lies there. Otherwise a site whose parts all have one lies in those of its
 * parts, a site of a functional area in the districts that the area's own record names, and any other site in any district. Sites
 * with a position outside all districts are outside the city.
 */
export const possibleDistricts: readonly Sql[] = [
  sql`site_without_district AS MATERIALIZED (
    SELECT matching_site.id, matching_site.kind, matching_site.functional_area_id FROM matching_site
    WHERE matching_site.district_code IS NULL
      AND (matching_site.point IS NULL OR EXISTS (SELECT FROM district WHERE ST_Intersects(district.boundary, matching_site.point))))`,
  sql`districts_of_parts AS MATERIALIZED (
    SELECT part.parent_id AS id, array_agg(DISTINCT part.district_code) AS codes FROM site part
    WHERE part.parent_id IN (SELECT site_without_district.id FROM site_without_district) GROUP BY part.parent_id
      HAVING bool_and(part.district_code IS NOT NULL))`,
  sql`districts_of_area AS MATERIALIZED (SELECT area_id, array_agg(district_code) AS codes FROM functional_area_district
    GROUP BY area_id)`,
  sql`possible_district_codes AS MATERIALIZED (
    SELECT site_without_district.id, site_without_district.kind,
      coalesce(districts_of_parts.codes, districts_of_area.codes, (SELECT array_agg(district.code) FROM district)) AS codes
    FROM site_without_district LEFT JOIN districts_of_parts ON districts_of_parts.id = site_without_district.id
      LEFT JOIN districts_of_area ON districts_of_area.area_id = site_without_district.functional_area_id)`,
  sql`possible_district AS MATERIALIZED (
    SELECT matching_site.id, matching_site.kind, matching_site.district_code AS code, true AS certain FROM matching_site
      WHERE matching_site.district_code IS NOT NULL
    UNION ALL SELECT possible_district_codes.id, possible_district_codes.kind, each.code,
      cardinality(possible_district_codes.codes) = 1 FROM possible_district_codes
      CROSS JOIN LATERAL unnest(possible_district_codes.codes) AS each(code))`,
];

/**
 * The numbers of sites of the city, and of those that no record places in one district, as the CTE `city_site_count`, by kind; and
 * of those that no record places in one functional area, as `city_area_count`, which reads `known_area` (areas-of-sites.ts). Sites
 * with a recorded district are counted without their ids, since each is one row.
 */
export const cityCountCtes: readonly Sql[] = [
  sql`city_site_count AS MATERIALIZED (
    SELECT counted.kind, sum(counted.sites)::bigint AS sites, sum(counted.without_district)::bigint AS without_district FROM (
      SELECT matching_site.kind, count(*) AS sites, 0 AS without_district FROM matching_site
        WHERE matching_site.district_code IS NOT NULL GROUP BY matching_site.kind
      UNION ALL SELECT possible_district_codes.kind, count(*),
        count(*) FILTER (WHERE cardinality(possible_district_codes.codes) > 1) FROM possible_district_codes
        WHERE cardinality(possible_district_codes.codes) > 0 GROUP BY possible_district_codes.kind) counted
    GROUP BY counted.kind)`,
  sql`city_area_count AS MATERIALIZED (
    SELECT possible_district.kind, count(DISTINCT possible_district.id) AS without_area FROM possible_district
    WHERE possible_district.id NOT IN (SELECT known_area.id FROM known_area WHERE known_area.certain) GROUP BY possible_district.kind)`,
];

/** The same CTEs where no sites are counted. */
export const emptyCityCountCtes: readonly Sql[] = [
  sql`city_site_count AS (SELECT NULL::site_kind AS kind, 0 AS sites, 0 AS without_district WHERE false)`,
  sql`city_area_count AS (SELECT NULL::site_kind AS kind, 0 AS without_area WHERE false)`,
];
