import { numberSources, type SourceRecord } from "../provenance/figure.ts";
import type { ComparedSite } from "./comparison-query.ts";

type CitingSite = Pick<ComparedSite, "latestFigures" | "contact" | "sources">;

/** The sources of a site's figures, of its phone number and of its other facts. */
const sourceLists = ({ latestFigures, contact, sources }: CitingSite): SourceRecord[][] => [
  ...latestFigures.map((figure) => figure.sources),
  contact ? [contact.source] : [],
  sources,
];

/** The sources of all sites, numbered. */
export const numberedSources = (sites: readonly CitingSite[]) => numberSources(sites.flatMap(sourceLists));

/** All that a column of the comparison cites, each once, in the order of the numbers. */
export function sourcesOfSite(site: CitingSite, numberOf: (source: SourceRecord) => number | undefined): SourceRecord[] {
  const bySlug = new Map(sourceLists(site).flatMap((list) => list.map((source) => [source.slug, source])));
  return [...bySlug.values()].sort((one, other) => (numberOf(one) ?? 0) - (numberOf(other) ?? 0));
}
