import { useSyncExternalStore } from "react";

/** State outside of components, for what does not belong in the address: pointer, playback, overlays. */
export function createStore<State>(initial: State) {
  let current = initial;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get: () => current,
    set: (next: State) => {
      if (Object.is(next, current)) return;
      current = next;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, () => current),
    /** Redraws only when the selected value changes. */
    useSelected: <Value>(select: (state: State) => Value) => useSyncExternalStore(subscribe, () => select(current)),
  };
}
