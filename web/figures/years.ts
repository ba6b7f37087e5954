/** The next year with a figure; null after the last. `years` are ascending. */
export function nextYear(years: readonly number[], after: number): number | null {
  return years.find((year) => year > after) ?? null;
}

/** Where a step of the slider ends: the year itself, or the next with a figure in the direction of movement. */
export function nearestYear(years: readonly number[], requested: number, from: number): number {
  const onward = requested >= from ? years.find((year) => year >= requested) : years.findLast((year) => year <= requested);
  return onward ?? (requested >= from ? years.at(-1) : years.at(0)) ?? requested;
}

/** All years from first to last, so that the steps between them are even. `years` are ascending. */
export function everyYear(years: readonly number[]): number[] {
  const [first = 0, last = -1] = [years.at(0), years.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
