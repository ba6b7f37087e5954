import type { Qualifier } from "../core/graphql.ts";

/** A value with what is known of it, as a cell has it. */
export interface Told {
  value: number;
  valueMax: number | null;
  qualifier: Qualifier;
}

interface Unsure {
  value: number | null;
  valueMax: number | null;
  qualifier: Qualifier | null;
}

const lowest = ({ value, qualifier }: Told): number =>
  qualifier === "LESS_THAN" || qualifier === "AT_MOST" ? Number.NEGATIVE_INFINITY : value;

const highest = ({ value, valueMax, qualifier }: Told): number =>
  qualifier === "MORE_THAN" || qualifier === "AT_LEAST"
    ? Number.POSITIVE_INFINITY
    : qualifier === "RANGE"
      ? (valueMax ?? value)
      : value;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const [lower = 0, upper = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return lower === upper ? lower : (lower + upper) / 2;
}

/**
 * The median of values of which some are only bounds: it lies between the median of their lower ends and that of their upper ends.
 * So it is known exactly as long as the bounds lie clear of the middle; else it is a bound itself, or nothing.
 */
export function middleOf(cells: readonly Unsure[]): Told | null {
  const known = cells.flatMap(({ value, valueMax, qualifier }): Told[] =>
    value === null ? [] : [{ value, valueMax, qualifier: qualifier ?? "EXACT" }],
  );
  if (known.length === 0) return null;
  const [low, high] = [median(known.map(lowest)), median(known.map(highest))];
  if (low === high) return { value: low, valueMax: null, qualifier: "EXACT" };
  if (Number.isFinite(low) && Number.isFinite(high)) return { value: low, valueMax: high, qualifier: "RANGE" };
  if (Number.isFinite(low)) return { value: low, valueMax: null, qualifier: "AT_LEAST" };
  if (Number.isFinite(high)) return { value: high, valueMax: null, qualifier: "AT_MOST" };
  return null;
}

/** Whether a value is a number, not one side of where it lies. */
export const isFirm = (qualifier: Qualifier | null): boolean =>
  qualifier === null || qualifier === "EXACT" || qualifier === "ABOUT" || qualifier === "NEARLY";

/** Whether a value's place among all is sure: it is a number itself, and none of the others may lie on either side of it. */
export function isPlaceSure(own: Unsure, all: readonly Unsure[]): boolean {
  const { value } = own;
  if (value === null || !isFirm(own.qualifier)) return false;
  return all.every((other) => {
    if (other === own || other.value === null || isFirm(other.qualifier)) return true;
    const told: Told = { value: other.value, valueMax: other.valueMax, qualifier: other.qualifier ?? "EXACT" };
    return lowest(told) > value || highest(told) < value;
  });
}

/** Whether the first of an order is known: a number that none of the others may go beyond. */
export const isBestSure = (all: readonly (Unsure & { rank: number | null })[]): boolean =>
  all.some((cell) => cell.rank === 1 && isPlaceSure(cell, all));
