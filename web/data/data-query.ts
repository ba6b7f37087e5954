import { graphql, type ResultOf } from "../core/graphql.ts";

export const dataQuery = graphql(`
  query Data {
    atlas { version publishedAt }
    dataNotes { slug kind topicZh topicEn detailZh detailEn }
    indicators { slug nameZh nameEn definitionZh definitionEn observationCount
      frequency aggregation direction standard appliesTo unit { slug nameZh nameEn scaleZh scaleEn } }
  }
`);

export const sourcesQuery = graphql(`
  query Sources($after: String) {
    sources(first: 100, after: $after) {
      nodes { slug publisherZh publisherEn titleZh titleEn publishedOn url access publisherKind }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const completenessQuery = graphql(`
  query Completeness($set: SubjectSet!, $filter: SiteFilter, $first: Int!, $firstIndicators: Int!, $asOf: DateTime) {
    completeness(set: $set, filter: $filter, first: $first, firstIndicators: $firstIndicators, asOf: $asOf) {
      totalSubjects totalIndicators possible filled share medianAgeDays
      columns { possible filled indicator { slug nameZh nameEn } }
      rows {
        key nameZh nameEn share
        cells {
          isApplicable figures expectations year ageDays status conflicting
          figure { id periodKind periodStart periodEnd sources { slug publisherZh publisherEn } }
        }
      }
    }
  }
`);

export type Matrix = ResultOf<typeof completenessQuery>["completeness"];
type MatrixRow = Matrix["rows"][number];
export type MatrixCell = MatrixRow["cells"][number];
export type DataAnswer = ResultOf<typeof dataQuery>;
