// Normalisation of typed text for page and server. Chinese input methods produce full-width characters and their own punctuation.

/** Half of a surrogate pair, which a length limit or a broken paste can leave. It is not a character and cannot be encoded in an address. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Normalises full-width characters and ligatures and removes halves of characters. For numbers, coordinates and names. */
export const normalizeTypedText = (text: string): string => text.replace(LONE_SURROGATE, "").normalize("NFKC");

/** Like normalizeTypedText, for numbers: a Chinese full stop between digits becomes a decimal point, and all minus signs become a hyphen. */
export const plainNumber = (text: string): string =>
  normalizeTypedText(text)
    .replace(/(\d)。(?=\d)/g, "$1.")
    .replace(/[−–﹣]/g, "-")
    .trim();

/** Encodes a text as a part of an address, without halves of characters. */
export const addressPart = (text: string): string => encodeURIComponent(text.replace(LONE_SURROGATE, ""));
