import type { Map as MapLibreMap, PointLike } from "maplibre-gl";

/** A finger covers more than a pointer: how far around the spot symbols count as meant, in pixels. */
const reach = { pointer: 4, finger: 14 };

/** Slugs of the sites at a spot of the screen, topmost first. */
export function sitesAt(map: MapLibreMap, { x, y }: { x: number; y: number }, by: keyof typeof reach): string[] {
  const r = reach[by];
  const box: [PointLike, PointLike] = [
    [x - r, y - r],
    [x + r, y + r],
  ];
  const found = map.queryRenderedFeatures(box, { layers: ["sites"] });
  return [...new Set(found.map((feature) => String(feature.properties.slug)))];
}

/** Code of the district at a spot, or null outside the city. */
export function districtAt(map: MapLibreMap, { x, y }: { x: number; y: number }): string | null {
  const [feature] = map.queryRenderedFeatures([x, y], { layers: ["land"] });
  return feature ? String(feature.properties.code) : null;
}

/** How many sites are on the screen now. */
export function countDrawn(map: MapLibreMap): number {
  return new Set(map.queryRenderedFeatures({ layers: ["sites"] }).map((feature) => feature.properties.slug)).size;
}
