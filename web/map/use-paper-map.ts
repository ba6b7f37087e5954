import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useRef } from "react";
import type { AtlasMapProps } from "./atlas-map-props.ts";
import type { BasemapStyle } from "./basemaps/basemap-style.ts";
import { loadBasemap } from "./basemaps/load.ts";
import { CITY_BOX } from "./camera.ts";
import type { Drawing } from "./drawing.tsx";
import { paperMap } from "./paper.ts";
import { drawForPaper, snapshotOf } from "./paper-drawing.ts";
import { areaBox } from "./use-camera.ts";

/** Offers the shown map to those that print or save it. */
export function usePaperMap(map: MapLibreMap | null, props: AtlasMapProps, drawing: Drawing, basemapStyle: BasemapStyle | null) {
  const latest = useRef({ props, drawing, basemapStyle });
  latest.current = { props, drawing, basemapStyle };
  useEffect(() => {
    if (!map) return;
    const paperDrawer = {
      draw: async (frame: Parameters<typeof drawForPaper>[1]) => {
        const { props, drawing, basemapStyle } = latest.current;
        const { basemap, theme, language, chosenSite, chosenDistrict, camera, filter } = props;
        const isReady = theme === "light" || basemapStyle === null;
        const lightStyle = isReady ? basemapStyle : await loadBasemap(basemap, "light", language, new AbortController().signal);
        const site = chosenSite && { source: "sites" as const, id: chosenSite };
        const district = chosenDistrict && { source: "districts" as const, id: chosenDistrict };
        // Until the reader moves the map it shows the whole city, in any shape.
        const box = camera || filter.districts.length > 0 ? null : (areaBox(props) ?? CITY_BOX);
        return drawForPaper(map, frame, {
          drawing,
          basemapStyle: lightStyle,
          datum: basemap.datum,
          chosenFeature: site || district || null,
          box,
        });
      },
      snapshot: (frame: Parameters<typeof snapshotOf>[1]) => snapshotOf(map, frame, latest.current.props.theme === "dark"),
    };
    paperMap.set(paperDrawer);
    return () => {
      if (paperMap.get() === paperDrawer) paperMap.set(null);
    };
  }, [map]);
}
