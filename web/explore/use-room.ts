import type { Address } from "../address/address.ts";
import { phone, tight } from "../core/media.ts";

/** Names what needs the room of an open legend; null where there is room for both. */
export function useRoom({ view, site, district }: Address, figures: boolean): string | null {
  const narrow = phone.use();
  const isTight = tight.use();
  if (narrow) return "phone";
  if (view === "table") return "table";
  // A drawer over the right side moves its site or district to the left, where the legend is.
  if (district && !site) return district;
  if (site && figures) return site;
  return figures && isTight ? "card" : null;
}
