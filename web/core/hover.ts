import { useSyncExternalStore } from "react";

// The site under the pointer, on the map or in the list. Not in the address: it is where the hand is, not what is chosen.
let hovered: string | null = null;
const listeners = new Set<() => void>();

export function hover(slug: string | null) {
  if (slug === hovered) return;
  hovered = slug;
  for (const listener of listeners) listener();
}

export function useHovered(): string | null {
  return useSyncExternalStore(subscribe, () => hovered);
}

/** Redraws a row only when it gains or loses the pointer. */
export function useIsHovered(slug: string): boolean {
  return useSyncExternalStore(subscribe, () => hovered === slug);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
