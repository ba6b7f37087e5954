import type { Language } from "../../server/contract/language.ts";
import { textIn } from "../core/language.tsx";
import { letterAt } from "../core/letters.ts";
import type { ComparedFigure } from "./comparison-query.ts";
import type { FigureRow } from "./rows.ts";

/** The letters before, a and b, are those of cells without a value. */
const LETTERS_BEFORE = 2;

/** What is said of the scope of figures, each once, with the letter that stands beside the figures it is said of. */
export function figureNotes(rows: readonly FigureRow[], language: Language): ReadonlyMap<string, string> {
  const notes = rows.flatMap(({ cells }) => cells.flatMap(({ figure }) => (figure && textIn(language, figure, "note")) || []));
  return new Map([...new Set(notes)].map((note, index) => [note, letterAt(LETTERS_BEFORE + index)]));
}

export const letterOf = (figure: ComparedFigure, notes: ReadonlyMap<string, string>, language: Language): string | undefined =>
  notes.get(textIn(language, figure, "note") ?? "");
