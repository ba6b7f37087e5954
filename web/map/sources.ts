import type { FeatureCollection, Position } from "geojson";
import type { SourceSpecification } from "maplibre-gl";
import type { Filter } from "../core/filter.ts";
import { writeFilter } from "../core/filter.ts";
import { circleRing } from "./geometry.ts";
import type { PlacedSite } from "./spread.ts";

export interface DistrictName {
  code: string;
  nameZh: string;
  nameEn: string;
  /** Where the name stands, WGS-84. */
  point: Position;
}

/** The basemap's own files, which the page carries with it. */
export interface Basemap {
  rivers: FeatureCollection;
  /** Address of the landmarks' GeoJSON. */
  landmarks: string;
}

/** Tile addresses name the data version, so that nothing stale is ever drawn. The worker needs them whole. */
export function tileAddress(origin: string, layer: "districts" | "sites", tiles: string, filter?: Filter): string {
  const query = filter ? writeFilter(filter).map(([name, value]) => `${name}=${encodeURIComponent(value)}`) : [];
  return `${origin}/tiles/${layer}/${tiles}/{z}/{x}/{y}.mvt${query.length > 0 ? `?${query.join("&")}` : ""}`;
}

export interface SourceInput {
  origin: string;
  tiles: string;
  filter: Filter;
  basemap: Basemap;
  districts: readonly DistrictName[];
  /** Sites whose circle of uncertainty is drawn strongly: the chosen one and the one under the pointer. */
  pointed: readonly Pick<PlacedSite, "point" | "accuracyM">[];
}

export type AtlasSources = Record<
  "districts" | "rivers" | "landmarks" | "district-names" | "pointed" | "near" | "sites",
  SourceSpecification
>;

/** Everything the map draws from. Sites and districts are known by slug and code, which the list and the address use too. */
export function atlasSources({ origin, tiles, filter, basemap, districts, pointed }: SourceInput): AtlasSources {
  const near = filter.near && circleRing([filter.near.lon, filter.near.lat], filter.near.km * 1000);
  return {
    districts: { type: "vector", tiles: [tileAddress(origin, "districts", tiles)], maxzoom: 12, promoteId: "code" },
    rivers: { type: "geojson", data: basemap.rivers },
    landmarks: { type: "geojson", data: basemap.landmarks },
    "district-names": { type: "geojson", data: districtNames(districts) },
    near: { type: "geojson", data: rings(near ? [near] : []) },
    pointed: { type: "geojson", data: rings(pointed.map(({ point, accuracyM }) => circleRing(point, accuracyM))) },
    sites: { type: "vector", tiles: [tileAddress(origin, "sites", tiles, filter)], maxzoom: 14, promoteId: "slug" },
  };
}

function districtNames(districts: readonly DistrictName[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: districts.map(({ point, ...properties }) => ({
      type: "Feature",
      properties,
      geometry: { type: "Point", coordinates: [...point] },
    })),
  };
}

function rings(list: readonly Position[][]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: list.map((ring) => ({ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } })),
  };
}
