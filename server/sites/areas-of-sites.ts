// In which functional areas each site may lie. Few sites have a recorded one, and functional areas overlap districts and each other, so
// a count of the sites of an area has two ends, as that of a district has.
import { INDICATOR_SLUGS } from "../contract/city.ts";
import { type Sql, sql } from "../database/sql.ts";

/**
 * CTEs over `possible_district` (districts-of-sites.ts): `known_area` with the functional area that a site's own record names, or else the one
 * that is coextensive with its district, or those that the records of all its parts name; and `possible_area`, a row for each site of
 * the city and each area in which it may lie, `certain` if it is the only known one. A site may lie in any area of the districts in which it may lie. Only areas that statistics list apart from
 * each other, each with a share of the city's population, exclude one another.
 */
export const possibleAreaCtes: readonly Sql[] = [
  sql`known_area AS MATERIALIZED (
    SELECT matching_site.id, functional_area.id AS area_id, true AS certain FROM matching_site
      JOIN functional_area ON functional_area.id = coalesce(matching_site.functional_area_id,
        (SELECT coextensive.id FROM functional_area coextensive
        WHERE coextensive.coextensive_district_code = matching_site.district_code LIMIT 1))
    UNION SELECT part.parent_id, unnest(array_agg(DISTINCT part.functional_area_id)), count(DISTINCT part.functional_area_id) = 1
      FROM site part JOIN matching_site ON matching_site.id = part.parent_id AND matching_site.functional_area_id IS NULL
      GROUP BY part.parent_id HAVING bool_and(part.functional_area_id IS NOT NULL))`,
  sql`separate_area AS MATERIALIZED (
    SELECT DISTINCT functional_area_id AS area_id FROM outcome
    WHERE indicator_id = ${INDICATOR_SLUGS.populationShareOfCity} AND functional_area_id IS NOT NULL AND NOT synthetic
      AND superseded_at IS NULL)`,
  sql`possible_area AS MATERIALIZED (
    SELECT DISTINCT possible_district.id, possible_district.kind, known_area.area_id, known_area.certain FROM possible_district
      JOIN known_area ON known_area.id = possible_district.id
    UNION ALL SELECT DISTINCT possible_district.id, possible_district.kind, functional_area_district.area_id, false
      FROM possible_district JOIN functional_area_district ON functional_area_district.district_code = possible_district.code
    WHERE NOT EXISTS (SELECT FROM known_area WHERE known_area.id = possible_district.id
      AND (known_area.area_id = functional_area_district.area_id
      OR (known_area.area_id IN (SELECT separate_area.area_id FROM separate_area)
      AND functional_area_district.area_id IN (SELECT separate_area.area_id FROM separate_area)))))`,
];
