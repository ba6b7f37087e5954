/** The next year with a figure after one; null after the last. `years` rise. */
export function nextYear(years: readonly number[], after: number): number | null {
  return years.find((year) => year > after) ?? null;
}

/** Where a step of the slider ends: the year itself, or the next with a figure in the direction that the hand moves. */
export function nearestYear(years: readonly number[], wanted: number, from: number): number {
  const onward = wanted >= from ? years.find((year) => year >= wanted) : years.findLast((year) => year <= wanted);
  return onward ?? (wanted >= from ? years.at(-1) : years.at(0)) ?? wanted;
}
