// The recorded data of a cell, an indicator at a subject: the figures that a synthetic series passes through.
import { CENSUS_YEAR, INDICATOR_SLUGS } from "../contract/city.ts";
import type { Dataset, ObservationRecord } from "../imports/dataset.ts";

type Indicator = Dataset["indicators"][number];

export interface CellData {
  /** Exact or approximate values by year, including years outside the filled range. */
  values: Map<number, number>;
  /** Bounds of the years that have no exact value. */
  bounds: Map<number, Bound>;
  /** Years that have a recorded figure and are never filled. */
  complete: Set<number>;
  /** First day of a cumulative total. */
  firstDay?: string;
}

/** A lower or upper bound. */
export interface Bound {
  /** A value just within the bound. */
  valueWithin: number;
  isLower: boolean;
}

/** Whether a value is within a bound. */
export const isWithin = (value: number, { valueWithin, isLower }: Bound): boolean =>
  isLower ? value >= valueWithin : value <= valueWithin;

/** The key of a cell: indicator and subject. */
export const cellKey = (indicator: string, subject: string): string => `${indicator} ${subject}`;

const DAYS_PER_YEAR = 365.25;
const yearOf = (day: string): number => Number(day.slice(0, 4));
const days = ({ start, end }: ObservationRecord["period"]): number =>
  start && end ? (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1 : 0;

// Of several figures for a year, the more official one counts, then the more reliable one, then the exact one.
const STATUSES = ["OFFICIAL", "REPORTED", "PROVISIONAL", "ESTIMATE"];
const CONFIDENCES = ["HIGH", "MEDIUM", "LOW"];
const rank = ({ status, confidence, qualifier, period }: ObservationRecord): number =>
  Number(period.kind !== "YEAR") * 1000 +
  STATUSES.indexOf(status) * 100 +
  CONFIDENCES.indexOf(confidence) * 10 +
  Number(qualifier !== "EXACT");

// Breaks ties, so that the result does not depend on the order of the files.
const tieBreaker = ({ value, period, sources }: ObservationRecord): string => [value, period.end, ...sources].join(" ");

/** The recorded data of each cell. Targets and expected values are not outcomes and are ignored. */
export function recordedCells(
  observations: readonly ObservationRecord[],
  indicators: readonly Indicator[],
): Map<string, CellData> {
  const natures = new Map(indicators.map(({ id, nature }) => [id, nature]));
  const cells = new Map<string, CellData>();
  const actualFigures = observations.filter(({ status }) => status !== "EXPECTED" && status !== "TARGET");
  for (const figure of actualFigures.toSorted((a, b) => rank(a) - rank(b) || (tieBreaker(a) < tieBreaker(b) ? -1 : 1))) {
    const key = cellKey(figure.indicator, figure.subject);
    const cell = cells.get(key) ?? emptyCell();
    cells.set(key, cell);
    const nature = natures.get(figure.indicator) ?? "STOCK";
    const { start, end } = figure.period;
    // An undated figure still indicates the level.
    const year = end ? yearOf(end) : YEAR_OF_UNDATED;
    const value = nature === "FLOW" ? perYear(figure) : approximateNumber(figure);
    const isLower = LOWER_BOUNDS.includes(figure.qualifier);
    if (completesYear(nature, figure)) cell.complete.add(year);
    if (start && isRunningTotal(figure.indicator)) cell.firstDay = start;
    if (cell.values.has(year) || cell.bounds.has(year)) continue;
    if (isLower || UPPER_BOUNDS.includes(figure.qualifier)) cell.bounds.set(year, { valueWithin: value, isLower });
    else cell.values.set(year, value);
  }
  return cells;
}

const emptyCell = (): CellData => ({ values: new Map(), bounds: new Map(), complete: new Set() });
const LOWER_BOUNDS = ["MORE_THAN", "AT_LEAST"];
const UPPER_BOUNDS = ["LESS_THAN", "AT_MOST", "NEARLY"];

/** Adds derived values: a share from part and whole, the population of a year from its census. */
export function addDerivedValues(
  recorded: Map<string, CellData>,
  cells: readonly { indicator: { id: string }; subject: string }[],
): void {
  const valuesOf = (indicator: string, subject: string) => recorded.get(cellKey(indicator, subject))?.values;
  const addValue = (indicator: string, subject: string, year: number, value: number) => {
    const cell = recorded.get(cellKey(indicator, subject)) ?? emptyCell();
    recorded.set(cellKey(indicator, subject), cell);
    if (!cell.values.has(year)) cell.values.set(year, value);
  };
  for (const { indicator, subject } of cells) {
    const gdp = valuesOf(INDICATOR_SLUGS.gdp, subject);
    const population = valuesOf(INDICATOR_SLUGS.populationCensus, subject)?.get(CENSUS_YEAR);
    if (indicator.id === "tertiary-share")
      for (const [year, valueAdded] of valuesOf("tertiary-value-added", subject) ?? []) {
        const gdpOfYear = gdp?.get(year);
        if (gdpOfYear) addValue(indicator.id, subject, year, (valueAdded / gdpOfYear) * 100);
      }
    if (indicator.id === INDICATOR_SLUGS.populationPermanent && population !== undefined)
      addValue(indicator.id, subject, CENSUS_YEAR, population);
  }
}

/** The year that an undated figure is assigned to: the middle of the filled years. */
const YEAR_OF_UNDATED = 2021;

// Same rule as for yearly figures (indicators/figure-precedence.ts): a flow must cover the full year, a stock any day in it. A share
// completes its year even if it covers a part of it, because a synthetic one might contradict it. Cumulative totals and multi-year
// averages complete the year in which they end.
function completesYear(nature: string, { indicator, period: { kind, start, end } }: ObservationRecord): boolean {
  if (kind === "YEAR" || (kind === "SPAN" && (isRunningTotal(indicator) || nature === "RATIO"))) return true;
  return nature !== "FLOW" && start !== null && end !== null && yearOf(start) === yearOf(end);
}

/** The number of a figure; for a bound a number just within it, for a range its middle. */
export function approximateNumber({ value, value_max: upper, qualifier }: ObservationRecord): number {
  const number = Number(value);
  if (qualifier === "RANGE") return (number + Number(upper)) / 2;
  if (LOWER_BOUNDS.includes(qualifier)) return number * 1.02;
  return UPPER_BOUNDS.includes(qualifier) ? number * 0.98 : number;
}

// Converts a part of a year, or several years, to one year at the same rate. Cumulative totals and averages remain unchanged.
function perYear(figure: ObservationRecord): number {
  const { period, indicator } = figure;
  const isWhole = isRunningTotal(indicator) || indicator.includes("annual-average");
  if (period.kind === "YEAR" || !period.start || isWhole) return approximateNumber(figure);
  return (approximateNumber(figure) * DAYS_PER_YEAR) / days(period);
}

/** Whether an indicator is a cumulative total: its slug ends in -cumulative. */
export const isRunningTotal = (indicator: string): boolean => indicator.endsWith("-cumulative");
