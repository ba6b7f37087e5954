import type { PaddingOptions } from "maplibre-gl";
import type { Box } from "../../server/contract/filter-parts.ts";
import { areaBox, boxOf } from "./area.ts";
import type { AtlasMapProps } from "./atlas-map-props.ts";
import { CITY_BOX, DISTRICT_ZOOM } from "./camera.ts";
import { nearestNeighbour } from "./neighbour-sites.ts";
import type { Overlays } from "./overlays.ts";

/** A box that is seen whole on paper (WGS-84), with room around it in CSS pixels, and no closer than a zoom. */
export interface PaperView {
  box: Box;
  padding?: PaddingOptions;
  maxZoom?: number;
}

/** Points at the edge of a box have their names within the picture, on any side of them. */
const NAME_ROOM = { top: 55, right: 110, bottom: 75, left: 110 };

/** The zoom of a single site: its neighbourhood, with the nearest landmarks with names. */
export const SITE_ZOOM = 11.4;

/** Several sites are told apart from a little nearer. */
export const viewOfPoints = (box: Box, maxZoom = 12): PaperView => ({ box, padding: NAME_ROOM, maxZoom });

const AREA_ROOM = { top: 16, right: 16, bottom: 16, left: 16 };

type Shown = Pick<AtlasMapProps, "filter" | "bounds" | "districts" | "sites" | "outlinedDistricts">;

/**
 * What paper shows of a map that the reader has not moved: the area of the filter, else its sites with the names of its districts and
 * with what they are near to, else the whole city, which colours of districts and a reach are about.
 */
export function viewOfResult(
  { filter, bounds, districts, sites, outlinedDistricts }: Shown,
  { values, uncoveredArea, neighbours }: Pick<Overlays, "values" | "uncoveredArea" | "neighbours">,
): PaperView {
  const area = areaBox(filter);
  if (area) return { box: area, padding: AREA_ROOM };
  if (!bounds || values || uncoveredArea) return { box: CITY_BOX };
  const labels = districts.filter(({ code }) => outlinedDistricts.includes(code)).map(({ point }) => point);
  const nearest = sites.flatMap(({ slug, point }) => nearestNeighbour(slug, point, neighbours)?.neighbour ?? []);
  const box = boxOf([bounds.slice(0, 2), bounds.slice(2), ...labels, ...nearest.map(({ point }) => point)]);
  return viewOfPoints(box, labels.length > 0 ? DISTRICT_ZOOM : SITE_ZOOM);
}
