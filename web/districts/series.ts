import type { Qualifier } from "../core/graphql.ts";
import type { TrendPoint } from "../series/trend.ts";

interface SeriesPoint {
  year: number;
  value: number | null;
  qualifier: Qualifier | null;
}

/** A line needs this many points; two are a comparison, not a trend. */
const fewest = 3;

/** The years of a series that a line can join: those with a value that is no bound and no range; none where they are too few. */
export function pointsOf(series: readonly SeriesPoint[]): TrendPoint[] {
  const points = series
    .flatMap(({ year, value, qualifier }) =>
      value !== null && (qualifier === null || ["EXACT", "ABOUT", "NEARLY"].includes(qualifier)) ? { year, value } : [],
    )
    .sort((one, other) => one.year - other.year);
  return points.length >= fewest ? points : [];
}
