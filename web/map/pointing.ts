import type { MapGeoJSONFeature, Map as MapLibreMap, PointLike } from "maplibre-gl";
import { createContext } from "react";

type ScreenPoint = { x: number; y: number };
type Box = [PointLike, PointLike];

/**
 * Features drawn in the layers, topmost first, or null where MapLibre cannot tell. It throws where an answer about a tile's old content
 * overtook its new content ("Out of bounds", MapLibre's issue 8064); it keeps drawing the old content until the tile is fetched again.
 */
export function drawnFeatures(map: MapLibreMap, layers: string[], where?: PointLike | Box): MapGeoJSONFeature[] | null {
  try {
    return where ? map.queryRenderedFeatures(where, { layers }) : map.queryRenderedFeatures({ layers });
  } catch {
    const sources = new Set(layers.flatMap((id) => map.getLayer(id)?.source ?? []));
    for (const source of sources) map.refreshTiles(source);
    return null;
  }
}

/** The topmost feature of the layers at a spot. */
const featureAt = (map: MapLibreMap, { x, y }: ScreenPoint, layers: string[]) => drawnFeatures(map, layers, [x, y])?.[0];

/** A finger covers more than a pointer: how far around the point symbols count as hit, in pixels. */
const tolerancePixels = { pointer: 4, finger: 14 };

/** Slugs of the sites at a spot of the screen, topmost first. */
export function sitesAt(map: MapLibreMap, { x, y }: ScreenPoint, pointerKind: keyof typeof tolerancePixels): string[] {
  const tolerance = tolerancePixels[pointerKind];
  const box: Box = [
    [x - tolerance, y - tolerance],
    [x + tolerance, y + tolerance],
  ];
  const features = drawnFeatures(map, ["sites"], box) ?? [];
  return [...new Set(features.map((feature) => String(feature.properties.slug)))];
}

/** Key of the group of sites at a spot, or null. */
export function groupKeyAt(map: MapLibreMap, point: ScreenPoint): string | null {
  const feature = featureAt(map, point, ["cluster-alone", "cluster-discs", "group-fill"]);
  return feature ? String(feature.properties.key) : null;
}

/** Code of the district at a spot, or null outside the city. */
export function districtAt(map: MapLibreMap, point: ScreenPoint): string | null {
  const feature = featureAt(map, point, ["land"]);
  return feature ? String(feature.properties.code) : null;
}

/** Sites that are drawn as one circle, and its position on the map. */
export interface TileGroup {
  count: number;
  lon: number;
  lat: number;
}

/** The tile group at a spot, or null. */
export function tileGroupAt(map: MapLibreMap, point: ScreenPoint): TileGroup | null {
  const feature = featureAt(map, point, ["tile-groups"]);
  if (feature?.geometry.type !== "Point") return null;
  const [lon = 0, lat = 0] = feature.geometry.coordinates;
  return { count: Number(feature.properties.pointCount), lon, lat };
}

/** How many sites are on the screen now, those in tile groups too, and whether there are tile groups; null while that cannot be determined. */
export function countDrawn(map: MapLibreMap): { sites: number; hasTileGroups: boolean } | null {
  const [sites, tileGroups] = [drawnFeatures(map, ["sites"]), drawnFeatures(map, ["tile-groups"])];
  if (!sites || !tileGroups) return null;
  const drawnSlugs = new Set(sites.map((feature) => feature.properties.slug));
  const inTileGroups = tileGroups.reduce((sum, { properties }) => sum + Number(properties.pointCount), 0);
  return { sites: drawnSlugs.size + inTileGroups, hasTileGroups: tileGroups.length > 0 };
}

/** Whether some sites are drawn as tile groups now: only then the legend explains them. */
export const HasTileGroups = createContext(false);
