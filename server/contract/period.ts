import type { PeriodKind as periodKinds } from "../generated/values.ts";
import { isDay } from "./days.ts";

export type PeriodKind = (typeof periodKinds)[number];

/** A period as a file writes it, resolved to days. `UNDATED` has none. */
export interface Period {
  kind: PeriodKind;
  start: string | null;
  end: string | null;
}

/**
 * Reads `2023`, `2023-H1`, `2023-Q1`, `2023-05`, `2020-11-01`, `2017-01-01/2017-05-31`, `2012/2018`, `undated`;
 * undefined for anything else. From 1 January to a later day of the same year is a year to date.
 */
export function parsePeriod(text: string): Period | undefined {
  if (text === "undated") return { kind: "UNDATED", start: null, end: null };
  const [from = "", to] = text.split("/");
  if (text.split("/").length > 2) return undefined;
  const firstPeriod = parseSinglePeriod(from);
  if (to === undefined) return firstPeriod;
  const lastPeriod = parseSinglePeriod(to);
  if (!firstPeriod?.start || !lastPeriod?.end || firstPeriod.start >= lastPeriod.end) return undefined;
  const isToDate =
    firstPeriod.start.endsWith("-01-01") &&
    firstPeriod.start.slice(0, 4) === lastPeriod.end.slice(0, 4) &&
    !lastPeriod.end.endsWith("-12-31");
  return { kind: isToDate ? "YEAR_TO_DATE" : "SPAN", start: firstPeriod.start, end: lastPeriod.end };
}

function parseSinglePeriod(text: string): Period | undefined {
  const match = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/.exec(text);
  if (!match) return undefined;
  const [, year = "", half, quarter, month, day] = match;
  if (half) return periodOfMonths("HALF_YEAR", year, Number(half) * 6 - 5, 6);
  if (quarter) return periodOfMonths("QUARTER", year, Number(quarter) * 3 - 2, 3);
  if (!month) return periodOfMonths("YEAR", year, 1, 12);
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (!day) return periodOfMonths("MONTH", year, Number(month), 1);
  return isDay(text) ? { kind: "DAY", start: text, end: text } : undefined;
}

function periodOfMonths(kind: Period["kind"], year: string, firstMonth: number, count: number): Period {
  // Day 0 of a month is the last day of the month before it. Date.UTC would take the year 1 for 1901.
  const end = new Date(0);
  end.setUTCFullYear(Number(year), firstMonth - 1 + count, 0);
  return { kind, start: `${year}-${String(firstMonth).padStart(2, "0")}-01`, end: end.toISOString().slice(0, 10) };
}

/** In place of a period: of each subject the latest whole year with a value. */
export const LATEST_PER_SUBJECT = "latest";

/** The years that filters, periods and measures may use. */
export const YEAR_BOUNDS = { min: 1900, max: 2100 };

/**
 * The start of a day (ISO 8601) as a fractional year: the year 2024 extends from 2024 to 2025, whatever its number of days. The end of a
 * year is the start of the next, a duration is a difference, and the middle of a period is the mean of its ends. Charts that put a year
 * elsewhere (at its middle or end) only do so in their axis labels.
 */
export function startInYears(day: string): number {
  const year = Number(day.slice(0, 4));
  const [yearStart, nextYearStart] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  return year + (Date.parse(`${day.slice(0, 10)}T00:00:00Z`) - yearStart) / (nextYearStart - yearStart);
}

/** The end of a day as a fractional year: 2025 for 2024-12-31, about 2025.5 for 2025-06-30. */
export const endInYears = (day: string): number =>
  startInYears(new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + 86_400_000).toISOString());
