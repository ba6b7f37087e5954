// The recorded data of a cell, an indicator at a subject: the figures that a synthetic series passes through.
import { CENSUS_YEAR, INDICATORS } from "../contract/city.ts";
import type { Dataset, ObservationRecord } from "../imports/dataset.ts";

type Indicator = Dataset["indicators"][number];

export interface CellData {
  /** Exact or approximate values by year, including years outside the filled range. */
  values: Map<number, number>;
  /** Years with only a bound: a number just within it. */
  bounds: Map<number, Bound>;
  /** Years with a figure of their own, which are never filled. */
  closed: Set<number>;
  /** Of a running total: the day from which it runs. */
  since?: string;
}

export interface Bound {
  within: number;
  isLower: boolean;
}

/** Whether a value keeps to a bound. */
export const isWithin = (value: number, { within, isLower }: Bound): boolean => (isLower ? value >= within : value <= within);

/** Indicator and subject in one, as a key. */
export const cellKey = (indicator: string, subject: string): string => `${indicator} ${subject}`;

const DAYS = 365.25;
const yearOf = (day: string): number => Number(day.slice(0, 4));
const days = ({ start, end }: ObservationRecord["period"]): number =>
  start && end ? (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1 : 0;

// Of several figures for a year the more official one counts, then the more reliable one, then the exact one.
const STATUSES = ["OFFICIAL", "REPORTED", "PROVISIONAL", "ESTIMATE"];
const CONFIDENCES = ["HIGH", "MEDIUM", "LOW"];
const rank = ({ status, confidence, qualifier, period }: ObservationRecord): number =>
  Number(period.kind !== "YEAR") * 1000 +
  STATUSES.indexOf(status) * 100 +
  CONFIDENCES.indexOf(confidence) * 10 +
  Number(qualifier !== "EXACT");

// Of two that are alike in all this always the same one, in whichever order they come.
const text = ({ value, period, sources }: ObservationRecord): string => [value, period.end, ...sources].join(" ");

/** The recorded data of each cell. Goals and expectations are not outcomes and are ignored. */
export function recordedCells(
  observations: readonly ObservationRecord[],
  indicators: readonly Indicator[],
): Map<string, CellData> {
  const natures = new Map(indicators.map(({ id, nature }) => [id, nature]));
  const cells = new Map<string, CellData>();
  const outcomes = observations.filter(({ status }) => status !== "EXPECTED" && status !== "TARGET");
  for (const figure of outcomes.toSorted((a, b) => rank(a) - rank(b) || (text(a) < text(b) ? -1 : 1))) {
    const key = cellKey(figure.indicator, figure.subject);
    const cell = cells.get(key) ?? emptyCell();
    cells.set(key, cell);
    const nature = natures.get(figure.indicator) ?? "STOCK";
    const { start, end } = figure.period;
    // Without a date it still indicates the level.
    const year = end ? yearOf(end) : UNDATED;
    const value = nature === "FLOW" ? perYear(figure) : numberOf(figure);
    const isLower = LOWER.includes(figure.qualifier);
    if (stands(nature, figure)) cell.closed.add(year);
    if (start && isRunningTotal(figure.indicator)) cell.since = start;
    if (cell.values.has(year) || cell.bounds.has(year)) continue;
    if (isLower || UPPER.includes(figure.qualifier)) cell.bounds.set(year, { within: value, isLower });
    else cell.values.set(year, value);
  }
  return cells;
}

const emptyCell = (): CellData => ({ values: new Map(), bounds: new Map(), closed: new Set() });
const LOWER = ["MORE_THAN", "AT_LEAST"];
const UPPER = ["LESS_THAN", "AT_MOST", "NEARLY"];

/** Adds derived values: a share from part and whole, the population of a year from its census. */
export function withImplied(
  recorded: Map<string, CellData>,
  cells: readonly { indicator: { id: string }; subject: string }[],
): void {
  const of = (indicator: string, subject: string) => recorded.get(cellKey(indicator, subject))?.values;
  const imply = (indicator: string, subject: string, year: number, value: number) => {
    const cell = recorded.get(cellKey(indicator, subject)) ?? emptyCell();
    recorded.set(cellKey(indicator, subject), cell);
    if (!cell.values.has(year)) cell.values.set(year, value);
  };
  for (const { indicator, subject } of cells) {
    const [whole, people] = [of(INDICATORS.gdp, subject), of(INDICATORS.populationCensus, subject)?.get(CENSUS_YEAR)];
    if (indicator.id === "tertiary-share")
      for (const [year, part] of of("tertiary-value-added", subject) ?? []) {
        const all = whole?.get(year);
        if (all) imply(indicator.id, subject, year, (part / all) * 100);
      }
    if (indicator.id === INDICATORS.populationPermanent && people !== undefined)
      imply(indicator.id, subject, CENSUS_YEAR, people);
  }
}

/** The year that a figure without a date is taken for: the middle of those that are filled. */
const UNDATED = 2021;

// The rule of the yearly figures (indicators/figure-precedence.ts): flows need the full year, stocks any day in it. A share counts
// for any part of the year, because a synthetic one might contradict it; running totals and multi-year averages count as of
// their end.
function stands(nature: string, { indicator, period: { kind, start, end } }: ObservationRecord): boolean {
  if (kind === "YEAR" || (kind === "SPAN" && (isRunningTotal(indicator) || nature === "RATIO"))) return true;
  return nature !== "FLOW" && start !== null && end !== null && yearOf(start) === yearOf(end);
}

/** The number itself; of a bound one just beyond it, of a range its middle. */
export function numberOf({ value, value_max: max, qualifier }: ObservationRecord): number {
  const number = Number(value);
  if (qualifier === "RANGE") return (number + Number(max)) / 2;
  if (LOWER.includes(qualifier)) return number * 1.02;
  return UPPER.includes(qualifier) ? number * 0.98 : number;
}

// A part of a year, and several years, as a whole year at the same pace. A running total is what it is, and so is an average.
function perYear(figure: ObservationRecord): number {
  const { period, indicator } = figure;
  const isWhole = isRunningTotal(indicator) || indicator.includes("annual-average");
  if (period.kind === "YEAR" || !period.start || isWhole) return numberOf(figure);
  return (numberOf(figure) * DAYS) / days(period);
}

/** Whether an indicator counts since something began: its name says so. */
export const isRunningTotal = (indicator: string): boolean => indicator.endsWith("-cumulative");
