// Figures that can be computed from others are not random: a synthetic share is the share of the synthetic figures.
import { CITY_CODE } from "../contract/city.ts";
import type { Dataset } from "../imports/dataset.ts";
import type { Cell } from "./cells.ts";
import { isGrowth } from "./growth-model.ts";
import { goalsOf } from "./levels.ts";
import { type CellData, cellKey } from "./recorded.ts";

/** The value of an indicator at a subject in a year, recorded or synthetic. */
export type Lookup = (indicator: string, subject: string, year: number) => number | undefined;

const WHOLE_CITY = `region:${CITY_CODE}`;

/** Computes the value of a cell in a year from other cells; undefined if one of them is missing. */
type Relation = (subject: string, year: number, lookup: Lookup) => number | undefined;

/** Approximate exchange rate in the filled years. */
const YUAN_PER_DOLLAR = 6.9;

/** Returns a function that finds the relation of a cell; undefined for a cell that is not computed from others. */
export function relationFinder(
  data: Dataset,
  cells: readonly Cell[],
  recorded: ReadonlyMap<string, CellData>,
): (cell: Cell) => Relation | undefined {
  const ids = new Set(data.indicators.map(({ id }) => id));
  const areas = new Map(data.districts.map(({ code, area_km2: area }) => [`district:${code}`, area]));
  const goals = goalsOf(data);
  const partsOf = partsFinder(cells);
  const relationBySlug: Record<string, Relation> = {
    "tertiary-value-added": (subject, year, lookup) =>
      product(lookup("gdp", subject, year), lookup("tertiary-share", subject, year), 1 / 100),
    // Two names for nearly the same quantity.
    "services-value-added": (subject, year, lookup) => lookup("tertiary-value-added", subject, year),
    "gdp-per-km2": (subject, year, lookup) => quotient(lookup("gdp", subject, year), areas.get(subject)),
    "population-share-of-city": shareOfCity("population-permanent"),
    "goods-trade-share-of-city": shareOfCity("goods-trade"),
    "gdp-share-of-city": shareOfCity("gdp"),
  };
  return ({ indicator, subject }) => {
    if (Object.hasOwn(relationBySlug, indicator.id)) return relationBySlug[indicator.id];
    const key = cellKey(indicator.id, subject);
    if (subject === WHOLE_CITY && !recorded.has(key) && !goals.has(key) && !isGrowth(indicator)) {
      const parts = partsOf(indicator);
      if (parts.some((part) => recorded.has(cellKey(indicator.id, part)))) return relationOfParts(indicator, parts);
    }
    const [, name, currency] = /^(.*)-(usd|cny)$/.exec(indicator.id) ?? [];
    if (name) {
      const otherCurrency = `${name}-${currency === "usd" ? "cny" : "usd"}`;
      if (recorded.has(key) || !recorded.has(cellKey(otherCurrency, subject))) return undefined;
      return (subject, year, lookup) =>
        product(lookup(otherCurrency, subject, year), currency === "usd" ? 1 / YUAN_PER_DOLLAR : YUAN_PER_DOLLAR);
    }
    if (!isGrowth(indicator)) return undefined;
    const baseIndicator = baseOfGrowth(indicator.id, ids);
    return baseIndicator === undefined ? undefined : growthOf(baseIndicator, indicator.id);
  };
}

// The parts of the city: its districts, or its sites if the indicator does not apply to districts.
function partsFinder(cells: readonly Cell[]): (indicator: Cell["indicator"]) => string[] {
  const subjectsByIndicator = new Map<string, string[]>();
  for (const { indicator, subject } of cells)
    subjectsByIndicator.set(indicator.id, [...(subjectsByIndicator.get(indicator.id) ?? []), subject]);
  return ({ id, applies_to: appliesTo }) =>
    (subjectsByIndicator.get(id) ?? []).filter((subject) =>
      subject.startsWith(appliesTo.includes("DISTRICT") ? "district:" : "site:"),
    );
}

// The sum of the parts if the indicator is additive, otherwise their maximum.
function relationOfParts({ id, aggregation }: Cell["indicator"], parts: readonly string[]): Relation {
  const isAdded = aggregation === "SUM" || aggregation === "LAST";
  return (_subject, year, lookup) => {
    const values = parts.map((part) => lookup(id, part, year));
    return isAdded ? sum(values) : values.every((value) => value !== undefined) ? Math.max(...values) : undefined;
  };
}

const shareOfCity =
  (indicator: string): Relation =>
  (subject, year, lookup) =>
    product(quotient(lookup(indicator, subject, year), lookup(indicator, WHOLE_CITY, year)), 100);

/** The indicator whose growth a growth rate describes, in either currency. */
function baseOfGrowth(growth: string, ids: ReadonlySet<string>): string | undefined {
  const baseIndicator = growth.replace(/(-average)?-growth(-current-prices)?$/, "");
  return [baseIndicator, `${baseIndicator}-usd`, `${baseIndicator}-cny`].find((id) => ids.has(id));
}

// Growth of value added is published at constant prices, which is about one percentage point below nominal growth.
function growthOf(indicator: string, growth: string): Relation {
  const years = growth.includes("-average-") ? 3 : 1;
  const prices = /^(gdp|.*value-added)/.test(indicator) && !growth.endsWith("-current-prices") ? 1 : 0;
  return (subject, year, lookup) => {
    const ratio = quotient(lookup(indicator, subject, year), lookup(indicator, subject, year - years));
    return ratio === undefined ? undefined : Math.max(-8, Math.min(25, (ratio ** (1 / years) - 1) * 100 - prices));
  };
}

const sum = (parts: (number | undefined)[]): number | undefined =>
  parts.every((part) => part !== undefined) ? parts.reduce((total, part) => total + part, 0) : undefined;
const product = (...factors: (number | undefined)[]): number | undefined =>
  factors.every((factor) => factor !== undefined) ? factors.reduce((result, factor) => result * factor, 1) : undefined;
const quotient = (dividend: number | undefined, divisor: number | undefined): number | undefined =>
  dividend === undefined || !divisor ? undefined : dividend / divisor;
