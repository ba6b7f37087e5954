// The site filter as one SQL condition: the only place where its parts become SQL. Its aliases must differ from those that callers use
// for sites, which they would otherwise hide.

import { type ListName, listNames } from "../contract/filter-lists.ts";
import { type PartName, partNames } from "../contract/filter-parts.ts";
import type { Expression } from "../cql2/expression.ts";
import { inBox } from "../cql2/sql.ts";
import { makeValid } from "../database/geometry.ts";
import { empty, join, raw, type Sql, sql } from "../database/sql.ts";
import { containsRequiredWords } from "../database/text-search.ts";
import { type Area, isKnownValid } from "../geometry/area.ts";
import type { Box } from "../geometry/box.ts";
import type { FigureRangeInput, SiteFilter } from "./filter.ts";
import { listParts } from "./filter-lists.ts";
import { cqlCondition } from "./properties.ts";

type Conditions = { [Name in PartName]: (value: NonNullable<SiteFilter[Name]>, row: Sql) => Sql };

/** The condition of each part. A part of the contract that is missing here does not compile. */
const partConditions: Conditions = {
  text: (words, row) => (words ? containsRequiredWords(words, row) : sql`true`),
  hasLocation: (located, row) => sql`(${row}.point IS NOT NULL) = ${located}`,
  maxAccuracyM: (metres, row) => sql`${row}.point_accuracy_m <= ${metres}::float8`,
  bbox: (box, row) => inBox(sql`${row}.point`, box as Box),
  near: ({ point, withinKm }, row) => sql`ST_DWithin(${row}.point::geography, ${geographyOf(point)}, ${withinKm * 1000})`,
  within: (area, row) => sql`ST_Intersects(${row}.point, ${areaGeometry(area as Area)})`,
  nearKind: nearAnother,
  cql: (expression, row) => cqlCondition(expression as Expression, row, "cql"),
  and: (filters, row) => allOf(filters.map((each) => siteConditions(each, row))),
  or: (filters, row) => (filters.length > 0 ? anyOf(filters, row) : sql`false`),
  // All sites that the inner filter does not select, including those for which it is NULL, such as sites without a status.
  not: (filter, row) => sql`(${siteConditions(filter, row)}) IS NOT TRUE`,
};

/** The condition of a checked filter on rows of `site` with the alias `row`; `true` for an empty filter. */
export function siteConditions(filter: SiteFilter, row: Sql): Sql {
  const lists = listNames.flatMap((name) => {
    const values = filter[name];
    return values ? [listParts[name].condition(row, values)] : [];
  });
  const figureRanges = filter.figures?.map((range) => hasFigureIn(range, row)) ?? [];
  const parts = partNames.flatMap((name) => {
    const value = filter[name] ?? null;
    return value === null ? [] : [(partConditions[name] as (value: unknown, row: Sql) => Sql)(value, row)];
  });
  return allOf([...lists, ...figureRanges, ...parts]);
}

const allOf = (conditions: readonly Sql[]): Sql => join([sql`true`, ...conditions], " AND ");

const anyOf = (filters: readonly SiteFilter[], row: Sql): Sql =>
  sql`(${join(
    filters.map((each) => sql`(${siteConditions(each, row)})`),
    " OR ",
  )})`;

type Neighbour = NonNullable<SiteFilter["nearKind"]>;

function nearAnother(neighbour: Neighbour, row: Sql): Sql {
  const other = aliasOfNeighbour(row);
  return sql`EXISTS (SELECT FROM site ${other} WHERE ${isNeighbour(neighbour, other, row)}
    AND ST_DWithin(${other}.point::geography, ${row}.point::geography, ${neighbour.withinKm * 1000}))`;
}

/** An alias for the neighbours of a row: one of its own in each filter within a filter. */
export const aliasOfNeighbour = (row: Sql): Sql => raw(`near_${row.sql}`);

/** The condition on rows of `site` with the alias `other` that one is another site of the kind and level that meets the filter, however far. */
export const isNeighbour = (neighbour: Omit<Neighbour, "withinKm">, other: Sql, row: Sql): Sql =>
  sql`${meetsNeighbour(neighbour, other)} AND ${other}.id <> ${row}.id`;

/** The same of any site, the row itself included. */
export function meetsNeighbour({ kind, level, where }: Omit<Neighbour, "withinKm">, other: Sql): Sql {
  const levelCondition = level ? sql` AND ${listParts.hubLevels.condition(other, [level])}` : empty;
  const meets = where ? sql` AND ${siteConditions(where, other)}` : empty;
  return sql`${other}.kind = ${kind}::site_kind${levelCondition}${meets}`;
}

// Bounds stay bounds: "more than 50" is at least 50, and is not at most 1000. "About 50" counts as 50.
function hasFigureIn({ indicator, year, atLeast, atMost }: FigureRangeInput, row: Sql): Sql {
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

// The figure of a year: the first by precedence among those within it.
const ofYear = (indicator: string, year: number, row: Sql): Sql => sql`(
  SELECT figure.value, figure.value_max, figure.qualifier FROM outcome figure
  WHERE figure.site_id = ${row}.id AND figure.indicator_id = ${indicator} AND figure.superseded_at IS NULL
    AND figure.period_start >= make_date(${year}::int, 1, 1) AND figure.period_end <= make_date(${year}::int, 12, 31)
  ORDER BY figure.precedence LIMIT 1) figure WHERE true`;

/** A GeoJSON area as geometry (EPSG:4326), repaired where its edges cross (filter-lookups.ts reports it). */
export const areaGeometry = (area: Area): Sql => (isKnownValid(area) ? drawnGeometry(area) : makeValid(drawnGeometry(area)));

/** A GeoJSON area as it was drawn (EPSG:4326). */
export const drawnGeometry = (area: Area): Sql => sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(area)}), 4326)`;

/** A position as geography. */
export const geographyOf = ([longitude, latitude]: readonly number[]): Sql =>
  sql`ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326)::geography`;

/** The sites that meet the filter, as the CTE `matching_site` of a query. */
export const matchingSites = (filter: SiteFilter): Sql => sql`matching_site AS MATERIALIZED (${matching(filter)})`;

/**
 * The same for a query that reads it once or twice: a filter that only compares columns of `site` is applied each time, which is cheaper than a
 * copy, and lets the planner know how many sites there are.
 */
export const matchingSitesReadTwice = (filter: SiteFilter): Sql =>
  comparesColumnsOnly(filter) ? sql`matching_site AS NOT MATERIALIZED (${matching(filter)})` : matchingSites(filter);

const matching = (filter: SiteFilter): Sql => sql`
  SELECT site.id, site.slug, site.kind, site.district_code, site.functional_area_id, site.point FROM site
    WHERE ${siteConditions(filter, sql`site`)}`;

const columnParts: readonly string[] = [
  ...(["kinds", "districts", "functionalAreas", "statuses", "confidences"] satisfies ListName[]),
  ...(["hasLocation", "maxAccuracyM", "bbox"] satisfies PartName[]),
];

const comparesColumnsOnly = (filter: SiteFilter): boolean =>
  Object.entries(filter).every(([part, value]) => (value ?? null) === null || columnParts.includes(part));
