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
export const phone = watchMedia(widths["--phone"]);
export const noRoomForCards = watchMedia(widths["--tight"]);
export const reducedMotion = watchMedia("(prefers-reduced-motion: reduce)");
export const darkScheme = watchMedia("(prefers-color-scheme: dark)");
