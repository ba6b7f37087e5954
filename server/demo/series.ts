// A yearly series through recorded values, independent of the indicator.
import { type RandomNumber, randomNormal } from "./random.ts";

/** Values by year. */
export type ValueByYear = ReadonlyMap<number, number>;

/** How a series changes between and beyond recorded values. */
export interface GrowthModel {
  /** GROWS: multiplied by a factor each year. WALKS: a random walk with steps in its own unit, for rates. */
  movement: "GROWS" | "WALKS";
  /** Growth per year as a share (0.05) if it grows; 0 if it walks. */
  growth: number;
  /** Whether the growth rate is estimated from the recorded values; not where some of these are only limits (“more than 1,000”). */
  estimatesGrowth: boolean;
  /** Standard deviation of a yearly change: a share of the value if it grows, in its own unit if it walks. */
  noise: number;
  /** Whether it never falls below the previous year, like a cumulative total; for series that grow. */
  neverFalls: boolean;
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
  recorded: ValueByYear,
  years: readonly number[],
  growthModel: GrowthModel,
  draw: RandomNumber,
): Map<number, number> {
  // Recorded values widen the bounds.
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
function growthAtEnd(endPoints: readonly Point[], { growth, estimatesGrowth }: GrowthModel): number {
  const [from, to] = [endPoints[0], endPoints.at(-1)];
  if (!estimatesGrowth || !from || !to || to[0] - from[0] < 2 || from[1] <= 0 || to[1] <= 0) return growth;
  const estimated = (to[1] / from[1]) ** (1 / (to[0] - from[0])) - 1;
  return (Math.max(MIN_GROWTH, Math.min(MAX_GROWTH, estimated)) + growth) / 2;
}

function step(
  value: number,
  growth: number,
  { movement, noise, neverFalls }: GrowthModel,
  draw: RandomNumber,
  direction: 1 | -1,
): number {
  const deviation = randomNormal(draw) * noise;
  if (movement === "WALKS") return value + deviation;
  const rate = neverFalls ? Math.max(0, growth + deviation) : growth + deviation;
  return value * Math.max(0.5, 1 + rate) ** direction;
}

// Interpolates between two recorded values. The noise is greatest half-way and zero at both ends; a series that only rises stays
// between its neighbours.
function fillBetween(
  values: Map<number, number>,
  [from, start]: Point,
  [to, end]: Point,
  model: GrowthModel,
  draw: RandomNumber,
): void {
  const isGeometric = model.movement === "GROWS" && start > 0 && end > 0;
  for (let year = from + 1; year < to; year++) {
    const fraction = (year - from) / (to - from);
    const deviation = randomNormal(draw) * model.noise * 4 * fraction * (1 - fraction);
    const value = isGeometric
      ? start ** (1 - fraction) * end ** fraction * Math.exp(deviation)
      : start + (end - start) * fraction + (model.movement === "WALKS" ? deviation : 0);
    const previous = values.get(year - 1) ?? start;
    const isRising = model.neverFalls && end >= start;
    values.set(year, clamp(isRising ? Math.min(end, Math.max(previous, value)) : value, model));
  }
}

const clamp = (value: number, { min, max }: GrowthModel): number => Math.min(max, Math.max(min, value));
