import { graphql, type ResultOf } from "../core/graphql.ts";

/** The subjects most similar to one by the usual profile, and how far apart they are by each measure. */
export const peersQuery = graphql(`
  query Peers($set: SubjectSet!, $subject: String!, $filter: SiteFilter, $asOf: DateTime) {
    peers(set: $set, subject: $subject, filter: $filter, asOf: $asOf, first: 4) {
      noPeersZh
      noPeersEn
      leftOut { measure { ...PeerColumn } notComputable }
      peers {
        key
        nameZh
        nameEn
        distance
        measures { measure { ...PeerColumn } subjectValue peerValue difference }
      }
    }
  }
  fragment PeerColumn on MeasureColumn {
    key
    indicator { nameZh nameEn }
    kind
    formula
    unitZh
    unitEn
    year
  }
`);

type Answer = ResultOf<typeof peersQuery>["peers"];
export type Peer = Answer["peers"][number];
export type PeerMeasure = Peer["measures"][number];
export type LeftOut = Answer["leftOut"][number];
