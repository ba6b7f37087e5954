import { type Filter, filterInput, writeFilter } from "../../server/contract/site-filter.ts";
import { addressPart } from "../../server/contract/typed-text.ts";
import type { graphql } from "../core/graphql.ts";

export const isFiltered = (filter: Filter): boolean => writeFilter(filter).length > 0;

/**
 * The filter as the query of a request. What separates numbers stays as it is: percent signs would make an area half as long again,
 * and the longest that the page reads (MAX_PART_CHARACTERS in server/contract/site-filter.ts) has to fit into the head of a request.
 */
export function filterQuery(filter: Filter): string {
  return writeFilter(filter)
    .map(([name, value]) => `${name}=${addressPart(value).replace(/%2C|%3A|%5B|%5D/g, decodeURIComponent)}`)
    .join("&");
}

/** The filter as the API's SiteFilter. */
export const siteFilter = (filter: Filter) => filterInput(filter) as ReturnType<typeof graphql.scalar<"SiteFilter">>;

/** The list without the value if it is there, with it if it is not. */
export function toggleInList<Value>(list: readonly Value[], value: Value): Value[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}
