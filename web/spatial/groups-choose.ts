import { getAddress, navigate } from "../address/navigation.ts";
import { roundCamera } from "../address/parameters.ts";
import type { Groups } from "../address/spatial.ts";
import { metresPerPixel } from "../map/geometry.ts";
import { clusterSplitZoom } from "../map/layers/groups.ts";
import type { SiteGroup } from "../map/overlays.ts";
import { filterForGroup } from "./group-area.ts";

/** The size of a group on the map after zooming to it, in pixels. */
const TARGET_PIXELS = 320;

/** What a click on a group means: only its sites, or a closer look where the filter has such an area already. */
export function chooseGroup(grouping: Groups["grouping"], km: number, group: SiteGroup) {
  const { filter } = getAddress();
  if (grouping === "cluster" && group.count === 1) return navigate({ site: group.key, district: null });
  const areaPart = filterForGroup(filter, grouping, group);
  const change = areaPart ? { filter: { ...filter, ...areaPart } } : {};
  // A hexagon stays among its neighbours; a cluster needs room to come apart.
  const zoomsIn = grouping === "cluster" || !areaPart;
  navigate({ ...change, ...(zoomsIn && { camera: cameraOn(group, grouping === "hex" ? km : (group.radiusKm ?? 0)) }) });
}

function cameraOn({ center: [lon = 0, lat = 0] }: SiteGroup, km: number) {
  const zoom = Math.log2((metresPerPixel(lat) * TARGET_PIXELS) / (2000 * Math.max(km, 0.2)));
  return roundCamera({ zoom: Math.min(13.5, Math.max(clusterSplitZoom + 0.3, zoom)), lat, lon });
}
