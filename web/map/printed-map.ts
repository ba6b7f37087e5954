import { useLayoutEffect, useState } from "react";
import { usePrinting } from "../core/printing.ts";
import { createStore } from "../core/store.ts";
import { type MapPicture, type PaperFrame, paperMap } from "./paper.ts";

/** The place for the map on the sheet that the page prints now, and the picture that was drawn for it before printing. */
const frame = createStore<PaperFrame | null>(null);
let drawn: MapPicture | null = null;

/** Prints the page once the map has been drawn for paper. */
export async function printWithMap(): Promise<void> {
  const [place, map] = [frame.get(), paperMap.get()];
  // A map that cannot be drawn again is printed as it is.
  drawn = place && map ? await map.draw(place).catch(() => null) : null;
  window.addEventListener("afterprint", () => (drawn = null), { once: true });
  window.print();
}

/** The map of the page as it is printed: drawn for paper, or, where the browser's menu leaves no time for that, the screen's image. */
export interface PrintedMap extends MapPicture {
  isScreen: boolean;
}

/** The map for that place while the page is being printed: as it was drawn for paper, else as it is on the screen. */
export function usePrintedMap(place: PaperFrame | null): PrintedMap | null {
  const printing = usePrinting();
  const [picture, setPicture] = useState<PrintedMap | null>(null);
  useLayoutEffect(() => {
    frame.set(place);
    return () => {
      if (frame.get() === place) frame.set(null);
    };
  }, [place]);
  useLayoutEffect(() => {
    const picture = printing && place ? (drawn ?? paperMap.get()?.snapshot(place)) : null;
    setPicture(picture ? { ...picture, isScreen: picture !== drawn } : null);
  }, [printing, place]);
  return picture;
}
