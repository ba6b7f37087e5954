// Formats numbers on the page, in the server's texts and in files: digits, scale words, units, qualifiers.
import type { BilingualText, Language } from "./language.ts";

const locales: Record<Language, string> = { zh: "zh-CN", en: "en-GB" };

/** A divisor of numbers and its word: 1e8 and 亿; 1 and an empty word if there is none. */
export interface Scale {
  size: number;
  word: string;
  /** The decimals of all numbers of a column of computed numbers. */
  decimals?: number;
}

/** The words for large numbers, the largest first. Smaller numbers have no word. */
export const scalesByLanguage: Record<Language, readonly (readonly [size: number, word: string])[]> = {
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

/** Formats a number in a language. A negative number that rounds to zero has no minus sign. */
export const formatDigits = (
  value: number,
  language: Language,
  { roundingMode, ...options }: Intl.NumberFormatOptions & { roundingMode?: Rounding } = {},
): string =>
  // Outwards even the noise of a double would be rounded, so it is removed first.
  new Intl.NumberFormat(locales[language], { signDisplay: "negative", ...options, ...(roundingMode && { roundingMode }) }).format(
    roundingMode && roundingMode !== "halfExpand" ? Number(value.toPrecision(12)) : value,
  );

/** How a number is rounded. A bound is rounded outwards, so that it still holds: a lower one down, an upper one up. */
export type Rounding = "halfExpand" | "floor" | "ceil";

/** How the value of a qualifier is rounded; of a range, its lower end. The upper end is rounded up. */
export function roundingOf(qualifier: string | null): Rounding {
  if (qualifier === "AT_LEAST" || qualifier === "MORE_THAN" || qualifier === "RANGE") return "floor";
  return qualifier === "AT_MOST" || qualifier === "LESS_THAN" ? "ceil" : "halfExpand";
}

/** Rounds to a multiple of a power of ten; what would become zero keeps one digit. Twelve digits are free of the noise of a double. */
export function roundTo(value: number, decimals: number, rounding: Rounding = "halfExpand"): number {
  const round = { halfExpand: Math.round, floor: Math.floor, ceil: Math.ceil }[rounding];
  const inSteps = (places: number) => {
    const steps = round(Number((value * 10 ** places).toPrecision(12)));
    return Number((places < 0 ? steps * 10 ** -places : steps / 10 ** places).toPrecision(12));
  };
  if (value === 0 || inSteps(decimals) !== 0) return inSteps(decimals);
  return inSteps(-Math.floor(Math.log10(Math.abs(value))));
}

/** A number with fixed decimals, for example a coordinate. It has no minus sign if all its digits are zero. */
export const fixedDigits = (value: number, decimals: number): string => value.toFixed(decimals).replace(/^-(?=[0.]+$)/, "");

/** The number of significant digits of a scaled number, by the scaled value and the size of the scale. */
export type DigitRule = (scaled: number, size: number) => number;

const numberDigits: DigitRule = (_, size) => (size === 1 ? 9 : 6);

/** The scale of a number after rounding: 999,999,999 with six digits is 1 billion, not 1,000 million. */
export function scaleOf(
  value: number,
  language: Language,
  digits: DigitRule = numberDigits,
  rounding: Rounding = "halfExpand",
): Scale {
  const fittingScale = scalesByLanguage[language].find(([size], index) => {
    const [nextScaleSize] = scalesByLanguage[language][index + 1] ?? [1];
    const scaled = Math.abs(value) / nextScaleSize;
    // Only what is rounded to the nearest may reach a scale by rounding: a bound would be lost.
    const rounded = rounding === "halfExpand" ? Number(scaled.toPrecision(digits(scaled, nextScaleSize))) : scaled;
    return rounded * nextScaleSize >= size;
  });
  const [size, word] = fittingScale ?? [1, ""];
  return { size, word };
}

/** Published numbers of a column keep their digits. */
export const publishedDigits: DigitRule = () => 9;

/** Computed numbers have three or four significant digits. */
export const computedDigits: DigitRule = (scaled) => {
  const size = Math.abs(scaled);
  return size < 1 ? 3 : Math.max(4, Math.ceil(Math.log10(size + 1)));
};

/**
 * The common scale of several numbers, for example of a column: that of the median, so that most have few decimals. Computed numbers
 * also share their decimals, so many that the median has three digits: the last digit of each is worth the same.
 */
export function commonScale(values: readonly number[], language: Language, digits: DigitRule): Scale {
  const sizes = values.map(Math.abs).sort((one, other) => one - other);
  const scale = scaleOf(sizes[Math.floor(sizes.length / 2)] ?? 0, language, digits);
  const nonzero = sizes.filter((size) => size > 0);
  const median = nonzero[Math.floor(nonzero.length / 2)];
  if (digits !== computedDigits || median === undefined) return scale;
  return { ...scale, decimals: Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(median / scale.size)))) };
}

