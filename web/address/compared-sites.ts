import { createStore } from "../core/store.ts";
import { toggleInList } from "./filter.ts";
import { getAddress, useAddress, visit } from "./navigation.ts";
import { COMPARED_SITES } from "./parameters.ts";

/** The site that was picked when there were already as many as can be compared, and those that were picked then. */
const refusal = createStore<{ slug: string; compared: readonly string[] } | null>(null);

/** The slug of the site that was one too many; null again as soon as the picked ones change. */
export function useRefusedPick(): string | null {
  const { compare } = useAddress();
  const refused = refusal.use();
  return refused && refused.compared.join() === compare.join() ? refused.slug : null;
}

/** Picks a site to be compared, or takes it back; one more than can be compared is refused. */
export function togglePick(slug: string) {
  const { compare, view } = getAddress();
  const isRefused = !compare.includes(slug) && compare.length >= COMPARED_SITES.max;
  refusal.set(isRefused ? { slug, compared: compare } : null);
  if (isRefused) return;
  // The map beside a comparison shows all of its sites again.
  visit({ compare: toggleInList(compare, slug), ...(view === "compare" && { camera: null }) });
}
