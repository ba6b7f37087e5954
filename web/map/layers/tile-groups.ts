import type { CircleLayerSpecification, ExpressionSpecification, SymbolLayerSpecification } from "maplibre-gl";
import type { Language } from "../../../server/contract/language.ts";
import { type LayerOptions, MAP_FONTS, paletteOf } from "./layer-options.ts";

const count: ExpressionSpecification = ["get", "pointCount"];

/** Where there are more sites than can be drawn, the tiles hold groups of them; these are shown by their number of sites. */
const isTileGroup: ExpressionSpecification = ["has", "pointCount"];
export const isSite: ExpressionSpecification = ["!", isTileGroup];

/** A circle for each tile group. It grows with the root of the number, so its area with the number, until it would cover its neighbours. */
export function tileGroups(options: LayerOptions): CircleLayerSpecification {
  const { tileGroup, symbolCasing } = paletteOf(options);
  return {
    id: "tile-groups",
    type: "circle",
    source: "sites",
    "source-layer": "sites",
    filter: isTileGroup,
    paint: {
      "circle-radius": ["interpolate", ["linear"], ["sqrt", count], 1, 8.5, 10, 12, 30, 15, 100, 19],
      "circle-color": tileGroup,
      "circle-opacity": 0.9,
      "circle-stroke-color": symbolCasing,
      "circle-stroke-width": 1.25,
    },
  };
}

/** The number on the circle, in short form. It is never dropped: a circle without one would be meaningless. */
export function tileGroupCounts(options: LayerOptions): SymbolLayerSpecification {
  return {
    id: "tile-group-counts",
    type: "symbol",
    source: "sites",
    "source-layer": "sites",
    filter: isTileGroup,
    layout: {
      "text-field": shortCount[options.language],
      "text-font": MAP_FONTS,
      "text-size": 11,
      "text-padding": 0,
      "text-allow-overlap": true,
    },
    paint: { "text-color": paletteOf(options).symbolCasing },
  };
}

const scaled = (size: number, word: string): ExpressionSpecification => [
  "concat",
  ["number-format", ["/", count, size], { "max-fraction-digits": 1 }],
  word,
];

// 12,300 is 1.2万 or 12.3k.
const shortCount: Record<Language, ExpressionSpecification> = {
  zh: ["case", [">=", count, 10_000], scaled(10_000, "万"), ["to-string", count]],
  en: ["case", [">=", count, 1_000_000], scaled(1_000_000, "M"), [">=", count, 1000], scaled(1000, "k"), ["to-string", count]],
};
