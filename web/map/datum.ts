import type { Geometry, Position } from "geojson";
import type { Map as MapLibreMap, SourceSpecification } from "maplibre-gl";
import type { Datum } from "../../server/contract/basemaps.ts";
import { fromGcj02, toGcj02 } from "../core/coordinates.ts";

// All data and addresses of the page are in WGS-84. Only the input of a map whose basemap is in GCJ-02 is moved
// there, and its output is moved back. CGCS2000 and WGS-84 agree to centimetres and need nothing.

/** WGS-84 to where it is drawn on a basemap of this datum, in degrees. */
export function toBasemapDatum(datum: Datum, point: Position): [number, number] {
  const [lon = 0, lat = 0] = point;
  return datum === "GCJ-02" ? toGcj02([lon, lat]) : [lon, lat];
}

/** A position on a basemap of this datum as WGS-84. */
function fromBasemapDatum(datum: Datum, point: Position): [number, number] {
  const [lon = 0, lat = 0] = point;
  return datum === "GCJ-02" ? fromGcj02([lon, lat]) : [lon, lat];
}

const datumOfMap = new WeakMap<MapLibreMap, Datum>();

/** Sets the datum of a map's basemap, once, before the map is used. */
export function setDatum(map: MapLibreMap, datum: Datum): void {
  datumOfMap.set(map, datum);
}

/** WGS-84 to what the methods of this map take. */
export function wgs84ToMap(map: MapLibreMap, point: Position): [number, number] {
  return toBasemapDatum(datumOfMap.get(map) ?? "WGS-84", point);
}

/** Output of this map (a click, its centre) as WGS-84. */
export function mapToWgs84(map: MapLibreMap, { lng, lat }: { lng: number; lat: number }): [number, number] {
  return fromBasemapDatum(datumOfMap.get(map) ?? "WGS-84", [lng, lat]);
}

/** The protocol by which tiles are converted on their way to the map; basemaps/gcj02.ts answers it. */
export const gcj02Protocol = "gcj02";

/** The atlas's own sources for a map in this datum: shapes moved, tiles requested by the protocol that moves them. */
export function sourcesInDatum<Sources extends Partial<Record<string, SourceSpecification>>>(
  sources: Sources,
  datum: Datum,
): Sources {
  if (datum !== "GCJ-02") return sources;
  return Object.fromEntries(
    Object.entries(sources).map(([id, source]) => [id, source && sourceInDatum(source, datum)]),
  ) as Sources;
}

function sourceInDatum(source: SourceSpecification, datum: Datum): SourceSpecification {
  if (source.type === "vector" && source.tiles) {
    return { ...source, tiles: source.tiles.map((address) => `${gcj02Protocol}://${address}`) };
  }
  if (source.type !== "geojson" || typeof source.data === "string") return source;
  return { ...source, data: shapeInDatum(source.data, datum) as typeof source.data };
}

type GeoJsonShape =
  | Geometry
  | { type: "Feature"; geometry: Geometry | null }
  | { type: "FeatureCollection"; features: readonly GeoJsonShape[] };

/** Any GeoJSON with every position moved to where it is drawn. */
export function shapeInDatum<Input extends GeoJsonShape | unknown>(shape: Input, datum: Datum): Input {
  const geojson = shape as GeoJsonShape;
  if (geojson.type === "FeatureCollection")
    return { ...geojson, features: geojson.features.map((each) => shapeInDatum(each, datum)) } as Input;
  if (geojson.type === "Feature")
    return { ...geojson, geometry: geojson.geometry && shapeInDatum(geojson.geometry, datum) } as Input;
  if (geojson.type === "GeometryCollection") {
    return { ...geojson, geometries: geojson.geometries.map((each) => shapeInDatum(each, datum)) } as Input;
  }
  return { ...geojson, coordinates: convertCoordinates(geojson.coordinates, datum) } as Input;
}

type NestedPositions = Position | readonly NestedPositions[];

function convertCoordinates(nested: NestedPositions, datum: Datum): NestedPositions {
  return typeof nested[0] === "number"
    ? toBasemapDatum(datum, nested as Position)
    : (nested as readonly NestedPositions[]).map((each) => convertCoordinates(each, datum));
}
