import type { Map as MapLibreMap, PaddingOptions } from "maplibre-gl";
import { SURROUNDINGS_BOX } from "../../server/contract/city.ts";
import type { Box } from "../../server/contract/filter-parts.ts";
import { type Camera, roundCamera } from "../address/parameters.ts";
import { mapToWgs84, wgs84ToMap } from "./datum.ts";

/** All districts, and room around them. */
export const CITY_BOX: Box = [113.69, 29.96, 115.09, 31.37];

/** Nearer than this the outline of a district is not seen around its sites. */
export const DISTRICT_ZOOM = 10.5;

/** The limits of panning: nothing is drawn outside. They extend to the south, where a phone's sheet covers the map. */
export const PAN_LIMITS: Box = SURROUNDINGS_BOX;

/** Padding between the shown box and the edge or a covering panel, in pixels. */
const MARGIN = 16;

export function cameraOf(map: MapLibreMap): Camera {
  const [lon, lat] = mapToWgs84(map, map.getCenter());
  return roundCamera({ zoom: map.getZoom(), lat, lon });
}

export function sameCamera(one: Camera, other: Camera): boolean {
  return one.zoom === other.zoom && one.lat === other.lat && one.lon === other.lon;
}

/** The width of the map's edges that panels cover: these mark themselves with data-covers-map and their edge. */
export function coveredEdges(container: HTMLElement): PaddingOptions {
  const mapRect = container.getBoundingClientRect();
  const edges = { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN };
  for (const element of document.querySelectorAll<HTMLElement>("[data-covers-map]")) {
    const panelRect = element.getBoundingClientRect();
    // Hidden, or beside the map, where the list of a wide window is.
    if (panelRect.width === 0 || panelRect.right <= mapRect.left) continue;
    if (element.dataset.coversMap === "right") edges.right = Math.max(edges.right, mapRect.right - panelRect.left + MARGIN);
    if (element.dataset.coversMap === "left") edges.left = Math.max(edges.left, panelRect.right - mapRect.left + MARGIN);
    if (element.dataset.coversMap === "top") edges.top = Math.max(edges.top, panelRect.bottom - mapRect.top + MARGIN);
    if (element.dataset.coversMap === "bottom") edges.bottom = Math.max(edges.bottom, mapRect.bottom - panelRect.top + MARGIN);
  }
  // A panel over a corner is ignored where the map is narrow, and so is a sheet that covers everything.
  if (edges.left + edges.right > mapRect.width * 0.65) edges.left = MARGIN;
  if (edges.left + edges.right > mapRect.width * 0.9) edges.right = MARGIN;
  if (edges.top + edges.bottom > mapRect.height * 0.9) edges.bottom = MARGIN;
  return edges;
}

/** Marks the events of a move that is not the reader's: it is not written into the address. */
export const AUTOMATIC_MOVE = { automatic: true };
export const isAutomatic = (event: object): boolean => "automatic" in event;

interface BoxOptions {
  duration?: number;
  /** No closer than this. */
  maxZoom?: number;
  /** More room around it, beyond what panels cover. */
  extraPadding?: PaddingOptions | undefined;
  /** What the events of the move carry. */
  eventData?: typeof AUTOMATIC_MOVE;
}

/** Shows a box in the part of the map that nothing covers. */
export function showBox(
  map: MapLibreMap,
  [west, south, east, north]: Box,
  { duration = 600, maxZoom = 13, extraPadding, eventData }: BoxOptions = {},
) {
  const coveredPadding = coveredEdges(map.getContainer());
  const sum = (edge: keyof PaddingOptions) => (coveredPadding[edge] ?? 0) + (extraPadding?.[edge] ?? 0);
  const padding = { top: sum("top"), right: sum("right"), bottom: sum("bottom"), left: sum("left") };
  map.fitBounds([wgs84ToMap(map, [west, south]), wgs84ToMap(map, [east, north])], { padding, duration, maxZoom }, eventData);
}

/** The part of the map that nothing covers, in pixels from its top left corner. */
function uncoveredPart(container: HTMLElement) {
  const { top = 0, right = 0, bottom = 0, left = 0 } = coveredEdges(container);
  const { width, height } = container.getBoundingClientRect();
  return { top, left, right: width - right, bottom: height - bottom, width, height };
}

/** Smaller than this (pixels) the free part is too small for the whole city. */
const MIN_CITY_PIXELS = 360;

/** Whether the free part has room for the whole city. */
export function hasRoomForCity(container: HTMLElement): boolean {
  const { top, left, right, bottom } = uncoveredPart(container);
  return right - left >= MIN_CITY_PIXELS && bottom - top >= MIN_CITY_PIXELS;
}

/** Brings a point into the part of the map that nothing covers, and moves no more than that needs. */
export function bringIntoView(
  map: MapLibreMap,
  point: readonly [number, number],
  { minZoom, eventData }: { minZoom?: number | undefined; eventData?: typeof AUTOMATIC_MOVE | undefined } = {},
) {
  const [lon, lat] = wgs84ToMap(map, [...point]);
  const uncovered = uncoveredPart(map.getContainer());
  const { x, y } = map.project([lon, lat]);
  const isInside = x >= uncovered.left && x <= uncovered.right && y >= uncovered.top && y <= uncovered.bottom;
  if (isInside && minZoom === undefined) return;
  const offset: [number, number] = [
    (uncovered.left + uncovered.right - uncovered.width) / 2,
    (uncovered.top + uncovered.bottom - uncovered.height) / 2,
  ];
  map.easeTo({ center: [lon, lat], zoom: Math.max(map.getZoom(), minZoom ?? 0), offset, duration: 600 }, eventData);
}
