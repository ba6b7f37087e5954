import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useState } from "react";
import type { Basemap } from "../../server/contract/basemaps.ts";
import { type MapTool, onShowOnMap } from "../address/map-tool.ts";
import { type AreaFilter, noArea } from "./area.ts";
import { showBox } from "./camera.ts";
import { Coordinates } from "./coordinates.tsx";
import type { LayerOptions } from "./layers/layer-options.ts";
import { Measure } from "./measure.tsx";
import { lengthAndArea } from "./measure-shape.ts";
import { ToolButtons } from "./tool-buttons.tsx";
import { ToolHint } from "./tool-hint.tsx";
import styles from "./tools.module.css";
import { useDrawing } from "./use-drawing.ts";
import { useMeasure } from "./use-measure.ts";
import { pressEnter, useToolKeys } from "./use-tool-keys.ts";

interface MapToolsProps {
  map: MapLibreMap;
  tool: MapTool | null;
  layerOptions: LayerOptions;
  datum: Basemap["datum"];
  area: AreaFilter;
  onArea: (change: Partial<AreaFilter>) => void;
}

/** The drawing library is loaded as soon as the pointer comes near. */
const loadDrawing = () => void import("./shape-drawing.ts").catch(() => undefined);

/** The tools to draw, measure and read coordinates: buttons, behaviour on the map, and hints. */
export function MapTools({ map, tool, layerOptions, datum, area, onArea }: MapToolsProps) {
  const [coordinates, setCoordinates] = useState(false);
  const { drawingState, drawing } = useDrawing(map, { tool, theme: layerOptions.theme, area, onArea });
  const { measurement, finished, finish, removeLast } = useMeasure(map, tool === "measure");
  useEffect(() => onShowOnMap((box) => showBox(map, box)), [map]);
  useToolKeys(map, tool, {
    onCancel: () => drawing?.cancel() ?? false,
    onFinish: () => tool === "measure" && finish(),
    onDelete: () => {
      if (tool === "measure") removeLast();
      if (tool === "edit") onArea(noArea);
    },
  });

  return (
    <>
      <ToolButtons
        tool={tool}
        coordinates={coordinates}
        onCoordinates={() => setCoordinates(!coordinates)}
        onPointerNear={loadDrawing}
      />
      {tool && (
        <ToolHint
          tool={tool}
          drawingState={drawingState}
          loading={tool !== "measure" && drawing === null}
          measurement={measurement.points.length > 0 ? lengthAndArea(measurement) : null}
          canFinish={tool === "measure" ? measurement.points.length > 1 && !finished : tool === "polygon"}
          onFinish={() => (tool === "measure" ? finish() : pressEnter(map))}
        />
      )}
      {tool && tool !== "edit" && <div className={styles.cross} aria-hidden="true" />}
      {tool === "measure" && <Measure measurement={measurement} layerOptions={layerOptions} datum={datum} />}
      <Coordinates map={map} open={coordinates} onArea={onArea} />
    </>
  );
}
