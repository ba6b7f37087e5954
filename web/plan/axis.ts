import type { Qualifier } from "../core/graphql.ts";

/** A value as it is known: a number, a range, or a number that it is above or below. */
export interface QualifiedValue {
  value: number;
  valueMax: number | null;
  qualifier: Qualifier;
}

/** What the true value lies between; null where that end is open. */
export interface Extent {
  low: number | null;
  high: number | null;
}

export function extentOf({ value, valueMax, qualifier }: QualifiedValue): Extent {
  if (qualifier === "AT_LEAST" || qualifier === "MORE_THAN") return { low: value, high: null };
  if (qualifier === "AT_MOST" || qualifier === "LESS_THAN") return { low: null, high: value };
  return { low: value, high: qualifier === "RANGE" && valueMax !== null ? valueMax : value };
}

/** Whether one end is open, so that a mark for it must be. */
export function isOpen(value: QualifiedValue): boolean {
  const { low, high } = extentOf(value);
  return low === null || high === null;
}

/** Where every row has its goal, so that all of a list stand below each other; to the right of it is what reached it. */
export const goalPlace = 0.8;
const [first, last] = [0.06, 0.95];
/** What just reached the goal does not hide it. */
const goalGap = 0.055;

interface AxisOptions {
  goal: number;
  /** All that is marked besides. */
  values: readonly number[];
  /** Less is better (a rank): the axis runs the other way. */
  falling: boolean;
  /** Only more than the goal reaches it. */
  mustExceed: boolean;
}

/** Places values on an axis from 0 to 1: in proportion up to the goal, which is always ahead; beyond it on a shorter stretch. */
export function axisOf({ goal, values, falling, mustExceed }: AxisOptions) {
  const ahead = (value: number): number => (falling ? goal - value : value - goal);
  const maxShortfall = -Math.min(0, ...values.map(ahead));
  return (value: number): number => {
    const by = ahead(value);
    if (by < 0) return goalPlace + ((goalPlace - first) * by) / maxShortfall;
    if (by === 0 && mustExceed) return goalPlace;
    return goalPlace + goalGap + (last - goalPlace - goalGap) * Math.min(1, by / (maxShortfall || Math.abs(goal) || 1));
  };
}
