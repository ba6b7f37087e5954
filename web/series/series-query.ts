import { graphql, type ResultOf } from "../core/graphql.ts";
import { figureFragment } from "../provenance/figure.ts";

/** What a series is of: one of these, by slug or code. */
export interface SeriesSubject {
  sites?: string[];
  districts?: string[];
  functionalAreas?: string[];
  regions?: string[];
}

export const seriesQuery = graphql(
  `
  query Series($filter: ObservationFilter!, $asOf: DateTime) {
    observations(filter: $filter, first: 200, asOf: $asOf) {
      nodes {
        ...Figure
        isPreferred(asOf: $asOf)
        yearOnYear(asOf: $asOf) { value valueMax qualifier notComputable }
        averageGrowth(asOf: $asOf) { value valueMax qualifier notComputable years base { periodEnd } }
        measured: indicator { nature }
        explained: seriesBreak { note { topicZh topicEn detailZh detailEn } }
      }
    }
  }
`,
  [figureFragment],
);

export type SeriesRecord = ResultOf<typeof seriesQuery>["observations"]["nodes"][number];
