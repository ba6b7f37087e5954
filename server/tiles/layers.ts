// The SQL of the tile layers, once for both databases. A layer names its rows and properties; the tile's geometry is
// either made by PostGIS (ST_AsMVT) or, where PostGIS is built without it, handed out in tile coordinates and encoded here.
import type { Reader } from "../core/database.ts";
import { raw, type Sql, sql } from "../core/sql.ts";
import { type SiteFilter, siteConditions } from "../sites/filter.ts";
import { EXTENT, encode, type TileFeature } from "./encode.ts";

// Symbols and labels reach over the edge of a tile: features this far outside (in tile units) are in it too.
const BUFFER = 256;

export interface Tile {
  z: number;
  x: number;
  y: number;
}

export interface Layer {
  /** Fields of its features, as TileJSON describes them. */
  fields: Record<string, string>;
  geometry: "point" | "boundary";
  /** Whether the site filter chooses its rows. */
  isFiltered: boolean;
  /** Rows under the alias `t0`: an integer id, the properties and the geometry's column. */
  rows: (filter: SiteFilter) => { id: Sql; properties: Sql; from: Sql };
}

export const layers: Record<string, Layer> = {
  sites: {
    fields: {
      slug: "Short name of the site",
      kind: "SERVICE_TRADE_PARK, EXPORT_BASE, BONDED_ZONE or LOGISTICS_HUB",
      nameZh: "Name in Chinese",
      nameEn: "Name in English",
      accuracyM: "Radius in metres within which the true place lies",
      confidence: "HIGH, MEDIUM or LOW: how sure the position is",
      level: "NATIONAL or INFRASTRUCTURE, for logistics hubs",
    },
    geometry: "point",
    isFiltered: true,
    rows: (filter) => ({
      id: sql`t0.id`,
      properties: sql`t0.slug, t0.kind::text AS kind, t0.name_zh AS "nameZh", t0.name_en AS "nameEn",
        t0.point_accuracy_m AS "accuracyM", t0.point_confidence::text AS confidence,
        (SELECT h.level::text FROM logistics_hub h WHERE h.site_id = t0.id) AS level`,
      from: sql`site t0 WHERE ${siteConditions(filter, sql`t0`)}`,
    }),
  },
  districts: {
    fields: { code: "GB/T 2260 code", nameZh: "Name in Chinese", nameEn: "Name in English" },
    geometry: "boundary",
    isFiltered: false,
    rows: () => ({
      id: sql`t0.code::int`,
      properties: sql`t0.code, t0.name_zh AS "nameZh", t0.name_en AS "nameEn"`,
      from: sql`district t0 WHERE true`,
    }),
  },
};

/** One tile of a layer as MVT bytes; empty where nothing is in it. */
export async function makeTile(
  database: Reader & { writesTiles: boolean },
  name: string,
  tile: Tile,
  filter: SiteFilter,
): Promise<Uint8Array> {
  const layer = layers[name] as Layer;
  const { id, properties, from } = layer.rows(filter);
  const column = sql`t0.${raw(layer.geometry)}`;
  const margin = sql`${BUFFER / EXTENT}::float8`;
  const wide = sql`ST_Transform(ST_TileEnvelope(${tile.z}, ${tile.x}, ${tile.y}, margin => ${margin}), 4326)`;
  const inside = sql`${from} AND ${column} && ${wide} ORDER BY ${id}`;
  if (database.writesTiles) {
    const [row] = await database.rows<{
      tile: Buffer;
    }>(sql`SELECT ST_AsMVT(f, ${name}, ${EXTENT}, 'geometry', 'id') AS tile FROM (
      SELECT ${id} AS id, ${properties}, ST_AsMVTGeom(ST_Transform(${column}, 3857), ST_TileEnvelope(${tile.z}, ${tile.x}, ${tile.y}), ${EXTENT}, ${BUFFER}) AS geometry
      FROM ${inside}) f WHERE geometry IS NOT NULL`);
    return row?.tile ?? new Uint8Array();
  }
  const features =
    await database.rows<TileFeature>(sql`SELECT id, to_jsonb(f) - 'id' - 'geometry' AS properties, ST_AsGeoJSON(geometry, 0)::json AS geometry FROM (
    SELECT ${id} AS id, ${properties}, ${inTileUnits(column, tile)} AS geometry FROM ${inside}) f WHERE NOT ST_IsEmpty(geometry)`);
  return encode(name, features);
}

// What ST_AsMVTGeom does: Web Mercator, moved and scaled so that the tile is 0 to EXTENT with y downwards, clipped to the
// buffer, on whole units; outer rings turn as the format wants them.
function inTileUnits(column: Sql, { z, x, y }: Tile): Sql {
  const circumference = 2 * Math.PI * 6378137;
  const scale = (EXTENT * 2 ** z) / circumference;
  const moved = sql`ST_Affine(ST_Transform(${column}, 3857), ${scale}::float8, 0, 0, ${-scale}::float8,
    ${EXTENT * (2 ** z / 2 - x)}::float8, ${EXTENT * (2 ** z / 2 - y)}::float8)`;
  const clipped = sql`ST_ClipByBox2D(${moved}, ST_MakeBox2D(ST_MakePoint(${-BUFFER}, ${-BUFFER}), ST_MakePoint(${EXTENT + BUFFER}, ${EXTENT + BUFFER})))`;
  return sql`ST_ForcePolygonCCW(ST_SnapToGrid(${clipped}, 1))`;
}
