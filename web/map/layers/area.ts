import type { FillLayerSpecification, LineLayerSpecification } from "maplibre-gl";
import { areaTint } from "../drawing-styles.ts";
import { type LayerOptions, paletteOf } from "./layer-options.ts";

/** The fill of the filter's areas: as faint as while they are drawn. */
export function areaFill(options: LayerOptions): FillLayerSpecification {
  return {
    id: "area-fill",
    type: "fill",
    source: "area",
    paint: { "fill-color": paletteOf(options).strongLine, "fill-opacity": areaTint },
  };
}

/** Their edge. */
export function areaLine(options: LayerOptions): LineLayerSpecification {
  return {
    id: "area-line",
    type: "line",
    source: "area",
    layout: { "line-join": "round" },
    paint: { "line-color": paletteOf(options).strongLine, "line-width": 2 },
  };
}
