import { VectorTile } from "@mapbox/vector-tile";
import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { FeatureCollection } from "geojson";
import Pbf from "pbf";
import { fromGcj02, toGcj02 } from "../../core/coordinates.ts";
import { shapeInDatum } from "../datum.ts";

export interface TileName {
  z: number;
  x: number;
  y: number;
}

/** Units along a side of a converted tile: what MapLibre works in, 0.25 m at zoom 14. */
const extent = 8192;
/** Features this far outside of a tile (in its units) are in it too, as the server has it. */
const buffer = 512;

/**
 * A tile of points in GCJ-02. The shift of some 600 m moves points over the edges of tiles, so all tiles are read from which points of
 * this one may come: at high zooms up to four. A point is read from the tile that contains it, never from another's margin.
 */
export async function movedPoints(tile: TileName, read: (tile: TileName) => Promise<Uint8Array>): Promise<Uint8Array> {
  const names = sourceTiles(tile);
  const sources = await Promise.all(names.map(read));
  const layers: Record<string, object[]> = {};
  sources.forEach((bytes, index) => {
    for (const [name, { features, extent: units }] of Object.entries(readPoints(bytes))) {
      layers[name] ??= [];
      for (const { x, y, ...feature } of features) {
        if (x < 0 || y < 0 || x >= units || y >= units) continue;
        const [col, row] = inTile(tile, toGcj02(positionOf(names[index] ?? tile, x / units, y / units)));
        if (Math.min(col, row) < -buffer || Math.max(col, row) > extent + buffer) continue;
        layers[name].push({ ...feature, type: 1, geometry: [[col, row]] });
      }
    }
  });
  return encode(layers);
}

/** Tiles of shapes in GCJ-02, cut again: the edges of the original tiles would show once they are moved. */
export function movedShapes(layer: string, shapes: FeatureCollection): (tile: TileName) => Uint8Array {
  const index = new GeoJSONVT(shapeInDatum(shapes, "GCJ-02"), { maxZoom: 14, indexMaxZoom: 5, extent, buffer, tolerance: 1 });
  return ({ z, x, y }) => encode({ [layer]: index.getTile(z, x, y)?.features ?? [] });
}

interface Points {
  extent: number;
  features: { id: number | undefined; tags: object; x: number; y: number }[];
}

function readPoints(bytes: Uint8Array): Record<string, Points> {
  const layers = Object.entries(new VectorTile(new Pbf(bytes)).layers);
  return Object.fromEntries(
    layers.map(([name, layer]) => {
      const tileFeatures = Array.from({ length: layer.length }, (_, index) => layer.feature(index));
      const features = tileFeatures.flatMap((feature) =>
        feature.type === 1
          ? feature.loadGeometry().flatMap((part) => part.map(({ x, y }) => ({ id: feature.id, tags: feature.properties, x, y })))
          : [],
      );
      return [name, { extent: layer.extent, features }];
    }),
  );
}

function encode(layers: Record<string, readonly object[]>): Uint8Array {
  const filled = Object.entries(layers).filter(([, features]) => features.length > 0);
  if (filled.length === 0) return new Uint8Array();
  const tiles = Object.fromEntries(filled.map(([name, features]) => [name, { features }]));
  return fromGeojsonVt(tiles as never, { version: 2, extent });
}

const radians = Math.PI / 180;

/** Degrees of a spot in a tile, given as shares of its sides from its upper left corner. */
function positionOf({ z, x, y }: TileName, col: number, row: number): [number, number] {
  const [east, south] = [(x + col) / 2 ** z, (y + row) / 2 ** z];
  return [east * 360 - 180, Math.atan(Math.sinh(Math.PI * (1 - 2 * south))) / radians];
}

/** A position in whole units of a tile. */
function inTile({ z, x, y }: TileName, [lon, lat]: readonly [number, number]): [number, number] {
  const east = (lon + 180) / 360;
  const south = (1 - Math.asinh(Math.tan(lat * radians)) / Math.PI) / 2;
  return [Math.round((east * 2 ** z - x) * extent), Math.round((south * 2 ** z - y) * extent)];
}

/** The tiles of WGS-84 that cover a tile of GCJ-02 and its margin. */
function sourceTiles(tile: TileName): TileName[] {
  const margin = buffer / extent;
  const corners = [-margin, 1 + margin].flatMap((col) =>
    [-margin, 1 + margin].map((row) => inTile({ z: tile.z, x: 0, y: 0 }, fromGcj02(positionOf(tile, col, row)))),
  );
  const range = (axis: 0 | 1) => {
    const tileIndexes = corners.map((corner) => Math.floor(corner[axis] / extent));
    const [first, last] = [Math.max(0, Math.min(...tileIndexes)), Math.min(2 ** tile.z - 1, Math.max(...tileIndexes))];
    return Array.from({ length: last - first + 1 }, (_, step) => first + step);
  };
  return range(0).flatMap((x) => range(1).map((y) => ({ z: tile.z, x, y })));
}
