import { useAnswer } from "../core/answer.ts";
import { graphql, type ResultOf } from "../core/graphql.ts";

const searchQuery = graphql(`
  query Search($text: String!) {
    search(text: $text, first: 6) {
      kind
      matches {
        __typename
        slug
        nameZh
        nameEn
        exact
        matchedPart
        matchedText
        ... on SiteMatch {
          site {
            __typename
            kind
            district { nameZh nameEn }
            ... on LogisticsHub { level }
          }
        }
        ... on IndicatorMatch { indicator { appliesTo } }
        ... on PointMatch { inDistrict { nameZh nameEn } }
      }
    }
  }
`);

export type SearchGroup = ResultOf<typeof searchQuery>["search"][number];
export type SearchMatch = SearchGroup["matches"][number];

/** What the text finds, by group. While the next answer loads the last one stays. */
export function useSearch(text: string) {
  const { data, isFetching } = useAnswer(searchQuery, { text }, { keepLast: true, isPaused: text === "" });
  return { groups: data?.search ?? [], isFetching, isComplete: data !== undefined && !isFetching };
}
