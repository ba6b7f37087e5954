// Finds the consecutive words of a name that are closest, in letters or in pinyin, to a misspelt query.
import { foldText } from "../contract/fold.ts";
import { pinyinOf } from "./names.ts";

const WORDS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /\p{Script=Han}/u;
/** Longest stretch of Chinese characters that pinyin is compared with. */
const MAX_SYLLABLES = 12;

/** The nearest stretch of a text, as it is written there, and how far it is: 0 for the same, 1 for nothing in common. */
export function nearestStretch(typed: string, text: string): { stretch: string; distance: number } {
  const [typedText, sound] = [foldText(typed).trim(), pinyinOf(typed)];
  const words = wordsOf(text);
  const count = wordsOf(typed).length;
  const longest = HAN.test(typedText) || !HAN.test(text) ? count + 1 : Math.max(MAX_SYLLABLES, count + 1);
  let best = { stretch: text, distance: 1 };
  const consider = (typed: string, read: string, handicap: number, first: Word, last: Word) => {
    // Texts of different length differ by that at least: most stretches need no comparison.
    const least = Math.abs(typed.length - read.length) / Math.max(typed.length, read.length, 1);
    if (least + handicap >= best.distance) return;
    const distance = difference(typed, read) + handicap;
    if (distance < best.distance) best = { stretch: text.slice(first.start, last.end), distance };
  };
  words.forEach((first, from) => {
    let [letters, sounds] = ["", ""];
    for (const last of words.slice(from, from + longest)) {
      letters += (letters && !last.isHan ? " " : "") + last.folded;
      sounds += last.sound;
      consider(typedText, letters, 0, first, last);
      // Letters count for more than sounds, which several names share.
      if (last.isHan) consider(sound, sounds, 0.01, first, last);
    }
  });
  return best;
}

interface Word {
  start: number;
  end: number;
  isHan: boolean;
  folded: string;
  sound: string;
}

/** Words, and Chinese characters one by one. */
const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORDS)].map(({ 0: word, index }) => {
    const folded = foldText(word);
    const isHan = HAN.test(word);
    return { start: index, end: index + word.length, isHan, folded, sound: isHan ? pinyinOf(word) : folded };
  });

/** The number of letters to be changed, added or left out (Levenshtein), as a share of the longer text. */
export function difference(one: string, other: string): number {
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
