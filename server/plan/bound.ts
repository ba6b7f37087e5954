// A computed number in the API.
import type { BilingualText } from "../contract/language.ts";
import { builder } from "../graphql/builder.ts";
import { enumOf } from "../graphql/fields.ts";
import { type ComparedNumbers, formatChange, formatComputed, formatQualified, type UnitNames } from "./amounts.ts";
import { type Interval, type QualifiedNumber, toQualifiedNumber } from "./interval.ts";

interface ComputedNumber extends QualifiedNumber {
  unit: UnitNames;
  text: BilingualText;
}

export const Bound = builder.objectRef<ComputedNumber>("Bound");
Bound.implement({
  description:
    "A computed number, or the bounds within which it lies: computed from figures such as 'more than 1000', it is itself 'more than'.",
  fields: (t) => ({
    value: t.exposeFloat("value", { description: "The number; of a RANGE its lower end." }),
    valueMax: t.exposeFloat("valueMax", { nullable: true, description: "Upper end of a RANGE." }),
    qualifier: t.field({
      type: enumOf("Qualifier"),
      description: "How exact the number is.",
      resolve: ({ qualifier }) => qualifier as never,
    }),
    unitZh: t.string({ description: "Its unit, in Chinese.", resolve: ({ unit }) => unit.nameZh }),
    unitEn: t.string({ description: "Its unit, in English.", resolve: ({ unit }) => unit.nameEn }),
    textZh: t.string({ description: "Number and unit, formatted in Chinese.", resolve: ({ text }) => text.zh }),
    textEn: t.string({ description: "Number and unit, formatted in English.", resolve: ({ text }) => text.en }),
  }),
});

/** A change per year; null where the interval is unbounded. */
export function changeOf(interval: Interval | null, unit: UnitNames, compared: ComparedNumbers): ComputedNumber | null {
  const number = interval && toQualifiedNumber(interval);
  return number ? { ...number, unit, text: formatChange(number, unit, compared) } : null;
}

/** Null where the interval is unbounded. The difference of two published numbers ("exact") keeps all its digits. */
export function boundOf(interval: Interval | null, unit: UnitNames, compared: ComparedNumbers | "exact"): ComputedNumber | null {
  const number = interval && toQualifiedNumber(interval);
  return number
    ? { ...number, unit, text: compared === "exact" ? formatQualified(number, unit) : formatComputed(number, unit, compared) }
    : null;
}
