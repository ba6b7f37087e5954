/** The letter of a note: a to z, then aa, ab and so on. */
export const letterAt = (index: number): string =>
  (index < 26 ? "" : String.fromCharCode(96 + Math.floor(index / 26))) + String.fromCharCode(97 + (index % 26));
