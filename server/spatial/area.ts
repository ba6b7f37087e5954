// The size of the area that a filter covers.

import { type Sql, sql } from "../database/sql.ts";
import type { Area } from "../geometry/area.ts";
import { type Box, widthOf } from "../geometry/box.ts";
import type { SiteFilter } from "../sites/filter.ts";
import { areaGeometry } from "../sites/filter-sql.ts";

// The ellipsoid of WGS-84: semi-axes in km (NIMA TR8350.2).
const SEMI_MAJOR_KM = 6378.137;
const SEMI_MINOR_KM = 6356.752314245;
const ECCENTRICITY = Math.sqrt(1 - (SEMI_MINOR_KM / SEMI_MAJOR_KM) ** 2);

/**
 * Area in km2 that a filter covers, as SQL: that of `within`, else the circle, else the box, else the districts; null if it has none.
 * The edges of `within` are straight on the map, not on the globe, so long edges first get a point per degree.
 */
export function drawnArea(filter: SiteFilter): Sql {
  if (filter.within) return sql`(ST_Area(ST_Segmentize(${areaGeometry(filter.within as Area)}, 1)::geography) / 1e6)`;
  if (filter.near) return sql`${circleArea(filter.near.withinKm)}::float8`;
  if (filter.bbox) return sql`${boxArea(filter.bbox as Box)}::float8`;
  if (filter.districts) return sql`(SELECT sum(area_km2)::float8 FROM district WHERE code = ANY(${filter.districts}))`;
  return sql`NULL::float8`;
}

/** Area in km2 of a circle on the ground, computed on the sphere with the mean radius of the ellipsoid: exact to 0.01 % up to 500 km. */
function circleArea(radiusKm: number): number {
  const radius = (2 * SEMI_MAJOR_KM + SEMI_MINOR_KM) / 3;
  return 2 * Math.PI * radius ** 2 * (1 - Math.cos(radiusKm / radius));
}

/** Area in km2 between two meridians and two parallels of the ellipsoid (Snyder, Map Projections, 1987, eq. 3-12). */
function boxArea(box: Box): number {
  const [, south, , north] = box;
  const areaUpTo = (latitude: number): number => {
    const x = ECCENTRICITY * Math.sin((latitude * Math.PI) / 180);
    return (SEMI_MINOR_KM ** 2 / (2 * ECCENTRICITY)) * (x / (1 - x ** 2) + Math.atanh(x));
  };
  return (widthOf(box) * Math.PI * (areaUpTo(north) - areaUpTo(south))) / 180;
}
