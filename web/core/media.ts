import { useSyncExternalStore } from "react";
import { widths } from "./widths.ts";

function watchMedia(query: string) {
  const list = window.matchMedia(query);
  const subscribe = (listener: () => void) => {
    list.addEventListener("change", listener);
    return () => list.removeEventListener("change", listener);
  };
  const matches = () => list.matches;
  return { matches, use: () => useSyncExternalStore(subscribe, matches) };
}

/** There is no room for cards over the map, only for the sheet. */
export const phoneQuery = watchMedia(widths["--phone"]);
export const narrowQuery = watchMedia(widths["--narrow"]);
export const noRoomForCardsQuery = watchMedia(widths["--tight"]);
export const reducedMotionQuery = watchMedia("(prefers-reduced-motion: reduce)");
export const darkSchemeQuery = watchMedia("(prefers-color-scheme: dark)");
