// The synthetic figures: for every cell a yearly series through its recorded figures, of which only the missing years are used.
import { type Period, parsePeriod } from "../contract/period.ts";
import type { Dataset, ObservationRecord } from "../imports/dataset.ts";
import { type Cell, cellsOf } from "./cells.ts";
import { growthModelOf, isArea, roundAsPublished } from "./growth-model.ts";
import { type Level, levelFinder } from "./levels.ts";
import { generatorFor, type RandomNumber } from "./random.ts";
import { addDerivedValues, type Bound, type CellData, cellKey, isRunningTotal, isWithin, recordedCells } from "./recorded.ts";
import { type Lookup, relationFinder } from "./relations.ts";
import { type GrowthModel, seriesThrough } from "./series.ts";

type Indicator = Cell["indicator"];

/** The years that are filled. */
export const FILLED_YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025] as const;
/** Averages over three years need earlier years as well. */
const COMPUTED_YEARS = [2015, 2016, 2017, ...FILLED_YEARS];

/** Id of the source of every synthetic figure. The database accepts it for these only (see the migration `demo`). */
export const DEMO_SOURCE = "demo";

/** Synthetic figures for the gaps of a dataset; the same seed and data always give the same figures. */
export function syntheticFigures(data: Dataset, seed: number): ObservationRecord[] {
  const recorded = recordedCells(data.observations, data.indicators);
  const cells = cellsOf(data, recorded);
  addDerivedValues(recorded, cells);
  const lookup = valuesOf(data, seed, cells, recorded);
  return cells.flatMap(({ indicator, subject }) => {
    const cell = recorded.get(cellKey(indicator.id, subject));
    // The size of buildings and land does not change from year to year: one recorded figure leaves no gap.
    if (cell && isArea(indicator)) return [];
    const missingYears = FILLED_YEARS.filter((year) => !cell?.complete.has(year));
    return missingYears.flatMap((year) =>
      record(indicator, subject, periodOf(indicator, year, cell), lookup(indicator.id, subject, year)),
    );
  });
}

// Recorded values, values derived from others, and random values, in this order; each is computed once.
function valuesOf(data: Dataset, seed: number, cells: readonly Cell[], recorded: ReadonlyMap<string, CellData>): Lookup {
  const generator = (purpose: string) => (cell: Cell) => generatorFor(seed, purpose, cell.indicator.id, cell.subject);
  const level = levelFinder(data, recorded, generator("level"));
  const relation = relationFinder(data, cells, recorded);
  const relations = new Map(cells.map((cell) => [cellKey(cell.indicator.id, cell.subject), relation(cell)]));
  const series = new Map<string, Map<number, number>>();
  for (const cell of cells) {
    const key = cellKey(cell.indicator.id, cell.subject);
    const draw = generator("series")(cell);
    series.set(
      key,
      completeSeries(recorded.get(key), () => level(cell), growthModelOf(cell.indicator, draw), draw),
    );
  }
  const lookup: Lookup = (indicator, subject, year) => {
    const key = cellKey(indicator, subject);
    const recordedValue = recorded.get(key)?.values.get(year);
    if (recordedValue !== undefined) return recordedValue;
    const values = series.get(key);
    return (values && relations.get(key)?.(subject, year, lookup)) ?? values?.get(year);
  };
  return lookup;
}

/** A series through the exact values of a cell. It stays within the bounds, and passes close to them if there are no exact values. */
function completeSeries(
  recorded: CellData | undefined,
  level: () => Level,
  model: GrowthModel,
  draw: RandomNumber,
): Map<number, number> {
  const { values = new Map<number, number>(), bounds = new Map<number, Bound>() } = recorded ?? {};
  const valuesAtBounds = [...bounds].map(([year, { valueWithin }]): [number, number] => [year, valueWithin]);
  const { year, value } = recorded ? { year: 0, value: 0 } : level();
  const drawnLevel: [number, number] = [year, Math.min(model.max, Math.max(model.min, value))];
  const fixedPoints = values.size > 0 ? values : new Map(valuesAtBounds.length > 0 ? valuesAtBounds : [drawnLevel]);
  const series = seriesThrough(fixedPoints, COMPUTED_YEARS, { ...model, estimatesGrowth: values.size > 0 }, draw);
  const brokenBounds = [...bounds].filter(([year, bound]) => series.has(year) && !isWithin(series.get(year) ?? 0, bound));
  if (brokenBounds.length === 0) return series;
  const corrected = valuesAtBounds.filter(([year]) => brokenBounds.some(([brokenYear]) => brokenYear === year));
  return seriesThrough(new Map([...values, ...corrected]), COMPUTED_YEARS, model, draw);
}

// The newest figure of these is published as a bound, so that the plan shows a target assessed by a bound.
const PUBLISHED_AS_BOUNDS = new Set(["engineering-design-revenue", "backbone-service-trade-firms"]);

function record(
  indicator: Indicator,
  subject: string,
  period: Period | undefined,
  value: number | undefined,
): ObservationRecord[] {
  if (value === undefined || !period) return [];
  const isBound = PUBLISHED_AS_BOUNDS.has(indicator.id) && period.end?.startsWith(String(FILLED_YEARS.at(-1)));
  return [
    {
      ...{ indicator: indicator.id, subject, period, value: String(roundAsPublished(value, indicator)), value_max: null },
      ...{
        qualifier: isBound ? "MORE_THAN" : "EXACT",
        status: "ESTIMATE",
        confidence: "LOW",
        published: "演示 DEMO",
        sources: [DEMO_SOURCE],
      },
      ...{ period_note_zh: null, period_note_en: null },
      ...{ note_zh: "演示数据：由程序虚构，并非真实数据。", note_en: "Demonstration: made up by a program; not real." },
    },
  ];
}

// A running total covers its whole duration, an average growth three years.
function periodOf({ id, nature }: Indicator, year: number, recorded: CellData | undefined): Period | undefined {
  if (isRunningTotal(id) && nature === "FLOW") return parsePeriod(`${recorded?.firstDay ?? "2011"}/${year}`);
  return parsePeriod(id.includes("-average-growth") ? `${year - 2}/${year}` : String(year));
}
