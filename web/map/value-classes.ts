import type { Classing } from "../core/measure.ts";
import { naturalStarts } from "./natural-breaks.ts";

/** A class of values: the least and the greatest that may lie in it. */
export interface ValueClass {
  from: number;
  to: number;
  /** Its place in the scale of colours: 0 is the faintest, 1 the strongest; below the pivot it is less than 0. */
  tone: number;
}

/** Values that are told apart by the side of this number that they lie on, as growth is by 0. */
type Pivot = number | null;

/**
 * Puts values into at most `count` classes, in rising order. Equal values are never parted, so there are fewer classes where there are
 * fewer distinct values. By quantiles and natural breaks a class goes from its least value to its greatest; equal intervals meet.
 */
export function valueClasses(values: readonly number[], { method, count }: Classing, pivot: Pivot = null): ValueClass[] {
  const sorted = values.filter(Number.isFinite).sort((one, other) => one - other);
  if (pivot === null) return toned(parted(sorted, method, count));
  const [below, above] = [sorted.filter((value) => value < pivot), sorted.filter((value) => value >= pivot)];
  const share = sharedOut(count, distinct(below), distinct(above));
  const [low, high] = [parted(below, method, share[0]), parted(above, method, share[1])];
  // The same strength means the same step away from the pivot, on either side of it.
  const steps = Math.max(low.length, high.length);
  const falling = toned(low.reverse(), steps, leastTone).map((each) => ({ ...each, tone: -each.tone }));
  return [...falling.reverse(), ...toned(high, steps, leastTone)];
}

/** The class that a value is in, by its place; -1 where it is in none. */
export function classAt(classes: readonly ValueClass[], value: number): number {
  return classes.findLastIndex(({ from, to }) => value >= from && value <= to);
}

type Range = Omit<ValueClass, "tone">;

function parted(sorted: readonly number[], method: Classing["method"], count: number): Range[] {
  if (sorted.length === 0) return [];
  const most = Math.min(count, distinct(sorted));
  if (method === "equal") return equalRanges(sorted, most);
  const starts = method === "natural" ? naturalStarts(sorted, most) : quantileStarts(sorted, most);
  return starts.map((start, index) => ({
    from: sorted[start] as number,
    to: sorted[(starts[index + 1] ?? sorted.length) - 1] as number,
  }));
}

/** Of one width each; a value on the border of two belongs to the upper one. */
function equalRanges(sorted: readonly number[], count: number): Range[] {
  const [least, greatest] = [sorted[0] as number, sorted.at(-1) as number];
  const edge = (index: number) => (index === count ? greatest : least + ((greatest - least) * index) / count);
  return Array.from({ length: count }, (_, index) => ({ from: edge(index), to: edge(index + 1) }));
}

/** Where classes of as nearly the same size as equal values allow begin. */
function quantileStarts(sorted: readonly number[], count: number): number[] {
  const starts = new Set([0]);
  for (let index = 1; index < count; index++) {
    const wanted = Math.round((index * sorted.length) / count);
    // Equal values stay together, on the side where their first one would be nearer to its place.
    const first = sorted.indexOf(sorted[wanted] as number);
    const next = sorted.findIndex((value) => value > (sorted[wanted] as number));
    starts.add(next === -1 || wanted - first <= next - wanted ? first : next);
  }
  return [...starts].sort((one, other) => one - other);
}

/** So many classes for either side, as their distinct values are to each other; a side that has a value has a class. */
function sharedOut(count: number, below: number, above: number): [number, number] {
  if (below === 0 || above === 0) return [below === 0 ? 0 : count, above === 0 ? 0 : count];
  const lower = Math.round((count * below) / (below + above));
  const bounded = Math.min(count - 1, Math.max(1, lower));
  return [bounded, count - bounded];
}

/** Just beside the pivot a class must still be told from the one on its other side. */
const leastTone = 0.3;

/** From the faintest to the strongest of so many steps; one class alone stands in the middle. */
function toned(ranges: readonly Range[], steps = ranges.length, faintest = 0): ValueClass[] {
  const tone = (index: number) => (steps === 1 ? 0.5 : faintest + ((1 - faintest) * index) / (steps - 1));
  return ranges.map((range, index) => ({ ...range, tone: tone(index) }));
}

const distinct = (values: readonly number[]): number => new Set(values).size;
