// The site filter as one SQL condition: the only place where its parts become SQL. Aliases in here are words that no question
// gives to its sites: one of the same name would hide theirs.

import { inBox } from "../cql2/sql.ts";
import { repaired } from "../database/geometry.ts";
import { named } from "../database/named.ts";
import { empty, join, type Sql, sql } from "../database/sql.ts";
import type { Area } from "../geometry/area.ts";
import type { Box } from "../geometry/box.ts";
import type { FigureCondition, SiteFilter } from "./filter.ts";
import { listNames, listParts } from "./filter-lists.ts";
import { cqlCondition } from "./properties.ts";

/** The conditions as SQL over rows of `site` under the alias `row`; `true` for an empty filter. */
export function siteConditions(filter: SiteFilter, row: Sql): Sql {
  const conditions = [sql`true`];
  for (const list of listNames) {
    const values = filter[list];
    if (values) conditions.push(listParts[list].holds(row, values));
  }
  if (typeof filter.hasLocation === "boolean") conditions.push(sql`(${row}.point IS NOT NULL) = ${filter.hasLocation}`);
  if (filter.text) conditions.push(named(filter.text, row));
  if (filter.bbox) conditions.push(inBox(sql`${row}.point`, filter.bbox as Box));
  if (filter.within) conditions.push(sql`ST_Intersects(${row}.point, ${areaGeometry(filter.within as Area)})`);
  if (filter.near) {
    conditions.push(sql`ST_DWithin(${row}.point::geography, ${geographyOf(filter.near.point)}, ${filter.near.withinKm * 1000})`);
  }
  if (filter.nearKind) conditions.push(nearAnother(filter.nearKind, row));
  for (const figure of filter.figures ?? []) conditions.push(hasFigure(figure, row));
  if (typeof filter.cql === "string") conditions.push(cqlCondition(filter.cql, row, "cql"));
  for (const each of filter.and ?? []) conditions.push(siteConditions(each, row));
  if (filter.or) conditions.push(filter.or.length > 0 ? anyOf(filter.or, row) : sql`false`);
  // All that the inner filter does not choose, including what it cannot decide (a missing status).
  if (filter.not) conditions.push(sql`(${siteConditions(filter.not, row)}) IS NOT TRUE`);
  return join(conditions, " AND ");
}

const anyOf = (filters: readonly SiteFilter[], row: Sql): Sql =>
  sql`(${join(
    filters.map((each) => sql`(${siteConditions(each, row)})`),
    " OR ",
  )})`;

const nearAnother = ({ kind, withinKm }: { kind: string; withinKm: number }, row: Sql): Sql =>
  sql`EXISTS (SELECT FROM site other WHERE other.kind = ${kind}::site_kind AND other.id <> ${row}.id
    AND ST_DWithin(other.point::geography, ${row}.point::geography, ${withinKm * 1000}))`;

// Bounds stay bounds: "more than 50" is at least 50, and is not at most 1000. "About 50" counts as 50.
function hasFigure({ indicator, year, atLeast, atMost }: FigureCondition, row: Sql): Sql {
  const lower =
    typeof atLeast === "number"
      ? sql` AND figure.value >= ${atLeast}::numeric AND figure.qualifier NOT IN ('AT_MOST', 'LESS_THAN')
        AND (figure.qualifier <> 'NEARLY' OR figure.value > ${atLeast}::numeric)`
      : empty;
  const upper =
    typeof atMost === "number"
      ? sql` AND coalesce(figure.value_max, figure.value) <= ${atMost}::numeric AND figure.qualifier NOT IN ('AT_LEAST', 'MORE_THAN')`
      : empty;
  const figure =
    typeof year === "number"
      ? ofYear(indicator, year, row)
      : sql`latest_figure standing JOIN observation figure ON figure.id = standing.observation_id
        WHERE standing.site_id = ${row}.id AND standing.indicator_id = ${indicator}`;
  return sql`EXISTS (SELECT FROM ${figure}${lower}${upper})`;
}

// The figure that stands for a year: the first among those that lie within it.
const ofYear = (indicator: string, year: number, row: Sql): Sql => sql`(
  SELECT figure.value, figure.value_max, figure.qualifier FROM outcome figure
  WHERE figure.site_id = ${row}.id AND figure.indicator_id = ${indicator} AND figure.superseded_at IS NULL
    AND figure.period_start >= make_date(${year}::int, 1, 1) AND figure.period_end <= make_date(${year}::int, 12, 31)
  ORDER BY figure.precedence LIMIT 1) figure WHERE true`;

/** A GeoJSON area as geometry (EPSG:4326), repaired where its edges cross (filter-lookups.ts reports it). */
export const areaGeometry = (area: Area): Sql => repaired(drawnGeometry(area));

/** A GeoJSON area as it was drawn (EPSG:4326). */
export const drawnGeometry = (area: Area): Sql => sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(area)}), 4326)`;

/** A position as geography. */
export const geographyOf = ([longitude, latitude]: readonly number[]): Sql =>
  sql`ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326)::geography`;

/** The sites that meet the filter, as the table `matched` of a question. */
export const matched = (filter: SiteFilter): Sql => sql`matched AS MATERIALIZED (
  SELECT s.id, s.slug, s.kind, s.district_code, s.functional_area_id, s.point FROM site s WHERE ${siteConditions(filter, sql`s`)})`;
