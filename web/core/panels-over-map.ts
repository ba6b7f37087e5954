import { useEffect } from "react";

const listeners = new Set<() => void>();

/** Reports that a panel over the map has been opened, folded or closed. */
export function notifyPanelOverMapChanged() {
  for (const listener of listeners) listener();
}

export function onPanelOverMapChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Reports a panel over the map when it appears, changes its layout, and goes. */
export function usePanelOverMap(layout?: unknown) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time its layout changes
  useEffect(() => {
    notifyPanelOverMapChanged();
    return notifyPanelOverMapChanged;
  }, [layout]);
}
