import { builder } from "../core/builder.ts";

/** Why there is no number. */
export const NotComputable = builder.enumType("NotComputable", {
  description: "Why there is no number.",
  values: {
    NO_FIGURE: { description: "No figure of that period is known." },
    NO_BASE: {
      description: "What it is put in proportion to is not known: the like period before, GDP of the same period.",
    },
    ZERO_BASE: { description: "What it is put in proportion to is zero or less, or a growth starts from or ends below zero." },
    NO_AREA: { description: "The area is not known." },
    NO_POPULATION: { description: "The population of that year is not known." },
    NO_WORKERS: { description: "The number of employees of that year is not known." },
    NO_CITY_FIGURE: { description: "The figure of the whole city for that period is not known." },
    BOUNDS_ONLY: {
      description: "The figures are bounds on different sides, so that nothing can be said: more than 100 by more than 50.",
    },
    NOT_ADDITIVE: { description: "A share, rate or rank is not put in proportion to anything." },
    NOT_FOR_COUNTS: { description: "Sites are counted as they are today: their number has no history." },
    DIFFERENT_GROUND: {
      description:
        "The two were counted on different ground: statistics count a district without the functional areas that they list apart, its area and its sites are those of the whole.",
    },
    NO_SPREAD: { description: "All have the same number, so that it tells nobody apart." },
  } as const,
});
