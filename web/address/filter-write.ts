import { addressPart } from "../../server/contract/typed-text.ts";
import { choiceNames } from "./choices.ts";
import type { FigureRange, Filter } from "./filter.ts";

/** The filter as query parameters, the empty ones left out. */
export function writeFilter(filter: Filter): [name: string, value: string][] {
  const near = filter.near && [filter.near.lon, filter.near.lat, filter.near.km].join(",");
  const all: [string, string | null | undefined][] = [
    ["kinds", filter.kinds.join(",")],
    ["districts", filter.districts.join(",")],
    ["areas", filter.areas.join(",")],
    ["industries", filter.industries.join(",")],
    ["statuses", filter.statuses.join(",")],
    ["q", filter.q],
    ["bbox", filter.bbox?.join(",")],
    ["near", near],
    ["within", filter.within && JSON.stringify(filter.within)],
    ["located", filter.located === null ? null : String(filter.located)],
    ["nearKind", filter.nearKind && `${filter.nearKind.kind},${filter.nearKind.km}`],
    ["figures", filter.figures.map(writeFigure).join(",")],
    ["filter", filter.cql],
    ["and", filter.and],
    ["or", filter.or],
    ["not", filter.not],
    ...choiceNames.map((name): [string, string] => [name, filter[name].join(",")]),
  ];
  return all.filter((pair): pair is [string, string] => Boolean(pair[1]));
}

export function isFiltered(filter: Filter): boolean {
  return writeFilter(filter).length > 0;
}

/**
 * The filter as the query of a request. What separates numbers stays as it is: percent signs would make an area half as long again,
 * and the longest that the page reads (see filter-parts.ts) has to fit into the head of a request.
 */
export function filterQuery(filter: Filter): string {
  return writeFilter(filter)
    .map(([name, value]) => `${name}=${addressPart(value).replace(/%2C|%3A|%5B|%5D/g, decodeURIComponent)}`)
    .join("&");
}

export function writeFigure({ indicator, year, atLeast, atMost }: FigureRange): string {
  const range = atLeast === null && atMost === null ? "" : `:${atLeast ?? ""}..${atMost ?? ""}`;
  return `${indicator}${year === null ? "" : `@${year}`}${range}`;
}
