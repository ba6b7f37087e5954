import type {
  CircleLayerSpecification,
  ExpressionSpecification,
  FillLayerSpecification,
  LineLayerSpecification,
  SymbolLayerSpecification,
} from "maplibre-gl";
import { siteKinds } from "../../../server/contract/kinds.ts";
import { groupInks, groupTones } from "../group-tones.ts";
import { symbolId } from "../symbols.ts";
import { type LayerOptions, MAP_FONTS, paletteOf } from "./layer-options.ts";

/** From this zoom on clusters come apart: their sites are drawn, and around them how far the cluster goes. */
export const clusterSplitZoom = 10.2;

const hovered: ExpressionSpecification = ["get", "hovered"];
const hexagons = ({ groups }: LayerOptions): boolean => groups === "hex";

const byTone = (colours: readonly string[]): ExpressionSpecification =>
  [
    "match",
    ["get", "tone"],
    ...colours.flatMap((colour, tone) => [tone, colour]),
    colours[0] ?? "",
  ] as unknown as ExpressionSpecification;

/** Hexagons in the colour of their count; clusters only a faint tint. */
export function groupFill(options: LayerOptions): FillLayerSpecification {
  return {
    id: "group-fill",
    type: "fill",
    source: "groups",
    paint: {
      "fill-color": hexagons(options) ? byTone(groupTones[options.theme]) : paletteOf(options).strongLine,
      "fill-opacity": hexagons(options) ? ["case", hovered, 0.95, 0.78] : ["case", hovered, 0.12, 0.05],
    },
  };
}

export function groupLine(options: LayerOptions): LineLayerSpecification {
  const { strongLine, halo } = paletteOf(options);
  return {
    id: "group-line",
    type: "line",
    source: "groups",
    layout: { "line-join": "round", "line-sort-key": ["case", hovered, 1, 0] },
    paint: {
      "line-color": hexagons(options) ? ["case", hovered, strongLine, halo] : strongLine,
      "line-width": ["case", hovered, 2, 1],
      "line-opacity": hexagons(options) ? 1 : ["case", hovered, 0.9, 0.45],
    },
  };
}

/** A cluster as one disc, as long as its sites would lie on each other. */
export function clusterDiscs(options: LayerOptions): CircleLayerSpecification {
  return {
    id: "cluster-discs",
    type: "circle",
    source: "group-centers",
    maxzoom: clusterSplitZoom,
    filter: ["==", ["get", "alone"], null],
    paint: {
      "circle-color": byTone(groupTones[options.theme]),
      "circle-radius": ["match", ["get", "tone"], 0, 11, 1, 13, 2, 15, 3, 18, 21],
      "circle-stroke-color": ["case", hovered, paletteOf(options).strongLine, paletteOf(options).symbolCasing],
      "circle-stroke-width": 2,
    },
  };
}

export function clusterCounts(options: LayerOptions): SymbolLayerSpecification {
  return {
    id: "cluster-counts",
    type: "symbol",
    source: "group-centers",
    maxzoom: clusterSplitZoom,
    filter: ["==", ["get", "alone"], null],
    layout: {
      "text-field": ["to-string", ["get", "count"]],
      "text-font": MAP_FONTS,
      "text-size": 13,
      "text-allow-overlap": true,
      "text-ignore-placement": true,
    },
    paint: { "text-color": byTone(groupInks[options.theme]) },
  };
}

/** A cluster of one is drawn as its site. */
export function singleSiteClusters(options: LayerOptions): SymbolLayerSpecification {
  const ids = (form: "plain" | "hollow") => siteKinds.flatMap((kind) => [kind, symbolId(kind, form, options.theme)]);
  const symbol = (form: "plain" | "hollow") => ["match", ["get", "alone"], ...ids(form), ""];
  return {
    id: "cluster-alone",
    type: "symbol",
    source: "group-centers",
    maxzoom: clusterSplitZoom,
    filter: ["!=", ["get", "alone"], null],
    layout: {
      "icon-image": ["case", ["get", "hollow"], symbol("hollow"), symbol("plain")] as unknown as ExpressionSpecification,
      "icon-size": ["interpolate", ["linear"], ["zoom"], 7.5, 0.66, 10, 0.9],
      "icon-allow-overlap": true,
      "icon-padding": 0,
    },
  };
}
