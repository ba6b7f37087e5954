import type { Language } from "../contract/language.ts";
import { requiredWords } from "../database/text-search.ts";
import { searchText } from "./names.ts";
import { descriptionOf, type Names, type SearchedPart, type Texts, wordsOf } from "./searched.ts";
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
  const candidates = Object.entries(texts).flatMap(([part, entries]) =>
    (entries ?? []).flatMap((names) =>
      names.flatMap((text) => (text === null ? [] : [{ part: part as SearchedPart, text, names }])),
    ),
  );
  const [bestMatch] = isExact ? byMatchedWords(typed, candidates) : [];
  const match = isExact && (bestMatch ?? candidates[0]);
  if (match) return { part: match.part, text: nameInLanguage(match, language), spelling: null };
  if (isExact) return null;
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
  const words = requiredWords(typed);
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

const HAN = /\p{Script=Han}/u;

/**
 * A text in the other language gives way to the name of the same thing in this one. A site is recorded with the industry, not with each
 * of its other names: vaccines lead to biopharmaceuticals, and are not claimed to be made there.
 */
function nameInLanguage(
  { part, text, names: [zh, en] }: { part: SearchedPart; text: string; names: Names },
  language: Language,
): string {
  if (descriptionOf(text)) return inLanguage(text, language);
  if (part === "INDUSTRY") return (language === "zh" ? zh : en) ?? text;
  const isForeign = HAN.test(text) !== (language === "zh");
  return isForeign ? ((language === "zh" ? zh : en) ?? text) : text;
}

/** The description of a theme is "中文. English."; other texts are names, which stay as they are. */
function inLanguage(text: string, language: Language): string {
  const description = descriptionOf(text);
  if (!description) return text;
  const [chinese = "", ...english] = description.split(". ");
  return language === "zh" ? chinese : english.join(". ").replace(/\.$/, "");
}
