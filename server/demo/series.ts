// A yearly series through recorded values, independent of the indicator.
import { aboutNormal, type Draw } from "./random.ts";

/** Values by year. */
export type Yearly = ReadonlyMap<number, number>;

/** How a series changes between and beyond recorded values. */
export interface GrowthModel {
  /** GROWS: multiplied by a factor each year. WALKS: a random walk with steps in its own unit, for rates. */
  moves: "GROWS" | "WALKS";
  /** Growth per year as a share (0.05) if it grows; 0 if it walks. */
  growth: number;
  /** Whether the growth rate is estimated from the recorded values. Not for series through bounds. */
  estimatesGrowth: boolean;
  /** Standard deviation of a yearly change: a share of the value if it grows, in its own unit if it walks. */
  noise: number;
  /** Whether it never falls below the previous year, like a cumulative total. */
  onlyUp: boolean;
  /** Bounds of the values. */
  min: number;
  max: number;
}

/** Plausible growth per year. */
const MAX_GROWTH = 0.13;
const MIN_GROWTH = -0.04;

/**
 * One value for each of `years` (in order): recorded values unchanged, a path between two of them, and a continuation beyond
 * them. `recorded` has at least one value, in these years or others.
 */
export function seriesThrough(
  recorded: Yearly,
  years: readonly number[],
  growthModel: GrowthModel,
  draw: Draw,
): Map<number, number> {
  // Recorded values are never out of bounds.
  const min = Math.min(growthModel.min, ...recorded.values());
  const model = { ...growthModel, min, max: Math.max(growthModel.max, ...recorded.values()) };
  const points = [...recorded].sort(([a], [b]) => a - b);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) throw new Error("a series needs a recorded value");
  const [pastGrowth, futureGrowth] = [growthAtEnd(points.slice(0, 4), model), growthAtEnd(points.slice(-4), model)];
  const values = new Map<number, number>(recorded);
  for (let year = last[0] + 1; year <= (years.at(-1) ?? 0); year++)
    values.set(year, clamp(step(values.get(year - 1) ?? 0, futureGrowth, model, draw, 1), model));
  for (let year = first[0] - 1; year >= (years[0] ?? 0); year--)
    values.set(year, clamp(step(values.get(year + 1) ?? 0, pastGrowth, model, draw, -1), model));
  for (const [index, end] of points.slice(1).entries()) {
    const start = points[index];
    if (start) fillBetween(values, start, end, model, draw);
  }
  return new Map(years.map((year) => [year, values.get(year) ?? 0]));
}

type Point = readonly [year: number, value: number];

// The growth at one end of the series: that of the nearest recorded values, if they span two years or more, averaged with the model's
// growth, because few trends continue unchanged.
function growthAtEnd(nearest: readonly Point[], { growth, estimatesGrowth }: GrowthModel): number {
  const [from, to] = [nearest[0], nearest.at(-1)];
  if (!estimatesGrowth || !from || !to || to[0] - from[0] < 2 || from[1] <= 0 || to[1] <= 0) return growth;
  const estimated = (to[1] / from[1]) ** (1 / (to[0] - from[0])) - 1;
  return (Math.max(MIN_GROWTH, Math.min(MAX_GROWTH, estimated)) + growth) / 2;
}

function step(value: number, growth: number, { moves, noise, onlyUp }: GrowthModel, draw: Draw, direction: 1 | -1): number {
  const deviation = aboutNormal(draw) * noise;
  if (moves === "WALKS") return value + deviation;
  const rate = onlyUp ? Math.max(0, growth + deviation) : growth + deviation;
  return value * Math.max(0.5, 1 + rate) ** direction;
}

// Interpolates between two recorded values. The noise is greatest half-way and zero at both ends; a series that only rises stays
// between its neighbours.
function fillBetween(values: Map<number, number>, [from, start]: Point, [to, end]: Point, model: GrowthModel, draw: Draw): void {
  const isGeometric = model.moves === "GROWS" && start > 0 && end > 0;
  for (let year = from + 1; year < to; year++) {
    const part = (year - from) / (to - from);
    const deviation = aboutNormal(draw) * model.noise * 4 * part * (1 - part);
    const value = isGeometric
      ? start ** (1 - part) * end ** part * Math.exp(deviation)
      : start + (end - start) * part + (model.moves === "WALKS" ? deviation : 0);
    const previous = values.get(year - 1) ?? start;
    const isRising = model.onlyUp && end >= start;
    values.set(year, clamp(isRising ? Math.min(end, Math.max(previous, value)) : value, model));
  }
}

const clamp = (value: number, { min, max }: GrowthModel): number => Math.min(max, Math.max(min, value));
