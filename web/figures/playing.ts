import { useSyncExternalStore } from "react";

// Not in the address: a link opens at the year where it was, and does not run away from it.
let current = false;
const listeners = new Set<() => void>();

export function play(on: boolean) {
  if (on === current) return;
  current = on;
  for (const listener of listeners) listener();
}

export function usePlaying(): boolean {
  return useSyncExternalStore(subscribe, () => current);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
