import type { FeatureCollection, Position } from "geojson";
import type { SourceSpecification } from "maplibre-gl";
import type { Filter } from "../../server/contract/site-filter.ts";
import { filterQuery } from "../address/filter.ts";
import { type AreaFilter, areaPolygons } from "./area.ts";
import { circleRing } from "./geometry.ts";
import { type OverlayInput, type OverlayName, overlaySources } from "./overlay-sources.ts";
import type { PlacedSite } from "./spread.ts";

export interface DistrictName {
  code: string;
  nameZh: string;
  nameEn: string;
  /** The label point, WGS-84. */
  point: Position;
}

/** The files of the embedded basemap, each a source of its own. */
export const embeddedBasemapSources = ["rivers", "landmarks", "metro-lines", "metro-stations"] as const;
type EmbeddedBasemapSource = (typeof embeddedBasemapSources)[number];

/** Tile addresses name the data version, so that nothing stale is ever drawn. The worker needs them whole. */
export function tileAddress(origin: string, layer: "districts" | "sites", tiles: string, filter?: Filter): string {
  const query = filter ? filterQuery(filter) : "";
  return `${origin}/tiles/${layer}/${tiles}/{z}/{x}/{y}.mvt${query && `?${query}`}`;
}

export interface SourceInput {
  origin: string;
  tiles: string;
  filter: Filter;
  /** The areas to be drawn: the filter's, but for the one that is being changed. */
  area: AreaFilter;
  /** Addresses of the GeoJSON files of the embedded basemap. */
  embeddedBasemapFiles: Record<EmbeddedBasemapSource, string>;
  districts: readonly DistrictName[];
  /** Sites whose circle of uncertainty is drawn strongly: the chosen one and the one under the pointer. */
  pointedSites: readonly Pick<PlacedSite, "point" | "accuracyM">[];
  /** The overlays of the slices. */
  overlays: OverlayInput;
}

type AtlasSources = Record<
  "districts" | EmbeddedBasemapSource | "district-names" | "pointed" | "area" | "sites" | OverlayName,
  SourceSpecification
>;

/** All sources of the map. Sites and districts are identified by slug and code, as in the list and the address. */
export function atlasSources({
  origin,
  tiles,
  filter,
  area,
  embeddedBasemapFiles,
  districts,
  pointedSites,
  overlays,
}: SourceInput): AtlasSources {
  return {
    districts: { type: "vector", tiles: [tileAddress(origin, "districts", tiles)], maxzoom: 12, promoteId: "code" },
    rivers: { type: "geojson", data: embeddedBasemapFiles.rivers },
    landmarks: { type: "geojson", data: embeddedBasemapFiles.landmarks },
    "metro-lines": { type: "geojson", data: embeddedBasemapFiles["metro-lines"] },
    "metro-stations": { type: "geojson", data: embeddedBasemapFiles["metro-stations"] },
    "district-names": { type: "geojson", data: districtNames(districts) },
    ...overlaySources(overlays),
    // Unsimplified, or a circle would get corners.
    area: { type: "geojson", tolerance: 0, data: polygons(areaPolygons(area)) },
    pointed: { type: "geojson", data: polygons(pointedSites.map(({ point, accuracyM }) => [circleRing(point, accuracyM)])) },
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

function polygons(list: readonly Position[][][]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: list.map((coordinates) => ({ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates } })),
  };
}
