import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import type { Box } from "../../server/contract/filter-parts.ts";
import { useTool } from "../address/map-tool.ts";
import { onPanelOverMapChange } from "../core/panels-over-map.ts";
import { AUTOMATIC_MOVE, bringIntoView, hasRoomForCity, showBox } from "./camera.ts";
import { comparedView } from "./compared-view.ts";

/** Nearer than this a single site is seen in its surroundings. */
const siteZoom = 11;

/** How long it takes to give way to a panel (milliseconds). */
const MOVE_DURATION_MS = 300;

export interface StartingView {
  /** Shows it, unless the reader has moved the map; `reset`: also where the map has been elsewhere. */
  show: (options?: { reset?: boolean; duration?: number }) => void;
  /** Starts at another box, no closer than the zoom. */
  startAt: (box: Box, maxZoom: number) => void;
}

interface StartingViewInput {
  /** The reader has moved the map, or a link has. */
  isMoved: boolean;
  chosenLocation: { lon: number; lat: number; site: string | null } | null;
  /** The site of the address, whose point may still be on its way. */
  site: string | null;
  firstBox: () => Box;
  /** Around the sites that are side by side: while there are some, the map starts with them. */
  comparedBox: Box | null;
  /** The legend has grown by the entries of figures, and a card is on the other side. */
  hasFigures: boolean;
}

/**
 * Until the reader moves the map, what it started with stays visible in the part that no panel covers: the whole city, an area, a
 * site, or the sites of a comparison while they are side by side. Where panels leave too little of it, the chosen site or district
 * alone. None of this is written into the address.
 */
export function useStartingView(map: MapLibreMap | null, input: StartingViewInput): StartingView {
  const tool = useTool();
  const latestInput = useRef(input);
  latestInput.current = input;
  // A reader who has begun to draw or to measure keeps the map as it is.
  const isDrawing = useRef(false);
  if (tool) isDrawing.current = true;
  const startBox = useRef<{ box: Box; maxZoom: number } | null>(null);
  const [linkedSite] = useState(input.site);

  const current = useRef<StartingView>({ show: () => undefined, startAt: () => undefined });
  const [stable] = useState<StartingView>(() => ({
    show: (options) => current.current.show(options),
    startAt: (box, maxZoom) => current.current.startAt(box, maxZoom),
  }));
  current.current = {
    show({ reset = false, duration = MOVE_DURATION_MS } = {}) {
      const { isMoved, chosenLocation, firstBox, comparedBox } = latestInput.current;
      if (reset) isDrawing.current = false;
      if (!map || isMoved || isDrawing.current) return;
      startBox.current ??= { box: firstBox(), maxZoom: 13 };
      const { box, ...limits } = comparedView(comparedBox, map.getContainer()) ?? startBox.current;
      const isLinked =
        !comparedBox && chosenLocation !== null && chosenLocation.site !== null && chosenLocation.site === linkedSite;
      const isCity = !chosenLocation || (!isLinked && hasRoomForCity(map.getContainer()));
      if (isCity || reset) showBox(map, box, { ...limits, duration: isCity ? duration : 0, eventData: AUTOMATIC_MOVE });
      if (isCity || !chosenLocation) return;
      bringIntoView(map, [chosenLocation.lon, chosenLocation.lat], {
        minZoom: isLinked ? siteZoom : undefined,
        eventData: AUTOMATIC_MOVE,
      });
    },
    startAt(box, maxZoom) {
      startBox.current = { box, maxZoom };
      stable.show({ duration: 0 });
    },
  };

  const { hasFigures } = input;
  // biome-ignore lint/correctness/useExhaustiveDependencies: figures cover more of the map
  useEffect(() => {
    if (!map) return;
    stable.show({ duration: 0 });
    const onResize = () => stable.show({ duration: 0 });
    const stopListening = onPanelOverMapChange(() => stable.show());
    map.on("resize", onResize);
    return () => {
      stopListening();
      map.off("resize", onResize);
    };
  }, [map, stable, hasFigures]);

  const comparedBox = input.comparedBox?.join();
  const wasCompared = useRef(false);
  useEffect(() => {
    if (!map || (!comparedBox && !wasCompared.current)) return;
    wasCompared.current = Boolean(comparedBox);
    stable.show({ reset: true, duration: 0 });
  }, [map, stable, comparedBox]);
  return stable;
}
