import { graphql, type ResultOf } from "../core/graphql.ts";

/** The sites of each district as a cluster, and each index in words. */
export const clustersQuery = graphql(`
  query Clusters($filter: SiteFilter) {
    clusterIndexes { index nameZh nameEn wordsZh wordsEn formula }
    sites(filter: $filter, first: 0) {
      facets { kinds { kind count } parts { kind count } nationalHubs }
    }
    clusters(filter: $filter) {
      totalCount
      withoutDistrict
      outsideCity
      districts {
        key
        district { nameZh nameEn }
        count
        countMax
        density
        densityMax
        gapToLeader
        gapToLeaderMax
        kinds { kind count countMax locationQuotient locationQuotientMax }
        themes { theme count }
        sectors { sector { code nameZh nameEn } count }
        nearestNeighbour { points index notComputable }
        facts { factKind kind numerator numeratorMax denominator ratio ratioMax }
      }
      concentration { kind count cityCount herfindahl gini notComputable leaders { nameZh nameEn } leaderCount }
    }
  }
`);

export type ClustersAnswer = ResultOf<typeof clustersQuery>;
export type Cluster = ClustersAnswer["clusters"]["districts"][number];
export type Concentration = ClustersAnswer["clusters"]["concentration"][number];
export type IndexLabel = ClustersAnswer["clusterIndexes"][number];
