import { readCoordinatePair } from "../../server/contract/coordinate-pair.ts";
import type { Box } from "../../server/contract/filter-parts.ts";
import { fixedDigits } from "../../server/contract/quantities.ts";
import { fromGcj02, fromGrid, type LonLat, toGcj02, toGrid } from "../core/coordinates.ts";

/** The ways to write a position: degrees of WGS-84, degrees of GCJ-02, metres of CGCS2000 / 3-degree Gauss-Krueger CM 114E (EPSG:4547). */
export const coordinateSystems = ["wgs84", "gcj02", "grid"] as const;
export type CoordinateSystem = (typeof coordinateSystems)[number];

/** A WGS-84 position as it is written: "114.30000, 30.60000" (longitude first), or "3386666.3, 528770.2" (northing first). */
export function formatPosition(position: LonLat, system: CoordinateSystem): string {
  if (system === "grid") return toGrid(position).map(metres).join(", ");
  return (system === "gcj02" ? toGcj02(position) : position).map(degrees).join(", ");
}

const degrees = (value: number): string => fixedDigits(value, 5);
const metres = (value: number): string => fixedDigits(value, 1);

export type ParsedPosition = { position: [number, number] } | { problem: "notTwo" | "outside" };

/**
 * What was typed, as a WGS-84 position within the box: two numbers in either order, for longitude and latitude (northing and easting)
 * cannot be mistaken for each other there. Brackets, degree signs and compass letters are allowed. Degrees among metres are WGS-84.
 */
export function parsePosition(text: string, system: CoordinateSystem, within: Box): ParsedPosition {
  const numbers = readCoordinatePair(text);
  if (!numbers) return { problem: "notTwo" };
  const [one, other] = numbers;
  const candidates = ([system, "wgs84"] as const).flatMap((each) => [toWgs84([one, other], each), toWgs84([other, one], each)]);
  const position = candidates.slice(0, system === "grid" ? 4 : 2).find((each) => isInside(each, within));
  return position ? { position } : { problem: "outside" };
}

function toWgs84(numbers: LonLat, system: CoordinateSystem): [number, number] {
  if (system === "grid") return fromGrid(numbers);
  return system === "gcj02" ? fromGcj02(numbers) : [numbers[0], numbers[1]];
}

function isInside([lon, lat]: LonLat, [west, south, east, north]: Box): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
