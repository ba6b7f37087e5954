import { graphql, type ResultOf } from "../core/graphql.ts";

export const dataQuery = graphql(`
  query Data {
    atlas { version publishedAt }
    dataNotes { slug kind topicZh topicEn detailZh detailEn }
    indicators { slug nameZh nameEn definitionZh definitionEn observationCount unit { nameZh nameEn } }
  }
`);

export const sourcesQuery = graphql(`
  query Sources($after: String) {
    sources(first: 100, after: $after) {
      nodes { slug publisherZh publisherEn titleZh titleEn publishedOn url access }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export type DataAnswer = ResultOf<typeof dataQuery>;
export type SourceNode = ResultOf<typeof sourcesQuery>["sources"]["nodes"][number];
