// In which functional areas each site may lie. Few sites have a recorded one, and functional areas overlap districts and each other, so
// a count of the sites of an area has two ends, as that of a district has.
import { INDICATOR_SLUGS } from "../contract/city.ts";
import { type Sql, sql } from "../database/sql.ts";

/**
 * Tables over `possible_district` (districts-of-sites.ts): `known_area` with the functional area that a site's own record names, or else the one
 * that is coextensive with its district, or those that the records of all its parts name; and `possible_area`, a row for each site of
 * the city and each area in which it may lie, `certain` if it is the only known one. A site may lie in any area of the districts in which it may lie. Only areas that statistics list apart from
 * each other, each with a share of the city's population, exclude one another.
 */
export const possibleAreaTables: readonly Sql[] = [
  sql`known_area AS MATERIALIZED (
    SELECT m.id, a.id AS area_id, true AS certain FROM matching_site m
      JOIN functional_area a ON a.id = coalesce(m.functional_area_id, (SELECT c.id FROM functional_area c WHERE c.coextensive_district_code = m.district_code LIMIT 1))
    UNION SELECT p.parent_id, unnest(array_agg(DISTINCT p.functional_area_id)), count(DISTINCT p.functional_area_id) = 1
      FROM site p JOIN matching_site m ON m.id = p.parent_id AND m.functional_area_id IS NULL
      GROUP BY p.parent_id HAVING bool_and(p.functional_area_id IS NOT NULL))`,
  sql`separate_area AS MATERIALIZED (
    SELECT DISTINCT f.functional_area_id AS area_id FROM outcome f
    WHERE f.indicator_id = ${INDICATOR_SLUGS.populationShareOfCity} AND f.functional_area_id IS NOT NULL AND NOT f.synthetic AND f.superseded_at IS NULL)`,
  sql`possible_area AS MATERIALIZED (
    SELECT DISTINCT p.id, p.kind, k.area_id, k.certain FROM possible_district p JOIN known_area k ON k.id = p.id
    UNION ALL SELECT DISTINCT p.id, p.kind, l.area_id, false FROM possible_district p JOIN functional_area_district l ON l.district_code = p.code
    WHERE NOT EXISTS (SELECT FROM known_area k WHERE k.id = p.id AND (k.area_id = l.area_id
      OR (k.area_id IN (SELECT a.area_id FROM separate_area a) AND l.area_id IN (SELECT a.area_id FROM separate_area a)))))`,
];
