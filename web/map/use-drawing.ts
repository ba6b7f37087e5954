import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import { type MapTool, takeTool } from "../address/map-tool.ts";
import type { Theme } from "../core/kinds.ts";
import { type AreaFilter, areaFilter, type DrawnArea, drawnArea, noArea } from "./area.ts";
import { drawColours } from "./drawing-styles.ts";
import type { ShapeDrawing } from "./shape-drawing.ts";

/** What is being drawn, and why it cannot be kept as it is. */
export interface InHand {
  area: DrawnArea | null;
  trouble: "crossing" | "corners" | "failed" | null;
}

/** More corners would make addresses that servers and chat programs cut off. */
export const mostCorners = 200;

/** The last press of a drawing is reported as a click too (ms later), which must not choose what lies under it. */
const afterClick = 150;

/** How long a refusal stays to be read (ms); the next movement of the hand must not wipe it away. */
const readIn = 4000;

interface DrawingProps {
  tool: MapTool | null;
  theme: Theme;
  area: AreaFilter;
  onArea: (change: Partial<AreaFilter>) => void;
}

const nothing: InHand = { area: null, trouble: null };

/** Draws areas, and changes the one there is, while one of those tools is taken up. What is finished becomes a part of the filter. */
export function useDrawing(map: MapLibreMap | null, props: DrawingProps) {
  const { tool, theme } = props;
  const mode = tool === "measure" ? null : tool;
  const now = useRef(props);
  now.current = props;
  const [drawing, setDrawing] = useState<ShapeDrawing | null>(null);
  const [inHand, setInHand] = useState(nothing);

  useEffect(() => {
    if (!map || !mode) return;
    let stop: (() => void) | undefined;
    let putDown: ReturnType<typeof setTimeout> | undefined;
    let forget: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const onFinish = (area: DrawnArea) => {
      if (area.ring.length > mostCorners + 1) return setInHand({ area, trouble: "corners" });
      // An area that is drawn takes the place of all others; one that is changed only its own.
      now.current.onArea(mode === "edit" ? areaFilter(area) : { ...noArea, ...areaFilter(area) });
      if (mode !== "edit") putDown = setTimeout(() => takeTool(null), afterClick);
    };
    import("./shape-drawing.ts").then(
      ({ startDrawing }) => {
        if (gone) return;
        const started = startDrawing(map, mode, drawColours(theme), {
          onChange: (area) => setInHand((before) => ({ ...before, area })),
          onFinish,
          onCrossing: () => {
            setInHand((before) => ({ ...before, trouble: "crossing" }));
            clearTimeout(forget);
            forget = setTimeout(() => setInHand((before) => ({ ...before, trouble: null })), readIn);
          },
        });
        stop = started.stop;
        setDrawing(started);
      },
      () => setInHand({ area: null, trouble: "failed" }),
    );
    return () => {
      gone = true;
      clearTimeout(putDown);
      clearTimeout(forget);
      stop?.();
      setDrawing(null);
      setInHand(nothing);
    };
  }, [map, mode, theme]);

  // The address says what there is to change: also after Back, or when the last change has been rounded. It is read anew with every
  // move of the camera, so that only a change of the area itself counts.
  const { near, bbox, within } = props.area;
  const written = JSON.stringify({ near, bbox, within });
  useEffect(() => {
    if (!drawing || mode !== "edit") return;
    const shown = drawnArea(JSON.parse(written));
    if (shown) drawing.show(shown);
    else takeTool(null);
  }, [drawing, mode, written]);

  return { inHand, drawing };
}
