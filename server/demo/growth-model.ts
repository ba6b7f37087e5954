// How the synthetic values of each indicator change from year to year, and how they are rounded.
import type { Dataset } from "../imports/dataset.ts";
import { type RandomNumber, randomBetween } from "./random.ts";
import { isRunningTotal } from "./recorded.ts";
import type { GrowthModel } from "./series.ts";

type Indicator = Dataset["indicators"][number];

/** Whether its values are growth rates. Unlike shares, they may be negative. */
export const isGrowth = ({ id, unit }: Indicator): boolean => unit === "percent" && /-growth(-|$)/.test(id);

/** Whether it measures land or floor space, which does not change from year to year. */
export const isArea = ({ unit }: Indicator): boolean => unit === "km2" || unit === "m2";

// Range of the growth per year, by unit.
const GROWTH_BY_UNIT: Readonly<Record<string, readonly [number, number]>> = {
  ...{ CNY: [0.04, 0.1], USD: [0.03, 0.11], "CNY-per-km2": [0.03, 0.08], person: [0.002, 0.02], firm: [0.03, 0.11] },
  ...{ passenger: [0.02, 0.09], tonne: [0.03, 0.1], TEU: [0.04, 0.12], train: [0.05, 0.14], "market-entity": [0.04, 0.09] },
  ...{ km2: [0, 0], m2: [0, 0] },
};
const OTHER_GROWTH = [0.02, 0.08] as const;

/** The growth model of an indicator, with a random growth rate. */
export function growthModelOf(indicator: Indicator, draw: RandomNumber): GrowthModel {
  const { nature, unit, direction } = indicator;
  const randomWalk = { movement: "WALKS", growth: 0, estimatesGrowth: true, neverFalls: false } as const;
  if (isGrowth(indicator)) return { ...randomWalk, noise: 1.4, min: -8, max: 20 };
  if (unit === "percent") return { ...randomWalk, noise: 0.9, min: 0, max: 100 };
  if (nature === "RANK") return { ...randomWalk, noise: 0.8, min: 1, max: 40 };
  const growth = randomBetween(draw, ...(GROWTH_BY_UNIT[unit] ?? OTHER_GROWTH));
  const isConstant = isArea(indicator);
  const neverFalls = nature === "STOCK" ? direction !== "NEUTRAL" || isConstant : isRunningTotal(indicator.id);
  const noise = isConstant ? 0 : unit === "person" ? 0.003 : nature === "STOCK" ? 0.01 : 0.015;
  return { movement: "GROWS", growth, estimatesGrowth: true, noise, neverFalls, min: 0, max: Number.POSITIVE_INFINITY };
}

/** A value as a publisher would round it: counts to whole numbers, money to four digits, shares to a tenth. */
export function roundAsPublished(value: number, { unit, nature }: Pick<Indicator, "unit" | "nature">): number {
  if (unit === "percent") return Math.round(value * 10) / 10;
  if (unit === "km2") return Math.round(value * 100) / 100;
  if (nature === "RANK") return Math.max(1, Math.round(value));
  const step = unit === "CNY" || unit === "USD" || unit === "CNY-per-km2" ? 10 ** Math.max(0, digits(value) - 4) : 1;
  return Math.round(value / step) * step;
}

const digits = (value: number): number => Math.floor(Math.log10(Math.max(1, Math.abs(value)))) + 1;
