import { useAddress } from "../address/navigation.ts";
import type { PlacedSite } from "../map/spread.ts";
import { CoverageCard } from "./coverage-card.tsx";
import { GroupsCard } from "./groups-card.tsx";
import { NearestCard } from "./nearest-card.tsx";

/** The cards of the spatial queries in the address: over the map, or on a phone above the list. */
export function SpatialCards({ sites, areAllListed }: { sites: readonly PlacedSite[]; areAllListed: boolean }) {
  const { groups, coverage, nearestTo } = useAddress();
  return (
    <>
      {nearestTo && <NearestCard point={nearestTo} />}
      {groups && <GroupsCard groups={groups} sites={sites} areAllListed={areAllListed} />}
      {coverage && <CoverageCard cover={coverage} />}
    </>
  );
}
