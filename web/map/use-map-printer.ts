import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useRef } from "react";
import { phoneQuery } from "../core/media.ts";
import type { AtlasMapProps } from "./atlas-map-props.ts";
import type { AtlasStyleInput } from "./atlas-style.tsx";
import type { BasemapStyle } from "./basemaps/basemap-style.ts";
import { loadBasemap } from "./basemaps/load.ts";
import { mapPrinter, type PaperFrame } from "./paper.ts";
import { drawForPaper, snapshotOf } from "./paper-drawing.ts";
import { viewOfResult } from "./paper-view.ts";
import { drawAhead } from "./printed-map.ts";

/** Offers the shown map to those that print or save it: another object whenever it would be drawn differently. */
export function useMapPrinter(
  map: MapLibreMap | null,
  props: AtlasMapProps,
  styleInput: AtlasStyleInput,
  basemapStyle: BasemapStyle | null,
) {
  const { basemap, theme, language, chosenSite, chosenDistrict, camera } = props;
  const latestProps = useRef(props);
  latestProps.current = props;
  const boundsKey = props.bounds?.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the box as text replaces its numbers, which are a new list each time
  useEffect(() => {
    if (!map) return;
    const draw = async (frame: PaperFrame) => {
      const isReady = theme === "light" || basemapStyle === null;
      const lightStyle = isReady ? basemapStyle : await loadBasemap(basemap, "light", language, new AbortController().signal);
      const site = chosenSite && { source: "sites" as const, id: chosenSite };
      const district = chosenDistrict && { source: "districts" as const, id: chosenDistrict };
      return drawForPaper(map, frame, {
        styleInput,
        basemapStyle: lightStyle,
        datum: basemap.datum,
        chosenFeature: site || district || null,
        // A map on which something was chosen stands where it was chosen.
        view: camera || chosenSite || chosenDistrict ? null : viewOfResult(latestProps.current, styleInput.overlays),
      });
    };
    const offer = () => mapPrinter.set({ draw, snapshot: (frame) => snapshotOf(map, frame, theme === "dark") });
    offer();
    // On paper the map itself has no size, which is no other view.
    const onMoved = () => map.getContainer().clientWidth > 0 && offer();
    map.on("moveend", onMoved);
    // Paper is light: what a dark screen shows is no substitute, as its colours of values are others.
    const stopDrawing = theme === "dark" && !phoneQuery.matches() ? actAtRest(map, () => void drawAhead()) : undefined;
    return () => {
      stopDrawing?.();
      map.off("moveend", onMoved);
      mapPrinter.set(null);
    };
  }, [map, styleInput, basemapStyle, basemap, theme, language, chosenSite, chosenDistrict, camera, boundsKey]);
}

/** How long the map rests before it is drawn a second time (milliseconds). */
const REST_MS = 1500;

/** Acts each time that the map has come to rest. */
function actAtRest(map: MapLibreMap, act: () => void): () => void {
  let timer = 0;
  const stop = () => {
    window.clearTimeout(timer);
    timer = 0;
  };
  const wait = () => {
    timer ||= window.setTimeout(() => {
      timer = 0;
      act();
    }, REST_MS);
  };
  map.on("idle", wait);
  map.on("movestart", stop);
  if (map.loaded()) wait();
  return () => {
    stop();
    map.off("idle", wait);
    map.off("movestart", stop);
  };
}
