import { plainNumber } from "../../server/contract/typed-text.ts";

// Numbers as people type them into a field: "1.5亿", "150 million", "1,500,000".
const words: Record<string, number> = {
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
  trillion: 1e12,
};

/** Parses a distance in km as people type it: "10 km", "10公里", "10,5"; null if it is none. */
export const readKilometres = (text: string): number | null =>
  readQuantity(
    plainNumber(text)
      .replace(/(km|公里|千米)$/i, "")
      .trimEnd()
      .replace(/^(\d+),(\d{1,2})$/, "$1.$2"),
  );

/** Parses a number, unscaled; null if it is none. Six decimals, as in addresses. */
export function readQuantity(text: string): number | null {
  const withoutUnit = plainNumber(text).toLowerCase();
  const match = /^(-?)(\d{1,17}|\d{1,3}(?:,\d{3}){1,5})?(\.\d+)?\s*(\p{L}+)?$/u.exec(withoutUnit);
  const [, sign = "", whole = "", fraction = "", word] = match ?? [];
  const scale = word === undefined ? 1 : words[word];
  if (!match || !(whole || fraction) || scale === undefined) return null;
  const number = Number((Number(`${sign}${whole.replaceAll(",", "")}${fraction}`) * scale).toFixed(6));
  // An address holds seventeen digits, and no exponent.
  return Math.abs(number) <= 1e17 && !String(number).includes("e") ? number : null;
}
