// How each indicator moves from year to year, and to what it is rounded.
import type { Dataset } from "../imports/dataset.ts";
import type { Draw } from "./random.ts";
import { isRunningTotal } from "./recorded.ts";
import { type GrowthModel, someGrowth } from "./series.ts";

type Indicator = Dataset["indicators"][number];

/** Whether its values say how fast something else grows: they may be negative, and are no shares. */
export const isGrowth = ({ id, unit }: Indicator): boolean => unit === "percent" && /-growth(-|$)/.test(id);

/** Whether it is measured in ground or floors, which stay as they are built. */
export const isGround = ({ unit }: Indicator): boolean => unit === "km2" || unit === "m2";

// How much a thing grows in a year, by its unit; what is built or surveyed hardly does.
const GROWTH: Readonly<Record<string, readonly [number, number]>> = {
  ...{ CNY: [0.04, 0.1], USD: [0.03, 0.11], "CNY-per-km2": [0.03, 0.08], person: [0.002, 0.02], firm: [0.03, 0.11] },
  ...{ passenger: [0.02, 0.09], tonne: [0.03, 0.1], TEU: [0.04, 0.12], train: [0.05, 0.14], "market-entity": [0.04, 0.09] },
  ...{ km2: [0, 0], m2: [0, 0] },
};
const OTHER_GROWTH = [0.02, 0.08] as const;

/** How the series of an indicator moves; the growth is drawn. */
export function growthModelOf(indicator: Indicator, draw: Draw): GrowthModel {
  const { nature, unit, direction } = indicator;
  const walks = { moves: "WALKS", growth: 0, paced: true, onlyUp: false } as const;
  if (isGrowth(indicator)) return { ...walks, noise: 1.4, min: -8, max: 20 };
  if (unit === "percent") return { ...walks, noise: 0.9, min: 0, max: 100 };
  if (nature === "RANK") return { ...walks, noise: 0.8, min: 1, max: 40 };
  const growth = someGrowth(draw, GROWTH[unit] ?? OTHER_GROWTH);
  const built = isGround(indicator);
  const onlyUp = nature === "STOCK" ? direction !== "NEUTRAL" || built : isRunningTotal(indicator.id);
  const noise = built ? 0 : unit === "person" ? 0.003 : nature === "STOCK" ? 0.01 : 0.015;
  return { moves: "GROWS", growth, paced: true, noise, onlyUp, min: 0, max: Number.POSITIVE_INFINITY };
}

/** A value as somebody would publish it: counts whole, money to four digits, shares to a tenth. */
export function rounded(value: number, { unit, nature }: Pick<Indicator, "unit" | "nature">): number {
  if (unit === "percent") return Math.round(value * 10) / 10;
  if (unit === "km2") return Math.round(value * 100) / 100;
  if (nature === "RANK") return Math.max(1, Math.round(value));
  const step = unit === "CNY" || unit === "USD" || unit === "CNY-per-km2" ? 10 ** Math.max(0, digits(value) - 4) : 1;
  return Math.round(value / step) * step;
}

const digits = (value: number): number => Math.floor(Math.log10(Math.max(1, Math.abs(value)))) + 1;
