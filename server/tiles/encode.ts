import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { TILE_UNITS } from "./grid.ts";

export interface TileFeature {
  /** null for a group of sites. */
  id: number | null;
  properties: Record<string, string | number | boolean | null>;
  /** In tile units. */
  geometry: { type: string; coordinates: unknown };
}

/** Encodes features in tile units as a vector tile (MVT 2.1) with one layer; an empty array if there are no features. */
export function encodeTile(layer: string, features: readonly TileFeature[]): Uint8Array {
  const encoded = features.flatMap(({ id, properties, geometry }) => {
    const tags = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
    return geometriesOf(geometry).map(([type, coordinates]) => ({
      ...(id !== null && { id }),
      type,
      tags,
      geometry: coordinates,
    }));
  });
  if (encoded.length === 0) return new Uint8Array();
  return fromGeojsonVt({ [layer]: { features: encoded } } as never, { version: 2, extent: TILE_UNITS });
}

// Geometry types of the format: 1 is a point, 3 a polygon. The rings of a multipolygon form one list.
function geometriesOf({ type, coordinates }: TileFeature["geometry"]): [number, unknown][] {
  if (type === "Point") return [[1, [coordinates]]];
  if (type === "Polygon") return [[3, coordinates]];
  return type === "MultiPolygon" ? [[3, (coordinates as unknown[][]).flat()]] : [];
}
