import type { Position } from "geojson";
import type { Language } from "../../server/contract/language.ts";
import { decimalsBeside } from "../core/distance-decimals.ts";
import { formatDistance } from "../core/format.ts";

interface LocatedSite {
  location: { point: { type: string; coordinates?: unknown } } | null;
}

/** The position of a site; null where none is published. */
export const pointOf = ({ location }: LocatedSite): Position | null =>
  location?.point.type === "Point" ? (location.point.coordinates as Position) : null;

/** Two sites of one place have the same point, which is only so exact. */
export const isSamePlace = (km: number): boolean => km < 0.05;

/** A distance beside the limit of its filter, which rounding does not move it across. */
export const distanceText = (km: number, limitKm: number, language: Language): string =>
  formatDistance(km, language, decimalsBeside(km, limitKm));
