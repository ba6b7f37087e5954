import type { Qualifier } from "../core/graphql.ts";
import { type SeriesFigure, wholeYears } from "./series.ts";

export interface TrendPoint {
  year: number;
  value: number;
  /** The day of the latest break in series up to that year. */
  comparableSince: string | null;
}

/** A line needs this many comparable points; two are a comparison, not a trend. */
const minPoints = 3;

/**
 * The yearly outcomes of a series, oldest first, or none if they are too few. Only whole years that have closed, one figure each, the
 * one that is used: goals, expectations, bounds, parts of years and running totals are other things and never join the line.
 */
export function yearlyTrend(figures: readonly SeriesFigure[]): TrendPoint[] {
  return exactTrend(wholeYears(figures));
}

/** The points as an SVG polyline in a box of the given size; years keep their true distance. */
export function trendLine(
  points: readonly Pick<TrendPoint, "year" | "value">[],
  width: number,
  height: number,
): [x: number, y: number][] {
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [first = 0, last = 0] = [points.at(0)?.year, points.at(-1)?.year];
  return points.map(({ year, value }) => [
    (width * (year - first)) / Math.max(1, last - first),
    high === low ? height / 2 : height - (height * (value - low)) / (high - low),
  ]);
}

/** The points between breaks in series: only those of one stretch are joined. */
export function stretchesOf<Point extends Pick<TrendPoint, "comparableSince">>(points: readonly Point[]): Point[][] {
  const stretches: Point[][] = [];
  for (const point of points) {
    const stretch = stretches.at(-1);
    if (stretch?.[0]?.comparableSince === point.comparableSince) stretch?.push(point);
    else stretches.push([point]);
  }
  return stretches;
}

interface YearValue {
  year: number;
  value: number | null;
  qualifier: Qualifier | null;
  /** See TrendPoint; none if left out. */
  comparableSince?: string | null;
}

/** Whether the newest value of a series is a bound or a range, so that the line of the others does not reach it. */
export const endsWithBound = (series: readonly YearValue[]): boolean =>
  isBounded(
    series
      .filter(({ value }) => value !== null)
      .sort((one, other) => one.year - other.year)
      .at(-1)?.qualifier ?? null,
  );

const isBounded = (qualifier: Qualifier | null): boolean =>
  qualifier !== null && !["EXACT", "ABOUT", "NEARLY"].includes(qualifier);

/** The years of a series that lines can join: those with a value that is no bound and no range; none where they are too few. */
export function exactTrend(series: readonly YearValue[]): TrendPoint[] {
  const points = series
    .flatMap(({ year, value, qualifier, comparableSince = null }) =>
      value !== null && !isBounded(qualifier) ? { year, value, comparableSince } : [],
    )
    .sort((one, other) => one.year - other.year);
  return stretchesOf(points).some((stretch) => stretch.length >= minPoints) ? points : [];
}
