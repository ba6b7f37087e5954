import type { ExpressionSpecification, SymbolLayerSpecification } from "maplibre-gl";
import { siteKinds } from "../../../server/contract/kinds.ts";
import { kindRanks } from "../../core/kinds.ts";
import type { Offsets } from "../spread.ts";
import { type SymbolForm, symbolId } from "../symbols.ts";
import { clusterSplitZoom } from "./groups.ts";
import { hasState, type LayerOptions, MAP_FONTS, nameExpression, paletteOf } from "./layer-options.ts";
import { namePlaces } from "./name-places.ts";
import { isSite } from "./tile-groups.ts";

/** From this zoom on there is room for names; on paper, which is sharper, for those that find some. */
const namesFrom = ({ onPaper }: LayerOptions): number => (onPaper ? 9 : 10.2);

/** The symbol of a site: the shape of its kind, hollow for infrastructure behind a hub. */
export function symbolIcon(options: LayerOptions, filledForm: SymbolForm, hollowForm: SymbolForm): ExpressionSpecification {
  const ids = (form: SymbolForm) => siteKinds.flatMap((kind) => [kind, symbolId(kind, form, options.theme)]);
  const form = (symbolForm: SymbolForm) => ["match", ["get", "kind"], ...ids(symbolForm), ""];
  return [
    "case",
    ["==", ["get", "level"], "INFRASTRUCTURE"],
    form(hollowForm),
    form(filledForm),
  ] as unknown as ExpressionSpecification;
}

/** Symbols that share a point are moved by the offsets of `offsetsOfSharedPoints`, in units of so many pixels; an expression without a case would not be valid. */
export function offset(offsets: Offsets, unit = 1): ExpressionSpecification | [number, number] {
  const cases = Object.entries(offsets).flatMap(([slug, [x, y]]) => [slug, ["literal", [x / unit, y / unit]]]);
  if (cases.length === 0) return [0, 0];
  return ["match", ["get", "slug"], ...cases, ["literal", [0, 0]]] as unknown as ExpressionSpecification;
}

/** National hubs first, then the kinds in their order. */
const rank = [
  "case",
  ["==", ["get", "level"], "NATIONAL"],
  0,
  ["match", ["get", "kind"], ...siteKinds.flatMap((kind) => [kind, kindRanks[kind]]), siteKinds.length],
] as unknown as ExpressionSpecification;

/** Chosen, or under the pointer: then it has its name on a tag and is on top. */
const isHighlighted: ExpressionSpecification = ["any", hasState("chosen"), hasState("hovered")];

/** Where sites have the size of a figure, the symbol only names the kind; without a figure it is smaller still. */
function size({ sizedSlugs, hasValues }: LayerOptions): ExpressionSpecification {
  const scaledSize = (full: number): ExpressionSpecification | number =>
    sizedSlugs ? ["case", isSized(sizedSlugs), full * 0.8, full * 0.65] : full;
  // A district in the middle of the city is as small as a few symbols: near it they grow to their size again.
  if (hasValues)
    return [
      "interpolate",
      ["linear"],
      ["zoom"],
      7.5,
      scaledSize(0.46),
      9.5,
      scaledSize(0.6),
      11,
      scaledSize(0.85),
      13,
      scaledSize(1.15),
    ];
  return ["interpolate", ["linear"], ["zoom"], 7.5, scaledSize(0.66), 10, scaledSize(0.9), 13, scaledSize(1.15)];
}

const isSized = (slugs: readonly string[]): ExpressionSpecification => ["in", ["get", "slug"], ["literal", [...slugs]]];

/** Over hexagons symbols are subdued; those of a cluster are shown once there is room. */
function symbolOpacity({ groups, sizedSlugs, hasValues, comparedOffsets }: LayerOptions): ExpressionSpecification | number {
  if (comparedOffsets) return 0.35;
  if (groups === "cluster") return ["step", ["zoom"], 0, clusterSplitZoom, 1];
  if (groups === "hex") return 0.9;
  if (sizedSlugs) return ["case", isSized(sizedSlugs), 1, 0.55];
  return hasValues ? ["interpolate", ["linear"], ["zoom"], 9.5, 0.7, 11, 1] : 1;
}

/** The symbols. A site is never dropped for lack of room. */
export function sites(options: LayerOptions): SymbolLayerSpecification {
  return {
    id: "sites",
    type: "symbol",
    source: "sites",
    "source-layer": "sites",
    filter: isSite,
    layout: {
      "symbol-sort-key": rank,
      "icon-image": symbolIcon(options, "plain", "hollow"),
      "icon-size": size(options),
      "icon-offset": offset(options.offsets),
      "icon-allow-overlap": true,
      // The names of coloured districts keep their place.
      "icon-ignore-placement": Boolean(options.hasValues),
      "icon-padding": 0,
    },
    paint: { "icon-opacity": symbolOpacity(options) },
  };
}

/** The names, a layer of their own under the symbols: all symbols have their room before the first name looks for some. */
export function siteNames(options: LayerOptions): SymbolLayerSpecification {
  const { siteNameColour, halo } = paletteOf(options);
  return {
    id: "site-names",
    type: "symbol",
    source: "sites",
    "source-layer": "sites",
    filter: isSite,
    minzoom: namesFrom(options),
    layout: {
      visibility: options.comparedOffsets ? "none" : "visible",
      "symbol-sort-key": rank,
      "text-field": nameExpression(options),
      "text-font": MAP_FONTS,
      "text-size": ["interpolate", ["linear"], ["zoom"], 10, 12, 14, 14],
      "text-max-width": options.language === "zh" ? 9 : 10,
      "text-line-height": 1.25,
      "text-padding": 2,
      "text-variable-anchor-offset": namePlaces(
        ["left", "right", "top", "bottom", "top-left", "bottom-left", "top-right", "bottom-right"],
        options,
      ),
      "text-justify": "auto",
    },
    paint: {
      "text-color": siteNameColour,
      "text-halo-color": halo,
      "text-halo-width": 1.75,
      // On the screen a card has the name.
      "text-opacity": options.onPaper ? 1 : ["case", isHighlighted, 0, 1],
    },
  };
}

/** Names of the sites outside the city where the others have none yet: a symbol alone beside the city says nothing. */
export function outsideNames(options: LayerOptions): SymbolLayerSpecification {
  const { minzoom: _minzoom, layout, ...names } = siteNames(options);
  return {
    ...names,
    id: "outside-names",
    maxzoom: namesFrom(options),
    filter: ["all", isSite, ["in", ["get", "slug"], ["literal", [...(options.slugsOutsideCity ?? [])]]]],
    // To the left first: Ezhou is in the east, near the edge of the window.
    layout: {
      ...layout,
      visibility: options.groups || options.comparedOffsets ? "none" : "visible",
      "text-variable-anchor-offset": namePlaces(["right", "bottom", "top", "left"], options),
    },
  };
}

/** The chosen site and the one under the pointer once more, larger and on top. Only the state decides whether it is seen. */
export function chosenSites(options: LayerOptions): SymbolLayerSpecification {
  return {
    id: "chosen-sites",
    type: "symbol",
    source: "sites",
    "source-layer": "sites",
    filter: isSite,
    layout: {
      "icon-image": symbolIcon(options, "chosen", "chosenHollow"),
      "icon-size": size(options),
      "icon-offset": offset(options.offsets),
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
    },
    paint: { "icon-opacity": ["case", isHighlighted, 1, 0] },
  };
}
