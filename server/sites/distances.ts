// What a filter by distance or area leaves open: how far the sites are that it leaves out, which it finds only because points are
// approximate, and which have no point at all.
import type { ResultWithDistances } from "../contract/distance-notes.ts";
import type { Reader } from "../database/pool.ts";
import { type Sql, sql, wholeNumber } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import type { Row } from "../graphql/fields.ts";
import { areaOf, type Certainty, greatestError, isInArea } from "./area-distances.ts";
import type { SiteFilter } from "./filter.ts";
import { aliasOfNeighbour, geographyOf, isNeighbour, meetsNeighbour, siteConditions } from "./filter-sql.ts";

const UncertainSite = builder.objectRef<Row>("UncertainSite");
UncertainSite.implement({
  description: "A site of which the accuracy of the points leaves open whether it is within the distance and the area.",
  fields: (t) => ({
    slug: t.string({ description: "Its slug.", resolve: (row) => row.slug as never }),
    nameZh: t.string({ description: "Name in Chinese.", resolve: (row) => row.nameZh as never }),
    nameEn: t.string({ description: "Name in English.", resolve: (row) => row.nameEn as never }),
    isCounted: t.boolean({
      description: "Whether its point is within, so that it meets the filter.",
      resolve: (row) => row.isCounted as never,
    }),
  }),
});

const MAX_UNCERTAIN = 100;

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
    uncertain: t.field({
      type: [UncertainSite],
      description: `The possible sites that are not certain, by their Chinese names; at most ${MAX_UNCERTAIN}.`,
      resolve: (row) => row.uncertain as never,
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

/**
 * The distances as a JSON object, with the names of uncertain sites where they are selected; NULL for a filter without distance and
 * area. Those of filters inside the filter are ignored.
 */
export function siteDistances(filter: SiteFilter, selected: ReadonlySet<string> = new Set()): Sql {
  const { near, nearKind } = filter;
  const area = areaOf(filter);
  if (!near && !nearKind && !area) return sql`NULL::json`;
  const nearest = nearestOf(filter, area?.others ?? filter);
  const anywhere = siteConditions({ ...(area?.others ?? filter), near: null, nearKind: null }, site);
  const within = (certainty: Certainty): Sql => isWithin(filter, area !== undefined, certainty);
  const count = (certainty: Certainty): Sql => sql`(SELECT count(*) FROM site WHERE ${anywhere} AND ${within(certainty)})`;
  const uncertain = sql`(SELECT coalesce(json_agg(named), '[]'::json) FROM (
    SELECT site.slug, site.name_zh AS "nameZh", site.name_en AS "nameEn", ${siteConditions(filter, site)} AS "isCounted"
    FROM site WHERE ${anywhere} AND ${within("POSSIBLY")} AND NOT (${within("CERTAINLY")})
    ORDER BY site.sort_zh, site.id LIMIT ${wholeNumber(MAX_UNCERTAIN)}) named)`;
  return sql`(SELECT json_build_object('nearestKm', round((${nearest.metres} / 1000)::numeric, 3),
    'withoutPoint', (SELECT count(*) FROM site WHERE site.point IS NULL AND ${siteConditions(nearest.others, site)}),
    'certain', ${count("CERTAINLY")}, 'possible', ${count("POSSIBLY")},
    'uncertain', ${selected.has("uncertain") ? uncertain : sql`NULL::json`},
    'neighboursWithoutPoint', ${nearKind ? neighboursWithoutPoint(nearKind) : sql`0`})
    FROM (SELECT ${area?.shape ?? sql`NULL::geometry`} AS shape OFFSET 0) filter_area)`;
}

/** The distances of a filter, read by themselves; null for a filter without distance and area. */
export async function readDistances(database: Reader, filter: SiteFilter): Promise<ResultWithDistances["distances"]> {
  if (!filter.near && !filter.nearKind && !areaOf(filter)) return null;
  const [row] = await database.rows<Pick<ResultWithDistances, "distances">>(sql`SELECT ${siteDistances(filter)} AS distances`);
  return row?.distances ?? null;
}

/** The condition on `site` that it is within all distances and areas of the filter, with the accuracy of all points for or against it. */
function isWithin({ near, nearKind }: SiteFilter, hasArea: boolean, certainty: Certainty): Sql {
  const withError = (metres: Sql, accuracy: Sql): Sql =>
    certainty === "CERTAINLY" ? sql`${metres} + (${accuracy})` : sql`${metres} - (${accuracy})`;
  const isNear = (distance: Sql, accuracy: Sql, withinKm: number): Sql =>
    sql`${withError(distance, accuracy)} <= ${withinKm * 1000}::float8`;
  const isNearPoint = ({ point, withinKm }: NonNullable<SiteFilter["near"]>): Sql =>
    sql`ST_DWithin(site.point::geography, ${geographyOf(point)}, ${withinKm * 1000}::float8 + ${greatestError})
      AND ${isNear(sql`ST_Distance(site.point::geography, ${geographyOf(point)})`, sql`site.point_accuracy_m`, withinKm)}`;
  const inArea = hasArea ? isInArea(shape, site, certainty) : sql`true`;
  const nearPoint = near ? sql`${inArea} AND ${isNearPoint(near)}` : inArea;
  if (!nearKind) return nearPoint;
  const other = aliasOfNeighbour(site);
  const distance = sql`ST_Distance(${other}.point::geography, site.point::geography)`;
  return sql`${nearPoint} AND EXISTS (SELECT FROM site ${other} WHERE ${isNeighbour(nearKind, other, site)}
    AND ST_DWithin(${other}.point::geography, site.point::geography, ${nearKind.withinKm * 1000}::float8 + 2 * ${greatestError})
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
