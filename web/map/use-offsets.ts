import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useState } from "react";
import { type Offsets, type PlacedSite, spread } from "./spread.ts";

/**
 * Where symbols that share a point stand, as it is once the map has come to rest. Not earlier: MapLibre 6.17 forgets that tiles have
 * a new address if a layer's layout changes before it has asked for them, and a new filter changes both at nearly the same time.
 */
export function useOffsets(map: MapLibreMap | null, sites: readonly PlacedSite[]): Offsets {
  const [offsets, setOffsets] = useState(() => spread(sites));
  useEffect(() => {
    if (!map) return;
    const settle = () => {
      const next = spread(sites);
      setOffsets((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    map.once("idle", settle);
    // A map at rest says so only after it has drawn again.
    map.triggerRepaint();
    return () => void map.off("idle", settle);
  }, [map, sites]);
  return offsets;
}
