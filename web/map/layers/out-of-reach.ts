import type { FillLayerSpecification } from "maplibre-gl";
import { patternId } from "../hatch.ts";
import type { LayerOptions } from "./layer-options.ts";

/** Land outside the chosen distance of any site of the kind: hatched, so that land within reach keeps its colour. */
export function outOfReachHatch(options: LayerOptions): FillLayerSpecification {
  return {
    id: "uncovered",
    type: "fill",
    source: "uncovered",
    paint: { "fill-pattern": patternId("outOfReach", options.theme) },
  };
}
