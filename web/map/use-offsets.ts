import type { Map as MapLibreMap } from "maplibre-gl";
import { useMemo } from "react";
import { type Offsets, type PlacedSite, spread } from "./spread.ts";
import { useAtRest } from "./use-at-rest.ts";

/** The offsets of symbols that share a point. */
export function useOffsets(map: MapLibreMap | null, sites: readonly PlacedSite[]): Offsets {
  return useAtRest(
    map,
    useMemo(() => spread(sites), [sites]),
  );
}
