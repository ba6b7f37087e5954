import type { Map as MapLibreMap } from "maplibre-gl";
import { useMemo } from "react";
import type { MapTool } from "../address/map-tool.ts";
import { useHoveredSite } from "../core/hover.ts";
import { noArea } from "./area.ts";
import type { AtlasMapProps } from "./atlas-map-props.ts";
import type { AtlasStyleInput } from "./atlas-style.tsx";
import type { BasemapStyle } from "./basemaps/basemap-style.ts";
import { embeddedBasemapFiles } from "./embedded-basemap-files.ts";
import type { OverlayInput } from "./overlay-sources.ts";
import { useHoveredGroup, useOverlays } from "./overlays.ts";
import { type Offsets, offsetsOfSharedPoints, type PlacedSite } from "./spread.ts";
import { useValueAtRest } from "./use-at-rest.ts";

interface MapState {
  basemapStyle: BasemapStyle | null;
  tool: MapTool | null;
}

/** Everything to draw; a new object only where something has changed. */
export function useStyleInput(map: MapLibreMap | null, props: AtlasMapProps, { basemapStyle, tool }: MapState): AtlasStyleInput {
  const {
    basemap,
    language,
    theme,
    tilesVersion: tiles,
    filter,
    outlinedDistricts: outlined,
    districts,
    sites,
    chosenSite,
  } = props;
  const hovered = useHoveredSite();
  const overlays = useOverlayInput();
  const offsets = useOffsets(map, sites);
  const sizedSlugs = useValueAtRest(
    map,
    useMemo(() => overlays.sizes?.map(({ slug }) => slug).sort() ?? null, [overlays.sizes]),
  );
  const hasValues = useValueAtRest(map, overlays.values !== null);
  const slugsOutsideCity = useMemo(() => sites.filter((site) => site.isOutsideCity).map(({ slug }) => slug), [sites]);
  const { compared } = overlays;
  const comparedOffsets = useMemo(() => compared && offsetsOfSharedPoints(compared), [compared]);
  const pointedSites = useMemo(
    () => compared ?? sites.filter(({ slug }) => slug === chosenSite || slug === hovered),
    [compared, sites, chosenSite, hovered],
  );
  const inputs = {
    tiles,
    filter,
    outlined,
    districts,
    language,
    theme,
    pointedSites,
    overlays,
    offsets,
    slugsOutsideCity,
    sizedSlugs,
    hasValues,
    comparedOffsets,
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the values of the objects replace them
  return useMemo(
    () => ({
      ...inputs,
      origin: window.location.origin,
      // What is being changed is drawn by the tool that changes it.
      area: tool === "edit" ? noArea : filter,
      embeddedBasemapFiles,
      groups: overlays.groups?.grouping ?? null,
      values: overlays.values,
      filteredDistricts: outlined,
      onForeignBasemap: basemapStyle !== null,
      datum: basemap.datum,
    }),
    [...Object.values(inputs), tool, basemapStyle, basemap],
  );
}

/** The offsets of symbols that share a point. */
export function useOffsets(map: MapLibreMap | null, sites: readonly PlacedSite[]): Offsets {
  return useValueAtRest(
    map,
    useMemo(() => offsetsOfSharedPoints(sites), [sites]),
  );
}

/** The overlays of the slices, and the group under the pointer. */
export function useOverlayInput(): OverlayInput {
  const overlays = useOverlays();
  const [site, group] = [useHoveredSite(), useHoveredGroup()];
  return useMemo(() => ({ ...overlays, hovered: { site, group } }), [overlays, site, group]);
}
