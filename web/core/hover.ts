import { createStore } from "./store.ts";

// The site under the pointer, on the map or in the list. Not in the address: it follows the pointer and is not a choice.
const hoveredSite = createStore<string | null>(null);

export const hoverSite = hoveredSite.set;
export const useHoveredSite = hoveredSite.use;

/** Redraws a row only when it gains or loses the pointer. */
export const useIsSiteHovered = (slug: string): boolean => hoveredSite.useSelected((current) => current === slug);
