// What one part of the filter may look like in an address: as the server reads it (server/sites/filter-address.ts), within the
// server's bounds (server/sites/filter.ts). Each reader gives null for what it does not understand.
import type { MultiPolygon, Polygon } from "geojson";
import { siteKinds } from "../../server/contract/kinds.ts";
import type { Box, FigureRange, Near, NearKind } from "./filter.ts";

/** A request's head may have 16 KB; an area, a condition or a filter within the filter must leave room for all else in it. */
export const longestPart = 14_000;

/** A decimal number, with an exponent or without, between the two bounds. */
export function readNumber(text: string | undefined, low: number, high: number): number | null {
  if (text === undefined || !/^\s*[-+]?[\d.]+(e[-+]?\d+)?\s*$/i.test(text)) return null;
  // Minus zero is written as zero, and has to be read as what is written.
  const number = Number(text) + 0;
  return number >= low && number <= high ? number : null;
}

export function readBox(text: string): Box | null {
  const parts = text.split(",");
  // Six numbers have a height after each corner, which means nothing on a map.
  const numbers = parts.length === 6 ? parts.filter((_, index) => index % 3 !== 2) : parts;
  const heights = parts.length === 6 ? [parts[2], parts[5]] : [];
  const [west, south, east, north] = numbers.map((part, index) => readNumber(part, index % 2 ? -90 : -180, index % 2 ? 90 : 180));
  if (numbers.length !== 4 || heights.some((height) => readNumber(height, -Infinity, Infinity) === null)) return null;
  if (west == null || south == null || east == null || north == null || south > north) return null;
  return [west, south, east, north];
}

export function readNear(text: string): Near | null {
  const parts = text.split(",");
  if (parts.length !== 3) return null;
  const [lon, lat, km] = [readNumber(parts[0], -180, 180), readNumber(parts[1], -90, 90), readKm(parts[2])];
  return lon === null || lat === null || km === null ? null : { lon, lat, km };
}

export function readNearKind(text: string): NearKind | null {
  const [name, far, ...rest] = text.split(",");
  const kind = siteKinds.find((candidate) => candidate === name);
  const km = readKm(far);
  return kind && km !== null && rest.length === 0 ? { kind, km } : null;
}

const readKm = (text: string | undefined): number | null => readNumber(text, 0.001, 500);

/** Only the form is looked at here; whether the rings are sound is for the server to say. */
export function readArea(text: string): Polygon | MultiPolygon | null {
  const { type, coordinates } = (readObject(text) ?? {}) as { type?: unknown; coordinates?: unknown };
  return (type === "Polygon" || type === "MultiPolygon") && Array.isArray(coordinates)
    ? ({ type, coordinates } as Polygon | MultiPolygon)
    : null;
}

/** A filter within the filter is handed on as it stands; here only its being JSON is looked at. */
export function readNested(text: string): string | null {
  return readObject(text) ? text : null;
}

/** An object or a list that is written as JSON. */
function readObject(text: string): object | null {
  if (text.length > longestPart) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" ? parsed : null;
  } catch {
    return null;
  }
}

/** indicator, indicator@year, indicator:least..most with either bound left out. */
export function readFigure(text: string): FigureRange | null {
  const [, indicator, when, least, most] = /^([a-z0-9-]{1,200})(?:@(\d{4}))?(?::(.*?)\.\.(.*))?$/.exec(text) ?? [];
  if (indicator === undefined) return null;
  const year = when === undefined ? null : readNumber(when, 1900, 2100);
  const [atLeast, atMost] = [readBound(least), readBound(most)];
  const isMisread = (parsed: string | undefined, number: number | null) => Boolean(parsed) && number === null;
  if (isMisread(when, year) || isMisread(least, atLeast) || isMisread(most, atMost)) return null;
  if (atLeast !== null && atMost !== null && atLeast > atMost) return null;
  return { indicator, year, atLeast, atMost };
}

const readBound = (text: string | undefined): number | null => readNumber(text, -1e17, 1e17);
