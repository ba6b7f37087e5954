import { endInYears } from "../../server/contract/period.ts";
import type { FigureRecord } from "../provenance/figure.ts";
import { comparableSince } from "../series/series.ts";
import { type Extent, extentOf, isOpen, type QualifiedValue } from "./axis.ts";
import type { TargetDetails } from "./target-query.ts";

/** A point of the chart: the end of its period in years (see endInYears: 2025 is the end of 2024), and the value there. */
export interface CoursePoint {
  x: number;
  y: number;
  /** Only a bound is known. */
  isBound: boolean;
  /** The day of the latest break in series before it. */
  comparableSince: string | null;
  figure: FigureRecord;
}

export type Line = readonly (readonly [x: number, y: number])[];

/** What the chart of a target shows, in the unit of its figures. */
export interface Course {
  history: CoursePoint[];
  /** The same quantity as another publisher counts it. */
  otherPoints: CoursePoint[];
  /** From the baseline through the latest figure to the projection at that pace. */
  paceLine: Line;
  neededLine: Line;
  /**
   * Between which values the horizon may be reached, and why there are several: other baselines, or only that the figures are
   * bounds. An open end is null.
   */
  band: { from: readonly [x: number, y: number]; to: number; extent: Extent; includesOtherBaselines: boolean } | null;
  /** The target, where it is in the unit of the figures. */
  goal: number | null;
  /** The end of the year by which the target is to be reached, in years. */
  horizon: number;
  /** That year. */
  year: number;
  lowerIsBetter: boolean;
}

/** Null where there is nothing to draw. */
export function courseOf({ basis, value, horizon: year, unit, progress, indicators }: TargetDetails): Course | null {
  const horizon = endInYears(`${year}-12-31`);
  const history = pointsOf(progress.history);
  const [first] = progress.history;
  if (history.length === 0 || !first) return null;
  const sameUnit = first.indicator.unit.slug === unit.slug;
  const counted = indicators.filter(({ role, indicator }) => role === "OTHER_COUNT" && indicator.unit.slug === unit.slug);
  // An average growth is no level that a line could lead to.
  const isShown = sameUnit && basis !== "AVG_ANNUAL_GROWTH" && basis !== "PER_YEAR";
  const latest = pointOf(progress.latest);
  const baseline = pointOf(progress.baseline);
  const { projected, neededPace } = progress;
  return {
    history,
    otherPoints: counted.flatMap(({ figures }) => pointsOf(figures)),
    paceLine:
      isShown && baseline && latest && projected
        ? [coordinatesOf(baseline), coordinatesOf(latest), [horizon, projected.value]]
        : [],
    neededLine: isShown && latest && neededPace && value !== null ? [coordinatesOf(latest), [horizon, value]] : [],
    band: isShown && latest ? bandOf(latest, horizon, progress) : null,
    goal: sameUnit ? value : null,
    ...{ horizon, year },
    lowerIsBetter: basis === "RANK_BY",
  };
}

const coordinatesOf = ({ x, y }: CoursePoint) => [x, y] as const;

// A baseline that is itself a bound does not widen the band; where the deciding one is a bound, the band is open too.
function bandOf(latest: CoursePoint, to: number, { projected, otherBaselines }: TargetDetails["progress"]): Course["band"] {
  if (!projected) return null;
  const closedExtents = otherBaselines.flatMap((other) =>
    other.projected && !isOpen(other.projected) ? [extentOf(other.projected)] : [],
  );
  const extent = hull([extentOf(projected), ...closedExtents]);
  // One value is no range, and a range open at both ends has no meaning.
  return extent.low === extent.high
    ? null
    : { from: coordinatesOf(latest), to, extent, includesOtherBaselines: closedExtents.length > 0 };
}

/** The range that contains all of them. */
export function hull(extents: readonly Extent[]): Extent {
  const [lows, highs] = [extents.map(({ low }) => low), extents.map(({ high }) => high)];
  const nonNull = (ends: (number | null)[]): number[] => ends.filter((end) => end !== null);
  return {
    low: lows.includes(null) ? null : Math.min(...nonNull(lows)),
    high: highs.includes(null) ? null : Math.max(...nonNull(highs)),
  };
}

const pointsOf = (figures: readonly FigureRecord[]): CoursePoint[] =>
  figures.flatMap((figure) => pointOf(figure) ?? []).sort((one, other) => one.x - other.x);

function pointOf(figure: FigureRecord | null): CoursePoint | null {
  if (!figure?.periodEnd) return null;
  return {
    x: endInYears(figure.periodEnd),
    y: middleOf(figure),
    isBound: isOpen(figure),
    comparableSince: comparableSince(figure),
    figure,
  };
}

const middleOf = ({ value, valueMax, qualifier }: QualifiedValue): number =>
  qualifier === "RANGE" && valueMax !== null ? (value + valueMax) / 2 : value;
