import type { Language } from "../../server/contract/language.ts";
import { type Figure, locales, scales } from "./format.ts";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

/** What all numbers of a column are divided by, and its word, which stands with the unit in the head: 亿元, billion CNY. */
export interface Scale {
  size: number;
  word: string;
}

/** The scale that the middle one of the values asks for, so that most of a column reads as whole numbers with few decimals. */
export function commonScale(values: readonly number[], language: Language): Scale {
  const sizes = values.map(Math.abs).sort((one, other) => one - other);
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const [size, word] = scales[language].find(([least]) => middle >= least) ?? [1, ""];
  return { size, word };
}

/** The unit in the head of such a column: "亿元", "billion CNY"; empty for a pure number. */
export function scaledUnit(scale: Scale, unit: { zh: string | null; en: string | null }, language: Language): string {
  const name = (language === "zh" ? unit.zh : unit.en) ?? "";
  return [scale.word, name].filter(Boolean).join(language === "zh" ? "" : " ");
}

/** Digits of a number in such a column. What was published keeps its digits, what was computed has three or four that matter. */
export function scaledDigits(value: number, scale: Scale, language: Language, computed: boolean): string {
  const size = Math.abs(value / scale.size);
  const most = computed ? (size < 1 ? 3 : Math.max(4, Math.ceil(Math.log10(size + 1)))) : 9;
  return new Intl.NumberFormat(locales[language], { maximumSignificantDigits: most }).format(value / scale.size);
}

export type Bounded = Pick<Figure, "value" | "valueMax" | "qualifier">;

/** A value of such a column with what is known of it: "超过 1,000", "8–9", "about 12.5". */
export function scaledText(bounded: Bounded, scale: Scale, language: Language, computed: boolean): string {
  const { value, valueMax, qualifier } = bounded;
  const digits = scaledDigits(value, scale, language, computed);
  if (qualifier === "RANGE" && valueMax !== null) return `${digits}–${scaledDigits(valueMax, scale, language, computed)}`;
  const word = (language === "zh" ? zh : en).qualifier[qualifier];
  return word ? `${word} ${digits}` : digits;
}
