import { useEffect, useMemo, useState } from "react";
import type { Filter } from "../../server/contract/site-filter.ts";
import { siteFilter } from "../address/filter.ts";
import type { Groups } from "../address/spatial.ts";
import { useAnswer } from "../core/answer.ts";
import { graphql, type ResultOf } from "../core/graphql.ts";
import { type GroupsOverlay, showOverlay } from "../map/overlays.ts";
import type { PlacedSite } from "../map/spread.ts";
import { chooseGroup } from "./groups-choose.ts";

/** More shapes than this cannot be read. */
const MAX_GROUPS = 500;

const groupsQuery = graphql(`
  query Groups($filter: SiteFilter, $by: SiteGrouping!, $sizeKm: Float, $radiusKm: Float, $first: Int!) {
    siteGroups(filter: $filter, by: $by, sizeKm: $sizeKm, radiusKm: $radiusKm, first: $first) {
      totalGroups
      withoutPoint
      groups { key count center geometry radiusKm kinds { kind count } }
    }
  }
`);

type Answer = ResultOf<typeof groupsQuery>["siteGroups"];

/** The sites that meet the filter in groups, drawn on the map while the card is open. */
export function useGroups(filter: Filter, { grouping, km }: Groups, sites: readonly PlacedSite[]) {
  const hex = grouping === "hex";
  const { data, error, isFetching, retry } = useAnswer(groupsQuery, {
    filter: siteFilter(filter),
    by: hex ? "HEX" : "CLUSTER",
    sizeKm: hex ? km : null,
    radiusKm: hex ? null : km,
    first: MAX_GROUPS,
  });
  // The last answer stays until the next one arrives, with the query that it belongs to.
  const [lastAnswer, setAnswered] = useState<{ grouping: Groups["grouping"]; km: number; answer: Answer } | null>(null);
  const answer = data?.siteGroups;
  useEffect(() => {
    if (answer) setAnswered({ grouping, km, answer });
  }, [answer, grouping, km]);

  const overlay = useMemo(() => lastAnswer && overlayOf(lastAnswer, lastAnswer.answer, sites), [lastAnswer, sites]);
  useEffect(() => (overlay && !error ? showOverlay("groups", overlay) : undefined), [overlay, error]);
  return { data: overlay ?? undefined, total: lastAnswer?.answer.totalGroups ?? 0, error, isFetching, retry };
}

function overlayOf({ grouping, km }: Groups, answer: Answer, sites: readonly PlacedSite[]): GroupsOverlay {
  const hollowSlugs = new Set(sites.filter((site) => site.hollow).map(({ slug }) => slug));
  const groups = answer.groups.flatMap(({ center, geometry, ...group }) =>
    center?.type === "Point"
      ? [
          {
            ...group,
            hollow: hollowSlugs.has(group.key),
            center: center.coordinates,
            shape: grouping === "hex" ? geometry : null,
          },
        ]
      : [],
  );
  return { grouping, km, groups, withoutPoint: answer.withoutPoint, onChoose: (group) => chooseGroup(grouping, km, group) };
}
