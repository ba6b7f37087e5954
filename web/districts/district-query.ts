import { figureFragment } from "../core/figure.ts";
import { graphql, type ResultOf } from "../core/graphql.ts";

export const districtQuery = graphql(
  `
  query District($code: String!) {
    district(code: $code) {
      code
      nameZh
      nameEn
      areaKm2
      areaConfidence
      noteZh
      noteEn
      siteCounts { kind count }
      functionalAreas { slug nameZh nameEn }
      population { ...Figure }
      latestFigures { id }
      observations(first: 100) { ...Figure }
    }
  }
`,
  [figureFragment],
);

export type DistrictDetails = NonNullable<ResultOf<typeof districtQuery>["district"]>;
