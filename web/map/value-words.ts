import type { TFunction } from "i18next";
import type { Language } from "../../server/contract/language.ts";
import type { NotComputableName } from "../../server/contract/not-computable.ts";
import {
  commonScale,
  computedDigits,
  formatDigits,
  numberRange,
  type Scale,
  withUnit,
} from "../../server/contract/quantities.ts";
import { type QualifiedValue, scaledText, scaledUnit } from "../core/scale.ts";
import type { ValueClass } from "./value-classes.ts";

/** A unit in both languages; empty for a pure number. */
interface UnitWords {
  zh: string | null;
  en: string | null;
}

/** The number format of one map: one scale for all, whose word is written with the unit. */
export interface NumberStyle {
  scale: Scale;
  unit: string;
  /** The numbers are counts, so they are whole. */
  isCount?: boolean;
  language: Language;
}

export function numberStyleOf(values: readonly number[], unit: UnitWords, language: Language, isCount = false): NumberStyle {
  // Published and computed numbers alike: each with the digits that it has.
  const { size, word } = commonScale(values, language, computedDigits);
  const scale = { size, word };
  return { scale, unit: scaledUnit(scale, unit, language), isCount: isCount && scale.size === 1, language };
}

/** A value with its unit: "more than CNY 1,000 billion", "12.5%". */
export function valueText(value: QualifiedValue, style: NumberStyle): string {
  const { scale, unit, language } = style;
  return withUnit(scaledText(value, scale, language, true), unit);
}

/** Why a district is in no class, in the few words of a legend: a reason without its explanation. */
export function causeText(cause: "bound" | "range" | "none" | NotComputableName, t: TFunction): string {
  if (cause === "bound" || cause === "range" || cause === "none") return t(`figures.${cause}`);
  return t(`notComputable.${cause}`).replace(/[:：].*/, "");
}

/** The lower end of the first class and the upper end of the last, as labels of a scale. */
export function scaleEndTexts(classes: readonly ValueClass[], { scale, language }: NumberStyle): [string, string] {
  const write = (value: number | undefined) => formatDigits((value ?? 0) / scale.size, language, { maximumSignificantDigits: 3 });
  return [write(classes.at(0)?.from), write(classes.at(-1)?.to)];
}

/** A unit is written once above a column; a percent sign stays at each number. */
export function separateUnit(style: NumberStyle): { unit: string | null; style: NumberStyle } {
  return startsWithPercentSign(style.unit) ? { unit: null, style } : { unit: style.unit || null, style: { ...style, unit: "" } };
}

const startsWithPercentSign = (unit: string): boolean => /^[%‰]/.test(unit);

/**
 * The range of each class, with as many decimals as keep all boundaries distinct. A value on a boundary is in the upper class:
 * "5.0–<12.5", "12.5–31.0". For counts no number is in two classes: "2–4".
 */
export function classRangeTexts(classes: readonly ValueClass[], { scale, language, isCount }: NumberStyle): string[] {
  if (isCount)
    return classes.map(({ from, to }, index) =>
      countRangeText(Math.ceil(from), index + 1 < classes.length ? Math.ceil(to) - 1 : to, language),
    );
  const borders = [...new Set(classes.flatMap(({ from, to }) => [from, to]))].map((border) => border / scale.size);
  const formatWith = (digits: number) => (value: number) => formatDigits(value, language, { maximumSignificantDigits: digits });
  const areDistinct = (digits: number) => new Set(borders.map(formatWith(digits))).size === borders.length;
  const areExact = (digits: number) =>
    borders.every((border) => Number(border.toPrecision(digits)) === Number(border.toPrecision(9)));
  // Round boundaries are written exactly, or a value next to one would seem to be in the wrong class.
  const digitsNeeded =
    [3, 4, 5, 6].find((digits) => areDistinct(digits) && areExact(digits)) ?? [3, 4, 5, 6].find(areDistinct) ?? 7;
  const decimals = Math.max(0, ...borders.map((border) => decimalsOf(Number(border.toPrecision(digitsNeeded)))));
  const write = (value: number) =>
    formatDigits(value / scale.size, language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return classes.map(({ from, to }, index) => {
    const [low, high] = [write(from), write(to)];
    if (low === high) return low;
    const end = classes[index + 1]?.from === to ? `<${high}` : high;
    // Two minus signs and a dash could not be distinguished.
    return from < 0 ? `${low} … ${end}` : numberRange(low, end, language);
  });
}

function decimalsOf(number: number): number {
  const [digits = "", exponent = "0"] = String(number).split("e");
  return Math.min(20, Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent)));
}

function countRangeText(from: number, to: number, language: Language): string {
  const write = (value: number) => formatDigits(value, language);
  return from >= to ? write(to) : numberRange(write(from), write(to), language);
}
