import type { Language } from "../../server/contract/language.ts";
import { textIn } from "../core/language.tsx";
import type { ComparedFigure } from "./comparison-query.ts";
import type { FigureRow } from "./rows.ts";

/** The letters before are those of cells without a value. */
const FIRST_LETTER = "c";

/** What is said of the scope of figures, each once, with the letter that stands beside the figures it is said of. */
export function figureNotes(rows: readonly FigureRow[], language: Language): ReadonlyMap<string, string> {
  const notes = rows.flatMap(({ cells }) => cells.flatMap(({ figure }) => (figure && textIn(language, figure, "note")) || []));
  return new Map([...new Set(notes)].map((note, index) => [note, letterAt(index)]));
}

/** c to z, then aa, ab and so on. */
function letterAt(index: number): string {
  const place = index + FIRST_LETTER.charCodeAt(0) - 97;
  return (place < 26 ? "" : String.fromCharCode(96 + Math.floor(place / 26))) + String.fromCharCode(97 + (place % 26));
}

export const letterOf = (figure: ComparedFigure, notes: ReadonlyMap<string, string>, language: Language): string | undefined =>
  notes.get(textIn(language, figure, "note") ?? "");
