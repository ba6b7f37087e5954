import { createStore } from "../core/store.ts";
import { toggleInList } from "./filter.ts";
import { getAddress, navigate, useAddress } from "./navigation.ts";
import { COMPARED_SITES } from "./parameters.ts";

/** The sites that were picked when one more was refused. */
const picksAtRefusal = createStore<readonly string[] | null>(null);

/** Whether one more has been refused; no longer as soon as the picked ones change. */
export function useIsPickRefused(): boolean {
  const { comparedSites } = useAddress();
  return picksAtRefusal.use()?.join() === comparedSites.join();
}

/** Picks a site to be compared, or takes it back; one more than can be compared is refused. */
export function togglePick(slug: string) {
  const { comparedSites, view } = getAddress();
  const isRefused = !comparedSites.includes(slug) && comparedSites.length >= COMPARED_SITES.max;
  picksAtRefusal.set(isRefused ? comparedSites : null);
  if (isRefused) return;
  // The map beside a comparison shows all of its sites again.
  navigate({ comparedSites: toggleInList(comparedSites, slug), ...(view === "compare" && { camera: null }) });
}
