import { graphql, type ResultOf } from "../core/graphql.ts";
import { figureFragment } from "../provenance/figure.ts";

export const districtQuery = graphql(
  `
  query District($code: String!, $asOf: DateTime) {
    district(code: $code) {
      code
      nameZh
      nameEn
      areaKm2
      areaConfidence
      noteZh
      noteEn
      siteCounts { kind count }
      possibleSiteCounts { kind count }
      functionalAreas { slug nameZh nameEn }
      population(asOf: $asOf) { ...Figure }
      latestFigures(asOf: $asOf) { id }
      observations(first: 100, asOf: $asOf) { ...Figure isPreferred(asOf: $asOf) conflicting(asOf: $asOf) { id } }
    }
  }
`,
  [figureFragment],
);

export type DistrictDetails = NonNullable<ResultOf<typeof districtQuery>["district"]>;
