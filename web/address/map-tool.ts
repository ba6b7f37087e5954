import type { Box } from "../../server/contract/filter-parts.ts";
import { createStore } from "../core/store.ts";

/** What a click on the map means while a tool is taken up: draw one of the three areas, change the one there is, or measure. */
export type MapTool = "circle" | "rectangle" | "polygon" | "edit" | "measure";

// Not in the address: it is what the hand holds. What it makes is.
const tool = createStore<MapTool | null>(null);

/** Takes a tool up; null puts it down. */
export const takeTool = tool.set;
export const useTool = tool.use;

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
