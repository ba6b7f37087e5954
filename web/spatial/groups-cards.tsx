import { useAddress } from "../core/navigation.ts";
import type { PlacedSite } from "../map/spread.ts";
import { CoverageCard } from "./coverage-card.tsx";
import { GroupsCard } from "./groups-card.tsx";
import { NearestCard } from "./nearest-card.tsx";

/** The answers to what the address asks about space: over the map, or on a phone above the list. */
export function SpatialCards({ sites }: { sites: readonly PlacedSite[] }) {
  const { groups, cover, from } = useAddress();
  return (
    <>
      {from && <NearestCard from={from} />}
      {groups && <GroupsCard groups={groups} sites={sites} />}
      {cover && <CoverageCard cover={cover} />}
    </>
  );
}
