import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useState } from "react";

/**
 * What the layers of the sites are to be drawn with, as it is once the map has come to rest. Not earlier: MapLibre 6.17 forgets that
 * tiles have a new address if a layer's layout changes before it has requested them, and a new filter changes both at nearly the same
 * time. `next` must be plain data, and the same object until it changes.
 */
export function useValueAtRest<Value>(map: MapLibreMap | null, next: Value): Value {
  const [settled, setSettled] = useState(next);
  useEffect(() => {
    if (!map) return;
    const settle = () => setSettled((previous) => (JSON.stringify(previous) === JSON.stringify(next) ? previous : next));
    map.once("idle", settle);
    // A map at rest says so only after it has drawn again.
    map.triggerRepaint();
    return () => void map.off("idle", settle);
  }, [map, next]);
  return settled;
}
