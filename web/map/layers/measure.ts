import type { LayerSpecification, SymbolLayerSpecification } from "maplibre-gl";
import { areaTint } from "../drawing-styles.ts";
import { type LayerOptions, MAP_FONTS, paletteOf } from "./layer-options.ts";

/** The measured line with its lengths, over everything else while it is there. */
export function measureLayers(options: LayerOptions): LayerSpecification[] {
  const { strongLine, symbolCasing, halo } = paletteOf(options);
  const source = "measure";
  const text: SymbolLayerSpecification["layout"] = {
    "text-field": ["get", "label"],
    "text-font": MAP_FONTS,
    "text-size": 13,
    "text-allow-overlap": true,
    "text-ignore-placement": true,
  };
  const ink = { "text-color": strongLine, "text-halo-color": halo, "text-halo-width": 2 };
  return [
    {
      id: "measure-fill",
      type: "fill",
      source,
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": strongLine, "fill-opacity": areaTint },
    },
    {
      id: "measure-line",
      type: "line",
      source,
      filter: ["==", ["geometry-type"], "LineString"],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": strongLine, "line-width": 2 },
    },
    {
      id: "measure-points",
      type: "circle",
      source,
      filter: ["==", ["geometry-type"], "Point"],
      paint: { "circle-radius": 4.5, "circle-color": symbolCasing, "circle-stroke-color": strongLine, "circle-stroke-width": 2 },
    },
    {
      id: "measure-lengths",
      type: "symbol",
      source,
      filter: ["==", ["geometry-type"], "Point"],
      layout: {
        ...text,
        "text-anchor": "left",
        "text-offset": [0.8, 0],
      },
      paint: ink,
    },
    {
      id: "measure-area",
      type: "symbol",
      source,
      filter: ["==", ["geometry-type"], "Polygon"],
      layout: { ...text, "text-size": 15 },
      paint: ink,
    },
  ];
}
