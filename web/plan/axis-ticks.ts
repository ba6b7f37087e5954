/** The ends of an axis and the distance between its marks. */
interface Ticks {
  min: number;
  max: number;
  interval: number;
}

const roundSteps = [1, 2, 2.5, 5];
const MAX_MARKS = 7;

/** Round numbers around all values with a little margin, at most seven marks; from zero where that is near. */
export function ticksAround(values: readonly number[]): Ticks {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  // A single value gets the axis from zero.
  const start = lowest >= 0 && lowest <= (highest - lowest) * 1.5 ? 0 : lowest === highest ? Math.min(0, lowest) : lowest;
  const span = highest - start || 1;
  const power = 10 ** Math.floor(Math.log10(span / MAX_MARKS));
  const candidates = [...roundSteps, ...roundSteps.map((step) => step * 10)].map((step) => ticksBy(step * power, start, highest));
  return candidates.find(({ min, max, interval }) => (max - min) / interval <= MAX_MARKS + 1e-9) ?? ticksBy(span, start, highest);
}

const ticksBy = (interval: number, start: number, highest: number): Ticks => ({
  min: start === 0 ? 0 : Math.floor((start - interval * 0.3) / interval) * interval,
  max: Math.ceil((highest + interval * 0.3) / interval) * interval,
  interval,
});

interface YearTicks {
  min: number;
  max: number;
  markedYears: number[];
}

/** Whole years from the first figure to the last one, which has a mark; at most eight marks. */
export function yearTicks(years: readonly number[], last: number): YearTicks {
  const max = Math.max(last, ...years.map(Math.ceil));
  const min = Math.min(last - 3, ...years.map(Math.floor));
  const interval = Math.ceil((max - min) / 6);
  const markedYears = Array.from(
    { length: Math.floor((max - min) / interval) + 1 },
    (_, index) => max - index * interval,
  ).reverse();
  // The first year has one too where there is room.
  return { min, max, markedYears: (markedYears[0] ?? max) - min >= interval * 0.6 ? [min, ...markedYears] : markedYears };
}
