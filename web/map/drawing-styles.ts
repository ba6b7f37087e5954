import type { GeoJSONStoreFeatures } from "terra-draw";
import type { Theme } from "../core/kinds.ts";
import type { Shape } from "./area.ts";
import { palettes } from "./palette.ts";

type Hex = `#${string}`;

/** The two colours of a drawing: its lines, and what sets its handles off. */
export interface DrawColours {
  line: Hex;
  casing: Hex;
}

export function drawColours(theme: Theme): DrawColours {
  const { strongLine, symbolCasing } = palettes[theme];
  return { line: strongLine as Hex, casing: symbolCasing as Hex };
}

/** How faint the fill of an area is, wherever one is drawn. */
export const areaTint = 0.07;

export function drawStyles({ line, casing }: DrawColours) {
  return {
    fillColor: line,
    fillOpacity: areaTint,
    outlineColor: line,
    outlineOpacity: 1,
    outlineWidth: 2,
    closingPointColor: casing,
    closingPointOutlineColor: line,
    closingPointOutlineWidth: 2,
    closingPointWidth: 5,
  };
}

/** Styles of a shape that can be changed. A circle has 64 corners, of which those to the four sides are handles enough. */
export function selectStyles({ line, casing }: DrawColours, shape: () => Shape | null) {
  const ifHandle =
    (width: number) =>
    ({ properties }: GeoJSONStoreFeatures): number =>
      shape() === "circle" && Number(properties.index) % 16 !== 0 ? 0 : width;
  return {
    selectedPolygonColor: line,
    selectedPolygonFillOpacity: areaTint,
    selectedPolygonOutlineColor: line,
    selectedPolygonOutlineWidth: 2,
    selectionPointColor: casing,
    selectionPointWidth: ifHandle(6),
    selectionPointOutlineColor: line,
    selectionPointOutlineWidth: ifHandle(2),
    midPointColor: line,
    midPointWidth: 3.5,
    midPointOutlineColor: casing,
    midPointOutlineWidth: 1.5,
  };
}
