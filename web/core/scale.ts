import type { Language } from "../../server/contract/language.ts";
import {
  computedDigits,
  formatDigits,
  numberRange,
  publishedDigits,
  qualifierWord,
  type Rounding,
  roundingOf,
  type Scale,
  scaledDecimals,
  unitWithWord,
} from "../../server/contract/quantities.ts";
import type { Figure } from "./format.ts";

/** The unit in the head of such a column: "亿元", "CNY billion"; empty for a pure number. */
export function scaledUnit(scale: Scale, unit: { zh: string | null; en: string | null }, language: Language): string {
  return unitWithWord(scale.word, (language === "zh" ? unit.zh : unit.en) ?? "", language);
}

/** Digits of a number in such a column. */
export function scaledDigits(
  value: number,
  scale: Scale,
  language: Language,
  computed: boolean,
  roundingMode: Rounding = "halfExpand",
): string {
  const scaled = value / scale.size;
  if (computed && scale.decimals !== undefined) return scaledDecimals(scaled, scale.decimals, language, roundingMode);
  const digits = (computed ? computedDigits : publishedDigits)(scaled, scale.size);
  return formatDigits(scaled, language, { maximumSignificantDigits: digits, roundingMode });
}

export type QualifiedValue = Pick<Figure, "value" | "valueMax" | "qualifier">;

/** A value of such a column with its qualifier: "超过 1,000", "8–9", "about 12.5". */
export function scaledText(qualified: QualifiedValue, scale: Scale, language: Language, computed: boolean): string {
  const { value, valueMax, qualifier } = qualified;
  const digits = scaledDigits(value, scale, language, computed, roundingOf(qualifier));
  if (qualifier === "RANGE" && valueMax !== null)
    return numberRange(digits, scaledDigits(valueMax, scale, language, computed, "ceil"), language);
  const word = qualifierWord(qualifier, value, language);
  return word ? `${word} ${digits}` : digits;
}
