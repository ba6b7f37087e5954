import { useSyncExternalStore } from "react";
import type { Address } from "../address/address.ts";
import { useNarrow } from "../core/use-narrow.ts";

/** Below this width a card and an open legend together would leave nothing of the map. */
const tight = window.matchMedia("(max-width: 1199px)");

/** What needs the room that an open legend would take, by a name that changes with it; null where there is room for both. */
export function useRoom({ view, site, district }: Address, figures: boolean): string | null {
  const narrow = useNarrow();
  const isTight = useSyncExternalStore(subscribe, () => tight.matches);
  if (narrow) return "phone";
  if (view === "table") return "table";
  // A drawer over the right side moves what it tells of to the left, where the legend stands.
  if (district && !site) return district;
  if (site && figures) return site;
  return figures && isTight ? "card" : null;
}

function subscribe(listener: () => void) {
  tight.addEventListener("change", listener);
  return () => tight.removeEventListener("change", listener);
}
