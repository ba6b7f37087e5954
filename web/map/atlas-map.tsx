import "maplibre-gl/dist/maplibre-gl.css";
import { type ErrorEvent, Map as ReactMap } from "@vis.gl/react-maplibre";
import { type Map as MapLibreMap, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import landmarks from "../../prisma/data/landmarks.geojson?url";
import { useHovered } from "../core/hover.ts";
import type { AtlasMapProps } from "./atlas-map-props.ts";
import { farthest } from "./camera.ts";
import { atlasStyle, Drawn } from "./drawing.tsx";
import { MapFrame } from "./map-frame.tsx";
import { Names } from "./names.tsx";
import { countDrawn } from "./pointing.ts";
import { Start } from "./start.tsx";
import { useCamera } from "./use-camera.ts";
import { useFeatureState } from "./use-feature-state.ts";
import { useOffsets } from "./use-offsets.ts";
import { usePointer } from "./use-pointer.ts";
import { useRivers } from "./use-rivers.ts";

// Without it the built page waits for a worker that is not there, and the map never loads.
setWorkerUrl(workerUrl);

/** The map of the city. It knows places, kinds and filters, and nothing of the panels around it. */
export function AtlasMap(props: AtlasMapProps) {
  const { language, theme, version, tiles, filter, districts, sites, chosenSite, chosenDistrict } = props;
  const { t } = useTranslation();
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const [drawn, setDrawn] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<"partial" | "tooOld" | null>(null);
  const hovered = useHovered();

  const onPartial = useCallback(() => setTrouble("partial"), []);
  const rivers = useRivers(onPartial);

  const offsets = useOffsets(map, sites);
  const drawing = useMemo(() => {
    const pointed = sites.filter(({ slug }) => slug === chosenSite || slug === hovered);
    const origin = window.location.origin;
    return {
      origin,
      tiles,
      filter,
      basemap: { rivers, landmarks },
      districts,
      pointed,
      language,
      theme,
      offsets,
      named: filter.districts,
    };
  }, [tiles, filter, rivers, offsets, districts, sites, chosenSite, hovered, language, theme]);
  const [first] = useState(drawing);
  const style = useMemo(() => atlasStyle(first), [first]);

  const view = useCamera(map, props);
  const pointer = usePointer(map, props);
  useFeatureState(map, "sites", chosenSite, "chosen");
  useFeatureState(map, "sites", hovered, "hovered");
  useFeatureState(map, "districts", chosenSite ? null : chosenDistrict, "chosen");
  useFeatureState(map, "districts", pointer.district, "hovered");

  useEffect(() => map?.getCanvas().setAttribute("aria-label", t("map.label")), [map, t]);

  // A map that cannot start has no target; one that runs reports tiles that did not arrive.
  const onError = useCallback((event: ErrorEvent) => setTrouble(event.target ? "partial" : "tooOld"), []);

  return (
    <MapFrame map={map} drawn={drawn} trouble={trouble} bounds={props.bounds} version={version} overlay={props.children}>
      <ReactMap
        initialViewState={view}
        mapStyle={style}
        onError={onError}
        onIdle={() => map && setDrawn(countDrawn(map))}
        onMouseMove={pointer.onMove}
        onMouseOut={pointer.onLeave}
        onClick={pointer.onClick}
        cursor={pointer.cursor}
        minZoom={6.5}
        maxZoom={16}
        maxBounds={[...farthest]}
        maxPitch={0}
        dragRotate={false}
        touchPitch={false}
        attributionControl={false}
      >
        <Start onStart={setMap} />
        {map && <Drawn first={first} drawing={drawing} />}
        {map && (
          <Names
            sites={sites}
            chosen={chosenSite}
            hovered={hovered}
            crowd={pointer.crowd}
            onSite={pointer.choose}
            onClose={pointer.dismiss}
          />
        )}
      </ReactMap>
    </MapFrame>
  );
}
