/** The largest circle on the map, in CSS pixels: it may cover a small district, not more. */
const MAX_RADIUS = 34;
/** The smallest circle that is visible beside its symbol. */
const MIN_RADIUS = 2;

/** The radius of a figure's circle: its area is proportional to the figure. Zero and below have no circle. */
export function radiusOf(value: number, maxValue: number): number {
  if (value <= 0 || maxValue <= 0) return 0;
  return Math.max(MIN_RADIUS, MAX_RADIUS * Math.sqrt(value / maxValue));
}

/** Two or three round numbers up to the greatest, largest first, for the circles of the legend. */
export function legendSizes(maxValue: number): number[] {
  if (maxValue <= 0) return [];
  const first = roundBelow(maxValue);
  const sizes = [first, roundBelow(first / 3), roundBelow(first / 12)];
  return [...new Set(sizes)].filter((size) => size > 0);
}

/** The greatest of 1, 2, 5, 10, 20, 50 … that is not above a number. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [5, 2, 1].find((each) => each * power <= value) ?? 1;
  return Number((step * power).toPrecision(1));
}
