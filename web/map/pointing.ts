import type { Map as MapLibreMap, PointLike } from "maplibre-gl";
import { createContext } from "react";

/** A finger covers more than a pointer: how far around the spot symbols count as meant, in pixels. */
const reach = { pointer: 4, finger: 14 };

/** Slugs of the sites at a spot of the screen, topmost first. */
export function sitesAt(map: MapLibreMap, { x, y }: { x: number; y: number }, by: keyof typeof reach): string[] {
  const r = reach[by];
  const box: [PointLike, PointLike] = [
    [x - r, y - r],
    [x + r, y + r],
  ];
  const features = map.queryRenderedFeatures(box, { layers: ["sites"] });
  return [...new Set(features.map((feature) => String(feature.properties.slug)))];
}

/** Key of the group of sites at a spot, or null. */
export function groupAt(map: MapLibreMap, { x, y }: { x: number; y: number }): string | null {
  const [feature] = map.queryRenderedFeatures([x, y], { layers: ["cluster-alone", "cluster-discs", "group-fill"] });
  return feature ? String(feature.properties.key) : null;
}

/** Code of the district at a spot, or null outside the city. */
export function districtAt(map: MapLibreMap, { x, y }: { x: number; y: number }): string | null {
  const [feature] = map.queryRenderedFeatures([x, y], { layers: ["land"] });
  return feature ? String(feature.properties.code) : null;
}

/** Sites that are drawn as one circle, and its position on the map. */
export interface TileGroup {
  count: number;
  lon: number;
  lat: number;
}

/** The tile group at a spot, or null. */
export function tileGroupAt(map: MapLibreMap, { x, y }: { x: number; y: number }): TileGroup | null {
  const [feature] = map.queryRenderedFeatures([x, y], { layers: ["tile-groups"] });
  if (feature?.geometry.type !== "Point") return null;
  const [lon = 0, lat = 0] = feature.geometry.coordinates;
  return { count: Number(feature.properties.pointCount), lon, lat };
}

/** How many sites are on the screen now, those in tile groups too; and whether there are tile groups. */
export function countDrawn(map: MapLibreMap): { sites: number; hasTileGroups: boolean } {
  const single = new Set(map.queryRenderedFeatures({ layers: ["sites"] }).map((feature) => feature.properties.slug));
  const tileGroups = map.queryRenderedFeatures({ layers: ["tile-groups"] });
  const inTileGroups = tileGroups.reduce((sum, { properties }) => sum + Number(properties.pointCount), 0);
  return { sites: single.size + inTileGroups, hasTileGroups: tileGroups.length > 0 };
}

/** Whether some sites are drawn as tile groups now: only then the legend explains them. */
export const HasTileGroups = createContext(false);
