/**
 * A number as people write it in an address, with an exponent or without; not a number for anything else. Number("") would be 0, and
 * so would an empty place between commas. -0 is written as 0, and is read as what is written.
 */
export const readNumber = (text: string): number =>
  /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(text) ? Number(text) + 0 : Number.NaN;

/** Such a number between two bounds; null for anything else. */
export function readWithin(text: string | undefined, min: number, max: number): number | null {
  const number = readNumber(text ?? "");
  return number >= min && number <= max ? number : null;
}
