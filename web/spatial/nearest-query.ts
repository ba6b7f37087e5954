import { useEffect, useMemo } from "react";
import type { GeoPoint } from "../address/spatial.ts";
import { useAnswer } from "../core/answer.ts";
import { graphql, type ResultOf, type SiteKind } from "../core/graphql.ts";
import { showOverlay } from "../map/overlays.ts";

/** More lines than these could not be read. */
const MAX_NEAREST = 5;

const nearestQuery = graphql(`
  query NearestFrom($point: [Float!]!, $kinds: [SiteKind!], $first: Int!) {
    nearest(point: $point, kinds: $kinds, first: $first) {
      distanceKm
      bearingDegrees
      site {
        slug
        kind
        nameZh
        nameEn
        location { point }
        ... on LogisticsHub { level }
      }
    }
  }
`);

export type NearestSite = ResultOf<typeof nearestQuery>["nearest"][number];

/** The sites nearest to a spot, with lines to them on the map while the card is open. */
export function useNearest({ lon, lat }: GeoPoint, kinds: readonly SiteKind[]) {
  const answer = useAnswer(nearestQuery, {
    point: [lon, lat],
    kinds: kinds.length > 0 ? [...kinds] : null,
    first: MAX_NEAREST,
  });
  const nearest = answer.data?.nearest;
  const lines = useMemo(
    () =>
      (nearest ?? []).flatMap(({ distanceKm, site: { slug, location } }) =>
        location?.point.type === "Point" ? [{ slug, from: [lon, lat], to: location.point.coordinates, distanceKm }] : [],
      ),
    [nearest, lon, lat],
  );
  useEffect(() => showOverlay("nearest", { from: [lon, lat], lines }), [lon, lat, lines]);
  return answer;
}
