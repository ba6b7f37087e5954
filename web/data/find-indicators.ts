import { foldText } from "../../server/contract/fold.ts";
import type { DataAnswer } from "./data-query.ts";

/** What indicators are distinguished by, in the order in which it is shown. */
export const facets = ["frequency", "aggregation", "direction", "standard", "appliesTo"] as const;
export type Facet = (typeof facets)[number];

export type IndicatorSearch = { words: string } & { [facet in Facet]?: string | undefined };

type Indicator = DataAnswer["indicators"][number];

/** The indicators that match all words, by name or definition in either language, and all chosen facets. */
export function matchingIndicators(indicators: readonly Indicator[], search: IndicatorSearch): Indicator[] {
  const words = foldText(search.words).split(/\s+/).filter(Boolean);
  return indicators.filter((indicator) => {
    const { slug, nameZh, nameEn, definitionZh, definitionEn } = indicator;
    const searchableText = foldText([slug, nameZh, nameEn, definitionZh, definitionEn].join(" "));
    const matchesFacet = (facet: Facet) => !search[facet] || [indicator[facet]].flat().some((value) => value === search[facet]);
    return words.every((word) => searchableText.includes(word)) && facets.every(matchesFacet);
  });
}
