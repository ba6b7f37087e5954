import { graphql, type ResultOf } from "../core/graphql.ts";
import { figureFragment } from "../provenance/figure.ts";

export const headlineQuery = graphql(
  `
  query Headline($filter: ObservationFilter!, $asOf: DateTime) {
    atlas { version publishedAt }
    observations(filter: $filter, first: 30, asOf: $asOf) {
      nodes { ...Figure isPreferred(asOf: $asOf) }
    }
    plan { horizon }
    planTargets(asOf: $asOf) {
      indicator { slug }
      dataHolderZh
      dataHolderEn
      progress(asOf: $asOf) { state metBeforePlan onlyFiguresBeforePlan latest { id } }
    }
    sites(first: 0) {
      totalCount
      facets { kinds { kind count } parts { kind count } nationalHubs }
    }
  }
`,
  [figureFragment],
);

export type Headline = ResultOf<typeof headlineQuery>;
