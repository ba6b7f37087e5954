import type {
  CircleLayerSpecification,
  ExpressionSpecification,
  LineLayerSpecification,
  SymbolLayerSpecification,
} from "maplibre-gl";
import { type LayerOptions, MAP_FONTS, paletteOf } from "./layer-options.ts";

/** Whether the site at the end of the line is under the pointer, on the map or in a list. */
const hovered: ExpressionSpecification = ["get", "hovered"];

/** A casing under the lines in the colour of land, so that they are seen over hexagons and water alike. */
export function distanceLineCasing(options: LayerOptions): LineLayerSpecification {
  return {
    id: "distance-line-casing",
    type: "line",
    source: "distance-lines",
    layout: { "line-cap": "round" },
    paint: { "line-color": paletteOf(options).halo, "line-width": ["case", hovered, 6, 4], "line-opacity": 0.8 },
  };
}

/** Straight lines from the origin to the nearest sites. */
export function distanceLines(options: LayerOptions): LineLayerSpecification {
  return {
    id: "distance-lines",
    type: "line",
    source: "distance-lines",
    layout: { "line-cap": "round", "line-sort-key": ["case", hovered, 1, 0] },
    paint: {
      "line-color": paletteOf(options).strongLine,
      "line-width": ["case", hovered, 3, 1.25],
      "line-opacity": ["case", hovered, 1, 0.75],
    },
  };
}

/** The lengths of the lines. */
export function distanceLineLengths(options: LayerOptions): SymbolLayerSpecification {
  const { siteNameColour, halo } = paletteOf(options);
  return {
    id: "distance-line-lengths",
    type: "symbol",
    source: "distance-lines",
    layout: {
      "symbol-placement": "line",
      // Often enough that one is seen wherever the line crosses the window.
      "symbol-spacing": 320,
      "symbol-sort-key": ["case", hovered, 0, 1],
      "text-field": ["get", "label"],
      "text-font": MAP_FONTS,
      "text-size": ["case", hovered, 14, 12],
      "text-max-angle": 180,
      "text-padding": 3,
      "text-offset": [0, -0.8],
    },
    paint: { "text-color": siteNameColour, "text-halo-color": halo, "text-halo-width": 2 },
  };
}

/** The spot whose nearest sites are shown. */
export function distanceLineOrigin(options: LayerOptions): CircleLayerSpecification {
  const { strongLine, symbolCasing } = paletteOf(options);
  return {
    id: "distance-line-origin",
    type: "circle",
    source: "distance-lines",
    filter: ["==", ["geometry-type"], "Point"],
    paint: { "circle-radius": 5, "circle-color": symbolCasing, "circle-stroke-color": strongLine, "circle-stroke-width": 2.5 },
  };
}
