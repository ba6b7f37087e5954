// What a filter by distance leaves open: how far the sites are that it leaves out, which it finds only because points are approximate,
// and which have no point at all.
import type { MeasuredResult } from "../contract/distance-notes.ts";
import type { Reader } from "../database/pool.ts";
import { type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import type { Row } from "../graphql/fields.ts";
import type { SiteFilter } from "./filter.ts";
import { aliasOfNeighbour, geographyOf, isNeighbour, meetsNeighbour, siteConditions } from "./filter-sql.ts";

export const SiteDistances = builder.objectRef<Row>("SiteDistances");
SiteDistances.implement({
  description: "Distances of the sites that meet all of the filter except `near` (or except `nearKind`, if it has no `near`).",
  fields: (t) => ({
    nearestKm: t.float({
      nullable: true,
      description: "Geodesic distance in km of the nearest; empty if none has a published location.",
      resolve: (row) => row.nearestKm as never,
    }),
    withoutPoint: t.int({
      description: "Number of them without a published location, at an unknown distance.",
      resolve: (row) => row.withoutPoint as never,
    }),
    certain: t.int({
      description: "Number of sites that are certainly within the distance, given the accuracy of the points.",
      resolve: (row) => row.certain as never,
    }),
    possible: t.int({
      description:
        "Number of sites that may be within the distance, given the accuracy of the points; it includes the certain ones.",
      resolve: (row) => row.possible as never,
    }),
    neighboursWithoutPoint: t.int({
      description:
        "Number of sites that `nearKind` refers to but that have no published location; no site can be matched as near them.",
      resolve: (row) => row.neighboursWithoutPoint as never,
    }),
  }),
});

const site = sql`site`;

/** The distances as a JSON object; NULL for a filter without a distance. Those of filters inside the filter are ignored. */
export function siteDistances(filter: SiteFilter): Sql {
  const { near, nearKind } = filter;
  const metres = near
    ? sql`ST_Distance(site.point::geography, ${geographyOf(near.point)})`
    : nearKind && distanceToNeighbour(nearKind);
  if (!metres) return sql`NULL::json`;
  const others = near ? { ...filter, near: null } : { ...filter, nearKind: null };
  const anyDistance = { ...filter, near: null, nearKind: null };
  return sql`(SELECT json_build_object('nearestKm', round((min(${metres}) / 1000)::numeric, 3), 'withoutPoint',
    count(*) FILTER (WHERE site.point IS NULL),
    'certain', (SELECT count(*) FROM site WHERE ${siteConditions(anyDistance, site)} AND ${isWithin(filter, "CERTAINLY")}),
    'possible', (SELECT count(*) FROM site WHERE ${siteConditions(anyDistance, site)} AND ${isWithin(filter, "POSSIBLY")}),
    'neighboursWithoutPoint', ${nearKind ? neighboursWithoutPoint(nearKind) : sql`0`})
    FROM site WHERE ${siteConditions(others, site)})`;
}

/** The distances of a filter, read by themselves; null for a filter without a distance. */
export async function readDistances(database: Reader, filter: SiteFilter): Promise<MeasuredResult["distances"]> {
  if (!filter.near && !filter.nearKind) return null;
  const [row] = await database.rows<Pick<MeasuredResult, "distances">>(sql`SELECT ${siteDistances(filter)} AS distances`);
  return row?.distances ?? null;
}

/** The condition on `site` that it is within all distances of the filter, with the accuracy of all points for or against it. */
function isWithin({ near, nearKind }: SiteFilter, certainty: "CERTAINLY" | "POSSIBLY"): Sql {
  const withError = (metres: Sql, accuracy: Sql): Sql =>
    certainty === "CERTAINLY" ? sql`${metres} + (${accuracy})` : sql`${metres} - (${accuracy})`;
  const isNear = (distance: Sql, accuracy: Sql, withinKm: number): Sql =>
    sql`${withError(distance, accuracy)} <= ${withinKm * 1000}::float8`;
  // The index finds what is near with the largest error of any point; the exact condition follows.
  const greatestError = sql`(SELECT max(any_site.point_accuracy_m) FROM site any_site)`;
  const isNearPoint = ({ point, withinKm }: NonNullable<SiteFilter["near"]>): Sql =>
    sql`ST_DWithin(site.point::geography, ${geographyOf(point)}, ${withinKm * 1000} + ${greatestError})
      AND ${isNear(sql`ST_Distance(site.point::geography, ${geographyOf(point)})`, sql`site.point_accuracy_m`, withinKm)}`;
  const nearPoint = near ? isNearPoint(near) : sql`true`;
  if (!nearKind) return nearPoint;
  const other = aliasOfNeighbour(site);
  const distance = sql`ST_Distance(${other}.point::geography, site.point::geography)`;
  return sql`${nearPoint} AND EXISTS (SELECT FROM site ${other} WHERE ${isNeighbour(nearKind, other, site)}
    AND ST_DWithin(${other}.point::geography, site.point::geography, ${nearKind.withinKm * 1000} + 2 * ${greatestError})
    AND ${isNear(distance, sql`site.point_accuracy_m + ${other}.point_accuracy_m`, nearKind.withinKm)})`;
}

/** Every site has another neighbour than itself, so only the kind and the conditions count. */
const neighboursWithoutPoint = (nearKind: NonNullable<SiteFilter["nearKind"]>): Sql =>
  sql`(SELECT count(*) FROM site neighbour WHERE neighbour.point IS NULL AND ${meetsNeighbour(nearKind, sql`neighbour`)})`;

// The index orders by distance on a sphere, which may swap sites that are nearly as far.
const distanceToNeighbour = (nearKind: NonNullable<SiteFilter["nearKind"]>, other = aliasOfNeighbour(site)): Sql =>
  sql`(SELECT min(nearest.metres) FROM (
    SELECT ST_Distance(${other}.point::geography, site.point::geography) AS metres FROM site ${other}
    WHERE ${other}.point IS NOT NULL AND ${isNeighbour(nearKind, other, site)}
    ORDER BY ${other}.point::geography <-> site.point::geography LIMIT 5) nearest)`;
