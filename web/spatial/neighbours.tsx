import { useEffect } from "react";
import { useAddress } from "../address/navigation.ts";
import { useNeighbourSites } from "../map/neighbour-sites.ts";
import { showOverlay } from "../map/overlays.ts";

/** Circles of more sites would cover the map. */
const MAX_CIRCLES = 30;

/** Shows on the map the sites that those of the filter are near to, which the filter itself may leave out, and how far it goes from each. */
export function Neighbours() {
  const { filter } = useAddress();
  const neighbours = useNeighbourSites(filter);
  const withinKm = neighbours.length <= MAX_CIRCLES ? filter.nearKind?.withinKm : undefined;
  useEffect(
    () => showOverlay("neighbours", withinKm ? neighbours.map((site) => ({ ...site, withinKm })) : neighbours),
    [neighbours, withinKm],
  );
  return null;
}
