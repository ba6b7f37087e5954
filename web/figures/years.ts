import { createStore } from "../core/store.ts";

/** The next year with a figure; null after the last. `years` are ascending. */
export function nextYear(years: readonly number[], afterYear: number): number | null {
  return years.find((year) => year > afterYear) ?? null;
}

/** Where a step of the slider ends: the year itself, or the next with a figure in the direction of movement. */
export function nearestYear(years: readonly number[], requested: number, from: number): number {
  const nextInDirection =
    requested >= from ? years.find((year) => year >= requested) : years.findLast((year) => year <= requested);
  return nextInDirection ?? (requested >= from ? years.at(-1) : years.at(0)) ?? requested;
}

/** All years from first to last, so that the steps between them are even. `years` are ascending. */
export function everyYear(years: readonly number[]): number[] {
  const [first = 0, last = -1] = [years.at(0), years.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The year of a period as the address names it (2024, 2024-H1, 2024-Q3, 2024-05). */
export const yearOf = (period: string): number => Number(period.slice(0, 4));

/** The part of a period that recurs every year: "" for whole years, "-H1", "-Q3", "-05". */
export const partAfterYearOf = (period: string | null): string => period?.slice(4) ?? "";

/** Any period of the same part of the year: the query for all years is the same whichever year is shown. */
export const anyPeriodLike = (period: string | null): string | undefined =>
  partAfterYearOf(period) ? `2020${partAfterYearOf(period)}` : undefined;

// Not in the address: a link opens at its year and does not start playing.
const playing = createStore(false);

export const setPlaying = playing.set;
export const usePlaying = playing.use;
