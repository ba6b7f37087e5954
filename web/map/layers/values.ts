import type { ExpressionSpecification, FillLayerSpecification, LineLayerSpecification } from "maplibre-gl";
import { patternId } from "../hatch.ts";
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

/** A pattern where there is no colour, as plain land would mean a small value: another for each cause. */
export function noValueHatch(options: LayerOptions): FillLayerSpecification {
  return {
    id: "value-none",
    type: "fill",
    ...districts,
    layout: { visibility: visibility(options) },
    filter: ["!", isOneOf(Object.keys(options.values?.tones ?? {}))],
    paint: {
      "fill-pattern": matchExpression(
        "code",
        Object.entries(options.values?.patterns ?? {}).map(
          ([code, pattern]) => [code, patternId(pattern, options.theme)] as const,
        ),
        patternId("noValue", options.theme),
      ),
    },
  };
}

/** The chosen district, those that the filter names and the one under the pointer: by their border, as the fill is taken. */
export function valueHighlight(options: LayerOptions): LineLayerSpecification {
  const highlighted: ExpressionSpecification = ["any", hasState("chosen"), isOneOf(options.filteredDistricts)];
  return {
    id: "value-mark",
    type: "line",
    ...districts,
    layout: { visibility: visibility(options), "line-join": "round" },
    paint: {
      "line-color": paletteOf(options).strongLine,
      "line-width": ["case", highlighted, 2.5, 1.75],
      "line-opacity": ["case", highlighted, 1, hasState("hovered"), 0.9, 0],
    },
  };
}
