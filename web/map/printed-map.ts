import { useLayoutEffect, useState } from "react";
import { usePrinting } from "../core/printing.ts";
import { createStore } from "../core/store.ts";
import { type MapPicture, type PaperFrame, paperMap } from "./paper.ts";

/** The frame for the map on the sheet that the page prints now, and the picture that was drawn for it before printing. */
const currentFrame = createStore<PaperFrame | null>(null);
let drawnPicture: MapPicture | null = null;

/** Prints the page once the map has been drawn for paper. */
export async function printWithMap(): Promise<void> {
  const [paperFrame, map] = [currentFrame.get(), paperMap.get()];
  // A map that cannot be drawn again is printed as it is.
  drawnPicture = paperFrame && map ? await map.draw(paperFrame).catch(() => null) : null;
  window.addEventListener("afterprint", () => (drawnPicture = null), { once: true });
  window.print();
}

/** The map of the page as it is printed: drawn for paper, or, where the browser's menu leaves no time for that, the screen's image. */
export interface PrintedMap extends MapPicture {
  isScreen: boolean;
}

/** The map in that frame while the page is being printed: as it was drawn for paper, else as it is on the screen. */
export function usePrintedMap(paperFrame: PaperFrame | null): PrintedMap | null {
  const printing = usePrinting();
  const [picture, setPicture] = useState<PrintedMap | null>(null);
  useLayoutEffect(() => {
    currentFrame.set(paperFrame);
    return () => {
      if (currentFrame.get() === paperFrame) currentFrame.set(null);
    };
  }, [paperFrame]);
  useLayoutEffect(() => {
    const picture = printing && paperFrame ? (drawnPicture ?? paperMap.get()?.snapshot(paperFrame)) : null;
    setPicture(picture ? { ...picture, isScreen: picture !== drawnPicture } : null);
  }, [printing, paperFrame]);
  return picture;
}
