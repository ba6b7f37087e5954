// Numbers as people write them, the same on the page, in the server's sentences and in files: digits, scale words, units, qualifiers.
import type { Language, Words } from "./language.ts";

const locales: Record<Language, string> = { zh: "zh-CN", en: "en-GB" };

/** What numbers are divided by, and its word: 1e8 and 亿; 1 and an empty word where the digits stand alone. */
export interface Scale {
  size: number;
  word: string;
}

/** The words for large numbers, the largest first; below the smallest the digits stand alone. */
export const scales: Record<Language, readonly (readonly [size: number, word: string])[]> = {
  zh: [
    [1e12, "万亿"],
    [1e8, "亿"],
    [1e4, "万"],
  ],
  en: [
    [1e12, "trillion"],
    [1e9, "billion"],
    [1e6, "million"],
  ],
};

/** A number in the digits of the language. What rounds to zero from below has no minus sign. */
export const formatDigits = (value: number, language: Language, options: Intl.NumberFormatOptions = {}): string =>
  new Intl.NumberFormat(locales[language], { signDisplay: "negative", ...options }).format(value);

/** A plain number with so many decimals, as a coordinate is written; it has no minus sign either where all its digits are zero. */
export const fixed = (value: number, decimals: number): string => value.toFixed(decimals).replace(/^-(?=[0.]+$)/, "");

/** How many significant digits a number has that is written with a scale, by what is left of it and the scale's size. */
export type DigitRule = (scaled: number, size: number) => number;

const numberDigits: DigitRule = (_, size) => (size === 1 ? 9 : 6);

/** The scale of a number by how it is written: 999,999,999 with six digits is 1 billion, not 1,000 million. */
export function scaleOf(value: number, language: Language, digits: DigitRule = numberDigits): Scale {
  const reached = scales[language].find(([least], at) => {
    const [below] = scales[language][at + 1] ?? [1];
    const scaled = Math.abs(value) / below;
    return Number(scaled.toPrecision(digits(scaled, below))) * below >= least;
  });
  const [size, word] = reached ?? [1, ""];
  return { size, word };
}

/** Published numbers of a column keep their digits. */
export const publishedDigits: DigitRule = () => 9;

/** Computed ones have three or four that matter. */
export const computedDigits: DigitRule = (scaled) => {
  const size = Math.abs(scaled);
  return size < 1 ? 3 : Math.max(4, Math.ceil(Math.log10(size + 1)));
};

/** The scale of many numbers, such as a column's: that of the middle one, so that most have few decimals. */
export function commonScale(values: readonly number[], language: Language, digits: DigitRule): Scale {
  const sizes = values.map(Math.abs).sort((one, other) => one - other);
  return scaleOf(sizes[Math.floor(sizes.length / 2)] ?? 0, language, digits);
}

/** A number as digits and scale word: 162535000000 is "1,625.35" and "亿", or "162.535" and "billion". */
function scaledNumber(value: number, language: Language): { digits: string; word: string } {
  const { size, word } = scaleOf(value, language);
  // What reaches its scale only by rounding is one of it.
  const scaled = size > 1 && Math.abs(value) < size ? Math.sign(value) : value / size;
  return { digits: formatDigits(scaled, language, { maximumSignificantDigits: numberDigits(scaled, size) }), word };
}

/** A number with its scale word: "3,140.6 万", "31.406 million". */
export function numberText(value: number, language: Language): string {
  const { digits, word } = scaledNumber(value, language);
  return word ? `${digits} ${word}` : digits;
}

interface UnitNames {
  slug: string;
  nameZh: string;
  nameEn: string;
}

/** A number and its unit: "1,625.35 亿元", "162.535 billion CNY", "12.5%", "第 1 位". */
export function quantityText(value: number, unit: UnitNames, language: Language): string {
  if (unit.slug === "rank") return language === "zh" ? `第 ${value} 位` : `No. ${value}`;
  const name = language === "zh" ? unit.nameZh : unit.nameEn;
  // "1.5 万%" is not written.
  if (/^[%‰]/.test(name)) return formatDigits(value, language, { maximumSignificantDigits: 9 }) + name;
  const { digits, word } = scaledNumber(value, language);
  return (language === "zh" ? [digits, word + name] : [digits, word, name]).filter(Boolean).join(" ");
}

/** What stands before a number that is no exact one. */
export const qualifierWords = {
  ABOUT: { zh: "约", en: "about" },
  NEARLY: { zh: "近", en: "nearly" },
  AT_LEAST: { zh: "不少于", en: "at least" },
  MORE_THAN: { zh: "超过", en: "more than" },
  AT_MOST: { zh: "不超过", en: "at most" },
  LESS_THAN: { zh: "不足", en: "less than" },
} as const satisfies Record<string, Words>;
