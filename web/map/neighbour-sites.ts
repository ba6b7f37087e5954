import type { Position } from "geojson";
import { useMemo } from "react";
import { type Filter, noFilter } from "../../server/contract/site-filter.ts";
import { siteFilter } from "../address/filter.ts";
import { useAnswer } from "../core/answer.ts";
import { graphql, type ResultOf } from "../core/graphql.ts";
import { distanceKm } from "./geodesic.ts";
import type { MapNeighbour } from "./overlays.ts";

const neighbourSitesQuery = graphql(`
  query NeighbourSites($filter: SiteFilter) {
    sites(filter: $filter, first: 200) {
      totalCount
      nodes { slug kind nameZh nameEn location { point } ... on LogisticsHub { level } }
    }
  }
`);

const noNeighbours: readonly MapNeighbour[] = [];

/** The sites that the filter's sites are near to, those with a position; none without such a condition. */
export function useNeighbourSites({ nearKind }: Pick<Filter, "nearKind">): readonly MapNeighbour[] {
  const { kind, level, where } = siteFilter({ ...noFilter, nearKind }).nearKind ?? {};
  const filter = { kinds: kind && [kind], hubLevels: level && [level], and: where && [where] };
  const { data } = useAnswer(neighbourSitesQuery, { filter }, { isPaused: !nearKind });
  const sites = nearKind ? data?.sites : undefined;
  return useMemo(() => (sites ? locatedNeighbours(sites) : noNeighbours), [sites]);
}

type NeighbourSites = ResultOf<typeof neighbourSitesQuery>["sites"];

/** Those with a position. None of an incomplete list: the nearest of a part need not be the nearest. */
export function locatedNeighbours({ totalCount, nodes }: NeighbourSites): readonly MapNeighbour[] {
  if (nodes.length < totalCount) return noNeighbours;
  return nodes.flatMap(({ location, ...site }) => {
    const { slug, kind, nameZh, nameEn } = site;
    const level = "level" in site ? site.level : undefined;
    if (location?.point.type !== "Point") return [];
    return [{ slug, kind, nameZh, nameEn, ...(level && { level }), point: location.point.coordinates }];
  });
}

/** The nearest of them to a point, other than the site itself, and how far it is in a straight line. */
export function nearestNeighbour(slug: string, point: Position, neighbours: readonly MapNeighbour[]) {
  let nearest: { neighbour: MapNeighbour; km: number } | null = null;
  for (const neighbour of neighbours) {
    if (neighbour.slug === slug) continue;
    const km = distanceKm(point, neighbour.point);
    if (!nearest || km < nearest.km) nearest = { neighbour, km };
  }
  return nearest;
}
