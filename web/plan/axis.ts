import type { Qualifier } from "../core/graphql.ts";

/** A value with its qualifier: a number, a range, or a bound. */
export interface QualifiedValue {
  value: number;
  valueMax: number | null;
  qualifier: Qualifier;
}

/** The range of the true value; null where that end is open. */
export interface Extent {
  low: number | null;
  high: number | null;
}

export function extentOf({ value, valueMax, qualifier }: QualifiedValue): Extent {
  if (qualifier === "AT_LEAST" || qualifier === "MORE_THAN") return { low: value, high: null };
  if (qualifier === "AT_MOST" || qualifier === "LESS_THAN") return { low: null, high: value };
  return { low: value, high: qualifier === "RANGE" && valueMax !== null ? valueMax : value };
}

/** Whether one end is open and needs a mark. */
export function isOpen(value: QualifiedValue): boolean {
  const { low, high } = extentOf(value);
  return low === null || high === null;
}

/** The goal's position, the same in every row so that goals align; values that reached it are to its right. */
export const goalPosition = 0.8;
const [axisStart, axisEnd] = [0.06, 0.95];
/** A value that just reached the goal must not cover the mark of the goal. */
const goalGap = 0.055;

interface AxisOptions {
  goal: number;
  /** All other marked values. */
  values: readonly number[];
  /** Lower is better (a rank): the axis is reversed. */
  lowerIsBetter: boolean;
  /** The goal itself is not enough: it must be exceeded. */
  mustExceed: boolean;
}

/** Maps values to an axis from 0 to 1: proportional up to the goal, compressed beyond it. */
export function axisOf({ goal, values, lowerIsBetter, mustExceed }: AxisOptions) {
  const leadOf = (value: number): number => (lowerIsBetter ? goal - value : value - goal);
  const maxShortfall = -Math.min(0, ...values.map(leadOf));
  return (value: number): number => {
    const lead = leadOf(value);
    if (lead < 0) return goalPosition + ((goalPosition - axisStart) * lead) / maxShortfall;
    if (lead === 0 && mustExceed) return goalPosition;
    return (
      goalPosition + goalGap + (axisEnd - goalPosition - goalGap) * Math.min(1, lead / (maxShortfall || Math.abs(goal) || 1))
    );
  };
}
