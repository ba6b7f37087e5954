// Makes a tile with one statement. On PostgreSQL, PostGIS encodes the tile (ST_AsMVT). The embedded PostGIS is built without that
// function: it returns the same features as rows, and they are encoded here.
import type { Reader } from "../database/pool.ts";
import { sql } from "../database/sql.ts";
import type { SiteFilter } from "../sites/filter.ts";
import { areaFeatures } from "./areas.ts";
import { encodeTile, type TileFeature } from "./encode.ts";
import { TILE_UNITS, type Tile } from "./grid.ts";
import { type Layer, layers } from "./layers.ts";
import { pointFeatures } from "./points.ts";

/** A tile of a layer as MVT bytes; an empty array if the tile has no features. */
export async function makeTile(database: Reader, name: string, tile: Tile, filter: SiteFilter): Promise<Uint8Array> {
  const layer = layers[name] as Layer;
  const features =
    layer.geometry === "point" ? pointFeatures(layer, tile, filter) : areaFeatures(layer, tile, filter, database.hasAsMvtGeom);
  if (database.hasAsMvtGeom) {
    const tileQuery = sql`SELECT ST_AsMVT(features, ${name}, ${TILE_UNITS}, 'geometry', 'id') AS tile FROM (${features}) features`;
    const [row] = await database.rows<{ tile: Buffer }>(tileQuery);
    return row?.tile ?? new Uint8Array();
  }
  const rows = sql`SELECT id, to_jsonb(features) - 'id' - 'geometry' AS properties, ST_AsGeoJSON(geometry, 0)::json AS geometry
    FROM (${features}) features`;
  return encodeTile(name, await database.rows<TileFeature>(rows));
}

/** The bounds of the features of a layer that meet the filter, in degrees, as a member of TileJSON; no member if there are none. */
export async function boundsOf(database: Reader, layer: Layer, filter: SiteFilter): Promise<{ bounds?: number[] }> {
  const [row] = await database.rows<{ bounds: number[] | null }>(sql`
    SELECT ARRAY[ST_XMin(extent), ST_YMin(extent), ST_XMax(extent), ST_YMax(extent)] AS bounds
    FROM (SELECT ST_Extent(${layer.column}) AS extent FROM ${layer.table} row0 WHERE ${layer.conditions(filter)}) features
      WHERE extent IS NOT NULL`);
  return row?.bounds ? { bounds: row.bounds } : {};
}
