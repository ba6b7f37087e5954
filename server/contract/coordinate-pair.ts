// Coordinates as people write them, for page and server.
import type { Box } from "./filter-parts.ts";
import { plainNumber } from "./typed-text.ts";

/** Degrees, minutes and, if written, seconds: 30°35′12″, 30度35分12秒. Normalisation has taken double primes apart. */
const SEXAGESIMAL =
  /(\d{1,3})\s*[°度]\s*(\d{1,2}(?:\.\d+)?)\s*['′‘’分](?!['′‘’])\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:["“”秒]|['′‘’]{2}))?/g;

function toDecimalDegrees(matchedText: string, degrees: string, minutes: string, seconds = "0"): string {
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return matchedText;
  return ` ${Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600} `;
}

/** Two numbers in any order; brackets, degrees with minutes and seconds, and compass letters are allowed. Null for any other text. */
export function readCoordinatePair(text: string): [number, number] | null {
  const plain = plainNumber(text.replaceAll("º", "°"))
    .replace(SEXAGESIMAL, toDecimalDegrees)
    .replace(/[°NEXY=:北纬东经度()[\]【】]/gi, " ")
    .trim();
  const parts = plain.split(/\s*[,;、]\s*|\s+/).filter(Boolean);
  const [first, second] = parts.map((part) => (/^-?\d+(\.\d+)?$/.test(part) ? Number(part) : Number.NaN));
  return parts.length !== 2 || first === undefined || second === undefined || Number.isNaN(first + second)
    ? null
    : [first, second];
}

/** The order of a pair that makes it longitude and latitude within the box; null if it lies outside. */
export function lonLatWithin([first, second]: readonly [number, number], box: Box): [number, number] | null {
  const isInside = ([lon, lat]: readonly number[]) =>
    lon !== undefined && lat !== undefined && lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3];
  return (
    (
      [
        [first, second],
        [second, first],
      ] as [number, number][]
    ).find(isInside) ?? null
  );
}
