import type { Position } from "geojson";
import { useMemo } from "react";
import { type Filter, noFilter } from "../../server/contract/site-filter.ts";
import { siteFilter } from "../address/filter.ts";
import { useAnswer } from "../core/answer.ts";
import { graphql } from "../core/graphql.ts";
import { distanceKm } from "./geodesic.ts";
import type { NeighbourPlace } from "./overlays.ts";

const neighbourSitesQuery = graphql(`
  query NeighbourSites($filter: SiteFilter) {
    sites(filter: $filter, first: 200) {
      nodes { slug kind nameZh nameEn location { point } ... on LogisticsHub { level } }
    }
  }
`);

const noNeighbours: readonly NeighbourPlace[] = [];

/** The sites that the filter's sites are near to, those with a position; none without such a condition. */
export function useNeighbourSites({ nearKind }: Pick<Filter, "nearKind">): readonly NeighbourPlace[] {
  const { kind, level, where } = siteFilter({ ...noFilter, nearKind }).nearKind ?? {};
  const filter = { kinds: kind && [kind], hubLevels: level && [level], and: where && [where] };
  const { data } = useAnswer(neighbourSitesQuery, { filter }, { isPaused: !nearKind });
  const nodes = nearKind ? data?.sites.nodes : undefined;
  return useMemo(
    () =>
      nodes?.flatMap(({ location, __typename: _type, ...site }: NonNullable<typeof nodes>[number] & { __typename?: string }) =>
        location?.point.type === "Point" ? [{ ...site, point: location.point.coordinates }] : [],
      ) ?? noNeighbours,
    [nodes],
  );
}

/** The nearest of them to a point, other than the site itself, and how far it is in a straight line. */
export function nearestNeighbour(slug: string, point: Position, neighbours: readonly NeighbourPlace[]) {
  let nearest: { neighbour: NeighbourPlace; km: number } | null = null;
  for (const neighbour of neighbours) {
    if (neighbour.slug === slug) continue;
    const km = distanceKm(point, neighbour.point);
    if (!nearest || km < nearest.km) nearest = { neighbour, km };
  }
  return nearest;
}
