import type { FormatExtension } from "../../server/contract/downloads.ts";
import type { Language } from "../../server/contract/language.ts";
import type { Filter } from "../../server/contract/site-filter.ts";
import type { Address } from "../address/address.ts";
import { figureIndicators } from "../address/figure-column-ids.ts";
import { filterQuery, siteFilter } from "../address/filter.ts";

/** The most that a file takes. */
const maxFigureColumns = 8;

/** The indicators whose figures the table shows beside the sites: those chosen, else those in the filter; none on the map. */
export function shownFigures({ view, columns, filter }: Pick<Address, "view" | "columns" | "filter">): readonly string[] {
  if (view !== "table") return [];
  const indicators = columns.length > 0 ? figureIndicators(columns) : filter.figures.map(({ indicator }) => indicator);
  return [...new Set(indicators)].slice(0, maxFigureColumns);
}

/** The address of the filtered set as a file, with the figures of a day where one is given, and these in columns beside the sites. */
export function downloadAddress(
  format: FormatExtension,
  filter: Filter,
  language: Language,
  asOf: string | null,
  figures: readonly string[] = [],
): string {
  const query = [...setQuery(filter, figures), asOf && `asof=${asOf}`, `lang=${language}`];
  return `/download/sites.${format}?${query.filter(Boolean).join("&")}`;
}

/** The address of the filtered set in the OGC API, which has the present figures only. */
export const ogcAddress = (filter: Filter, language: Language, figures: readonly string[]): string =>
  `/ogc/collections/sites/items?${[...setQuery(filter, figures), `lang=${language}`].join("&")}`;

const setQuery = (filter: Filter, figures: readonly string[]): string[] =>
  [filterQuery(filter), figures.length > 0 ? `columns=${figures.join(",")}` : ""].filter(Boolean);

/**
 * The query of a filter, with these figures of each site, or all where none are given; one by distance also has how far each site is,
 * and what approximate points leave open.
 */
function queryOf({ near, nearKind, bbox, within }: Filter, figures: readonly string[]): string {
  // A nested filter of the neighbours is no argument of nearest.
  const nearest = nearKind && nearKind.where === null ? nearKind : null;
  const nearestSite = `nearest(kinds: [${nearest?.kind}]${nearest?.level ? `, hubLevels: [${nearest.level}]` : ""}, first: 1)`;
  const parts = [
    ...["slug kind nameZh nameEn location { point accuracyM }"],
    near && `distanceKm(from: ${JSON.stringify(near.point)})`,
    nearest && `${nearestSite} { distanceKm site { slug nameZh nameEn } }`,
    `latestFigures(asOf: $asOf${figures.length > 0 ? `, indicators: ${JSON.stringify(figures)}` : ""}) { indicator { slug } qualifier value published periodEnd }`,
  ];
  const names = "{ slug nameZh nameEn isCounted }";
  const distances =
    (near ?? nearKind ?? bbox ?? within) &&
    `distances { nearestKm certain possible uncertain ${names} withoutPoint neighboursWithoutPoint }`;
  const fields = ["totalCount pageInfo { hasNextPage endCursor }", distances, `nodes { ${parts.filter(Boolean).join(" ")} }`];
  return `query Sites($filter: SiteFilter, $after: String, $asOf: DateTime) { sites(filter: $filter, first: 200, after: $after) { ${fields.filter(Boolean).join(" ")} } }`;
}

/** The same query for a shell: the filter as it goes to GraphQL. An apostrophe ends the shell's quotation and is put between two. */
export function queryCommand(filter: Filter, origin: string, asOf: string | null, figures: readonly string[] = []): string {
  const body = JSON.stringify({
    query: queryOf(filter, figures),
    variables: { filter: siteFilter(filter), ...(asOf && { asOf }) },
  });
  return `curl -s ${origin}/graphql -H 'content-type: application/json' -d '${body.replaceAll("'", String.raw`'\''`)}'`;
}
