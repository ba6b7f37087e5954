/** The year of a period as the address names it (2024, 2024-H1, 2024-Q3, 2024-05). */
export const yearOf = (slot: string): number => Number(slot.slice(0, 4));

/** The part of a period that recurs every year: "" for whole years, "-H1", "-Q3", "-05". */
export const seasonOf = (slot: string | null): string => slot?.slice(4) ?? "";

/** Any period of the same season: the query for all years is the same whichever year is shown. */
export const anySlot = (slot: string | null): string | undefined => (seasonOf(slot) ? `2020${seasonOf(slot)}` : undefined);
