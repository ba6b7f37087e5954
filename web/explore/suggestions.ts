import { useQuery } from "urql";
import { graphql } from "../core/graphql.ts";
import { useCatalogue } from "./catalogue.ts";
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
  }
`);

/** Sites and districts whose names meet the text. The server knows pinyin; a district's English name is its pinyin. */
export function useSuggestions(text: string) {
  const [{ data, fetching }] = useQuery({ query: suggestionQuery, variables: { text }, pause: text === "" });
  const { catalogue } = useCatalogue();
  const bare = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const wanted = bare(text);
  const districts = wanted
    ? (catalogue?.districts.filter(({ nameZh, nameEn }) => nameZh.includes(wanted) || bare(nameEn).startsWith(wanted)) ?? [])
    : [];
  const sites = text ? (data?.sites.nodes ?? []).map((site) => ({ ...site, hollow: isHollow(site) })) : [];
  return { sites, districts: districts.slice(0, 3), known: text !== "" && !fetching && data !== undefined };
}
