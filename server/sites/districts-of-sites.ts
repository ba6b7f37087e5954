// In which districts each site may lie. Some sites have no recorded district, so a count of the sites of a district has two ends: those
// that certainly lie in it, and all that may.
import { type Sql, sql } from "../database/sql.ts";

/**
 * Tables over `matching_site`: `possible_district`, a row for each site of the city and each district in which it may lie, `certain` if there is no
 * other. A site with a recorded district lies there. Otherwise a site whose parts all have one lies in those of its parts, a site of
 * a functional area in the districts that the area's own record names, and any other site in any district. Sites with a position
 * outside all districts are outside the city.
 */
export const possibleDistricts: readonly Sql[] = [
  sql`site_without_district AS MATERIALIZED (
    SELECT m.id, m.kind, m.functional_area_id FROM matching_site m
    WHERE m.district_code IS NULL AND (m.point IS NULL OR EXISTS (SELECT FROM district d WHERE ST_Intersects(d.boundary, m.point))))`,
  sql`districts_of_parts AS MATERIALIZED (
    SELECT p.parent_id AS id, array_agg(DISTINCT p.district_code) AS codes FROM site p
    WHERE p.parent_id IN (SELECT u.id FROM site_without_district u) GROUP BY p.parent_id HAVING bool_and(p.district_code IS NOT NULL))`,
  sql`districts_of_area AS MATERIALIZED (SELECT l.area_id, array_agg(l.district_code) AS codes FROM functional_area_district l GROUP BY l.area_id)`,
  sql`possible_district_codes AS MATERIALIZED (
    SELECT u.id, u.kind, coalesce(p.codes, a.codes, (SELECT array_agg(d.code) FROM district d)) AS codes
    FROM site_without_district u LEFT JOIN districts_of_parts p ON p.id = u.id LEFT JOIN districts_of_area a ON a.area_id = u.functional_area_id)`,
  sql`possible_district AS MATERIALIZED (
    SELECT m.id, m.kind, m.district_code AS code, true AS certain FROM matching_site m WHERE m.district_code IS NOT NULL
    UNION ALL SELECT o.id, o.kind, c.code, cardinality(o.codes) = 1 FROM possible_district_codes o CROSS JOIN LATERAL unnest(o.codes) AS c(code))`,
];

/**
 * The numbers of sites of the city, and of those that no record places in one district, as the table `city_site_count`, by kind; and of those
 * that no record places in one functional area, as `city_area_count`, which reads `known_area` (areas-of-sites.ts). Sites with a recorded
 * district are counted without their ids, since each is one row.
 */
export const cityCountTables: readonly Sql[] = [
  sql`city_site_count AS MATERIALIZED (
    SELECT c.kind, sum(c.sites)::bigint AS sites, sum(c.without_district)::bigint AS without_district FROM (
      SELECT m.kind, count(*) AS sites, 0 AS without_district FROM matching_site m WHERE m.district_code IS NOT NULL GROUP BY m.kind
      UNION ALL SELECT o.kind, count(*), count(*) FILTER (WHERE cardinality(o.codes) > 1) FROM possible_district_codes o
        WHERE cardinality(o.codes) > 0 GROUP BY o.kind) c
    GROUP BY c.kind)`,
  sql`city_area_count AS MATERIALIZED (
    SELECT p.kind, count(DISTINCT p.id) AS without_area FROM possible_district p
    WHERE p.id NOT IN (SELECT k.id FROM known_area k WHERE k.certain) GROUP BY p.kind)`,
];

/** The same tables where no sites are counted. */
export const noCityCounts: readonly Sql[] = [
  sql`city_site_count AS (SELECT NULL::site_kind AS kind, 0 AS sites, 0 AS without_district WHERE false)`,
  sql`city_area_count AS (SELECT NULL::site_kind AS kind, 0 AS without_area WHERE false)`,
];
