import type { Language } from "../../server/contract/language.ts";
import type { Filter } from "../../server/contract/site-filter.ts";
import { siteFilter } from "../address/filter.ts";
import { useAnswer } from "../core/answer.ts";
import { graphql, type ResultOf } from "../core/graphql.ts";

/** As many as one page of the API may have; the list says so when there are more. */
export const MAX_LISTED = 200;

const resultQuery = graphql(`
  query Sites($filter: SiteFilter, $order: SiteOrder, $first: Int) {
    sites(filter: $filter, orderBy: $order, first: $first) {
      totalCount
      bounds
      notices { code message }
      distances { certain possible withoutPoint neighboursWithoutPoint uncertain { slug nameZh nameEn isCounted } }
      facets {
        withoutPoint
        kinds { kind count }
        parts { kind count }
        nationalHubs
        districts { code count }
      }
      nodes {
        __typename
        slug
        kind
        nameZh
        nameEn
        status
        localityZh
        localityEn
        district { nameZh nameEn }
        functionalArea { nameZh nameEn }
        parts { slug }
        location { point accuracyM }
        ... on LogisticsHub { level }
      }
    }
  }
`);

export type Result = ResultOf<typeof resultQuery>["sites"];
export type ListedSite = Result["nodes"][number];

/** The sites that meet the filter, in the order of the reader's language. The last result stays until the next one arrives. */
export function useResult(filter: Filter, language: Language) {
  const order = { field: language === "zh" ? "NAME" : "NAME_EN", direction: "ASC" } as const;
  return useAnswer(resultQuery, { filter: siteFilter(filter), order, first: MAX_LISTED }, { keepLast: true });
}

/** Infrastructure behind a hub is drawn hollow, here as on the map. */
export function isHollow(site: { __typename: string; level?: string }): boolean {
  return site.level === "INFRASTRUCTURE";
}
