import { Layer, Source } from "@vis.gl/react-maplibre";
import { useMemo } from "react";
import type { Datum } from "../../server/contract/basemaps.ts";
import { shapeInDatum } from "./datum.ts";
import type { LayerOptions } from "./layers/layer-options.ts";
import { measureLayers } from "./layers/measure.ts";
import { measureShape } from "./measure-shape.ts";
import type { Measurement } from "./use-measure.ts";

/** The measured line on the map. It follows the pointer, so it is rendered apart from what rarely changes. */
export function Measure({
  measurement,
  layerOptions,
  datum,
}: {
  measurement: Measurement;
  layerOptions: LayerOptions;
  datum: Datum;
}) {
  const { language } = layerOptions;
  const shape = useMemo(() => shapeInDatum(measureShape(measurement, language), datum), [measurement, language, datum]);
  return (
    <Source id="measure" type="geojson" data={shape}>
      {measureLayers(layerOptions).map((layer) => (
        <Layer key={layer.id} {...layer} />
      ))}
    </Source>
  );
}
