// Which sites are certainly and which possibly in the area of a filter, given the accuracy of their points.
import { type Sql, sql } from "../database/sql.ts";
import type { Area } from "../geometry/area.ts";
import type { Box } from "../geometry/box.ts";
import type { SiteFilter } from "./filter.ts";
import { areaGeometry } from "./filter-sql.ts";

/** Whatever the true positions are, or for some of them. */
export type Certainty = "CERTAINLY" | "POSSIBLY";

/** The largest error of any point, in metres: an index finds what is near with it, and an exact condition follows. */
export const greatestError = sql`(SELECT coalesce(max(any_site.point_accuracy_m), 0) FROM site any_site)`;

/** A longer side may pass a pole or half of the globe, where geography takes the other way round. */
const MAX_DEGREES = 90;

/**
 * The area of a filter as a geometry, and the filter without it; undefined without one, for a box across the antimeridian, and for one
 * that is far larger than a country. Of an area and a box it is the area.
 */
export function areaOf(filter: SiteFilter): { shape: Sql; others: SiteFilter } | undefined {
  const area = filter.within as Area | undefined;
  const box = area ? extentOf(area) : (filter.bbox as Box | null | undefined);
  if (!box || !isRegional(box)) return undefined;
  if (area) return { shape: areaGeometry(area), others: { ...filter, within: null } };
  const [west, south, east, north] = box;
  return { shape: sql`ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326)`, others: { ...filter, bbox: null } };
}

const isRegional = ([west, south, east, north]: Box): boolean =>
  west < east && south < north && east - west < MAX_DEGREES && north - south < MAX_DEGREES;

function extentOf(area: Area): Box {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [longitude, latitude] of area.type === "Polygon" ? area.coordinates.flat() : area.coordinates.flat(2)) {
    [west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
    [south, north] = [Math.min(south, latitude), Math.max(north, latitude)];
  }
  return [west, south, east, north];
}

/** The condition that a site is in the area, with the accuracy of its point for or against it. */
export function isInArea(area: Sql, site: Sql, certainty: Certainty): Sql {
  const isInside = sql`ST_Intersects(${site}.point, ${area})`;
  const isNear = (shape: Sql, metres: Sql): Sql => sql`ST_DWithin(${site}.point::geography, (${shape})::geography, ${metres})`;
  const accuracy = sql`${site}.point_accuracy_m`;
  if (certainty === "CERTAINLY") return sql`(${isInside} AND NOT ${isNear(sql`ST_Boundary(${area})`, accuracy)})`;
  return sql`(${isInside} OR (${isNear(area, greatestError)} AND ${isNear(area, accuracy)}))`;
}
