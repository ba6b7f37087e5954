import type { PaddingOptions } from "maplibre-gl";
import type { Box } from "../../server/contract/filter-parts.ts";
import { boxOf } from "./area.ts";
import { geodesicCircle } from "./geodesic.ts";
import type { MapComparedSite } from "./overlays.ts";

/** Nearer than this compared sites are seen without their surroundings. */
const comparedZoom = 12;

/** Room for the names of sites at the edge of what is shown, most often below them: on a small map less. */
function nameRoom({ clientWidth, clientHeight }: HTMLElement): PaddingOptions {
  const side = Math.min(110, clientWidth * 0.2);
  return { top: Math.min(40, clientHeight * 0.14), right: side, bottom: Math.min(90, clientHeight * 0.34), left: side };
}

/** The box around the compared sites that have a point, and the circles of their accuracy. */
export const comparedBox = (compared: readonly MapComparedSite[] | null): Box | null =>
  compared && compared.length > 0
    ? boxOf(compared.flatMap(({ point, accuracyM }) => geodesicCircle(point, accuracyM / 1000, 4)))
    : null;

/** What a map with compared sites starts with: all of them and their names. */
export function comparedView(box: Box | null, container: HTMLElement) {
  return box && { box, maxZoom: comparedZoom, extraPadding: nameRoom(container) };
}
