// What every slice does with geometries alike.
import { type Sql, sql } from "./sql.ts";

/**
 * An area whose rings cross or overlap as the ground that they enclose: each ring by itself first, then shells joined and
 * holes cut out. Without `structure`, PostGIS counts crossings, and a part within another part becomes a hole.
 */
export const repaired = (area: Sql): Sql =>
  sql`ST_CollectionExtract(ST_MakeValid(${area}, 'method=structure keepcollapsed=false'), 3)`;

/** RFC 7946 wants exterior rings counter-clockwise; what PostGIS computes has them clockwise. Other geometries stay as they are. */
export const rightHanded = (geometry: Sql): Sql => sql`ST_ForcePolygonCCW(${geometry})`;

/** An RFC 7946 geometry, coordinates to seven decimals (about a centimetre). */
export const geojson = (geometry: Sql): Sql => sql`ST_AsGeoJSON(${rightHanded(geometry)}, 7)::json`;
