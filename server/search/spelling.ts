// Finds the consecutive words of a name that are closest, in letters or in pinyin, to a misspelt query.
import { foldText } from "../contract/fold.ts";
import { pinyinOf } from "./names.ts";

const WORDS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /\p{Script=Han}/u;
/** Longest stretch of Chinese characters that pinyin is compared with. */
const MAX_SYLLABLES = 12;

/** The nearest excerpt of a text, as it is written there, and how far it is: 0 for the same, 1 for nothing in common. */
export function nearestExcerpt(typed: string, text: string): { excerpt: string; distance: number } {
  const [typedText, pinyin] = [foldText(typed).trim(), pinyinOf(typed)];
  const words = wordsOf(text);
  const count = wordsOf(typed).length;
  const maxWords = HAN.test(typedText) || !HAN.test(text) ? count + 1 : Math.max(MAX_SYLLABLES, count + 1);
  let best = { excerpt: text, distance: 1 };
  const compare = (typed: string, candidate: string, penalty: number, first: Word, last: Word) => {
    // Texts of different length differ by that at least: most excerpts need no comparison.
    const minDifference = Math.abs(typed.length - candidate.length) / Math.max(typed.length, candidate.length, 1);
    if (minDifference + penalty >= best.distance) return;
    const distance = editDistance(typed, candidate) + penalty;
    if (distance < best.distance) best = { excerpt: text.slice(first.start, last.end), distance };
  };
  words.forEach((first, firstIndex) => {
    let [candidateText, candidatePinyin] = ["", ""];
    for (const last of words.slice(firstIndex, firstIndex + maxWords)) {
      candidateText += (candidateText && !last.isHan ? " " : "") + last.folded;
      candidatePinyin += last.pinyin;
      compare(typedText, candidateText, 0, first, last);
      // Letters count for more than pinyin, which several names share.
      if (last.isHan) compare(pinyin, candidatePinyin, 0.01, first, last);
    }
  });
  return best;
}

interface Word {
  start: number;
  end: number;
  isHan: boolean;
  folded: string;
  pinyin: string;
}

/** Words, and Chinese characters one by one. */
const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORDS)].map(({ 0: word, index }) => {
    const folded = foldText(word);
    const isHan = HAN.test(word);
    return { start: index, end: index + word.length, isHan, folded, pinyin: isHan ? pinyinOf(word) : folded };
  });

/** The number of letters to be changed, added or left out (Levenshtein), as a share of the longer text. */
export function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row[other.length] ?? 0) / Math.max(one.length, other.length, 1);
}
