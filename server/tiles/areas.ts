import { type Sql, sql } from "../database/sql.ts";
import type { SiteFilter } from "../sites/filter.ts";
import { BUFFER_UNITS, bufferedBox, TILE_UNITS, type Tile } from "./grid.ts";
import type { AreaLayer } from "./layers.ts";

/** The features of a tile: id, properties, and geometry in units of the tile, clipped to tile and buffer. */
export function areaFeatures(layer: AreaLayer, tile: Tile, filter: SiteFilter, hasAsMvtGeom: boolean): Sql {
  // The layer's SQL calls the row of its table `row0`, as the filter's does.
  const { table, column, id, properties } = layer;
  const geometry = hasAsMvtGeom ? byPostgis(column, tile) : inTileUnits(column, tile);
  return sql`SELECT * FROM (SELECT ${id} AS id, ${properties}, ${geometry} AS geometry
    FROM ${table} row0 WHERE ${layer.conditions(filter)} AND ${column} && ${bufferedBox(tile)} ORDER BY ${id}) features
    WHERE geometry IS NOT NULL AND NOT ST_IsEmpty(geometry)`;
}

const byPostgis = (column: Sql, { z, x, y }: Tile): Sql =>
  sql`ST_AsMVTGeom(ST_Transform(${column}, 3857), ST_TileEnvelope(${z}, ${x}, ${y}), ${TILE_UNITS}, ${BUFFER_UNITS})`;

// Replaces ST_AsMVTGeom where PostGIS is built without it: transforms to Web Mercator, moves and scales so that the tile reaches from 0
// to TILE_UNITS with y downwards, clips to the buffer, rounds to whole units, and orients the rings as the format requires.
function inTileUnits(column: Sql, { z, x, y }: Tile): Sql {
  const circumference = 2 * Math.PI * 6378137;
  const scale = (TILE_UNITS * 2 ** z) / circumference;
  const inTileGrid = sql`ST_Affine(ST_Transform(${column}, 3857), ${scale}::float8, 0, 0, ${-scale}::float8,
    ${TILE_UNITS * (2 ** z / 2 - x)}::float8, ${TILE_UNITS * (2 ** z / 2 - y)}::float8)`;
  const clipped = sql`ST_ClipByBox2D(${inTileGrid},
    ST_MakeBox2D(ST_MakePoint(${-BUFFER_UNITS}, ${-BUFFER_UNITS}),
    ST_MakePoint(${TILE_UNITS + BUFFER_UNITS}, ${TILE_UNITS + BUFFER_UNITS})))`;
  return sql`ST_ForcePolygonCCW(ST_SnapToGrid(${clipped}, 1))`;
}
