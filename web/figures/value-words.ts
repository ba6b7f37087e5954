import type { Language } from "../core/address.ts";
import { locales } from "../core/format.ts";
import { type Bounded, commonScale, type Scale, scaledText, scaledUnit } from "../core/scale.ts";
import type { ValueClass } from "../map/value-classes.ts";

/** A unit in both languages; empty for a pure number. */
export interface UnitWords {
  zh: string | null;
  en: string | null;
}

/** How the numbers of one map are written: all by one scale, whose word stands with the unit. */
export interface Writing {
  scale: Scale;
  unit: string;
  language: Language;
}

export function writingOf(values: readonly number[], unit: UnitWords, language: Language): Writing {
  const scale = commonScale(values, language);
  return { scale, unit: scaledUnit(scale, unit, language), language };
}

/** A value with its unit: "more than 1,000 billion CNY", "12.5%". */
export function valueWords(value: Bounded, writing: Writing): string {
  const { scale, unit, language } = writing;
  return withUnit(scaledText(value, scale, language, true), unit);
}

/** A sign of percent stands at the number; a word does not. */
const withUnit = (digits: string, unit: string): string => (/^[%‰]/.test(unit) || !unit ? digits + unit : `${digits} ${unit}`);

/** From and to of each class, with as few digits as tell all its borders apart: "12.5–31". */
export function classWords(classes: readonly ValueClass[], { scale, language }: Writing): string[] {
  const borders = [...new Set(classes.flatMap(({ from, to }) => [from, to]))].map((border) => border / scale.size);
  const written = (digits: number) => {
    const format = new Intl.NumberFormat(language === "zh" ? locales.zh : locales.en, { maximumSignificantDigits: digits });
    return (value: number) => format.format(value);
  };
  const enough = [3, 4, 5, 6].find((digits) => new Set(borders.map(written(digits))).size === borders.length) ?? 7;
  const write = written(enough);
  return classes.map(({ from, to }) => {
    const [low, high] = [write(from / scale.size), write(to / scale.size)];
    if (low === high) return low;
    // Two minus signs and a dash could not be told apart.
    return from < 0 ? `${low} … ${high}` : `${low}–${high}`;
  });
}
