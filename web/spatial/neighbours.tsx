import { useEffect } from "react";
import { useAddress } from "../address/navigation.ts";
import { useNeighbourSites } from "../map/neighbour-sites.ts";
import { showOverlay } from "../map/overlays.ts";

/** Shows on the map the sites that those of the filter are near to: the filter itself may leave them out. */
export function Neighbours() {
  const neighbours = useNeighbourSites(useAddress().filter);
  useEffect(() => showOverlay("neighbours", neighbours), [neighbours]);
  return null;
}
