import type { CircleLayerSpecification, ExpressionSpecification } from "maplibre-gl";
import { siteKinds } from "../../../server/contract/kinds.ts";
import { kindColours } from "../../core/kinds.ts";
import { type LayerOptions, matchExpression, paletteOf } from "./layer-options.ts";

const hovered: ExpressionSpecification = ["get", "hovered"];

/** Circles in proportion to figures, in the colour of the kind; barely filled, so that the land keeps its colour; small ones above large ones. */
export function siteSizes(options: LayerOptions): CircleLayerSpecification {
  const colour = matchExpression(
    "kind",
    siteKinds.map((kind) => [kind, kindColours[options.theme][kind]] as const),
    paletteOf(options).strongLine,
  );
  return {
    id: "site-sizes",
    type: "circle",
    source: "sizes",
    layout: {
      // Grouped sites are not shown one by one.
      visibility: options.groups ? "none" : "visible",
      "circle-sort-key": ["-", 0, ["get", "radius"]],
    },
    paint: {
      "circle-radius": ["get", "radius"],
      "circle-color": colour,
      "circle-opacity": ["case", hovered, 0.2, 0.08],
      "circle-stroke-color": colour,
      "circle-stroke-width": ["case", hovered, 2.5, 1.5],
      "circle-stroke-opacity": 0.95,
    },
  };
}
