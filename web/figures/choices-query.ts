import { useMemo } from "react";
import { useQuery } from "urql";
import { graphql, type ResultOf } from "../core/graphql.ts";
import { type Formula, formulas, type Measure } from "../core/measure.ts";

const choicesQuery = graphql(`
  query ColourChoices($asOf: DateTime) {
    indicators { slug nameZh nameEn nature fits }
    districts { latestFigures(asOf: $asOf) { indicator { slug } } }
  }
`);

type Answer = ResultOf<typeof choicesQuery>;

/** An indicator that some districts have a figure of. */
export interface Choice {
  slug: string;
  nameZh: string;
  nameEn: string;
  /** An amount, which can be put in proportion; a share, a rate or a rank cannot. */
  isAmount: boolean;
  /** How many districts have one. */
  count: number;
}

const none: readonly Choice[] = [];

/** What districts may be coloured by; those that most districts have stand first. */
export function useChoices(asOf: string | null): readonly Choice[] {
  const [{ data }] = useQuery({ query: choicesQuery, variables: { asOf } });
  return useMemo(() => (data ? choicesOf(data) : none), [data]);
}

function choicesOf({ indicators, districts }: Answer): Choice[] {
  const counts = new Map<string, number>();
  for (const { latestFigures } of districts)
    for (const { indicator } of latestFigures) counts.set(indicator.slug, (counts.get(indicator.slug) ?? 0) + 1);
  return indicators
    .filter(({ slug, fits }) => counts.has(slug) && fits.includes("DISTRICT"))
    .map(({ nature, fits: _, ...indicator }) => ({
      ...indicator,
      isAmount: nature === "FLOW" || nature === "STOCK",
      count: counts.get(indicator.slug) ?? 0,
    }))
    .sort((one, other) => other.count - one.count);
}

/** The formulas that a count of sites, an amount or a rate can be put in on a map of districts. */
export function formulasFor({ indicator, kind }: Measure, isAmount: boolean): readonly Formula[] {
  const fits = (formula: Formula) => {
    if (formula === "VALUE") return true;
    // Employees are known of sites only.
    if (formula === "PER_WORKER") return false;
    const ofYears = formula === "YEAR_ON_YEAR" || formula === "AVERAGE_GROWTH";
    // People by people is one.
    if (formula === "PER_HEAD" && indicator?.startsWith("population")) return false;
    if (indicator !== null) return isAmount;
    return !ofYears && (formula !== "LOCATION_QUOTIENT" || kind !== null);
  };
  return formulas.filter(fits);
}
