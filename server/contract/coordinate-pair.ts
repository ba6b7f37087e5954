// Coordinates as people write them, for page and server.
import type { Box } from "./filter-parts.ts";
import { plainNumber } from "./typed-text.ts";

/** Two numbers in any order; brackets, degree signs and compass letters are allowed. Null for any other text. */
export function readPair(text: string): [number, number] | null {
  const plain = plainNumber(text.replaceAll("º", " "))
    .replace(/[°NEXY=:北纬东经度()[\]【】]/gi, " ")
    .trim();
  const parts = plain.split(/\s*[,;、]\s*|\s+/).filter(Boolean);
  const [one, other] = parts.map((part) => (/^-?\d+(\.\d+)?$/.test(part) ? Number(part) : Number.NaN));
  return parts.length !== 2 || one === undefined || other === undefined || Number.isNaN(one + other) ? null : [one, other];
}

/** The order of a pair that makes it longitude and latitude within the box; null if it lies outside. */
export function lonLatWithin([one, other]: readonly [number, number], box: Box): [number, number] | null {
  const inside = ([lon, lat]: readonly number[]) =>
    lon !== undefined && lat !== undefined && lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3];
  return (
    (
      [
        [one, other],
        [other, one],
      ] as [number, number][]
    ).find(inside) ?? null
  );
}
