import { useEffect } from "react";
import type { CoverageChoice } from "../address/spatial.ts";
import { useAnswer } from "../core/answer.ts";
import { graphql, type ResultOf } from "../core/graphql.ts";
import { showOverlay } from "../map/overlays.ts";

const coverageQuery = graphql(`
  query Coverage($filter: SiteFilter!, $withinKm: Float!) {
    coverage(filter: $filter, withinKm: $withinKm) {
      share
      areaKm2
      coveredKm2
      points
      withoutPoint
      uncovered
      districts {
        share
        sites
        coveredSites
        district { code nameZh nameEn }
      }
    }
  }
`);

export type Coverage = ResultOf<typeof coverageQuery>["coverage"];

/** The share of the city near a kind of site; the rest is shaded on the map while the card is open. */
export function useCoverage({ kind, km }: CoverageChoice) {
  const answer = useAnswer(coverageQuery, { filter: { kinds: [kind] }, withinKm: km });
  const uncovered = answer.data?.coverage.uncovered ?? null;
  useEffect(() => {
    if (uncovered?.type === "Polygon" || uncovered?.type === "MultiPolygon") return showOverlay("uncoveredArea", uncovered);
  }, [uncovered]);
  return answer;
}
