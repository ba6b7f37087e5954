// Interval arithmetic: "more than 1000" is every number above 1000. Computing with intervals keeps uncertainty visible to the end:
// the true result lies within the result.
import type { enums } from "../generated/model.ts";

export type Qualifier = keyof typeof enums.Qualifier.values;

/** From low to high; an open end excludes its own value. A missing bound is infinite. */
export interface Interval {
  low: number;
  high: number;
  lowOpen: boolean;
  highOpen: boolean;
}

/** A number with its qualifier, as in a source. */
export interface QualifiedNumber {
  value: number;
  valueMax: number | null;
  qualifier: Qualifier;
}

export const exactly = (value: number): Interval => ({ low: value, high: value, lowOpen: false, highOpen: false });

const interval = (low: number, high: number, lowOpen = false, highOpen = false): Interval => ({ low, high, lowOpen, highOpen });

/**
 * The numbers that a qualified number can mean. "About" covers half a unit of its last significant digit to either side, "nearly"
 * one unit downwards; `lowestPossible` is the lower limit, 0 for counts.
 */
export function intervalOf({ value, valueMax, qualifier }: QualifiedNumber, lowestPossible: number): Interval {
  switch (qualifier) {
    case "EXACT":
      return exactly(value);
    case "ABOUT":
      return interval(value - lastDigitStep(value) / 2, value + lastDigitStep(value) / 2);
    case "NEARLY":
      return interval(value - lastDigitStep(value), value, false, true);
    case "AT_LEAST":
      return interval(value, Number.POSITIVE_INFINITY);
    case "MORE_THAN":
      return interval(value, Number.POSITIVE_INFINITY, true);
    case "AT_MOST":
      return interval(lowestPossible, value);
    case "LESS_THAN":
      return interval(lowestPossible, value, false, true);
    case "RANGE":
      return interval(value, valueMax ?? value);
  }
}

/** The unit of the last significant digit: 10 000 for 2 480 000, 0.1 for 12.5. */
function lastDigitStep(value: number): number {
  if (value === 0) return 0;
  let step = 1e-6;
  while (Number.isInteger(round(value / (step * 10)))) step *= 10;
  return step;
}

// Removes floating-point noise, so that a growth of exactly 10% is not less than 10%.
const round = (value: number): number => Number(value.toPrecision(12));

/** Applies a function that increases with the first argument and decreases with the second. */
export function mapMonotone(one: Interval, other: Interval, compute: (one: number, other: number) => number): Interval {
  const low = round(compute(one.low, other.high));
  const high = round(compute(one.high, other.low));
  return interval(low, high, one.lowOpen || other.highOpen, one.highOpen || other.lowOpen);
}

/** The smallest interval that contains all of them. */
export function hullOf(intervals: readonly Interval[]): Interval {
  const low = Math.min(...intervals.map((each) => each.low));
  const high = Math.max(...intervals.map((each) => each.high));
  return interval(
    low,
    high,
    intervals.every((each) => each.low > low || each.lowOpen),
    intervals.every((each) => each.high < high || each.highOpen),
  );
}

export type Reaches = "YES" | "NO" | "OPEN";

/** Whether it reaches a number, or exceeds it (`mustExceed`). */
export function reaches({ low, high, lowOpen, highOpen }: Interval, number: number, mustExceed: boolean): Reaches {
  const isCertain = low > number || (low === number && (!mustExceed || lowOpen));
  const isPossible = high > number || (high === number && !mustExceed && !highOpen);
  return isCertain ? "YES" : isPossible ? "OPEN" : "NO";
}

/** The interval as a qualified number; null if it is unbounded on both sides. */
export function toQualifiedNumber({ low, high, lowOpen, highOpen }: Interval): QualifiedNumber | null {
  if (Number.isNaN(low) || Number.isNaN(high)) return null;
  const [below, above] = [Number.isFinite(low), Number.isFinite(high)];
  if (below && above)
    return low === high ? { value: low, valueMax: null, qualifier: "EXACT" } : { value: low, valueMax: high, qualifier: "RANGE" };
  if (below) return { value: low, valueMax: null, qualifier: lowOpen ? "MORE_THAN" : "AT_LEAST" };
  if (above) return { value: high, valueMax: null, qualifier: highOpen ? "LESS_THAN" : "AT_MOST" };
  return null;
}
