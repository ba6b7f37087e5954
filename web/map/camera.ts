import type { Map as MapLibreMap, PaddingOptions } from "maplibre-gl";
import { SURROUNDINGS } from "../../server/contract/city.ts";
import type { Box } from "../../server/contract/filter-parts.ts";
import { type Camera, roundCamera } from "../address/parameters.ts";
import { fromMap, toMap } from "./datum.ts";

/** All districts, and room around them. */
export const wholeCity: Box = [113.69, 29.96, 115.09, 31.37];

/** The limits of panning: nothing is drawn outside. They extend to the south, where a phone's sheet covers the map. */
export const farthest: Box = SURROUNDINGS;

/** Padding between the shown box and the edge or a covering panel, in pixels. */
const margin = 16;

export function cameraOf(map: MapLibreMap): Camera {
  const [lon, lat] = fromMap(map, map.getCenter());
  return roundCamera({ zoom: map.getZoom(), lat, lon });
}

export function sameCamera(one: Camera, other: Camera): boolean {
  return one.zoom === other.zoom && one.lat === other.lat && one.lon === other.lon;
}

/** The width of the map's edges that panels cover: these mark themselves with data-covers-map and their edge. */
export function coveredEdges(container: HTMLElement): PaddingOptions {
  const frame = container.getBoundingClientRect();
  const edges = { top: margin, right: margin, bottom: margin, left: margin };
  for (const element of document.querySelectorAll<HTMLElement>("[data-covers-map]")) {
    const box = element.getBoundingClientRect();
    // Hidden, or beside the map, where the list of a wide window is.
    if (box.width === 0 || box.right <= frame.left) continue;
    if (element.dataset.coversMap === "right") edges.right = Math.max(edges.right, frame.right - box.left + margin);
    if (element.dataset.coversMap === "left") edges.left = Math.max(edges.left, box.right - frame.left + margin);
    if (element.dataset.coversMap === "top") edges.top = Math.max(edges.top, box.bottom - frame.top + margin);
    if (element.dataset.coversMap === "bottom") edges.bottom = Math.max(edges.bottom, frame.bottom - box.top + margin);
  }
  // A panel over a corner is ignored where the map is narrow, and so is a sheet that covers everything.
  if (edges.left + edges.right > frame.width * 0.65) edges.left = margin;
  if (edges.left + edges.right > frame.width * 0.9) edges.right = margin;
  if (edges.top + edges.bottom > frame.height * 0.9) edges.bottom = margin;
  return edges;
}

/** Marks the events of a move that is not the reader's: it is not written into the address. */
export const automatic = { automatic: true };
export const isAutomatic = (event: object): boolean => "automatic" in event;

interface BoxOptions {
  duration?: number;
  /** No closer than this. */
  maxZoom?: number;
  /** More room around it, beyond what panels cover. */
  room?: PaddingOptions | undefined;
  /** What the events of the move carry. */
  mark?: typeof automatic;
}

/** Shows a box in the part of the map that nothing covers. */
export function showBox(
  map: MapLibreMap,
  [west, south, east, north]: Box,
  { duration = 600, maxZoom = 13, room, mark }: BoxOptions = {},
) {
  const covered = coveredEdges(map.getContainer());
  const sum = (edge: keyof PaddingOptions) => (covered[edge] ?? 0) + (room?.[edge] ?? 0);
  const padding = { top: sum("top"), right: sum("right"), bottom: sum("bottom"), left: sum("left") };
  map.fitBounds([toMap(map, [west, south]), toMap(map, [east, north])], { padding, duration, maxZoom }, mark);
}

/** The part of the map that nothing covers, in pixels from its top left corner. */
function freePart(container: HTMLElement) {
  const { top = 0, right = 0, bottom = 0, left = 0 } = coveredEdges(container);
  const { width, height } = container.getBoundingClientRect();
  return { top, left, right: width - right, bottom: height - bottom, width, height };
}

/** Smaller than this (pixels) the free part is too small for the whole city. */
const smallest = 360;

/** Whether the free part has room for the whole city. */
export function hasRoomForCity(container: HTMLElement): boolean {
  const { top, left, right, bottom } = freePart(container);
  return right - left >= smallest && bottom - top >= smallest;
}

/** Brings a point into the part of the map that nothing covers, and moves no more than that needs. */
export function bringIntoView(
  map: MapLibreMap,
  point: readonly [number, number],
  { closest, mark }: { closest?: number | undefined; mark?: typeof automatic | undefined } = {},
) {
  const [lon, lat] = toMap(map, [...point]);
  const free = freePart(map.getContainer());
  const { x, y } = map.project([lon, lat]);
  const inside = x >= free.left && x <= free.right && y >= free.top && y <= free.bottom;
  if (inside && closest === undefined) return;
  const offset: [number, number] = [(free.left + free.right - free.width) / 2, (free.top + free.bottom - free.height) / 2];
  map.easeTo({ center: [lon, lat], zoom: Math.max(map.getZoom(), closest ?? 0), offset, duration: 600 }, mark);
}
