import type {
  CircleLayerSpecification,
  ExpressionSpecification,
  FillLayerSpecification,
  LineLayerSpecification,
} from "maplibre-gl";
import { siteKinds } from "../../../server/contract/kinds.ts";
import { kindColours } from "../../core/kinds.ts";
import { type LayerOptions, metresAsPixels, paletteOf } from "./layer-options.ts";
import { isSite } from "./tile-groups.ts";

/** Below this radius (metres) a circle adds nothing to the symbol. */
const minRadiusMetres = 400;

/** Beside circles of size, circles of position accuracy would be mistaken for them. */
const visibility = ({ sizedSlugs }: LayerOptions) => (sizedSlugs ? ("none" as const) : ("visible" as const));

/** Where the true position may lie, for every site whose point is not exact: faint, in the colour of its kind. */
export function uncertaintyCircles(options: LayerOptions): CircleLayerSpecification {
  const colours = siteKinds.flatMap((kind) => [kind, kindColours[options.theme][kind]]);
  const colour = ["match", ["get", "kind"], ...colours, paletteOf(options).strongLine] as unknown as ExpressionSpecification;
  return {
    id: "uncertainty",
    type: "circle",
    source: "sites",
    "source-layer": "sites",
    filter: ["all", isSite, [">=", ["get", "accuracyM"], minRadiusMetres]],
    // Of compared sites they are drawn as those of the chosen one.
    layout: { visibility: options.comparedOffsets ? "none" : visibility(options) },
    paint: {
      "circle-radius": [
        "interpolate",
        ["exponential", 2],
        ["zoom"],
        0,
        metresAsPixels("accuracyM", 0),
        20,
        metresAsPixels("accuracyM", 20),
      ],
      "circle-color": colour,
      "circle-opacity": options.groups ? 0 : ["interpolate", ["linear"], ["zoom"], 8, 0.035, 12, 0.06],
      "circle-stroke-color": colour,
      "circle-stroke-width": 0.75,
      "circle-stroke-opacity": options.groups ? 0 : ["interpolate", ["linear"], ["zoom"], 8, 0.22, 12, 0.4],
    },
  };
}

export function pointedUncertaintyFill(options: LayerOptions): FillLayerSpecification {
  return {
    id: "pointed-fill",
    type: "fill",
    source: "pointed",
    layout: { visibility: visibility(options) },
    paint: { "fill-color": paletteOf(options).strongLine, "fill-opacity": 0.06 },
  };
}

/** The circle of the chosen site and of the one under the pointer: dashed, as is usual for uncertain positions. */
export function pointedUncertaintyLine(options: LayerOptions): LineLayerSpecification {
  return {
    id: "pointed-line",
    type: "line",
    source: "pointed",
    layout: { visibility: visibility(options) },
    paint: { "line-color": paletteOf(options).strongLine, "line-width": 1.25, "line-dasharray": [3, 2.5], "line-opacity": 0.8 },
  };
}
