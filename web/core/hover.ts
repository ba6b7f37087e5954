import { createStore } from "./store.ts";

// The site under the pointer, on the map or in the list. Not in the address: it follows the pointer and is not a choice.
const hovered = createStore<string | null>(null);

export const hover = hovered.set;
export const useHovered = hovered.use;

/** Redraws a row only when it gains or loses the pointer. */
export const useIsHovered = (slug: string): boolean => hovered.useSelected((current) => current === slug);
