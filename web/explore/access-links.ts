import type { FormatName } from "../../server/contract/downloads.ts";
import type { Language } from "../../server/contract/language.ts";
import type { Filter } from "../../server/contract/site-filter.ts";
import { filterQuery, siteFilter } from "../address/filter.ts";

/** The address of the filtered set as a file, with the figures of a day where one is given. */
export function downloadAddress(format: FormatName, filter: Filter, language: Language, asOf: string | null): string {
  const parts = [filterQuery(filter), asOf && `asof=${asOf}`, `lang=${language}`];
  return `/download/sites.${format}?${parts.filter(Boolean).join("&")}`;
}

const query =
  "query Sites($filter: SiteFilter, $after: String, $asOf: DateTime) { sites(filter: $filter, first: 200, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { slug kind nameZh nameEn location { point accuracyM } latestFigures(asOf: $asOf) { indicator { slug } qualifier value published periodEnd } } } }";

/** The same query for a shell: the filter as it goes to GraphQL. An apostrophe ends the shell's quotation and is put between two. */
export function queryCommand(filter: Filter, origin: string, asOf: string | null): string {
  const body = JSON.stringify({ query, variables: { filter: siteFilter(filter), ...(asOf && { asOf }) } });
  return `curl -s ${origin}/graphql -H 'content-type: application/json' -d '${body.replaceAll("'", String.raw`'\''`)}'`;
}
