import { graphql, type ResultOf } from "../core/graphql.ts";

/** The subjects most similar to one, and each measure's share of the distance. */
export const peersQuery = graphql(`
  query Peers($set: SubjectSet!, $subject: String!, $measures: [MeasureInput!]!, $filter: SiteFilter, $period: String, $asOf: DateTime) {
    peers(set: $set, subject: $subject, measures: $measures, filter: $filter, period: $period, asOf: $asOf, first: 4) {
      leftOut { measure { key } notComputable }
      peers {
        key
        nameZh
        nameEn
        distance
        leftOut { measure { key } notComputable }
        measures { measure { key } own theirs share }
      }
    }
  }
`);

export type Peer = ResultOf<typeof peersQuery>["peers"]["peers"][number];
