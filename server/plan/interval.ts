// A figure is known as a stretch of numbers: "more than 1000" is everything above 1000. Computing with stretches keeps what
// is not known visible to the end: the true result lies within the result.
import type { enums } from "../generated/model.ts";

export type Qualifier = keyof typeof enums.Qualifier.values;

/** From low to high; an open end is not itself part of it. Without an end it is infinite. */
export interface Interval {
  low: number;
  high: number;
  lowOpen: boolean;
  highOpen: boolean;
}

/** A number as a source gives it. */
export interface Given {
  value: number;
  valueMax: number | null;
  qualifier: Qualifier;
}

export const exactly = (value: number): Interval => ({ low: value, high: value, lowOpen: false, highOpen: false });

const between = (low: number, high: number, lowOpen = false, highOpen = false): Interval => ({ low, high, lowOpen, highOpen });

/**
 * What a source's number allows. "About" reaches half a step of its last digit that is not 0 to either side, "nearly" a whole
 * step down; `least` is what it cannot be below, 0 for what is counted.
 */
export function intervalOf({ value, valueMax, qualifier }: Given, least: number): Interval {
  switch (qualifier) {
    case "EXACT":
      return exactly(value);
    case "ABOUT":
      return between(value - lastStep(value) / 2, value + lastStep(value) / 2);
    case "NEARLY":
      return between(value - lastStep(value), value, false, true);
    case "AT_LEAST":
      return between(value, Number.POSITIVE_INFINITY);
    case "MORE_THAN":
      return between(value, Number.POSITIVE_INFINITY, true);
    case "AT_MOST":
      return between(least, value);
    case "LESS_THAN":
      return between(least, value, false, true);
    case "RANGE":
      return between(value, valueMax ?? value);
  }
}

/** The size of the last digit that is not 0: 10 000 of 2 480 000, 0.1 of 12.5. */
function lastStep(value: number): number {
  if (value === 0) return 0;
  let step = 1e-6;
  while (Number.isInteger(round(value / (step * 10)))) step *= 10;
  return step;
}

// Rid of what binary fractions leave behind, so that a growth of just 10% is not taken for less.
const round = (value: number): number => Number(value.toPrecision(12));

/** A function that rises with the one and falls with the other, of both. */
export function rising(one: Interval, other: Interval, f: (one: number, other: number) => number): Interval {
  const low = round(f(one.low, other.high));
  const high = round(f(one.high, other.low));
  return between(low, high, one.lowOpen || other.highOpen, one.highOpen || other.lowOpen);
}

/** What either of them allows. */
export function hull(intervals: readonly Interval[]): Interval {
  const low = Math.min(...intervals.map((each) => each.low));
  const high = Math.max(...intervals.map((each) => each.high));
  return between(
    low,
    high,
    intervals.every((each) => each.low > low || each.lowOpen),
    intervals.every((each) => each.high < high || each.highOpen),
  );
}

export type Answer = "YES" | "NO" | "OPEN";

/** Whether it reaches a number (`atLeast`), or is more than it. */
export function reaches({ low, high, lowOpen, highOpen }: Interval, number: number, mustExceed: boolean): Answer {
  const surely = low > number || (low === number && (!mustExceed || lowOpen));
  const perhaps = high > number || (high === number && !mustExceed && !highOpen);
  return surely ? "YES" : perhaps ? "OPEN" : "NO";
}

/** The interval as a source would say it; nothing where it says nothing. */
export function saidOf({ low, high, lowOpen, highOpen }: Interval): Given | null {
  if (Number.isNaN(low) || Number.isNaN(high)) return null;
  const [below, above] = [Number.isFinite(low), Number.isFinite(high)];
  if (below && above)
    return low === high ? { value: low, valueMax: null, qualifier: "EXACT" } : { value: low, valueMax: high, qualifier: "RANGE" };
  if (below) return { value: low, valueMax: null, qualifier: lowOpen ? "MORE_THAN" : "AT_LEAST" };
  if (above) return { value: high, valueMax: null, qualifier: highOpen ? "LESS_THAN" : "AT_MOST" };
  return null;
}
