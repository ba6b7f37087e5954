// What a filter by distance or area leaves open: how far the sites are that it leaves out, which it finds only because points are
// approximate, and which have no point at all.
import type { MeasuredResult } from "../contract/distance-notes.ts";
import type { Reader } from "../database/pool.ts";
import { type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import type { Row } from "../graphql/fields.ts";
import { areaOf, type Certainty, greatestError, isInArea } from "./area-distances.ts";
import type { SiteFilter } from "./filter.ts";
import { aliasOfNeighbour, geographyOf, isNeighbour, meetsNeighbour, siteConditions } from "./filter-sql.ts";

export const SiteDistances = builder.objectRef<Row>("SiteDistances");
SiteDistances.implement({
  description:
    "Distances of the sites that meet all of the filter except its first part of these: `near`, `nearKind`, `within`, `bbox`. The distance to an area is 0 within it. `bbox` beside `within`, and an area of 90 degrees or more, count as exact.",
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
      description: "Number of sites that are certainly within the distance and the area, given the accuracy of the points.",
      resolve: (row) => row.certain as never,
    }),
    possible: t.int({
      description:
        "Number of sites that may be within the distance and the area, given the accuracy of the points; it includes the certain ones.",
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

/** The area of the filter in the statement, where it is made once. */
const shape = sql`filter_area.shape`;

/** The distance in metres of the nearest site, and the filter without the part that it is measured from. */
function nearestOf(filter: SiteFilter, others: SiteFilter): { metres: Sql; others: SiteFilter } {
  const { near, nearKind } = filter;
  if (near) {
    const notNear = { ...filter, near: null };
    return { metres: distanceTo(geographyOf(near.point), notNear), others: notNear };
  }
  if (!nearKind) return { metres: distanceTo(sql`${shape}::geography`, others), others };
  const notNear = { ...filter, nearKind: null };
  return {
    metres: sql`(SELECT min(${distanceToNeighbour(nearKind)}) FROM site WHERE ${siteConditions(notNear, site)})`,
    others: notNear,
  };
}

/** The distances as a JSON object; NULL for a filter without distance and area. Those of filters inside the filter are ignored. */
export function siteDistances(filter: SiteFilter): Sql {
  const { near, nearKind } = filter;
  const area = areaOf(filter);
  if (!near && !nearKind && !area) return sql`NULL::json`;
  const nearest = nearestOf(filter, area?.others ?? filter);
  const anywhere = siteConditions({ ...(area?.others ?? filter), near: null, nearKind: null }, site);
  const count = (certainty: Certainty): Sql =>
    sql`(SELECT count(*) FROM site WHERE ${anywhere} AND ${isWithin(filter, area !== undefined, certainty)})`;
  return sql`(SELECT json_build_object('nearestKm', round((${nearest.metres} / 1000)::numeric, 3),
    'withoutPoint', (SELECT count(*) FROM site WHERE site.point IS NULL AND ${siteConditions(nearest.others, site)}),
    'certain', ${count("CERTAINLY")}, 'possible', ${count("POSSIBLY")},
    'neighboursWithoutPoint', ${nearKind ? neighboursWithoutPoint(nearKind) : sql`0`})
    FROM (SELECT ${area?.shape ?? sql`NULL::geometry`} AS shape OFFSET 0) filter_area)`;
}

/** The distances of a filter, read by themselves; null for a filter without distance and area. */
export async function readDistances(database: Reader, filter: SiteFilter): Promise<MeasuredResult["distances"]> {
  if (!filter.near && !filter.nearKind && !areaOf(filter)) return null;
  const [row] = await database.rows<Pick<MeasuredResult, "distances">>(sql`SELECT ${siteDistances(filter)} AS distances`);
  return row?.distances ?? null;
}

/** The condition on `site` that it is within all distances and areas of the filter, with the accuracy of all points for or against it. */
function isWithin({ near, nearKind }: SiteFilter, hasArea: boolean, certainty: Certainty): Sql {
  const withError = (metres: Sql, accuracy: Sql): Sql =>
    certainty === "CERTAINLY" ? sql`${metres} + (${accuracy})` : sql`${metres} - (${accuracy})`;
  const isNear = (distance: Sql, accuracy: Sql, withinKm: number): Sql =>
    sql`${withError(distance, accuracy)} <= ${withinKm * 1000}::float8`;
  const isNearPoint = ({ point, withinKm }: NonNullable<SiteFilter["near"]>): Sql =>
    sql`ST_DWithin(site.point::geography, ${geographyOf(point)}, ${withinKm * 1000} + ${greatestError})
      AND ${isNear(sql`ST_Distance(site.point::geography, ${geographyOf(point)})`, sql`site.point_accuracy_m`, withinKm)}`;
  const inArea = hasArea ? isInArea(shape, site, certainty) : sql`true`;
  const nearPoint = near ? sql`${inArea} AND ${isNearPoint(near)}` : inArea;
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

const distanceToNeighbour = (nearKind: NonNullable<SiteFilter["nearKind"]>): Sql => {
  const other = aliasOfNeighbour(site);
  return leastDistance(other, sql`site.point::geography`, isNeighbour(nearKind, other, site));
};

const distanceTo = (target: Sql, others: SiteFilter): Sql => leastDistance(site, target, siteConditions(others, site));

// The index orders by distance on a sphere, which may swap sites that are nearly as far.
const leastDistance = (row: Sql, target: Sql, condition: Sql): Sql =>
  sql`(SELECT min(nearest.metres) FROM (SELECT ST_Distance(${row}.point::geography, ${target}) AS metres FROM site ${row}
    WHERE ${row}.point IS NOT NULL AND ${condition} ORDER BY ${row}.point::geography <-> ${target} LIMIT 5) nearest)`;
