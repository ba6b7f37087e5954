/** Ends of an axis and the distance of its marks. */
export interface Ticks {
  min: number;
  max: number;
  interval: number;
}

const steps = [1, 2, 2.5, 5, 10];

/** Round numbers around all values with some air at both ends, four to six of them; from nothing where that is not far away. */
export function ticksAround(values: readonly number[]): Ticks {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // One value alone has the whole way from nothing beneath it.
  const low = least >= 0 && least <= (most - least) * 1.5 ? 0 : least === most ? Math.min(0, least) : least;
  const interval = stepNear(((most - low) * 1.1 || 1) / 4);
  const max = Math.ceil((most + interval * 0.3) / interval) * interval;
  return { min: low === 0 ? 0 : Math.floor((low - interval * 0.3) / interval) * interval, max, interval };
}

function stepNear(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  return (steps.find((step) => step * power >= size * 0.8) ?? 10) * power;
}

/** Whole years up to the last one, which has a mark; at most seven marks. */
export function yearTicks(years: readonly number[], last: number): Ticks {
  const max = Math.max(last, ...years.map(Math.ceil));
  const first = Math.min(last - 3, ...years.map(Math.floor));
  const interval = Math.ceil((max - first) / 6);
  return { min: max - Math.ceil((max - first) / interval) * interval, max, interval };
}
