// Formats numbers for the sentences that the server writes: 31.406 million passengers, 3,140.6 万人次. A published figure keeps all
// its digits, as in the tables of the page; a computed one only its significant digits.
import { type BilingualText, inBothLanguages } from "../contract/language.ts";
import { afterVerb, qualifierWord, quantityRange, quantityText, roundingOf } from "../contract/quantities.ts";
import { type Interval, type QualifiedNumber, toQualifiedNumber } from "./interval.ts";

export interface UnitNames {
  slug: string;
  nameZh: string;
  nameEn: string;
}

/** A figure in both languages, as published: "more than 1,000 trains", "超过 1,000 列". */
export const formatQualified = ({ value, valueMax, qualifier }: QualifiedNumber, unit: UnitNames): BilingualText =>
  inBothLanguages((language) => {
    if (qualifier === "EXACT") return quantityText(value, unit, language);
    if (qualifier === "RANGE") return quantityRange(value, valueMax ?? value, unit, language);
    return `${qualifierWord(qualifier, value, language)} ${quantityText(value, unit, language, roundingOf(qualifier))}`;
  });

/** Bounds on the significant digits of a computed number. */
const MIN_DIGITS = 3;
const MAX_DIGITS = 9;
/** The numbers that a computed one is compared with: published ones, which are never rounded, and the goal. */
export interface ComparedNumbers {
  published: readonly number[];
  goal: number | null;
}

/**
 * A computed number in both languages, to three significant digits: "34 million passengers". Bounds are rounded outwards, so that
 * they still hold. Where rounding would move the number onto or across the goal, it keeps more digits.
 */
export function formatComputed(
  { value, valueMax, qualifier }: QualifiedNumber,
  unit: UnitNames,
  compared: ComparedNumbers,
): BilingualText {
  const [down, up] = [Math.floor, Math.ceil];
  const isUpper = qualifier === "AT_MOST" || qualifier === "LESS_THAN";
  const direction = qualifier === "EXACT" ? Math.round : isUpper ? up : down;
  const roundedNumber = {
    value: roundToFewDigits(value, direction, compared),
    valueMax: valueMax === null ? null : roundToFewDigits(valueMax, up, compared),
  };
  return formatQualified({ ...roundedNumber, qualifier }, unit);
}

function roundToFewDigits(value: number, direction: (steps: number) => number, { published, goal }: ComparedNumbers): number {
  if (value === 0 || published.includes(value)) return value;
  const sideOfGoal = (number: number): number => (goal === null ? 0 : Math.sign(number - goal));
  for (let count = MIN_DIGITS; count < MAX_DIGITS; count++) {
    const step = count - 1 - Math.floor(Math.log10(Math.abs(value)));
    // Removes floating-point noise, so that 3.3 is not rounded up to 3.31.
    const steps = Number((value * 10 ** step).toPrecision(12));
    const rounded = Number((direction(steps) / 10 ** step).toPrecision(12));
    if (sideOfGoal(rounded) === sideOfGoal(value)) return rounded;
  }
  return value;
}

const opposites = { MORE_THAN: "LESS_THAN", AT_LEAST: "AT_MOST", LESS_THAN: "MORE_THAN", AT_MOST: "AT_LEAST" } as const;

/** A computed change; one with a single, negative bound as a fall: "a fall of less than 1.41 million passengers per year, or a rise". */
export function formatChange(change: QualifiedNumber, unit: UnitNames, compared: ComparedNumbers): BilingualText {
  const { value, qualifier } = change;
  const opposite = opposites[qualifier as keyof typeof opposites];
  if (value >= 0 || !opposite) return formatComputed(change, unit, compared);
  const size = formatComputed({ value: -value, valueMax: null, qualifier: opposite }, unit, compared);
  const fall = { zh: `${/^%/.test(unit.nameZh) ? "下降" : "减少"}${afterVerb(size.zh)}`, en: `a fall of ${size.en}` };
  const mayRise = qualifier === "MORE_THAN" || qualifier === "AT_LEAST";
  return mayRise
    ? { zh: `${fall.zh}，也可能有所${/^%/.test(unit.nameZh) ? "增长" : "增加"}`, en: `${fall.en}, or a rise` }
    : fall;
}

const unknown: BilingualText = { zh: "未知", en: "unknown" };

/** A computed interval in both languages. */
export function formatInterval(interval: Interval, unit: UnitNames, compared: ComparedNumbers): BilingualText {
  const number = toQualifiedNumber(interval);
  return number ? formatComputed(number, unit, compared) : unknown;
}

const suffixed = ({ slug, nameZh, nameEn }: UnitNames, zh: string, en: string): UnitNames => ({
  slug,
  nameZh: nameZh + zh,
  nameEn: nameEn + en,
});

/** The unit of a change per year. */
export const perYear = (unit: UnitNames): UnitNames => suffixed(unit, "/年", " per year");

/** The unit of a difference between two values: percentage points for percent, places for ranks. */
export function unitOfDifference(unit: UnitNames): UnitNames {
  if (unit.slug === "percent") return { slug: "points", nameZh: "个百分点", nameEn: "percentage points" };
  return unit.slug === "rank" ? { slug: "places", nameZh: "位", nameEn: "places" } : unit;
}
