import type { Address } from "../address/address.ts";
import { noRoomForCards, phone } from "../core/media.ts";

/** Names what needs the room of an open legend; null where there is room for both. */
export function useLegendRoom({ view, site, district }: Address, figures: boolean): string | null {
  const narrow = phone.use();
  const isNarrow = noRoomForCards.use();
  if (narrow) return "phone";
  if (view !== "map") return view;
  // A drawer over the right side moves its site or district to the left, where the legend is.
  if (district && !site) return district;
  if (site && (figures || isNarrow)) return site;
  return figures && isNarrow ? "card" : null;
}
