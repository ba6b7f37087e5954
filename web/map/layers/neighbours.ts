import type {
  CircleLayerSpecification,
  ExpressionSpecification,
  LineLayerSpecification,
  SymbolLayerSpecification,
} from "maplibre-gl";
import { type LayerOptions, MAP_FONTS, nameExpression, paletteOf } from "./layer-options.ts";
import { offset, symbolIcon } from "./sites.ts";

const SIZE = 0.6;

const isSite: ExpressionSpecification = ["==", ["geometry-type"], "Point"];

/** In pixels. */
const RING_RADIUS = 12;
const NAME_SIZE = 11;

/** The sites that those of the filter are near to: smaller than these, and with their names at every zoom. */
export function neighbours(options: LayerOptions): SymbolLayerSpecification {
  const { siteNameColour, halo } = paletteOf(options);
  return {
    id: "neighbours",
    type: "symbol",
    source: "neighbours",
    filter: isSite,
    layout: {
      "icon-image": symbolIcon(options, "plain", "hollow"),
      "icon-size": SIZE,
      // Under the site of the filter that it is too.
      "icon-offset": offset(options.offsets, SIZE),
      "icon-overlap": "always",
      // Other names keep off the ring.
      "icon-padding": RING_RADIUS / 2,
      "text-field": nameExpression(options),
      "text-font": MAP_FONTS,
      "text-size": NAME_SIZE,
      "text-max-width": options.language === "zh" ? 9 : 11,
      "text-variable-anchor": ["top", "bottom", "left", "right"],
      "text-radial-offset": (RING_RADIUS + 5) / NAME_SIZE,
      "text-justify": "auto",
      // A symbol whose name finds no room stays.
      "text-optional": true,
    },
    paint: { "text-color": siteNameColour, "text-halo-color": halo, "text-halo-width": 2 },
  };
}

/** A ring around each of them, so that they are told from sites of the filter that have the same symbol. */
export function neighbourRings(options: LayerOptions): CircleLayerSpecification {
  const { strongLine, halo } = paletteOf(options);
  return {
    id: "neighbour-rings",
    type: "circle",
    source: "neighbours",
    filter: isSite,
    paint: {
      "circle-radius": RING_RADIUS,
      "circle-color": halo,
      "circle-opacity": 0.6,
      "circle-stroke-color": strongLine,
      "circle-stroke-width": 1.75,
    },
  };
}

/** How far the filter goes from each of them. */
export function neighbourDistances(options: LayerOptions): LineLayerSpecification {
  return {
    id: "neighbour-distances",
    type: "line",
    source: "neighbours",
    filter: ["!", isSite],
    paint: { "line-color": paletteOf(options).strongLine, "line-width": 1, "line-dasharray": [4, 3], "line-opacity": 0.6 },
  };
}
