import type { ExpressionSpecification, SymbolLayerSpecification, VariableAnchorOffsetCollectionSpecification } from "maplibre-gl";
import { type LayerOptions, MAP_FONTS, nameExpression, paletteOf } from "./layer-options.ts";

export function riverNames(options: LayerOptions): SymbolLayerSpecification {
  const { waterName, halo } = paletteOf(options);
  return {
    id: "river-names",
    type: "symbol",
    source: "rivers",
    filter: ["==", ["get", "part"], "course"],
    layout: {
      "symbol-placement": "line",
      "symbol-spacing": 380,
      "text-field": nameExpression(options),
      "text-font": MAP_FONTS,
      "text-size": ["interpolate", ["linear"], ["zoom"], 8, 11, 13, 15],
      "text-letter-spacing": options.language === "zh" ? 0.3 : 0.08,
      "text-max-angle": 35,
    },
    paint: { "text-color": waterName, "text-halo-color": halo, "text-halo-width": 1 },
  };
}

/** The offsets of a district's name, in ems from its label point: small, as a name in the next district would mislead. */
const NEAR_OFFSET = 0.8;
const anchorOffsets: VariableAnchorOffsetCollectionSpecification = [
  "center",
  [0, 0],
  "top",
  [0, NEAR_OFFSET],
  "bottom",
  [0, -NEAR_OFFSET],
  "left",
  [NEAR_OFFSET, 0],
  "right",
  [-NEAR_OFFSET, 0],
];

/** In the middle of the city districts are small and many: which of them are named first where there is no room for all. */
const namePriority: ExpressionSpecification = [
  "match",
  ["get", "code"],
  // Wuchang, Hongshan, Jianghan.
  ["420106", "420111", "420103"],
  0,
  // The other districts in the middle.
  ["420102", "420104", "420105", "420107"],
  1,
  2,
];

/** District names, wide and quiet, as a printed atlas sets them. */
export function districtNames(options: LayerOptions): SymbolLayerSpecification {
  const { districtName, siteNameColour, halo } = paletteOf(options);
  return {
    id: "district-names",
    type: "symbol",
    source: "district-names",
    layout: {
      "symbol-sort-key": namePriority,
      "text-field": nameExpression(options),
      "text-font": MAP_FONTS,
      "text-size": options.values
        ? ["interpolate", ["linear"], ["zoom"], 7.5, 10, 9, 11, 10, 13, 12, 18]
        : ["interpolate", ["linear"], ["zoom"], 7.5, 10.5, 9, 12.5, 12, 18],
      "text-letter-spacing": options.language === "zh" ? 0.2 : 0.06,
      "text-max-width": 8,
      "text-padding": options.values ? 2 : 0,
      "text-variable-anchor-offset": anchorOffsets,
    },
    // On the colours of values, which may be strong, they are stronger too.
    paint: {
      "text-color": options.values ? siteNameColour : districtName,
      "text-halo-color": halo,
      "text-halo-width": options.values ? 1.8 : 1.4,
    },
  };
}

const isNoArea: ExpressionSpecification = ["!=", ["get", "kind"], "area"];

/** Stations, lakes, towns: only where there is room, lakes in the colour of water. */
export function landmarkNames(options: LayerOptions): SymbolLayerSpecification {
  const { landmarkName, waterName, halo } = paletteOf(options);
  return {
    id: "landmark-names",
    type: "symbol",
    source: "landmarks",
    minzoom: 9.2,
    // Near by, the stations of an area say more than its name, which would cover one of them.
    filter: ["step", ["zoom"], ["in", ["get", "kind"], ["literal", ["lake", "town", "area"]]], 11, true, 13, isNoArea],
    layout: {
      "text-field": nameExpression(options),
      "text-font": MAP_FONTS,
      "text-size": ["interpolate", ["linear"], ["zoom"], 9, 11, 13, 13],
      "text-max-width": 7,
      "text-padding": 6,
      "text-letter-spacing": 0.04,
    },
    paint: {
      "text-color": ["match", ["get", "kind"], "lake", waterName, landmarkName],
      "text-halo-color": halo,
      "text-halo-width": 1.2,
    },
  };
}
