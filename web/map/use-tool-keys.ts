import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useRef } from "react";
import { type MapTool, selectTool } from "../address/map-tool.ts";

interface ToolKeys {
  /** Cancels an unfinished shape; returns whether there was one. */
  onCancel: () => boolean;
  onFinish: () => void;
  /** Delete or Backspace. */
  onDelete: () => void;
}

/**
 * The keys of a selected tool. Arrows move the map under the cross in its middle, Space sets a point there, Enter finishes,
 * Escape cancels an unfinished shape, or deselects the tool.
 */
export function useToolKeys(map: MapLibreMap | null, tool: MapTool | null, keys: ToolKeys) {
  const latestKeys = useRef(keys);
  latestKeys.current = keys;
  useEffect(() => {
    if (!map || !tool) return;
    const canvas = map.getCanvas();
    // Keys go to the map from now on, whichever button selected the tool.
    canvas.focus({ preventScroll: true });
    let keyboardActive = false;

    const onKey = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (!(target instanceof Element) || target.closest("input, textarea, select, [data-portal], dialog")) return;
      if (key === "Escape") {
        // Escape would close the drawer beside the map too.
        event.stopPropagation();
        if (!latestKeys.current.onCancel()) selectTool(null);
      }
      if (target !== canvas) return;
      keyboardActive = true;
      if (key === " ") {
        event.preventDefault();
        pressAtCross(map);
      }
      if (key === "Enter") latestKeys.current.onFinish();
      if (key === "Delete" || key === "Backspace") latestKeys.current.onDelete();
    };
    const onPointer = () => {
      keyboardActive = false;
    };
    // The line to the next point follows the cross.
    const onMove = () => {
      if (keyboardActive) dispatch(map, ["pointermove", "mousemove"]);
    };
    window.addEventListener("keydown", onKey, true);
    window.addEventListener("pointerdown", onPointer, true);
    map.on("move", onMove);
    return () => {
      window.removeEventListener("keydown", onKey, true);
      window.removeEventListener("pointerdown", onPointer, true);
      map.off("move", onMove);
    };
  }, [map, tool]);
}

/** A press in the middle of the map, as the drawing library and the map see one. */
function pressAtCross(map: MapLibreMap) {
  dispatch(map, ["pointermove", "mousemove", "pointerdown", "mousedown", "pointerup", "mouseup", "click", "mousemove"]);
}

/** Finishes a drawing: the drawing library offers no other way than its key. */
export function pressEnter(map: MapLibreMap) {
  map.getCanvas().dispatchEvent(new KeyboardEvent("keyup", { key: "Enter" }));
}

function dispatch(map: MapLibreMap, names: readonly string[]) {
  const canvas = map.getCanvas();
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const init = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true, button: 0 };
  for (const name of names) {
    canvas.dispatchEvent(
      name.startsWith("pointer")
        ? new PointerEvent(name, { ...init, isPrimary: true, pointerType: "mouse" })
        : new MouseEvent(name, { ...init, view: window }),
    );
  }
}
