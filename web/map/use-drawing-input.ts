import type { Map as MapLibreMap } from "maplibre-gl";
import { useMemo } from "react";
import type { MapTool } from "../address/map-tool.ts";
import { useHovered } from "../core/hover.ts";
import { noArea } from "./area.ts";
import type { AtlasMapProps } from "./atlas-map-props.ts";
import type { BasemapStyle } from "./basemaps/basemap-style.ts";
import type { Drawing } from "./drawing.tsx";
import { groundFiles } from "./ground-files.ts";
import type { OverlayInput } from "./overlay-sources.ts";
import { useHoveredGroup, useOverlays } from "./overlays.ts";
import { type Offsets, type PlacedSite, spread } from "./spread.ts";
import { useValueAtRest } from "./use-at-rest.ts";

interface MapState {
  ground: BasemapStyle | null;
  tool: MapTool | null;
}

/** Everything that is to be drawn, anew only where something of it has changed. */
export function useDrawingInput(map: MapLibreMap | null, props: AtlasMapProps, { ground, tool }: MapState): Drawing {
  const { basemap, language, theme, tiles, filter, districts, sites, chosenSite } = props;
  const hovered = useHovered();
  const overlays = useOverlayInput();
  const offsets = useOffsets(map, sites);
  const sized = useValueAtRest(
    map,
    useMemo(() => overlays.sizes?.map(({ slug }) => slug).sort() ?? null, [overlays.sizes]),
  );
  const coloured = useValueAtRest(map, overlays.values !== null);
  const outside = useMemo(() => sites.filter((site) => site.outside).map(({ slug }) => slug), [sites]);
  const { compared } = overlays;
  const comparing = useMemo(() => compared && spread(compared), [compared]);
  const pointed = useMemo(
    () => compared ?? sites.filter(({ slug }) => slug === chosenSite || slug === hovered),
    [compared, sites, chosenSite, hovered],
  );
  const state = { tiles, filter, districts, language, theme, pointed, overlays, offsets, outside, sized, coloured, comparing };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the values of the objects replace them
  return useMemo(
    () => ({
      ...state,
      origin: window.location.origin,
      // What is being changed is drawn by the tool that changes it.
      area: tool === "edit" ? noArea : filter,
      groundFiles,
      groups: overlays.groups?.by ?? null,
      values: overlays.values,
      filteredDistricts: filter.districts,
      onForeignBasemap: ground !== null,
      datum: basemap.datum,
    }),
    [...Object.values(state), tool, ground, basemap],
  );
}

/** The offsets of symbols that share a point. */
export function useOffsets(map: MapLibreMap | null, sites: readonly PlacedSite[]): Offsets {
  return useValueAtRest(
    map,
    useMemo(() => spread(sites), [sites]),
  );
}

/** The overlays of the slices, and the group under the pointer. */
export function useOverlayInput(): OverlayInput {
  const overlays = useOverlays();
  const [site, group] = [useHovered(), useHoveredGroup()];
  return useMemo(() => ({ ...overlays, hovered: { site, group } }), [overlays, site, group]);
}
