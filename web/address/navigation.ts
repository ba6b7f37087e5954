import { type MouseEvent, useSyncExternalStore } from "react";
import { type Address, readAddress, unreadOf, writeAddress } from "./address.ts";
import type { Filter } from "./filter.ts";
import { notUnderstood } from "./filter-read.ts";

// The address bar is the state: it is read once per change and shared, so that everything drawn agrees.
let current = readAddress(window.location);
// The address is written anew with the first move of the map, without what was not understood; so that is kept beside it.
let unread = readUnread();
const listeners = new Set<() => void>();

function announce() {
  current = readAddress(window.location);
  for (const listener of listeners) listener();
}

/** Parameters that the link gave but the page did not understand, or not wholly. */
interface Unread {
  /** Of the filter: told until it is changed. */
  filter: readonly string[];
  /** Of what is shown and how: told until the reader has seen it or takes another step. */
  view: readonly string[];
}

function readUnread(): Unread {
  return { filter: notUnderstood(new URLSearchParams(window.location.search)), view: unreadOf(window.location) };
}

window.addEventListener("popstate", () => {
  unread = readUnread();
  announce();
});

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAddress(): Address {
  return useSyncExternalStore(subscribe, getAddress);
}

export function useNotUnderstood(): Unread {
  return useSyncExternalStore(subscribe, () => unread);
}

export function forgetUnread() {
  unread = { ...unread, view: [] };
  announce();
}

export function getAddress(): Address {
  return current;
}

/** A choice is a step that Back takes back; a camera move is not. */
export function visit(change: Partial<Address>, how: "push" | "replace" = "push") {
  const next = writeAddress({ ...current, ...change });
  if (next === writeAddress(current)) return;
  if (change.filter && change.filter !== current.filter) unread = { ...unread, filter: [] };
  if (how === "push") unread = { ...unread, view: [] };
  window.history[how === "push" ? "pushState" : "replaceState"](null, "", next);
  announce();
}

export function refine(change: Partial<Filter>) {
  visit({ filter: { ...current.filter, ...change } });
}

/** Makes an anchor a step within the page, and leaves new tabs, windows and downloads to the browser. */
export function linkTo(address: Address) {
  return {
    href: writeAddress(address),
    onClick: (event: MouseEvent<HTMLAnchorElement>) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      visit(address);
    },
  };
}
