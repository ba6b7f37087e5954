import { useLayoutEffect, useState } from "react";
import { usePrinting } from "../core/printing.ts";
import { createStore } from "../core/store.ts";
import { type MapPicture, type MapPrinter, mapPrinter, type PaperFrame } from "./paper.ts";

/** The frame for the map on the sheet that the page prints now, and the picture that was drawn for it before printing. */
const currentFrame = createStore<PaperFrame | null>(null);
let drawn: { frame: PaperFrame; map: MapPrinter; picture: MapPicture } | null = null;

/** What was drawn for that place, while the map is as it was then. */
const pictureDrawnFor = (frame: PaperFrame): MapPicture | null =>
  drawn && drawn.frame === frame && drawn.map === mapPrinter.get() ? drawn.picture : null;

/** Draws the map for paper ahead of printing, which leaves no time for it. */
export async function drawAhead(): Promise<void> {
  const [frame, map] = [currentFrame.get(), mapPrinter.get()];
  if (!frame || !map || pictureDrawnFor(frame)) return;
  // A map that cannot be drawn again is printed as it is.
  const picture = await map.draw(frame).catch(() => null);
  drawn = picture && { frame, map, picture };
}

/** Prints the page once the map has been drawn for paper. */
export async function printWithMap(): Promise<void> {
  await drawAhead();
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
    const drawnPicture = paperFrame && pictureDrawnFor(paperFrame);
    const picture = printing && paperFrame ? (drawnPicture ?? mapPrinter.get()?.snapshot(paperFrame)) : null;
    setPicture(picture ? { ...picture, isScreen: picture !== drawnPicture } : null);
  }, [printing, paperFrame]);
  return picture;
}
