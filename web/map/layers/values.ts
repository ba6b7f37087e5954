import type { ExpressionSpecification, FillLayerSpecification, LineLayerSpecification } from "maplibre-gl";
import { boundId, noneId } from "../hatch.ts";
import { toneColour } from "../value-tones.ts";
import { hasState, type LayerOptions, matchExpression, paletteOf } from "./layer-options.ts";

const districts = { source: "districts", "source-layer": "districts" } as const;

const visibility = ({ values }: LayerOptions) => (values ? ("visible" as const) : ("none" as const));

const isOneOf = (codes: readonly string[]): ExpressionSpecification => ["in", ["get", "code"], ["literal", [...codes]]];

/** Districts in the colours of their values; over a basemap of others its streets show through. */
export function valueFill(options: LayerOptions): FillLayerSpecification {
  const tones = Object.entries(options.values?.tones ?? {});
  return {
    id: "value-fill",
    type: "fill",
    ...districts,
    layout: { visibility: visibility(options) },
    filter: isOneOf(tones.map(([code]) => code)),
    paint: {
      "fill-color": matchExpression(
        "code",
        tones.map(([code, tone]) => [code, toneColour(options.theme, tone)] as const),
        paletteOf(options).land,
      ),
      "fill-opacity": options.onForeignBasemap ? 0.7 : 1,
    },
  };
}

/** Dots on districts whose value is only a bound: the true colour may be stronger or fainter. */
export function valueBounds(options: LayerOptions): FillLayerSpecification {
  return {
    id: "value-bounds",
    type: "fill",
    ...districts,
    layout: { visibility: visibility(options) },
    filter: isOneOf(options.values?.boundOnlyCodes ?? []),
    paint: { "fill-pattern": boundId(options.theme) },
  };
}

/** Hatching where there is no value: neither a colour of the scale nor plain land, which would mean a small value. */
export function valueNone(options: LayerOptions): FillLayerSpecification {
  return {
    id: "value-none",
    type: "fill",
    ...districts,
    layout: { visibility: visibility(options) },
    filter: ["!", isOneOf(Object.keys(options.values?.tones ?? {}))],
    paint: { "fill-pattern": noneId(options.theme) },
  };
}

/** The chosen district, those that the filter names and the one under the pointer: by their border, as the ground is taken. */
export function valueMark(options: LayerOptions): LineLayerSpecification {
  const marked: ExpressionSpecification = ["any", hasState("chosen"), isOneOf(options.filteredDistricts)];
  return {
    id: "value-mark",
    type: "line",
    ...districts,
    layout: { visibility: visibility(options), "line-join": "round" },
    paint: {
      "line-color": paletteOf(options).ring,
      "line-width": ["case", marked, 2.5, 1.75],
      "line-opacity": ["case", marked, 1, hasState("hovered"), 0.9, 0],
    },
  };
}
