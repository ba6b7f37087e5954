import { figureFragment } from "../core/figure.ts";
import { graphql, type ResultOf } from "../core/graphql.ts";

export const districtsQuery = graphql(
  `
  query Districts {
    districts {
      code
      nameZh
      nameEn
      areaKm2
      population { ...Figure }
      siteCounts { kind count }
    }
    functionalAreas {
      slug
      nameZh
      nameEn
      districts { code }
      latestFigures(indicators: ["population-share-of-city"]) { id }
    }
    sites { totalCount }
  }
`,
  [figureFragment],
);

export type DistrictsAnswer = ResultOf<typeof districtsQuery>;
