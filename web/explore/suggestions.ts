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

/** Sites, districts and functional areas whose names meet the text. The server knows pinyin; a district's English name is its pinyin. */
export function useSuggestions(text: string) {
  const [{ data, fetching }] = useQuery({ query: suggestionQuery, variables: { text }, pause: text === "" });
  const { catalogue } = useCatalogue();
  const bare = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const wanted = bare(text);
  const districts = wanted
    ? (catalogue?.districts.filter(({ nameZh, nameEn }) => nameZh.includes(wanted) || bare(nameEn).startsWith(wanted)) ?? [])
    : [];
  const areas = wanted
    ? (catalogue?.functionalAreas.filter(
        // The English names are long and begin alike, so any part of one will do that is not just a letter or two.
        ({ nameZh, nameEn }) => nameZh.includes(wanted) || (wanted.length > 2 && bare(nameEn).includes(wanted)),
      ) ?? [])
    : [];
  const sites = text ? (data?.sites.nodes ?? []).map((site) => ({ ...site, hollow: isHollow(site) })) : [];
  const known = text !== "" && !fetching && data !== undefined;
  return { sites, districts: districts.slice(0, 3), areas: areas.slice(0, 3), known };
}
