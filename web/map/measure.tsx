import { Layer, Source } from "@vis.gl/react-maplibre";
import { useMemo } from "react";
import type { Datum } from "../../server/contract/basemaps.ts";
import { shownShape } from "./datum.ts";
import type { Look } from "./layers/look.ts";
import { measureLayers } from "./layers/measure.ts";
import { measureShape } from "./measure-shape.ts";
import type { Measured } from "./use-measure.ts";

/** The measured line on the map. It follows the pointer, so it is rendered apart from what rarely changes. */
export function Measure({ measured, look, datum }: { measured: Measured; look: Look; datum: Datum }) {
  const { language } = look;
  const shape = useMemo(() => shownShape(measureShape(measured, language), datum), [measured, language, datum]);
  return (
    <Source id="measure" type="geojson" data={shape}>
      {measureLayers(look).map((layer) => (
        <Layer key={layer.id} {...layer} />
      ))}
    </Source>
  );
}
