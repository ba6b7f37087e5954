import { isNotBound } from "./column-display.ts";
import type { Cell } from "./comparison-query.ts";

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

type RankRange = Pick<Cell, "rank" | "rankFrom" | "rankTo">;
type CellValue = Pick<Cell, "value" | "valueMax" | "qualifier">;

const isUpperBound = (cell: CellValue): boolean => cell.qualifier === "LESS_THAN" || cell.qualifier === "AT_MOST";
const isLowerBound = (cell: CellValue): boolean => cell.qualifier === "MORE_THAN" || cell.qualifier === "AT_LEAST";
const floorOf = (cell: CellValue): number => (isUpperBound(cell) ? Number.NEGATIVE_INFINITY : (cell.value ?? Number.NaN));
const ceilingOf = (cell: CellValue): number =>
  isLowerBound(cell) ? Number.POSITIVE_INFINITY : (cell.valueMax ?? cell.value ?? Number.NaN);

/** The ranks of values by their numbers alone, for values of several years, which have no rank among each other; the largest first. */
export function ranksByNumber(cells: readonly (CellValue | undefined)[]): (RankRange | undefined)[] {
  const withValue = cells.filter((cell) => cell !== undefined && cell.value !== null) as CellValue[];
  return cells.map((cell) => {
    if (!cell || cell.value === null) return undefined;
    const others = withValue.filter((other) => other !== cell);
    const rankFrom = 1 + others.filter((other) => floorOf(other) > ceilingOf(cell)).length;
    const rankTo = 1 + others.filter((other) => ceilingOf(other) > floorOf(cell)).length;
    return { rank: rankFrom === rankTo ? rankFrom : null, rankFrom, rankTo };
  });
}

/**
 * Tones from 0 (faint) to 4 (strong) by rank, in five classes of as many subjects as can be. Equals share one: that of the middle of
 * the ranks that they share, as do subjects whose rank bounds leave open.
 */
export function tonesOf(cells: readonly (RankRange | undefined)[]): (number | null)[] {
  const toneAt = toneAtRank(cells);
  return cells.map((cell) => {
    if (cell?.rankFrom == null || cell.rankTo === null) return null;
    const { rank, rankFrom, rankTo } = cell;
    const tiedCount = rank === null ? 1 : cells.filter((other) => other?.rank === rank).length;
    return toneAt((rankFrom + rankTo + tiedCount - 1) / 2);
  });
}

function toneAtRank(cells: readonly (RankRange | undefined)[]): (rank: number) => number {
  const count = cells.filter((cell) => typeof cell?.rankFrom === "number").length;
  return (rank) => Math.max(0, Math.min(4, Math.floor(((count - rank + 1) * 5 - 1) / count)));
}

/** Tones for a map, where a colour is a class: as on the main map, a bound or a range has one only if it lies within one class; else it is "open". */
export function mapTonesOf(cells: readonly (CellValue | undefined)[], ranks: readonly (RankRange | undefined)[]) {
  const toneAt = toneAtRank(ranks);
  return tonesOf(ranks).map((tone, index) => {
    const [qualifier, place] = [cells[index]?.qualifier ?? null, ranks[index]];
    const isInOneClass = place?.rankFrom == null || place.rankTo == null || toneAt(place.rankFrom) === toneAt(place.rankTo);
    return isNotBound(qualifier) || isInOneClass ? tone : ("open" as const);
  });
}
