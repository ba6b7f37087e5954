import { useSyncExternalStore } from "react";

const narrow = window.matchMedia("(max-width: 767px)");

/** Whether there is room for cards over the map, or only for the sheet. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}

function subscribe(listener: () => void) {
  narrow.addEventListener("change", listener);
  return () => narrow.removeEventListener("change", listener);
}
