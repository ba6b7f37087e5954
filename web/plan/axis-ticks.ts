/** The ends of an axis and the distance between its marks. */
interface Ticks {
  min: number;
  max: number;
  interval: number;
}

const steps = [1, 2, 2.5, 5];
const MAX_MARKS = 7;

/** Round numbers around all values with a little margin, at most seven marks; from zero where that is near. */
export function ticksAround(values: readonly number[]): Ticks {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // A single value gets the axis from zero.
  const low = least >= 0 && least <= (most - least) * 1.5 ? 0 : least === most ? Math.min(0, least) : least;
  const span = most - low || 1;
  const power = 10 ** Math.floor(Math.log10(span / MAX_MARKS));
  const around = [...steps, ...steps.map((step) => step * 10)].map((step) => ticksBy(step * power, low, most));
  return around.find(({ min, max, interval }) => (max - min) / interval <= MAX_MARKS + 1e-9) ?? ticksBy(span, low, most);
}

const ticksBy = (interval: number, low: number, most: number): Ticks => ({
  min: low === 0 ? 0 : Math.floor((low - interval * 0.3) / interval) * interval,
  max: Math.ceil((most + interval * 0.3) / interval) * interval,
  interval,
});

interface Years {
  min: number;
  max: number;
  marks: number[];
}

/** Whole years from the first figure to the last one, which has a mark; at most eight marks. */
export function yearTicks(years: readonly number[], last: number): Years {
  const max = Math.max(last, ...years.map(Math.ceil));
  const min = Math.min(last - 3, ...years.map(Math.floor));
  const interval = Math.ceil((max - min) / 6);
  const marks = Array.from({ length: Math.floor((max - min) / interval) + 1 }, (_, place) => max - place * interval).reverse();
  // The first year has one too where there is room.
  return { min, max, marks: (marks[0] ?? max) - min >= interval * 0.6 ? [min, ...marks] : marks };
}
