import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { EXTENT } from "./grid.ts";

export interface TileFeature {
  /** A group of rows has none. */
  id: number | null;
  properties: Record<string, string | number | boolean | null>;
  /** In tile units. */
  geometry: { type: string; coordinates: unknown };
}

/** Features in tile units as the bytes of a vector tile (MVT 2.1) with one layer; no bytes for no features. */
export function encode(layer: string, features: readonly TileFeature[]): Uint8Array {
  const encoded = features.flatMap(({ id, properties, geometry }) => {
    const tags = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
    return parts(geometry).map(([type, coordinates]) => ({ ...(id !== null && { id }), type, tags, geometry: coordinates }));
  });
  if (encoded.length === 0) return new Uint8Array();
  return fromGeojsonVt({ [layer]: { features: encoded } } as never, { version: 2, extent: EXTENT });
}

// Type numbers of the format: 1 point, 3 polygon. A multipolygon is one feature with all rings behind each other.
function parts({ type, coordinates }: TileFeature["geometry"]): [number, unknown][] {
  if (type === "Point") return [[1, [coordinates]]];
  if (type === "Polygon") return [[3, coordinates]];
  return type === "MultiPolygon" ? [[3, (coordinates as unknown[][]).flat()]] : [];
}
