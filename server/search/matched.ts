import { foldedWords } from "../contract/fold.ts";
import type { Language } from "../contract/language.ts";
import { searchText } from "./names.ts";
import { descriptionOf, type SearchedPart, type Texts, wordsOf } from "./searched.ts";
import { nearestExcerpt } from "./spelling.ts";

/** The part of an entry that matches the text. */
export interface Matched {
  part: SearchedPart;
  text: string;
  /** The stretch of the text that is nearest to what was typed; null if it occurs as typed. */
  spelling: string | null;
}

/** The text of an entry that matches what was typed, names before any other. */
export function matchedText(typed: string, texts: Texts, isExact: boolean, language: Language): Matched | null {
  const candidates = Object.entries(texts).flatMap(([part, partTexts]) =>
    (partTexts ?? []).flatMap((text) => (text === null ? [] : [{ part: part as SearchedPart, text }])),
  );
  const [bestMatch] = isExact ? byMatchedWords(typed, candidates) : [];
  if (bestMatch) return { ...bestMatch, text: inLanguage(bestMatch.text, language), spelling: null };
  if (isExact) return candidates[0] ? { ...candidates[0], spelling: null } : null;
  const nearest = candidates
    .map((candidate) => ({ ...candidate, ...nearestExcerpt(typed, inLanguage(candidate.text, language)) }))
    .reduce<((typeof candidates)[number] & ReturnType<typeof nearestExcerpt>) | null>(
      (best, each) => (best && best.distance <= each.distance ? best : each),
      null,
    );
  return nearest && { part: nearest.part, text: inLanguage(nearest.text, language), spelling: nearest.excerpt };
}

/** The candidates with the most of the words, the most first. */
function byMatchedWords<Candidate extends { part: SearchedPart; text: string }>(
  typed: string,
  candidates: Candidate[],
): Candidate[] {
  const words = foldedWords(typed);
  const countMatchedWords = ({ part, text }: Candidate) => {
    const searched = searchText([wordsOf(text)], { byInitials: part === "NAME" });
    return words.filter((word) => searched.includes(` ${word}`)).length;
  };
  return candidates
    .map((candidate) => ({ candidate, met: countMatchedWords(candidate) }))
    .filter((each) => each.met > 0)
    .sort((one, other) => other.met - one.met)
    .map(({ candidate }) => candidate);
}

/** The description of a theme is "中文. English."; other texts are names, which stay as they are. */
function inLanguage(text: string, language: Language): string {
  const description = descriptionOf(text);
  if (!description) return text;
  const [chinese = "", ...english] = description.split(". ");
  return language === "zh" ? chinese : english.join(". ").replace(/\.$/, "");
}
