import { useAnswer } from "../core/answer.ts";
import { graphql } from "../core/graphql.ts";
import { isHollow } from "./result.ts";

const suggestionQuery = graphql(`
  query Suggestions($text: String!) {
    sites(filter: { text: $text }, first: 7) {
      nodes {
        __typename
        slug
        kind
        nameZh
        nameEn
        district { nameZh nameEn }
        ... on LogisticsHub { level }
      }
    }
    districts(text: $text) { code nameZh nameEn }
    functionalAreas(text: $text) { slug nameZh nameEn }
  }
`);

/** Sites, districts and functional areas whose names meet the text. */
export function useSuggestions(text: string) {
  const { data: shown, fetching } = useAnswer(suggestionQuery, { text }, { keepLast: true, pause: text === "" });
  const sites = shown?.sites.nodes.map((site) => ({ ...site, hollow: isHollow(site) })) ?? [];
  const districts = shown?.districts.slice(0, 3) ?? [];
  const areas = shown?.functionalAreas.slice(0, 3) ?? [];
  return { sites, districts, areas, isComplete: shown !== undefined && !fetching };
}
