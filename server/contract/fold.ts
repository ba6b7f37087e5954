// Names and the texts that look for them, compared in one form. People type in traditional characters, with tone marks, in any case.
import { toSimplified } from "./simplified.ts";
import { plainText } from "./typed-text.ts";

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
