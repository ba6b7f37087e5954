import { graphql, type ResultOf } from "../core/graphql.ts";
import { figureFragment } from "../provenance/figure.ts";

export const siteQuery = graphql(
  `
  query Site($slug: String!, $asOf: DateTime) {
    site(slug: $slug) {
      __typename
      slug
      kind
      nameZh
      nameEn
      aliases
      status
      confidence
      historyZh
      historyEn
      basisZh
      basisEn
      operatorZh
      operatorEn
      website
      contact { phone nameZh nameEn source { slug titleZh titleEn publishedOn } }
      localityZh
      localityEn
      noteZh
      noteEn
      location { point accuracyM confidence noteZh noteEn }
      district { code nameZh nameEn }
      functionalArea { slug nameZh nameEn }
      parent { slug kind nameZh nameEn }
      parts { slug kind nameZh nameEn }
      industries { slug nameZh nameEn }
      sources { slug publisherZh publisherEn titleZh titleEn publishedOn url access }
      nearestStation { distanceKm station { nameZh nameEn lines { id nameZh nameEn } } }
      nearestGateways {
        gateway
        distanceKm
        bearingDegrees
        site { __typename slug kind nameZh nameEn location { point } ... on LogisticsHub { level } }
      }
      latestFigures(asOf: $asOf) { id }
      observations(first: 100, asOf: $asOf) { ...Figure isPreferred(asOf: $asOf) conflicting(asOf: $asOf) { id } }
      ... on ServiceTradePark { theme designation }
      ... on ExportBase { field batchZh batchEn holderKind holderZh holderEn holderConfidence }
      ... on BondedZone { sealedOn }
      ... on LogisticsHub { level hubType facility }
    }
  }
`,
  [figureFragment],
);

export type SiteDetails = NonNullable<ResultOf<typeof siteQuery>["site"]>;
