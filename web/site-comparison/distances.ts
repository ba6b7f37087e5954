import type { ComparedSite } from "./comparison-query.ts";

/** The straight-line distance between two of the sites in km, by the server; null where one has no published location. */
export function distanceBetween(from: Pick<ComparedSite, "among">, to: Pick<ComparedSite, "slug">): number | null {
  return from.among.find(({ site }) => site.slug === to.slug)?.distanceKm ?? null;
}

/** In the order in which they were picked; slugs that no site has are left out. */
export const sitesInOrder = <Site extends { slug: string }>(slugs: readonly string[], sites: readonly Site[]): Site[] =>
  slugs.flatMap((slug) => sites.find((site) => site.slug === slug) ?? []);
