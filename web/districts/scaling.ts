/** How values of different units are brought onto one axis. */
type Scaling = "OF_BEST" | "BY_RANK";

interface ScaledColumn {
  direction: string | null;
  least: number | null;
  greatest: number | null;
  count: number;
}

/** Shares of the best need values of one sign: growth that may be negative is placed by its rank. */
export function scalingOf({ least }: ScaledColumn): Scaling {
  return least !== null && least < 0 ? "BY_RANK" : "OF_BEST";
}

/** A value from 0 to 100, the best at 100; null without a value. Where lower is better, half the value scores double. */
export function scaledToBest(
  column: ScaledColumn,
  { value, rank }: { value: number | null; rank: number | null },
): number | null {
  if (value === null) return null;
  if (scalingOf(column) === "BY_RANK")
    return rank === null ? null : column.count > 1 ? (100 * (column.count - rank)) / (column.count - 1) : 100;
  if (column.direction === "LOWER") return value > 0 && column.least !== null ? (100 * column.least) / value : null;
  return column.greatest ? (100 * value) / column.greatest : null;
}
