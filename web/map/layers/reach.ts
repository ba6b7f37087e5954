import type {
  CircleLayerSpecification,
  ExpressionSpecification,
  FillLayerSpecification,
  LineLayerSpecification,
  SymbolLayerSpecification,
} from "maplibre-gl";
import { patternId } from "../hatch.ts";
import { type LayerOptions, MAP_FONTS, paletteOf } from "./layer-options.ts";

const hovered: ExpressionSpecification = ["get", "hovered"];

/** Land that is too far away: hatched, so that land within reach keeps its colour. */
export function uncoveredHatch(options: LayerOptions): FillLayerSpecification {
  return {
    id: "uncovered",
    type: "fill",
    source: "uncovered",
    paint: { "fill-pattern": patternId("outOfReach", options.theme) },
  };
}

/** The light under the lines, so that they are seen over hexagons and water alike. */
export function reachCasing(options: LayerOptions): LineLayerSpecification {
  return {
    id: "reach-casing",
    type: "line",
    source: "reach",
    layout: { "line-cap": "round" },
    paint: { "line-color": paletteOf(options).halo, "line-width": ["case", hovered, 6, 4], "line-opacity": 0.8 },
  };
}

/** Straight lines to the nearest. */
export function reachLines(options: LayerOptions): LineLayerSpecification {
  return {
    id: "reach-lines",
    type: "line",
    source: "reach",
    layout: { "line-cap": "round", "line-sort-key": ["case", hovered, 1, 0] },
    paint: {
      "line-color": paletteOf(options).ring,
      "line-width": ["case", hovered, 3, 1.25],
      "line-opacity": ["case", hovered, 1, 0.75],
    },
  };
}

/** How long they are. */
export function reachLengths(options: LayerOptions): SymbolLayerSpecification {
  const { siteName, halo } = paletteOf(options);
  return {
    id: "reach-lengths",
    type: "symbol",
    source: "reach",
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
    paint: { "text-color": siteName, "text-halo-color": halo, "text-halo-width": 2 },
  };
}

/** The spot whose nearest sites are shown. */
export function reachOrigin(options: LayerOptions): CircleLayerSpecification {
  const { ring, symbolCasing } = paletteOf(options);
  return {
    id: "reach-origin",
    type: "circle",
    source: "reach",
    filter: ["==", ["geometry-type"], "Point"],
    paint: { "circle-radius": 5, "circle-color": symbolCasing, "circle-stroke-color": ring, "circle-stroke-width": 2.5 },
  };
}
