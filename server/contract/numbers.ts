/**
 * Reads a decimal number with or without an exponent; NaN for anything else. (Number("") would be 0, and so would an empty entry between
 * commas.) -0 becomes 0, as it is written.
 */
export const readNumber = (text: string): number =>
  /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(text) ? Number(text) + 0 : Number.NaN;

/** Reads a number between two bounds; null for anything else. */
export function readWithin(text: string | undefined, min: number, max: number): number | null {
  const number = readNumber(text ?? "");
  return number >= min && number <= max ? number : null;
}
