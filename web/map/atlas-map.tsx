import "maplibre-gl/dist/maplibre-gl.css";
import { type ErrorEvent, Map as ReactMap } from "@vis.gl/react-maplibre";
import { type Map as MapLibreMap, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useTool } from "../address/map-tool.ts";
import { useHoveredSite } from "../core/hover.ts";
import { reducedMotionQuery } from "../core/media.ts";
import type { AtlasMapProps } from "./atlas-map-props.ts";
import { atlasStyle, SourcesAndLayers } from "./atlas-style.tsx";
import type { BasemapStyle } from "./basemaps/basemap-style.ts";
import { PAN_LIMITS } from "./camera.ts";
import { comparedBox } from "./compared-view.ts";
import { DistrictTag } from "./district-tag.tsx";
import { GroupTag } from "./group-tag.tsx";
import { MapFrame } from "./map-frame.tsx";
import { MapTools } from "./map-tools.tsx";
import { NameTags } from "./names.tsx";
import { countDrawn, HasTileGroups } from "./pointing.ts";
import { MapContextMenu } from "./spot-menu.tsx";
import { Start } from "./start.tsx";
import { useCamera } from "./use-camera.ts";
import { useFeatureState } from "./use-feature-state.ts";
import { useMapPrinter } from "./use-map-printer.ts";
import { usePointer } from "./use-pointer.ts";
import { useStyleInput } from "./use-style-input.ts";

// Without it the built page waits for a worker that is not there, and the map never loads.
setWorkerUrl(workerUrl);

/** How long labels and symbols take to appear. */
const fadeMs = 300;

interface BasemapProps extends AtlasMapProps {
  /** None for the embedded one, which is drawn by the atlas's own layers. */
  basemapStyle: BasemapStyle | null;
  /** The basemap that was requested did not arrive. */
  basemapFailed: boolean;
}

/** The map of the city on its basemap. It does not depend on the panels around it. */
export function AtlasMap({ basemapStyle, basemapFailed, ...props }: BasemapProps) {
  const { basemap, version, filter, sites, chosenSite, chosenDistrict } = props;
  const { t } = useTranslation();
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const [drawn, setDrawn] = useState<number | null>(null);
  const [hasTileGroups, setHasTileGroups] = useState(false);
  const [problem, setProblem] = useState<"partial" | "tooOld" | "noBasemap" | null>(basemapFailed ? "noBasemap" : null);
  const hovered = useHoveredSite();
  const tool = useTool();

  const styleInput = useStyleInput(map, props, { basemapStyle, tool });
  const { values, sizes, compared } = styleInput.overlays;
  const [first] = useState(styleInput);
  const style = useMemo(() => atlasStyle(first, basemapStyle), [first, basemapStyle]);

  const boxOfCompared = comparedBox(compared);
  const view = useCamera(map, props, basemap.datum, { hasFigures: Boolean(values ?? sizes), comparedBox: boxOfCompared });
  const pointer = usePointer(map, props);
  useMapPrinter(map, props, styleInput, basemapStyle);
  useFeatureState(map, "sites", chosenSite, "chosen");
  useFeatureState(map, "sites", hovered, "hovered");
  useFeatureState(map, "districts", chosenSite ? null : chosenDistrict, "chosen");
  useFeatureState(map, "districts", pointer.district, "hovered");

  useEffect(() => map?.getCanvas().setAttribute("aria-label", t("map.label")), [map, t]);

  const onIdle = () => {
    // Where it cannot be counted, tiles are fetched again, and the map is idle again after that.
    const count = map && countDrawn(map);
    if (!count) return;
    setDrawn(count.sites);
    setHasTileGroups(count.hasTileGroups);
  };

  // An error without a target means that the map cannot start; a running map reports missing tiles.
  const onError = useCallback((event: ErrorEvent) => {
    // The reader sees that something is missing; the details go to the log.
    console.warn(event.error?.message ?? event.type);
    setProblem(event.target ? "partial" : "tooOld");
  }, []);

  return (
    <MapFrame
      map={map}
      drawnCount={drawn}
      problem={problem}
      bounds={boxOfCompared ?? props.bounds}
      basemap={basemap}
      onBasemap={props.onBasemap}
      version={version}
      overlay={<HasTileGroups value={hasTileGroups}>{props.children}</HasTileGroups>}
    >
      <ReactMap
        initialViewState={view}
        mapStyle={style}
        onError={onError}
        onIdle={onIdle}
        onMouseMove={tool ? undefined : pointer.onMove}
        onMouseOut={pointer.onLeave}
        onClick={tool ? undefined : pointer.onClick}
        cursor={tool ? "crosshair" : pointer.cursor}
        minZoom={6.5}
        maxZoom={16}
        maxBounds={[...PAN_LIMITS]}
        maxPitch={0}
        dragRotate={false}
        touchPitch={false}
        attributionControl={false}
        fadeDuration={reducedMotionQuery.matches() ? 0 : fadeMs}
      >
        <Start onStart={setMap} basemapStyle={basemapStyle} datum={basemap.datum} />
        {map && <SourcesAndLayers initialInput={first} styleInput={styleInput} />}
        {map && (
          <NameTags
            datum={basemap.datum}
            // Compared sites have their names on the map itself.
            sites={compared ? sites.filter(({ slug }) => !compared.some((comparedSite) => comparedSite.slug === slug)) : sites}
            chosenSite={chosenSite}
            hoveredSite={hovered}
            tileGroup={pointer.tileGroup}
            overlapping={pointer.crowd}
            onSite={pointer.choose}
            onClose={pointer.dismiss}
            sizes={sizes}
          />
        )}
        {map && <GroupTag datum={basemap.datum} />}
        {map && values && <DistrictTag map={map} words={values.tooltipLines} />}
        {map && props.onNearestTo && !tool && <MapContextMenu map={map} onSpot={props.onNearestTo} />}
        {map && props.onArea && (
          <MapTools map={map} tool={tool} layerOptions={styleInput} datum={basemap.datum} area={filter} onArea={props.onArea} />
        )}
      </ReactMap>
    </MapFrame>
  );
}
