import { useMemo } from "react";
import { useHovered } from "../core/hover.ts";
import type { OverlayInput } from "./overlay-sources.ts";
import { useHoveredGroup, useOverlays } from "./overlays.ts";

/** What slices have laid over the map, and what of it is under the pointer. */
export function useOverlayInput(): OverlayInput {
  const overlays = useOverlays();
  const [site, group] = [useHovered(), useHoveredGroup()];
  return useMemo(() => ({ ...overlays, hovered: { site, group } }), [overlays, site, group]);
}
