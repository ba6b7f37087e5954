import type { ExpressionSpecification, FillLayerSpecification, LineLayerSpecification } from "maplibre-gl";
import { boundId, noneId } from "../hatch.ts";
import { toneColour } from "../value-tones.ts";
import { hasState, type Look, matchExpression, paletteOf } from "./look.ts";

const districts = { source: "districts", "source-layer": "districts" } as const;

const visibility = ({ values }: Look) => (values ? ("visible" as const) : ("none" as const));

const isOneOf = (codes: readonly string[]): ExpressionSpecification => ["in", ["get", "code"], ["literal", [...codes]]];

/** Districts in the colours of their values; over a basemap of others its streets show through. */
export function valueFill(look: Look): FillLayerSpecification {
  const tones = Object.entries(look.values?.tones ?? {});
  return {
    id: "value-fill",
    type: "fill",
    ...districts,
    layout: { visibility: visibility(look) },
    filter: isOneOf(tones.map(([code]) => code)),
    paint: {
      "fill-color": matchExpression(
        "code",
        tones.map(([code, tone]) => [code, toneColour(look.theme, tone)] as const),
        paletteOf(look).land,
      ),
      "fill-opacity": look.onForeignBasemap ? 0.7 : 1,
    },
  };
}

/** Dots on districts whose value is only a bound: the true colour may be stronger or fainter. */
export function valueBounds(look: Look): FillLayerSpecification {
  return {
    id: "value-bounds",
    type: "fill",
    ...districts,
    layout: { visibility: visibility(look) },
    filter: isOneOf(look.values?.bounds ?? []),
    paint: { "fill-pattern": boundId(look.theme) },
  };
}

/** Hatching where there is no value: neither a colour of the scale nor plain land, which would mean a small value. */
export function valueNone(look: Look): FillLayerSpecification {
  return {
    id: "value-none",
    type: "fill",
    ...districts,
    layout: { visibility: visibility(look) },
    filter: ["!", isOneOf(Object.keys(look.values?.tones ?? {}))],
    paint: { "fill-pattern": noneId(look.theme) },
  };
}

/** The chosen district, those that the filter names and the one under the pointer: by their border, as the ground is taken. */
export function valueMark(look: Look): LineLayerSpecification {
  const marked: ExpressionSpecification = ["any", hasState("chosen"), isOneOf(look.named)];
  return {
    id: "value-mark",
    type: "line",
    ...districts,
    layout: { visibility: visibility(look), "line-join": "round" },
    paint: {
      "line-color": paletteOf(look).ring,
      "line-width": ["case", marked, 2.5, 1.75],
      "line-opacity": ["case", marked, 1, hasState("hovered"), 0.9, 0],
    },
  };
}
