import type { Address } from "../address/address.ts";
import { phone, tight } from "../core/media.ts";

/** What needs the room that an open legend would take, by a name that changes with it; null where there is room for both. */
export function useRoom({ view, site, district }: Address, figures: boolean): string | null {
  const narrow = phone.use();
  const isTight = tight.use();
  if (narrow) return "phone";
  if (view === "table") return "table";
  // A drawer over the right side moves what it tells of to the left, where the legend stands.
  if (district && !site) return district;
  if (site && figures) return site;
  return figures && isTight ? "card" : null;
}
