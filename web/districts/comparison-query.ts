import { graphql, type ResultOf } from "../core/graphql.ts";
import { figureFragment } from "../provenance/figure.ts";

/** Columns, rows and cells with the figures that they are computed from. */
export const comparisonQuery = graphql(
  `
  query Comparison($set: SubjectSet!, $measures: [MeasureInput!]!, $filter: SiteFilter, $period: String, $asOf: DateTime) {
    atlas { version publishedAt }
    compare(set: $set, measures: $measures, filter: $filter, period: $period, asOf: $asOf) {
      set
      years
      columns {
        key
        indicator { slug nameZh nameEn definitionZh definitionEn }
        kind
        formula
        unit { slug nameZh nameEn }
        unitZh
        unitEn
        direction
        year
        firstYear
        lastYear
        years
        count
        siteCount
        sitesWithoutDistrict
        sitesWithoutFunctionalArea
        median
        medianMax
        medianQualifier
        best
        least
        greatest
        cityValue
        city { value valueMax qualifier year }
      }
      rows {
        key
        nameZh
        nameEn
        namePinyin
        subject {
          __typename
          ... on District { officialAreaKm2: areaKm2 areaConfidence noteZh noteEn }
          ... on FunctionalArea { areaKm2 noteZh noteEn sources { slug publisherZh publisherEn titleZh titleEn publishedOn url access } }
        }
        cells {
          value
          valueMax
          qualifier
          notComputable
          year
          fromYear
          rank
          rankFrom
          rankTo
          rankOf
          previousRank
          gapToBest
          confidence
          excludedAreas { slug nameZh nameEn }
          figures { ...Figure }
          series { year value valueMax qualifier notComputable comparableSince }
        }
      }
    }
  }
`,
  [figureFragment],
);

export type ComparisonAnswer = ResultOf<typeof comparisonQuery>;
export type Comparison = ComparisonAnswer["compare"];
export type Column = Comparison["columns"][number];
export type Row = Comparison["rows"][number];
export type Cell = Row["cells"][number];
