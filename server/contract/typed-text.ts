// Typed text, read in one way on both sides. People type in full width, in traditional characters, with tone marks, in any case.
import { toSimplified } from "./simplified.ts";

/** Half of a surrogate pair, as a field's limit or a broken paste leaves it: it is no character and cannot stand in an address. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** A text without what is only a way of writing: full width, ligatures, halves of characters. For numbers, coordinates and names. */
export const plainText = (text: string): string => text.replace(LONE_SURROGATE, "").normalize("NFKC");

/** A text as names are compared: in lower case, without accents and tone marks, in simplified characters. */
export const foldText = (text: string): string =>
  toSimplified(
    plainText(text)
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "")
      .normalize("NFC"),
  );

/** The folded words of a text; punctuation is none. */
export const foldedWords = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
