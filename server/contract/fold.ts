// A common form of names and search texts, because people type traditional characters, tone marks and any case.
import { toSimplified } from "./simplified.ts";
import { normalizeTypedText } from "./typed-text.ts";

/** Folds a text: lower case, no accents or tone marks, simplified characters. */
export const foldText = (text: string): string =>
  toSimplified(
    normalizeTypedText(text)
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "")
      .normalize("NFC"),
  );

/** The folded words of a text, without punctuation. */
export const foldedWords = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
