import type { Language } from "../core/address.ts";
import type { Filter } from "../core/filter.ts";
import { filterQuery } from "../core/filter-write.ts";
import { siteFilter } from "../core/site-filter.ts";

/** The address of the filtered set as a file. */
export function downloadAddress(ending: string, filter: Filter, language: Language): string {
  return `/download/sites.${ending}?${[filterQuery(filter), `lang=${language}`].filter(Boolean).join("&")}`;
}

const query =
  "query Sites($filter: SiteFilter, $after: String) { sites(filter: $filter, first: 200, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { slug kind nameZh nameEn location { point accuracyM } latestFigures { indicator { slug } qualifier value published periodEnd } } } }";

/** The same question for a shell: the filter as it goes to GraphQL. An apostrophe ends the shell's quotation and is put between two. */
export function queryCommand(filter: Filter, origin: string): string {
  const body = JSON.stringify({ query, variables: { filter: siteFilter(filter) } });
  return `curl -s ${origin}/graphql -H 'content-type: application/json' -d '${body.replaceAll("'", String.raw`'\''`)}'`;
}
