import type { Box } from "../../server/contract/filter-parts.ts";
import { createStore } from "../core/store.ts";

/** The selected map tool: draw one of the three areas, edit the present one, or measure. */
export type MapTool = "circle" | "rectangle" | "polygon" | "edit" | "measure";

// Not in the address, unlike the area that it draws.
const selectedTool = createStore<MapTool | null>(null);

/** Selects a tool; null deselects it. */
export const selectTool = selectedTool.set;
export const useTool = selectedTool.use;

let showListener: ((box: Box) => void) | null = null;

/** Shows a box (degrees, WGS-84) on the map, if there is one. */
export function showOnMap(box: Box) {
  showListener?.(box);
}

/** Registers how the present map shows a box; returns the function that removes it. */
export function onShowOnMap(show: (box: Box) => void): () => void {
  showListener = show;
  return () => {
    if (showListener === show) showListener = null;
  };
}
