import { useMemo } from "react";
import { useHovered } from "../core/hover.ts";
import type { OverlayInput } from "./overlay-sources.ts";
import { useHoveredGroup, useOverlays } from "./overlays.ts";

/** The overlays of the slices, and the group under the pointer. */
export function useOverlayInput(): OverlayInput {
  const overlays = useOverlays();
  const [site, group] = [useHovered(), useHoveredGroup()];
  return useMemo(() => ({ ...overlays, hovered: { site, group } }), [overlays, site, group]);
}
