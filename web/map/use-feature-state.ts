import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect } from "react";

/** Sets a feature state that the layers' paint reads on one feature of a tile source, while mounted. */
export function useFeatureState(
  map: MapLibreMap | null,
  source: "sites" | "districts",
  id: string | null,
  state: "chosen" | "hovered",
) {
  useEffect(() => {
    if (!map || id === null) return;
    const feature = { source, sourceLayer: source, id };
    map.setFeatureState(feature, { [state]: true });
    return () => {
      // The map may have been removed before.
      if (map.style && map.getSource(source)) map.setFeatureState(feature, { [state]: false });
    };
  }, [map, source, id, state]);
}
