import { noFilter } from "../../server/contract/site-filter.ts";
import { siteFilter } from "../address/filter.ts";
import { graphql, type ResultOf } from "../core/graphql.ts";
import { figureFragment } from "../provenance/figure.ts";

/** The compared sites in one statement: facts, latest figures, what is near, and how far they are from each other. */
export const comparedSitesQuery = graphql(
  `
  query ComparedSites($filter: SiteFilter, $slugs: [String!], $first: Int, $asOf: DateTime) {
    atlas { version publishedAt }
    sites(filter: $filter, first: $first) {
      nodes {
        __typename
        slug
        kind
        nameZh
        nameEn
        status
        confidence
        noteZh
        noteEn
        historyZh
        historyEn
        basisZh
        basisEn
        operatorZh
        operatorEn
        website
        contact { phone nameZh nameEn source { slug publisherZh publisherEn titleZh titleEn publishedOn url access } }
        localityZh
        localityEn
        location { point accuracyM confidence }
        district { code nameZh nameEn }
        functionalArea { slug nameZh nameEn districts { nameZh nameEn } }
        parent { nameZh nameEn }
        industries { slug nameZh nameEn }
        sources { slug publisherZh publisherEn titleZh titleEn publishedOn url access }
        nearestStation { distanceKm station { nameZh nameEn } }
        nearestGateways { gateway distanceKm site { slug nameZh nameEn } }
        among: nearest(among: $slugs, first: $first) { distanceKm site { slug } }
        latestFigures(asOf: $asOf) { ...Figure conflicting(asOf: $asOf) { id } indicator { appliesTo } }
        ... on ServiceTradePark { theme designation }
        ... on ExportBase { field batchZh batchEn holderZh holderEn holderConfidence }
        ... on BondedZone { sealedOn }
        ... on LogisticsHub { level hubType facility }
      }
    }
  }
`,
  [figureFragment],
);

export type ComparedSite = ResultOf<typeof comparedSitesQuery>["sites"]["nodes"][number];
export type ComparedFigure = ComparedSite["latestFigures"][number];

/** The filter that these sites alone meet; slugs have no character that CQL2 would read as another. */
export const filterBySlugs = (slugs: readonly string[]) => ({
  ...noFilter,
  cql: `slug IN (${slugs.map((slug) => `'${slug}'`).join(", ")})`,
});

export const variablesOf = (slugs: readonly string[], asOf: string | null) => ({
  filter: siteFilter(filterBySlugs(slugs)),
  slugs: [...slugs],
  first: slugs.length,
  asOf,
});
