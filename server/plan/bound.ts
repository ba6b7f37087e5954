// A computed number as the API tells it.
import type { Words } from "../contract/language.ts";
import { builder } from "../graphql/builder.ts";
import { enumOf } from "../graphql/fields.ts";
import { type Beside, computedIn, saidIn, type UnitNames } from "./amounts.ts";
import { type Given, type Interval, saidOf } from "./interval.ts";

interface Told extends Given {
  unit: UnitNames;
  text: Words;
}

export const Bound = builder.objectRef<Told>("Bound");
Bound.implement({
  description:
    "A computed number, or the bounds within which it lies: computed of figures such as 'more than 1000' it is 'more than' itself.",
  fields: (t) => ({
    value: t.exposeFloat("value", { description: "The number; of a RANGE its lower end." }),
    valueMax: t.exposeFloat("valueMax", { nullable: true, description: "Upper end of a RANGE." }),
    qualifier: t.field({
      type: enumOf("Qualifier"),
      description: "What is known of the number.",
      resolve: ({ qualifier }) => qualifier as never,
    }),
    unitZh: t.string({ description: "Its unit, in Chinese.", resolve: ({ unit }) => unit.nameZh }),
    unitEn: t.string({ description: "Its unit, in English.", resolve: ({ unit }) => unit.nameEn }),
    textZh: t.string({ description: "Number and unit as people say them, in Chinese.", resolve: ({ text }) => text.zh }),
    textEn: t.string({ description: "Number and unit as people say them, in English.", resolve: ({ text }) => text.en }),
  }),
});

/** Nothing where nothing is known of the number. What is only the distance of two published numbers is said to the digit. */
export function bound(interval: Interval | null, unit: UnitNames, beside: Beside | "exact"): Told | null {
  const given = interval && saidOf(interval);
  return given ? { ...given, unit, text: beside === "exact" ? saidIn(given, unit) : computedIn(given, unit, beside) } : null;
}
