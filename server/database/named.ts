// What a text finds in names: rows whose search_text (made by imports/names.ts) has all its words.
import { foldedWords } from "../contract/fold.ts";
import { checkText } from "../core/text.ts";
import { join, type Sql, sql } from "./sql.ts";

/** As many words as the longest text has; only a ligature that is a whole sentence could become more. */
const MAX_WORDS = 100;

/** The condition that a row is named by all words of a text. An empty text names all, punctuation alone names nothing. */
export function named(text: string, row: Sql): Sql {
  const words = [...new Set(foldedWords(text))].slice(0, MAX_WORDS);
  if (words.length === 0) return text.trim() ? sql`false` : sql`true`;
  return join(
    words.map((word) => sql`${row}.search_text LIKE ${pattern(word)}`),
    " AND ",
  );
}

/** The condition of an argument `text`, which may be left out; throws TEXT_TOO_LONG, TEXT_WITH_CONTROL. */
export function namedBy(text: string | null | undefined, row: Sql): Sql {
  if (text) checkText(text, "text");
  return named(text ?? "", row);
}

// Latin letters and digits match from the start of a word or a syllable (the text has a space before each), a word with Chinese
// anywhere. A folded word has no character that a pattern would take for something else.
const pattern = (word: string): string => (/^[\p{Script=Latin}\p{N}]+$/u.test(word) ? `% ${word}%` : `%${word}%`);
