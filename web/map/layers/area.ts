import type { FillLayerSpecification, LineLayerSpecification } from "maplibre-gl";
import { areaTint } from "../drawing-styles.ts";
import { type Look, paletteOf } from "./look.ts";

/** The fill of the filter's areas: as faint as while they are drawn. */
export function areaFill(look: Look): FillLayerSpecification {
  return {
    id: "area-fill",
    type: "fill",
    source: "area",
    paint: { "fill-color": paletteOf(look).ring, "fill-opacity": areaTint },
  };
}

/** Their edge. */
export function areaLine(look: Look): LineLayerSpecification {
  return {
    id: "area-line",
    type: "line",
    source: "area",
    layout: { "line-join": "round" },
    paint: { "line-color": paletteOf(look).ring, "line-width": 2 },
  };
}
