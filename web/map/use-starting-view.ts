import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import type { Box } from "../../server/contract/filter-parts.ts";
import { useTool } from "../address/map-tool.ts";
import { onCoverChange } from "../core/covers.ts";
import { automatic, bringIntoView, hasRoomForCity, showBox } from "./camera.ts";
import { comparedView } from "./compared-view.ts";

/** Nearer than this a single site is seen in its surroundings. */
const siteZoom = 11;

/** How long it takes to give way to a panel (milliseconds). */
const duration = 300;

export interface StartingView {
  /** Shows it, unless the reader has moved the map; `anew` also where the map has been elsewhere. */
  show: (how?: { anew?: boolean; duration?: number }) => void;
  /** Starts at another box, no closer than the zoom. */
  startAt: (box: Box, maxZoom: number) => void;
}

interface Shown {
  /** The reader has moved the map, or a link has. */
  isMoved: boolean;
  chosen: { lon: number; lat: number; site: string | null } | null;
  /** The site of the address, whose point may still be on its way. */
  site: string | null;
  firstBox: () => Box;
  /** Around the sites that are side by side: while there are some, the map starts with them. */
  compared: Box | null;
  /** The legend has grown by the entries of figures, and a card is on the other side. */
  figures: boolean;
}

/**
 * Until the reader moves the map, what it started with stays visible in the part that no panel covers: the whole city, an area, a
 * site, or the sites of a comparison while they are side by side. Where panels leave too little of it, the chosen site or district
 * alone. None of this is written into the address.
 */
export function useStartingView(map: MapLibreMap | null, shown: Shown): StartingView {
  const tool = useTool();
  const now = useRef(shown);
  now.current = shown;
  // Who has begun to draw or to measure looks at the map as it is.
  const isHeld = useRef(false);
  if (tool) isHeld.current = true;
  const home = useRef<{ box: Box; maxZoom: number } | null>(null);
  const [linkedSite] = useState(shown.site);

  const view = useRef<StartingView>({ show: () => undefined, startAt: () => undefined });
  const [stable] = useState<StartingView>(() => ({
    show: (how) => view.current.show(how),
    startAt: (box, maxZoom) => view.current.startAt(box, maxZoom),
  }));
  view.current = {
    show({ anew = false, duration: ms = duration } = {}) {
      const { isMoved, chosen, firstBox, compared } = now.current;
      if (anew) isHeld.current = false;
      if (!map || isMoved || isHeld.current) return;
      home.current ??= { box: firstBox(), maxZoom: 13 };
      const { box, ...limits } = comparedView(compared, map.getContainer()) ?? home.current;
      const isLinked = !compared && chosen !== null && chosen.site !== null && chosen.site === linkedSite;
      const isCity = !chosen || (!isLinked && hasRoomForCity(map.getContainer()));
      if (isCity || anew) showBox(map, box, { ...limits, duration: isCity ? ms : 0, mark: automatic });
      if (isCity || !chosen) return;
      bringIntoView(map, [chosen.lon, chosen.lat], { closest: isLinked ? siteZoom : undefined, mark: automatic });
    },
    startAt(box, maxZoom) {
      home.current = { box, maxZoom };
      stable.show({ duration: 0 });
    },
  };

  const { figures } = shown;
  // biome-ignore lint/correctness/useExhaustiveDependencies: figures cover more of the map
  useEffect(() => {
    if (!map) return;
    stable.show({ duration: 0 });
    const onResize = () => stable.show({ duration: 0 });
    const stopListening = onCoverChange(() => stable.show());
    map.on("resize", onResize);
    return () => {
      stopListening();
      map.off("resize", onResize);
    };
  }, [map, stable, figures]);

  const compared = shown.compared?.join();
  const wasCompared = useRef(false);
  useEffect(() => {
    if (!map || (!compared && !wasCompared.current)) return;
    wasCompared.current = Boolean(compared);
    stable.show({ anew: true, duration: 0 });
  }, [map, stable, compared]);
  return stable;
}
