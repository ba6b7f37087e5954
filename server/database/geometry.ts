// Operations on geometries that all slices share.
import { type Sql, sql } from "./sql.ts";

/**
 * Repairs an area whose rings cross or overlap: each ring is repaired first, then shells are joined and holes cut out. Without
 * `structure`, PostGIS uses the even-odd rule, and a part inside another part becomes a hole.
 */
export const makeValid = (area: Sql): Sql =>
  sql`ST_CollectionExtract(ST_MakeValid(${area}, 'method=structure keepcollapsed=false'), 3)`;

/** RFC 7946 requires counter-clockwise exterior rings; those that PostGIS computes are clockwise. Other geometries are unchanged. */
export const forceCounterClockwise = (geometry: Sql): Sql => sql`ST_ForcePolygonCCW(${geometry})`;

/** A geometry as GeoJSON (RFC 7946), with seven decimals (about a centimetre). */
export const geojson = (geometry: Sql): Sql => pointGeojson(forceCounterClockwise(geometry));

/** The same of a point, which has no rings. */
export const pointGeojson = (point: Sql): Sql => sql`ST_AsGeoJSON(${point}, 7)::json`;
