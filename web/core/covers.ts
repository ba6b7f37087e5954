import { useEffect } from "react";

const listeners = new Set<() => void>();

/** Reports that a panel over the map has been opened, folded or closed. */
export function notifyCoverChanged() {
  for (const listener of listeners) listener();
}

export function onCoverChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Reports a panel over the map when it appears, changes its form, and goes. */
export function useCover(form?: unknown) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time its form changes
  useEffect(() => {
    notifyCoverChanged();
    return notifyCoverChanged;
  }, [form]);
}
