// Numbers as people say them, for the sentences that the server writes: 31.406 million passengers, 3,140.6 万人次. A published
// figure is said to the digit, as the page's tables say it; a computed one only as far as it can be meant.
import type { Language, Words } from "../contract/language.ts";
import { numberText, qualifierWords, quantityText } from "../contract/quantities.ts";
import { type Given, type Interval, saidOf } from "./interval.ts";

export interface UnitNames {
  slug: string;
  nameZh: string;
  nameEn: string;
}

/** A figure in both languages, as it was published: "more than 1,000 trains", "超过 1,000 列". */
export const saidIn = ({ value, valueMax, qualifier }: Given, unit: UnitNames): Words =>
  bothOf((language) => {
    if (qualifier === "EXACT") return quantityText(value, unit, language);
    if (qualifier === "RANGE") return `${numberText(value, language)}–${quantityText(valueMax ?? value, unit, language)}`;
    return `${qualifierWords[qualifier][language]} ${quantityText(value, unit, language)}`;
  });

const bothOf = (say: (language: Language) => string): Words => ({ zh: say("zh"), en: say("en") });

/** More digits than this a computed number does not have. */
const FEWEST_DIGITS = 3;
const MOST_DIGITS = 9;

/** Numbers that a computed one stands beside: those that were published, which stay as they are, and the goal. */
export interface Beside {
  published: readonly number[];
  goal: number | null;
}

/**
 * A computed number in both languages, to three digits that count: "34 million passengers". Bounds are rounded outwards, so that
 * they still hold; where three digits would set it on the other side of the goal, or on it, there are more.
 */
export function computedIn({ value, valueMax, qualifier }: Given, unit: UnitNames, beside: Beside): Words {
  const [down, up] = [Math.floor, Math.ceil];
  const isUpper = qualifier === "AT_MOST" || qualifier === "LESS_THAN";
  const direction = qualifier === "EXACT" ? Math.round : isUpper ? up : down;
  const rounded = { value: rough(value, direction, beside), valueMax: valueMax === null ? null : rough(valueMax, up, beside) };
  return saidIn({ ...rounded, qualifier }, unit);
}

function rough(value: number, direction: (steps: number) => number, { published, goal }: Beside): number {
  if (value === 0 || published.includes(value)) return value;
  const side = (of: number): number => (goal === null ? 0 : Math.sign(of - goal));
  for (let count = FEWEST_DIGITS; count < MOST_DIGITS; count++) {
    const step = count - 1 - Math.floor(Math.log10(Math.abs(value)));
    // Rid of what binary fractions leave behind, so that 3.3 is not rounded up to 3.31.
    const steps = Number((value * 10 ** step).toPrecision(12));
    const rounded = Number((direction(steps) / 10 ** step).toPrecision(12));
    if (side(rounded) === side(value)) return rounded;
  }
  return value;
}

const unknown: Words = { zh: "未知", en: "not known" };

/** A computed interval in both languages. */
export function intervalIn(interval: Interval, unit: UnitNames, beside: Beside): Words {
  const said = saidOf(interval);
  return said ? computedIn(said, unit, beside) : unknown;
}

const suffixed = ({ slug, nameZh, nameEn }: UnitNames, zh: string, en: string): UnitNames => ({
  slug,
  nameZh: nameZh + zh,
  nameEn: nameEn + en,
});

/** The unit of a change per year. */
export const perYear = (unit: UnitNames): UnitNames => suffixed(unit, "/年", " per year");

/** The unit of a difference between two values: percent differ by percentage points, places by places. */
export function difference(unit: UnitNames): UnitNames {
  if (unit.slug === "percent") return { slug: "points", nameZh: "个百分点", nameEn: "percentage points" };
  return unit.slug === "rank" ? { slug: "places", nameZh: "位", nameEn: "places" } : unit;
}
