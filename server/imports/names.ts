import { customPinyin, pinyin } from "pinyin-pro";
import { foldedWords, foldText } from "../contract/fold.ts";

// Readings that names of places have and the library's word list does not: 都 is a city in them, never 'all'; 黄陂 and 沌口 are Wuhan's.
customPinyin({ 都: "dū", 都会: "dū huì", 大都会: "dà dū huì", 黄陂: "huáng pí", 沌口: "zhuàn kǒu", 沌阳: "zhuàn yáng" });

/**
 * What text search reads of names: folded words, each after a space; of a Chinese name also its pinyin from every syllable on and
 * the initials from every syllable on. So `guanggu` and `gg` find 光谷, and `gg` does not find `jianggang`.
 */
export function searchText(names: readonly string[]): string {
  const parts = names.flatMap((name) => {
    const units = unitsOf(foldText(name));
    return [foldedWords(name).join(" "), ...endings(units), ...endings(units.map(initials))];
  });
  return ` ${[...new Set(parts)].filter(Boolean).join(" ")}`;
}

/** Pinyin with tones as numbers, for ordering by the sound of the Chinese name. */
export const sortKey = (nameZh: string): string =>
  pinyin(nameZh, { toneType: "num", type: "array", nonZh: "consecutive" }).join(" ").toLowerCase();

/** A syllable in all its readings, the likeliest first; or a run of Latin letters or digits within a Chinese name. */
interface Unit {
  readings: readonly string[];
  /** It begins the name, or what follows a break in it. */
  begins: boolean;
}

const HAN = /\p{Script=Han}/u;
const TOKENS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+|[^\p{L}\p{N}]+/gu;

/** The units of a Chinese name; none of a name without a Chinese character, whose words are all there is to find. */
function unitsOf(name: string): Unit[] {
  if (!HAN.test(name)) return [];
  const likeliest = pinyin(name, { type: "array", toneType: "none", v: true });
  const units: Unit[] = [];
  let [at, begins] = [0, true];
  for (const token of name.match(TOKENS) ?? []) {
    const reading = likeliest[at] ?? token;
    at += [...token].length;
    const isBreak = !/^[\p{L}\p{N}]/u.test(token);
    if (!isBreak) units.push({ readings: HAN.test(token) ? readingsOf(token, reading) : [token], begins });
    begins = isBreak;
  }
  return units;
}

/** The readings that have been looked up. There are some thousand characters, and a name has many of them. */
const lookedUp = new Map<string, readonly string[]>();

function readingsOf(character: string, likeliest: string): string[] {
  const all = lookedUp.get(character) ?? pinyin(character, { multiple: true, type: "array", toneType: "none", v: true });
  lookedUp.set(character, all);
  // ü is typed as v or, like every other letter with a mark, without it.
  return [...new Set([likeliest, ...all].flatMap((reading) => [reading, reading.replace("v", "u")]))];
}

const initials = ({ readings, begins }: Unit): Unit => ({
  readings: readings.every((reading) => /^[a-z]/.test(reading)) ? [...new Set(readings.map(([first = ""]) => first))] : readings,
  begins,
});

/** Nobody types more of a name as one word. */
const LONGEST = 40;

const endings = (units: readonly Unit[]): string[] => units.flatMap((_, from) => spellings(units.slice(from, from + LONGEST)));

/** So many combinations are stored, so that a name with many ambiguous characters does not fill a page. */
const MAX_COMBINED = 16;

/**
 * The spellings of a stretch: all combinations of its readings or, where they are too many, those with one syllable read otherwise.
 * The first syllable has other readings only where a word begins: within a name they would find every 谷 by `yu`.
 */
function spellings(units: readonly Unit[]): string[] {
  const each = units.map(({ readings, begins }, at) => (at > 0 || begins ? readings : readings.slice(0, 1)));
  if (each.reduce((product, { length }) => product * length, 1) <= MAX_COMBINED)
    return each.reduce<string[]>((texts, readings) => texts.flatMap((text) => readings.map((reading) => text + reading)), [""]);
  const usual = each.map(([first = ""]) => first);
  const otherwise = (readings: readonly string[], at: number) =>
    readings.slice(1).map((reading) => usual.with(at, reading).join(""));
  return [usual.join(""), ...each.flatMap(otherwise)];
}
