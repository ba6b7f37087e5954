import { endInYears, startInYears } from "../../server/contract/period.ts";
import type { Qualifier } from "../core/graphql.ts";
import type { FigureRecord } from "../provenance/figure.ts";

/** A figure of a series, and whether it is the one used where sources disagree; used if left out. */
export type SeriesFigure = FigureRecord & { isPreferred?: boolean };

/** Groups with a mark of their own, in drawing and legend order. Only whole years are joined by a line. */
export const seriesGroups = [
  ...(["year", "HALF_YEAR", "QUARTER", "MONTH", "DAY", "YEAR_TO_DATE", "SPAN"] as const),
  ...(["expected", "lower", "upper", "notUsed"] as const),
] as const;
export type SeriesGroup = (typeof seriesGroups)[number];

export interface SeriesPoint {
  /** Time in years: a whole year is at its middle, 2024.5, parts of it around that. */
  time: number;
  value: number;
  figure: SeriesFigure;
}

const isForecast = ({ status }: FigureRecord): boolean => status === "EXPECTED" || status === "TARGET";

/** An outcome that is not used, as another source is preferred. */
export const isNotUsed = (figure: SeriesFigure): boolean => !isForecast(figure) && figure.isPreferred === false;

function groupOf(figure: SeriesFigure): SeriesGroup | null {
  if (isForecast(figure)) return "expected";
  if (isNotUsed(figure)) return "notUsed";
  if (figure.qualifier === "AT_LEAST" || figure.qualifier === "MORE_THAN") return "lower";
  if (figure.qualifier === "AT_MOST" || figure.qualifier === "LESS_THAN") return "upper";
  if (figure.periodKind === "UNDATED") return null;
  return figure.periodKind === "YEAR" ? "year" : figure.periodKind;
}

/** The dated figures by group, oldest first. A range is drawn by its two ends, which are bounds. */
export function groupedPoints(figures: readonly SeriesFigure[]): Map<SeriesGroup, SeriesPoint[]> {
  const groups = new Map<SeriesGroup, SeriesPoint[]>(seriesGroups.map((group) => [group, []]));
  for (const figure of figures) {
    const time = timeOf(figure);
    const group = groupOf(figure);
    if (time === null || group === null) continue;
    if (figure.qualifier === "RANGE" && figure.valueMax !== null && (group === "year" || group === figure.periodKind)) {
      groups.get("lower")?.push({ time, value: figure.value, figure });
      groups.get("upper")?.push({ time, value: figure.valueMax, figure });
    } else groups.get(group)?.push({ time, value: figure.value, figure });
  }
  for (const points of groups.values()) points.sort((one, other) => one.time - other.time);
  return groups;
}

/** The middle of the period, in years (see startInYears): that of 2024 is 2024.5. A running total is at its end. */
export function timeOf({ periodKind, periodStart, periodEnd }: Pick<FigureRecord, "periodKind" | "periodStart" | "periodEnd">) {
  if (!periodEnd) return null;
  const end = endInYears(periodEnd);
  return periodKind === "SPAN" ? end : (startInYears(periodStart ?? periodEnd) + end) / 2;
}

/** A figure of one year. */
export interface YearlyFigure {
  year: number;
  value: number;
  valueMax: number | null;
  qualifier: Qualifier;
  comparableSince: string | null;
}

/** The day of the latest break in series up to the period of a figure. Figures of a series are comparable if it is the same for both. */
export const comparableSince = ({ seriesBreak }: Pick<FigureRecord, "seriesBreak">): string | null =>
  seriesBreak?.startsOn ?? null;

/** The whole years that have closed, with the one figure that is used; oldest first. */
export function wholeYears<Shown extends SeriesFigure>(figures: readonly Shown[]): (YearlyFigure & { figure: Shown })[] {
  const years = new Map<number, YearlyFigure & { figure: Shown }>();
  for (const figure of figures) {
    if (figure.periodKind !== "YEAR" || !figure.periodEnd || isForecast(figure) || isNotUsed(figure)) continue;
    const year = Number(figure.periodEnd.slice(0, 4));
    const { value, valueMax, qualifier } = figure;
    if (!years.has(year)) years.set(year, { year, value, valueMax, qualifier, comparableSince: comparableSince(figure), figure });
  }
  return [...years.values()].sort((one, other) => one.year - other.year);
}

/** The line of whole years with a gap, as null, for each stretch of years that has none and at each break: neither is bridged. */
export function withGaps(points: readonly SeriesPoint[]): (SeriesPoint | { time: number; value: null })[] {
  return points.flatMap((point, index) => {
    const previous = points[index - 1];
    if (!previous) return [point];
    if (point.time - previous.time > 1) return [{ time: previous.time + 1, value: null }, point];
    const isBroken = comparableSince(previous.figure) !== comparableSince(point.figure);
    return isBroken ? [{ time: (previous.time + point.time) / 2, value: null }, point] : [point];
  });
}

/** The days of the breaks in series that have dated figures on both sides, oldest first. */
export function breakDays(figures: readonly FigureRecord[]): string[] {
  const ends = figures.flatMap(({ periodEnd }) => periodEnd ?? []);
  const days = new Set(figures.flatMap((figure) => comparableSince(figure) ?? []));
  return [...days].filter((day) => ends.some((end) => end < day)).sort();
}
