import type { Language } from "../core/address.ts";
import { formatPeriod, type Period } from "../core/period.ts";

/** The year of a period as the address names it (2024, 2024-H1, 2024-Q3, 2024-05). */
export const yearOf = (slot: string): number => Number(slot.slice(0, 4));

/** What comes back every year of it: "" for whole years, "-H1", "-Q3", "-05". */
export const seasonOf = (slot: string | null): string => slot?.slice(4) ?? "";

/** Any period of the same season: the question for all years is the same whichever of them is shown. */
export const anySlot = (slot: string | null): string | undefined => (seasonOf(slot) ? `2020${seasonOf(slot)}` : undefined);

/** A period in words: "2024年上半年", "H1 2024". */
export function slotWords(slot: string, language: Language): string {
  return formatPeriod(periodOf(slot), language);
}

function periodOf(slot: string): Period {
  const year = yearOf(slot);
  const [, kind = "", part = ""] = /^-(H|Q|)(\d+)$/.exec(seasonOf(slot)) ?? [];
  const end = (month: number) => `${year}-${String(month).padStart(2, "0")}-28`;
  if (!part) return { periodKind: "YEAR", periodStart: `${year}-01-01`, periodEnd: end(12) };
  const last = kind === "H" ? Number(part) * 6 : kind === "Q" ? Number(part) * 3 : Number(part);
  const periodKind = kind === "H" ? "HALF_YEAR" : kind === "Q" ? "QUARTER" : "MONTH";
  return { periodKind, periodStart: end(last), periodEnd: end(last) };
}
