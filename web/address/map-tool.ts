import { useSyncExternalStore } from "react";
import type { Box } from "./filter.ts";

/** What a click on the map means while a tool is taken up: draw one of the three areas, change the one there is, or measure. */
export type MapTool = "circle" | "rectangle" | "polygon" | "edit" | "measure";

// Not in the address: it is what the hand holds. What it makes is.
let current: MapTool | null = null;
const listeners = new Set<() => void>();

/** Takes a tool up; null puts it down. */
export function takeTool(tool: MapTool | null) {
  if (tool === current) return;
  current = tool;
  for (const listener of listeners) listener();
}

export function useTool(): MapTool | null {
  return useSyncExternalStore(subscribe, () => current);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let shower: ((box: Box) => void) | null = null;

/** Shows a box (degrees, WGS-84) on the map, if there is one. */
export function showOnMap(box: Box) {
  shower?.(box);
}

/** The map that is there says how a box is shown on it; the function that is returned takes that back. */
export function onShow(show: (box: Box) => void): () => void {
  shower = show;
  return () => {
    if (shower === show) shower = null;
  };
}
