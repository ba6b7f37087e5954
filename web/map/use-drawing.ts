import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import { type MapTool, selectTool } from "../address/map-tool.ts";
import type { Theme } from "../core/kinds.ts";
import { type AreaFilter, areaFilter, type DrawnArea, drawnArea, noArea } from "./area.ts";
import { drawColours } from "./drawing-styles.ts";
import type { ShapeDrawing } from "./shape-drawing.ts";

/** What is being drawn, and why it cannot be kept as it is. */
export interface DrawingState {
  area: DrawnArea | null;
  problem: "crossing" | "corners" | "failed" | null;
}

/** More corners would make addresses that servers and chat programs cut off. */
export const MAX_CORNERS = 200;

/** The last press of a drawing is reported as a click too (ms later), which must not choose a site under it. */
const DESELECT_DELAY_MS = 150;

/** How long a problem stays visible (ms); the next pointer movement must not remove it. */
const PROBLEM_DURATION_MS = 4000;

interface DrawingProps {
  tool: MapTool | null;
  theme: Theme;
  area: AreaFilter;
  onArea: (change: Partial<AreaFilter>) => void;
}

const initialState: DrawingState = { area: null, problem: null };

/** Draws and edits areas while one of those tools is selected. A finished area becomes a part of the filter. */
export function useDrawing(map: MapLibreMap | null, props: DrawingProps) {
  const { tool, theme } = props;
  const mode = tool === "measure" ? null : tool;
  const latestProps = useRef(props);
  latestProps.current = props;
  const [drawing, setDrawing] = useState<ShapeDrawing | null>(null);
  const [drawingState, setDrawingState] = useState(initialState);

  useEffect(() => {
    if (!map || !mode) return;
    let stop: (() => void) | undefined;
    let deselectTimer: ReturnType<typeof setTimeout> | undefined;
    let problemTimer: ReturnType<typeof setTimeout> | undefined;
    let isCancelled = false;
    const onFinish = (area: DrawnArea) => {
      if (area.ring.length > MAX_CORNERS + 1) return setDrawingState({ area, problem: "corners" });
      // An area that is drawn takes the place of all others; one that is changed only its own.
      latestProps.current.onArea(mode === "edit" ? areaFilter(area) : { ...noArea, ...areaFilter(area) });
      if (mode !== "edit") deselectTimer = setTimeout(() => selectTool(null), DESELECT_DELAY_MS);
    };
    import("./shape-drawing.ts").then(
      ({ startDrawing }) => {
        if (isCancelled) return;
        const startedDrawing = startDrawing(map, mode, drawColours(theme), {
          onChange: (area) => setDrawingState((previous) => ({ ...previous, area })),
          onFinish,
          onCrossing: () => {
            setDrawingState((previous) => ({ ...previous, problem: "crossing" }));
            clearTimeout(problemTimer);
            problemTimer = setTimeout(() => setDrawingState((previous) => ({ ...previous, problem: null })), PROBLEM_DURATION_MS);
          },
        });
        stop = startedDrawing.stop;
        setDrawing(startedDrawing);
      },
      () => setDrawingState({ area: null, problem: "failed" }),
    );
    return () => {
      isCancelled = true;
      clearTimeout(deselectTimer);
      clearTimeout(problemTimer);
      stop?.();
      setDrawing(null);
      setDrawingState(initialState);
    };
  }, [map, mode, theme]);

  // The address says what there is to change: also after Back, or when the last change has been rounded. It is read anew with every
  // move of the camera, so that only a change of the area itself counts.
  const { near, bbox, within } = props.area;
  const areaKey = JSON.stringify({ near, bbox, within });
  useEffect(() => {
    if (!drawing || mode !== "edit") return;
    const drawnShape = drawnArea(JSON.parse(areaKey));
    if (drawnShape) drawing.show(drawnShape);
    else selectTool(null);
  }, [drawing, mode, areaKey]);

  return { drawingState, drawing };
}
