import type { CircleLayerSpecification, LineLayerSpecification, SymbolLayerSpecification } from "maplibre-gl";
import { type LayerOptions, MAP_FONTS, nameExpression, paletteOf } from "./layer-options.ts";

/** Where districts are in the colours of their values, the metro would be one more thing to read. */
const visibility = (options: LayerOptions) => (options.values ? "none" : "visible");

/** The lines, from station to station: for orientation only, so all in one quiet colour. */
export function metroLines(options: LayerOptions): LineLayerSpecification {
  return {
    id: "metro-lines",
    type: "line",
    source: "metro-lines",
    minzoom: 9.5,
    layout: { "line-join": "round", "line-cap": "round", visibility: visibility(options) },
    paint: {
      "line-color": paletteOf(options).metro,
      "line-width": ["interpolate", ["linear"], ["zoom"], 9.5, 0.7, 12, 1.3, 15, 2.2],
      "line-opacity": ["interpolate", ["linear"], ["zoom"], 9.5, 0.3, 11, 0.6, 14, 0.8],
    },
  };
}

export function metroStations(options: LayerOptions): CircleLayerSpecification {
  const { metro, land } = paletteOf(options);
  return {
    id: "metro-stations",
    type: "circle",
    source: "metro-stations",
    minzoom: 11.5,
    layout: { visibility: visibility(options) },
    paint: {
      "circle-radius": ["interpolate", ["linear"], ["zoom"], 11.5, 1.6, 13, 2.6, 16, 4.5],
      "circle-color": land,
      "circle-stroke-color": metro,
      "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 11.5, 0.9, 16, 1.8],
    },
  };
}

/** Names of stations, where there is room beside their dots. */
export function metroStationNames(options: LayerOptions): SymbolLayerSpecification {
  const { metroName, halo } = paletteOf(options);
  return {
    id: "metro-station-names",
    type: "symbol",
    source: "metro-stations",
    minzoom: 13,
    layout: {
      visibility: visibility(options),
      "text-field": nameExpression(options),
      "text-font": MAP_FONTS,
      "text-size": ["interpolate", ["linear"], ["zoom"], 13, 10.5, 16, 12.5],
      "text-max-width": 8,
      "text-padding": 4,
      "text-variable-anchor": ["left", "right", "top", "bottom"],
      "text-radial-offset": 0.6,
      "text-justify": "auto",
    },
    paint: { "text-color": metroName, "text-halo-color": halo, "text-halo-width": 1.2 },
  };
}
