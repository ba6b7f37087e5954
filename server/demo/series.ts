// A yearly series through recorded values. Pure: independent of what is measured.
import { aboutNormal, between, type Draw } from "./random.ts";

/** Values by year. */
export type Yearly = ReadonlyMap<number, number>;

/** How a series moves between and beyond recorded values. */
export interface GrowthModel {
  /** Levels grow by a factor; rates walk to and fro by steps in their own unit. */
  moves: "GROWS" | "WALKS";
  /** A share of itself per year (0.05) for what grows; none for what walks. */
  growth: number;
  /** Whether the growth rate is taken from the recorded values; not from bounds. */
  paced: boolean;
  /** Deviation of a year: a share of the value for what grows, in its own unit for what walks. */
  noise: number;
  /** Never below the year before: running totals, and what is only ever added to. */
  onlyUp: boolean;
  /** No value outside of these. */
  min: number;
  max: number;
}

/** Growth per year that looks like a thing that is measured, and not like a mistake. */
const MAX_GROWTH = 0.13;
const MIN_GROWTH = -0.04;

/**
 * One value for each of `years` (in order): recorded values unchanged, a path between two of them, and a continuation beyond
 * them. `recorded` has at least one value, in these years or others.
 */
export function seriesThrough(
  recorded: Yearly,
  years: readonly number[],
  requested: GrowthModel,
  draw: Draw,
): Map<number, number> {
  // Recorded values are never out of bounds.
  const min = Math.min(requested.min, ...recorded.values());
  const manner = { ...requested, min, max: Math.max(requested.max, ...recorded.values()) };
  const ends = [...recorded].sort(([a], [b]) => a - b);
  const [first, last] = [ends[0], ends.at(-1)];
  if (!first || !last) throw new Error("a series needs something to go through");
  const [past, future] = [pace(ends.slice(0, 4), manner), pace(ends.slice(-4), manner)];
  const values = new Map<number, number>(recorded);
  for (let year = last[0] + 1; year <= (years.at(-1) ?? 0); year++)
    values.set(year, bounded(step(values.get(year - 1) ?? 0, future, manner, draw, 1), manner));
  for (let year = first[0] - 1; year >= (years[0] ?? 0); year--)
    values.set(year, bounded(step(values.get(year + 1) ?? 0, past, manner, draw, -1), manner));
  for (const [index, end] of ends.slice(1).entries()) {
    const start = ends[index];
    if (start) bridge(values, start, end, manner, draw);
  }
  return new Map(years.map((year) => [year, values.get(year) ?? 0]));
}

type Point = readonly [year: number, value: number];

// The growth at this end, over the few recorded values next to it if they span two years or more, averaged with the usual growth,
// since few trends continue unchanged.
function pace(near: readonly Point[], { growth, paced }: GrowthModel): number {
  const [from, to] = [near[0], near.at(-1)];
  if (!paced || !from || !to || to[0] - from[0] < 2 || from[1] <= 0 || to[1] <= 0) return growth;
  const own = (to[1] / from[1]) ** (1 / (to[0] - from[0])) - 1;
  return (Math.max(MIN_GROWTH, Math.min(MAX_GROWTH, own)) + growth) / 2;
}

function step(value: number, growth: number, { moves, noise, onlyUp }: GrowthModel, draw: Draw, way: 1 | -1): number {
  const deviation = aboutNormal(draw) * noise;
  if (moves === "WALKS") return value + deviation;
  const rate = onlyUp ? Math.max(0, growth + deviation) : growth + deviation;
  return value * Math.max(0.5, 1 + rate) ** way;
}

// The noise is greatest half-way and nothing at both ends; what only goes up stays between the years around it.
function bridge(values: Map<number, number>, [from, start]: Point, [to, end]: Point, manner: GrowthModel, draw: Draw): void {
  const byFactor = manner.moves === "GROWS" && start > 0 && end > 0;
  for (let year = from + 1; year < to; year++) {
    const part = (year - from) / (to - from);
    const deviation = aboutNormal(draw) * manner.noise * 4 * part * (1 - part);
    const value = byFactor
      ? start ** (1 - part) * end ** part * Math.exp(deviation)
      : start + (end - start) * part + (manner.moves === "WALKS" ? deviation : 0);
    const before = values.get(year - 1) ?? start;
    const rising = manner.onlyUp && end >= start;
    values.set(year, bounded(rising ? Math.min(end, Math.max(before, value)) : value, manner));
  }
}

const bounded = (value: number, { min, max }: GrowthModel): number => Math.min(max, Math.max(min, value));

/** Around a middle by a factor: as often half as much as twice as much. */
export const around = (middle: number, spread: number, draw: Draw): number => middle * Math.exp(aboutNormal(draw) * spread);

/** A growth of its own for each series, in the range that is usual for its kind. */
export const someGrowth = (draw: Draw, [min, max]: readonly [number, number]): number => between(draw, min, max);
