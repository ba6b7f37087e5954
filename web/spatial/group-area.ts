import type { Near } from "../../server/contract/filter-parts.ts";
import type { Filter } from "../../server/contract/site-filter.ts";
import type { Groups } from "../address/spatial.ts";
import type { SiteGroup } from "../map/overlays.ts";

/** A group as a part of the filter; null where the reader has drawn an area of that kind, which must not be lost. */
export function filterForGroup(filter: Filter, grouping: Groups["grouping"], group: SiteGroup): Partial<Filter> | null {
  if (grouping === "cluster") return filter.near ? null : { near: nearOf(group) };
  return filter.within || group.shape?.type !== "Polygon" ? null : { within: group.shape };
}

/** A circle around a cluster that has its farthest point in it: the radius is rounded to a metre, the centre to 10 cm. */
export function nearOf({ center: [lon = 0, lat = 0], radiusKm }: Pick<SiteGroup, "center" | "radiusKm">): Near {
  const roundDegrees = (degrees: number) => Number(degrees.toFixed(6));
  return { point: [roundDegrees(lon), roundDegrees(lat)], withinKm: Number(Math.max(0.05, (radiusKm ?? 0) + 0.01).toFixed(3)) };
}
