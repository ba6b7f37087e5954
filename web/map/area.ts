import type { Polygon, Position } from "geojson";
import { type Box, KM_BOUNDS } from "../../server/contract/filter-parts.ts";
import type { Filter } from "../../server/contract/site-filter.ts";
import { distanceKm, geodesicCircle, ringAreaKm2 } from "./geodesic.ts";

/** How an area is drawn, and what it stays when it is drawn again. */
export const shapes = ["circle", "rectangle", "polygon"] as const;
export type Shape = (typeof shapes)[number];

/** One drawn area: a closed ring in degrees (WGS-84), counted from the north clockwise where it is a circle. */
export interface DrawnArea {
  shape: Shape;
  ring: Position[];
}

/** The parts of the filter that an area on the map can be. */
export type AreaFilter = Pick<Filter, "near" | "bbox" | "within">;
export const noArea: AreaFilter = { near: null, bbox: null, within: null };

/** Radius of a circle: below the smallest nothing could be clicked; the largest is the filter's. */
export const RADIUS_KM = { min: 0.01, max: KM_BOUNDS.max };

/** The filter's area in a form that can be edited; null without one, and for areas of several parts or with holes. */
export function drawnArea({ near, bbox, within }: AreaFilter): DrawnArea | null {
  if (near) return { shape: "circle", ring: geodesicCircle([...near.point], near.withinKm, 64) };
  if (bbox) return { shape: "rectangle", ring: boxRing(bbox) };
  const ring = within?.type === "Polygon" && within.coordinates.length === 1 ? within.coordinates[0] : undefined;
  return ring && ring.length > 3 ? { shape: "polygon", ring } : null;
}

/** What was drawn as a part of the filter, with 6 decimals (0.1 m). */
export function areaFilter({ shape, ring }: DrawnArea): Partial<AreaFilter> {
  if (shape === "polygon") return { within: { type: "Polygon", coordinates: [ring.map(roundPosition)] } };
  const [west, south, east, north] = boxOf(ring);
  if (shape === "rectangle")
    return { bbox: [round(wrapLongitude(west)), round(south), round(wrapLongitude(east)), round(north)] };
  const { centre, km } = circleOf(ring);
  const [lon = 0, lat = 0] = roundPosition(centre);
  return { near: { point: [lon, lat], withinKm: Number(Math.min(RADIUS_KM.max, Math.max(RADIUS_KM.min, km)).toFixed(3)) } };
}

/** Sizes of what is drawn: the radius of a circle in km, and the area in km2. */
interface Size {
  radiusKm: number | null;
  areaKm2: number;
}

export function sizeOf({ shape, ring }: DrawnArea): Size {
  // A circle of 64 corners is 0.16 percent smaller than the circle itself.
  if (shape === "circle") return circleSize(circleOf(ring));
  return { radiusKm: null, areaKm2: ringAreaKm2(shape === "rectangle" ? boxRing(boxOf(ring), 16) : ring) };
}

function circleSize({ centre, km }: { centre: Position; km: number }): Size {
  return { radiusKm: km, areaKm2: ringAreaKm2(geodesicCircle(centre, km, 720)) };
}

/** The filter's areas as polygons to be drawn under the sites. */
export function areaPolygons({ near, bbox, within }: AreaFilter): Polygon["coordinates"][] {
  return [
    ...(near ? [[geodesicCircle([...near.point], near.withinKm, 144)]] : []),
    ...(bbox ? [[boxRing(bbox)]] : []),
    ...(within?.type === "Polygon" ? [within.coordinates] : (within?.coordinates ?? [])),
  ];
}

/** The box around the filter's areas; null without one. */
export function areaBox(areas: AreaFilter): Box | null {
  const points = areaPolygons(areas).flat(2);
  return points.length > 0 ? boxOf(points) : null;
}

/** The box around a ring or an area, to go to. */
export function boxOf(ring: readonly Position[]): Box {
  const [lons, lats] = [ring.map(([lon = 0]) => lon), ring.map(([, lat = 0]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Centre and radius: the centre lies half way between north and south, the radius is the one to the easternmost corner. */
function circleOf(ring: readonly Position[]): { centre: Position; km: number } {
  const [west, south, east, north] = boxOf(ring);
  const centre = [(west + east) / 2, (south + north) / 2];
  const lats = [distanceKm(centre, [(west + east) / 2, north]), distanceKm(centre, [east, (south + north) / 2])];
  return { centre, km: Math.max(...lats) };
}

/** The ring of a box; its sides follow parallels, so that each must have more corners where its area is to be exact. */
function boxRing([west, south, limit, north]: Box, steps = 1): Position[] {
  // Across the antimeridian the map continues beyond 180.
  const east = west > limit ? limit + 360 : limit;
  const along = (from: Position, to: Position) =>
    Array.from({ length: steps }, (_, step) => from.map((value, axis) => value + (((to[axis] ?? value) - value) * step) / steps));
  const corners: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  return [...corners.flatMap((corner, index) => along(corner, corners[(index + 1) % 4] ?? corner)), [west, south]];
}

/** A longitude within -180 to 180; the map continues beyond. */
const wrapLongitude = (lon: number): number => (Math.abs(lon) > 180 ? lon - 360 * Math.round(lon / 360) : lon);
const round = (value: number): number => Number(value.toFixed(6));
const roundPosition = (position: Position): Position => position.slice(0, 2).map(round);
