import type { SymbolLayerSpecification } from "maplibre-gl";
import { type LayerOptions, MAP_FONTS, nameExpression, paletteOf } from "./layer-options.ts";
import { namePlaces } from "./name-places.ts";
import { offset, symbolIcon } from "./sites.ts";

/** In pixels. */
const numberSize = 12;

/** The symbols of compared sites with their numbers in them: all of them, whether or not the filter has them. */
export function comparedSites(options: LayerOptions): SymbolLayerSpecification {
  const { symbolCasing, strongLine } = paletteOf(options);
  const offsets = options.comparedOffsets ?? {};
  return {
    id: "compared-sites",
    type: "symbol",
    source: "compared",
    layout: {
      "symbol-sort-key": ["get", "columnNumber"],
      "icon-image": symbolIcon(options, "chosen", "chosenHollow"),
      "icon-size": ["case", ["get", "hovered"], 1.2, 1],
      "icon-offset": offset(offsets),
      "icon-overlap": "always",
      "text-field": ["to-string", ["get", "columnNumber"]],
      "text-font": MAP_FONTS,
      "text-size": numberSize,
      "text-offset": offset(offsets, numberSize),
      "text-overlap": "always",
    },
    paint: { "text-color": ["case", ["has", "level"], strongLine, symbolCasing] },
  };
}

/** Their names at every zoom, below them or where else there is room; the numbers are seen in any case. */
export function comparedNames(options: LayerOptions): SymbolLayerSpecification {
  const { siteNameColour, halo } = paletteOf(options);
  return {
    id: "compared-names",
    type: "symbol",
    source: "compared",
    layout: {
      "symbol-sort-key": ["get", "columnNumber"],
      "text-field": nameExpression(options),
      "text-font": MAP_FONTS,
      "text-size": 13,
      "text-max-width": options.language === "zh" ? 9 : 11,
      "text-line-height": 1.25,
      // Outside of the symbol, which they would collide with; farther away where other sites are around it.
      "text-variable-anchor-offset": namePlaces(
        ["top", "bottom", "left", "right", "top-left", "top-right", "bottom-left", "bottom-right"],
        { offsets: options.comparedOffsets ?? {}, distances: [2.1, 3.2] },
      ),
      "text-justify": "auto",
    },
    paint: { "text-color": siteNameColour, "text-halo-color": halo, "text-halo-width": 2 },
  };
}