/** A number of such a column; one that its decimals would round to zero keeps one digit. */
export function scaledDecimals(scaled: number, decimals: number, language: Language, rounding?: Rounding): string {
  const rounded = roundTo(scaled, decimals, rounding);
  const isLess = Math.abs(rounded) < 10 ** -decimals;
  if (isLess) return formatDigits(rounded, language, { maximumSignificantDigits: 1 });
  return formatDigits(rounded, language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** A number as digits and scale word: 162535000000 is "1,625.35" and "亿", or "162.535" and "billion". */
function scaledNumber(value: number, language: Language, roundingMode: Rounding): { digits: string; word: string } {
  const { size, word } = scaleOf(value, language, numberDigits, roundingMode);
  // A number that only reaches its scale by rounding becomes 1.
  const scaled = size > 1 && Math.abs(value) < size ? Math.sign(value) : value / size;
  return { digits: formatDigits(scaled, language, { maximumSignificantDigits: numberDigits(scaled, size), roundingMode }), word };
}

/** A number with its scale word: "3,140.6 万", "31.406 million". */
export function numberText(value: number, language: Language, rounding: Rounding = "halfExpand"): string {
  const { digits, word } = scaledNumber(value, language, rounding);
  return word ? `${digits} ${word}` : digits;
}

interface UnitNames {
  slug: string;
  nameZh: string;
  nameEn: string;
}

/** In English a currency stands before its number: "CNY 15.7 billion", "CNY 2 billion per km²". */
const BEFORE_NUMBER = /^(?:CNY|USD)\b/;

/** A number, its scale word and any words before it, with its unit: "31.4 million passengers", "more than CNY 2 billion", "12.5%". */
export function withUnit(number: string, unit: string): string {
  const [currency] = BEFORE_NUMBER.exec(unit) ?? [];
  if (currency) return number.replace(/[-\d]/, `${currency} $&`) + unit.slice(currency.length);
  return number + (unit && !/^[%‰]/.test(unit) && !/[万亿]$/.test(number) ? " " : "") + unit;
}

/** The unit of numbers that share a scale word, as in the head of a column: "亿元", "million passengers", "CNY billion per km²". */
export function unitWithWord(word: string, unit: string, language: Language): string {
  if (language === "zh" || !word) return word + unit;
  const [currency = ""] = BEFORE_NUMBER.exec(unit) ?? [];
  return [currency, word, unit.slice(currency.length).trim()].filter(Boolean).join(" ");
}

/** A number and its unit: "1,625.35 亿元", "CNY 162.535 billion", "12.5%", "第 1 位". */
export function quantityText(value: number, unit: UnitNames, language: Language, rounding: Rounding = "halfExpand"): string {
  if (unit.slug === "rank") return language === "zh" ? `第 ${value} 位` : `No. ${value}`;
  const name = language === "zh" ? unit.nameZh : unit.nameEn;
  // Percentages have no scale word.
  if (/^[%‰]/.test(name)) return formatDigits(value, language, { maximumSignificantDigits: 9, roundingMode: rounding }) + name;
  return withUnit(numberText(value, language, rounding), name);
}

/** From one quantity to another, rounded outwards: "8–9 million tonnes", "CNY 150 million–2 billion". */
export function quantityRange(from: number, to: number, { nameZh, nameEn }: UnitNames, language: Language): string {
  const [low, high] = [scaledNumber(from, language, "floor"), scaledNumber(to, language, "ceil")];
  const start = language === "en" && low.word === high.word ? low.digits : numberText(from, language, "floor");
  return withUnit(numberRange(start, numberText(to, language, "ceil"), language), language === "zh" ? nameZh : nameEn);
}

/** From one number to another: "1–4", "1～4". Chinese joins numbers by a wave, years by a dash (GB/T 15834). */
export const numberRange = (from: string, to: string, language: Language): string =>
  `${from}${language === "zh" ? "～" : "–"}${to}`;

/** From one year to another: "2018–2025", "2018—2025". */
export const yearRange = (from: number | string, to: number | string, language: Language): string =>
  `${from}${language === "zh" ? "—" : "–"}${to}`;

/** The word before a number that is not exact. */
export const qualifierWords = {
  ABOUT: { zh: "约", en: "about" },
  NEARLY: { zh: "近", en: "nearly" },
  AT_LEAST: { zh: "不少于", en: "at least" },
  MORE_THAN: { zh: "超过", en: "more than" },
  AT_MOST: { zh: "不超过", en: "at most" },
  LESS_THAN: { zh: "不足", en: "less than" },
} as const satisfies Record<string, BilingualText>;

/** Of a negative number "more than" says the opposite of what is meant, so a bound of one is above or below it. */
const negativeBoundWords: Record<string, BilingualText> = {
  AT_LEAST: { zh: "不低于", en: "at least" },
  MORE_THAN: { zh: "高于", en: "above" },
  AT_MOST: { zh: "不高于", en: "at most" },
  LESS_THAN: { zh: "低于", en: "below" },
};

/** The word before a number that is to be reached as a bound; empty before any other. A share is high or low, a number more or less. */
export function goalWord(comparator: string, unit: Pick<UnitNames, "slug">, language: Language): string {
  if (comparator === "GT") return qualifierWords.MORE_THAN[language];
  if (comparator !== "GTE") return "";
  return unit.slug === "percent" && language === "zh" ? "不低于" : qualifierWords.AT_LEAST[language];
}

/** A Chinese amount after a word: digits stand off from it, a word does not. */
export const afterWord = (amount: string): string => (/^[\d<>≥≤-]/.test(amount) ? ` ${amount}` : amount);

/** A Chinese amount after a verb, where "不足" would read as a shortage: "减少不到 141 万人次". */
export const afterVerb = (amount: string): string => afterWord(amount.replace(/^不足/, "不到"));

/** The word before a number that is not exact; empty before one that is. */
export function qualifierWord(qualifier: string, value: number, language: Language): string {
  const words: Record<string, BilingualText> = qualifierWords;
  return ((value < 0 && negativeBoundWords[qualifier]) || words[qualifier])?.[language] ?? "";
}
