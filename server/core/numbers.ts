/** A number as people write it in an address; not a number for anything else. Number("") would be 0, and so would an empty place between commas. */
export const readNumber = (text: string): number =>
  /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN;
