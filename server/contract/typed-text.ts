// Typed text, read in one way on both sides. Chinese input methods type in full width, and with punctuation of their own.

/** Half of a surrogate pair, as a field's limit or a broken paste leaves it: it is no character and cannot stand in an address. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** A text without what is only a way of writing: full width, ligatures, halves of characters. For numbers, coordinates and names. */
export const plainText = (text: string): string => text.replace(LONE_SURROGATE, "").normalize("NFKC");

/** The same for numbers: a full stop of Chinese type is a decimal point between digits, and a minus sign has one form. */
export const plainNumber = (text: string): string =>
  plainText(text)
    .replace(/(\d)。(?=\d)/g, "$1.")
    .replace(/[−–﹣]/g, "-")
    .trim();

/** A text as a part of an address; half a character, which cannot stand in one, is left out. */
export const addressPart = (text: string): string => encodeURIComponent(text.replace(LONE_SURROGATE, ""));
