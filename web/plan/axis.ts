import type { Qualifier } from "../core/graphql.ts";

/** A value as it is known: a number, a range, or a number that it is above or below. */
export interface Known {
  value: number;
  valueMax: number | null;
  qualifier: Qualifier;
}

/** What the true value lies between; null where that end is open. */
export interface Extent {
  low: number | null;
  high: number | null;
}

export function extentOf({ value, valueMax, qualifier }: Known): Extent {
  if (qualifier === "AT_LEAST" || qualifier === "MORE_THAN") return { low: value, high: null };
  if (qualifier === "AT_MOST" || qualifier === "LESS_THAN") return { low: null, high: value };
  return { low: value, high: qualifier === "RANGE" && valueMax !== null ? valueMax : value };
}

/** Whether one end is open, so that a mark for it must be. */
export function isOpen(known: Known): boolean {
  const { low, high } = extentOf(known);
  return low === null || high === null;
}

/** Room beside the outermost marks, as a share of the axis: open ends are drawn into it. */
const margin = 0.12;

/**
 * Places values on an axis from 0 to 1. Between a baseline and a goal only their distance counts; without a baseline the axis starts
 * at nothing. Where less is better (a rank), it runs the other way: the goal is always ahead.
 */
export function axisOf(values: readonly number[], { fromZero, falling }: { fromZero: boolean; falling: boolean }) {
  const all = fromZero ? [0, ...values] : values;
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const span = high - low;
  return (value: number): number => {
    // All marks on one value stand where the goal stands.
    const along = span === 0 ? 1 : (value - low) / span;
    const place = margin + (1 - 2 * margin) * along;
    return falling && span !== 0 ? 1 - place : place;
  };
}
