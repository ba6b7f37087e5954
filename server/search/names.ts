import { customPinyin, pinyin } from "pinyin-pro";
import { foldedWords, foldText } from "../contract/fold.ts";

// Readings in place names that the library's word list lacks: 都 means city in them, never 'all'; 黄陂 and 沌口 are places in Wuhan.
customPinyin({ 都: "dū", 都会: "dū huì", 大都会: "dà dū huì", 黄陂: "huáng pí", 沌口: "zhuàn kǒu", 沌阳: "zhuàn yáng" });

/**
 * The text that search looks in: folded words, each after a space; a Chinese name, its pinyin and its initials starting from every
 * character. So `谷生`, `guanggu` and `gg` match 光谷生物城, and `gg` does not match `jianggang`. Because every match begins after a
 * space, the trigram index also serves words of one or two characters.
 */
export function searchText(names: readonly string[], { byInitials = true } = {}): string {
  const parts = names.flatMap((name) => {
    const units = unitsOf(foldText(name));
    const initialSuffixes = byInitials ? suffixes(units.map(initials)) : [];
    return [foldedWords(name).join(" "), ...suffixes(units.map(asWritten)), ...suffixes(units), ...initialSuffixes];
  });
  return ` ${[...new Set(parts)].filter(Boolean).join(" ")}`;
}

/**
 * The search text of an entry: its names in the first line, in the second one what else people search it by (its industry, its operator,
 * where it lies). Those are not found by initials, which would fit too much. Lists within them are taken apart: no reader types the end of
 * one entry together with the start of the next.
 */
export const searchLines = (names: readonly string[], others: readonly string[]): string =>
  `${searchText(names)}\n${searchText(
    others.flatMap((text) => text.split(/[、，；。：（）,;:()]+/)),
    { byInitials: false },
  )}`;

/** The likeliest pinyin of a text, without tones and spaces; other scripts folded. */
export const pinyinOf = (text: string): string =>
  foldText(pinyin(foldText(text), { type: "array", toneType: "none", v: true }).join("")).replace(/[^\p{L}\p{N}]+/gu, "");

/** Pinyin with tones as numbers, for sorting by the pronunciation of the Chinese name. */
export const sortKey = (nameZh: string): string =>
  pinyin(nameZh, { toneType: "num", type: "array", nonZh: "consecutive" }).join(" ").toLowerCase();

/** A syllable with all its readings, the most likely first; or a run of Latin letters or digits in a Chinese name. */
interface NameUnit {
  text: string;
  readings: readonly string[];
  /** Whether it is at the start of the name or after a break. */
  isWordStart: boolean;
}

const HAN = /\p{Script=Han}/u;
const TOKENS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+|[^\p{L}\p{N}]+/gu;

/** The units of a Chinese name; none for a name without Chinese characters. */
function unitsOf(name: string): NameUnit[] {
  if (!HAN.test(name)) return [];
  const likelyReadings = pinyin(name, { type: "array", toneType: "none", v: true });
  const units: NameUnit[] = [];
  let [index, isWordStart] = [0, true];
  for (const token of name.match(TOKENS) ?? []) {
    const reading = likelyReadings[index] ?? token;
    index += [...token].length;
    const isBreak = !/^[\p{L}\p{N}]/u.test(token);
    if (!isBreak) units.push({ text: token, readings: HAN.test(token) ? readingsOf(token, reading) : [token], isWordStart });
    isWordStart = isBreak;
  }
  return units;
}

/** Cache of readings by character. */
const readingCache = new Map<string, readonly string[]>();

function readingsOf(character: string, likelyReadings: string): string[] {
  const allReadings =
    readingCache.get(character) ?? pinyin(character, { multiple: true, type: "array", toneType: "none", v: true });
  readingCache.set(character, allReadings);
  // ü is typed as v, or as u like other letters without their diacritics.
  return [...new Set([likelyReadings, ...allReadings].flatMap((reading) => [reading, reading.replace("v", "u")]))];
}

const asWritten = ({ text, isWordStart }: NameUnit): NameUnit => ({ text, readings: [text], isWordStart });

const initials = ({ text, readings, isWordStart }: NameUnit): NameUnit => ({
  text,
  readings: readings.every((reading) => /^[a-z]/.test(reading)) ? [...new Set(readings.map(([first = ""]) => first))] : readings,
  isWordStart,
});

/** Longer parts of a name are not typed as one word. */
const MAX_UNITS = 40;

const suffixes = (units: readonly NameUnit[]): string[] =>
  units.flatMap((_, start) => spellings(units.slice(start, start + MAX_UNITS)));

/** Limit of stored combinations for names with many ambiguous characters. */
const MAX_COMBINED = 16;

/**
 * The spellings of a sequence of units: all combinations of readings or, if there are too many, those in which one syllable has another
 * reading. The first syllable has other readings only at the start of a word: otherwise `yu` would match every 谷.
 */
function spellings(units: readonly NameUnit[]): string[] {
  const readingsByUnit = units.map(({ readings, isWordStart }, index) =>
    index > 0 || isWordStart ? readings : readings.slice(0, 1),
  );
  if (readingsByUnit.reduce((product, { length }) => product * length, 1) <= MAX_COMBINED)
    return readingsByUnit.reduce<string[]>(
      (texts, readings) => texts.flatMap((text) => readings.map((reading) => text + reading)),
      [""],
    );
  const likelySpelling = readingsByUnit.map(([first = ""]) => first);
  const withOtherReading = (readings: readonly string[], index: number) =>
    readings.slice(1).map((reading) => likelySpelling.with(index, reading).join(""));
  return [likelySpelling.join(""), ...readingsByUnit.flatMap(withOtherReading)];
}
