import type { Address } from "../address/address.ts";
import { noRoomForCardsQuery, phoneQuery } from "../core/media.ts";

/** Names what needs the room of an open legend; null where there is room for both. */
export function useLegendRoom({ view, site, district }: Address, hasFiguresCard: boolean): string | null {
  const isPhone = phoneQuery.use();
  const lacksRoomForCards = noRoomForCardsQuery.use();
  if (isPhone) return "phone";
  if (view !== "map") return view;
  // A drawer over the right side moves its site or district to the left, where the legend is.
  if (district && !site) return district;
  if (site && (hasFiguresCard || lacksRoomForCards)) return site;
  return hasFiguresCard && lacksRoomForCards ? "card" : null;
}
