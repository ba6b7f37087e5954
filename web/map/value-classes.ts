import type { Classification } from "../address/measure.ts";
import { naturalStarts } from "./natural-breaks.ts";

/** A class of values, by its lower and upper limit. */
export interface ValueClass {
  from: number;
  to: number;
  /** Its position in the colour scale: 0 is the faintest, 1 the strongest; below the pivot it is less than 0. */
  tone: number;
}

/** The centre of a diverging scale, such as 0 for growth. */
type Pivot = number | null;

/** With fewer distinct values than this, classes for one or two of them would suggest more than the data has. */
const minDistinctValues = 8;

/**
 * Puts values into at most `count` classes, in rising order, that meet at round numbers: no gap between them, and no border that only
 * reveals the nearest value. Equal values are never split; where there are few distinct ones, there are fewer classes.
 */
export function valueClasses(values: readonly number[], { method, count }: Classification, pivot: Pivot = null): ValueClass[] {
  const sorted = values
    .filter(Number.isFinite)
    .map(withoutNegativeZero)
    .sort((one, other) => one - other);
  const distinctCount = distinct(sorted);
  const classCount = distinctCount < minDistinctValues ? Math.min(count, Math.max(2, Math.ceil(distinctCount / 2))) : count;
  if (pivot === null) return withTones(splitIntoRanges(sorted, method, classCount));
  const [valuesBelow, valuesAbove] = [sorted.filter((value) => value < pivot), sorted.filter((value) => value >= pivot)];
  const classCounts = allotClasses(classCount, distinct(valuesBelow), distinct(valuesAbove));
  const hasBothSides = valuesBelow.length > 0 && valuesAbove.length > 0;
  const lowerRanges = splitIntoRanges(valuesBelow, method, classCounts[0], hasBothSides ? { to: pivot } : {});
  const upperRanges = splitIntoRanges(valuesAbove, method, classCounts[1], hasBothSides ? { from: pivot } : {});
  // The same strength means the same step away from the pivot, on either side of it.
  const steps = Math.max(lowerRanges.length, upperRanges.length);
  const lowerClasses = withTones(lowerRanges.reverse(), steps, leastTone).map((each) => ({ ...each, tone: -each.tone }));
  return [...lowerClasses.reverse(), ...withTones(upperRanges, steps, leastTone)];
}

/** The index of a value's class: on a boundary the upper one; -1 in none. */
export function classAt(classes: readonly ValueClass[], value: number): number {
  return classes.findLastIndex(({ from, to }) => value >= from && value <= to);
}

type Range = Omit<ValueClass, "tone">;

/** Where the values on one side of the pivot must end. */
type FixedEnds = Partial<Range>;

function splitIntoRanges(
  sorted: readonly number[],
  method: Classification["method"],
  count: number,
  fixedEnds: FixedEnds = {},
): Range[] {
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return [];
  const classCount = Math.min(count, distinct(sorted));
  // One number alone is written as it is.
  if (min === max) return [{ from: min, to: max, ...fixedEnds }];
  if (method === "equal") return rangesBetween(equalBorders(fixedEnds.from ?? min, fixedEnds.to ?? max, classCount));
  const starts = method === "natural" ? naturalStarts(sorted, classCount) : quantileStarts(sorted, classCount);
  const borders = starts.slice(1).map((start) => roundBetween(sorted[start - 1] as number, sorted[start] as number));
  return rangesBetween([fixedEnds.from ?? roundedDown(min), ...borders, fixedEnds.to ?? -roundedDown(-max)]);
}

const rangesBetween = (borders: readonly number[]): Range[] =>
  borders.slice(1).map((to, index) => ({ from: borders[index] as number, to }));

/** Borders of classes of one width each. */
const equalBorders = (min: number, max: number, count: number): number[] =>
  Array.from({ length: count + 1 }, (_, index) => (index === count ? max : min + ((max - min) * index) / count));

/** How much of the gap between two values is left free at either side, so that neither seems to be on the boundary. */
const freeShare = 0.2;

/** The roundest number well between two: a multiple of the greatest of 1, 2, 5, 10, 20 … that has one there. */
function roundBetween(lower: number, upper: number): number {
  const gap = upper - lower;
  const centre = lower + gap / 2;
  const largest = Math.ceil(Math.log10(Math.max(Math.abs(lower), Math.abs(upper)))) + 1;
  const smallest = Math.floor(Math.log10(gap)) - 1;
  for (let power = largest; power >= smallest; power--)
    for (const digit of [5, 2, 1]) {
      const step = digit * 10 ** power;
      const rounded = withoutRoundingError(Math.round(centre / step) * step);
      if (rounded >= lower + freeShare * gap && rounded <= upper - freeShare * gap) return rounded;
    }
  return upper;
}

/** To two digits, never upwards: the least value stays inside. */
function roundedDown(value: number): number {
  if (value === 0) return 0;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  // Smaller than what can still be divided.
  if (step === 0) return value;
  return Math.min(value, withoutRoundingError(Math.floor(withoutRoundingError(value / step)) * step));
}

/** Without the last digits, which are rounding errors. */
const withoutRoundingError = (value: number): number => Number(value.toPrecision(12));

/** Where classes of as nearly the same size as equal values allow begin. */
function quantileStarts(sorted: readonly number[], count: number): number[] {
  const starts = new Set([0]);
  for (let index = 1; index < count; index++) {
    const target = Math.round((index * sorted.length) / count);
    // Equal values stay together, on the side where their first one would be nearer to its place.
    const first = sorted.indexOf(sorted[target] as number);
    const next = sorted.findIndex((value) => value > (sorted[target] as number));
    starts.add(next === -1 || target - first <= next - target ? first : next);
  }
  return [...starts].sort((one, other) => one - other);
}

/** So many classes for either side, as their distinct values are to each other; a side that has a value has a class. */
function allotClasses(count: number, valuesBelow: number, valuesAbove: number): [number, number] {
  if (valuesBelow === 0 || valuesAbove === 0) return [valuesBelow === 0 ? 0 : count, valuesAbove === 0 ? 0 : count];
  const lowerCount = Math.round((count * valuesBelow) / (valuesBelow + valuesAbove));
  const clampedCount = Math.min(count - 1, Math.max(1, lowerCount));
  return [clampedCount, count - clampedCount];
}

/** Just beside the pivot a class must still be distinguished from the one on its other side. */
const leastTone = 0.3;

/** From the faintest to the strongest of so many steps; a single class is in the middle. */
function withTones(ranges: readonly Range[], steps = ranges.length, faintest = 0): ValueClass[] {
  const tone = (index: number) => (steps === 1 ? 0.5 : faintest + ((1 - faintest) * index) / (steps - 1));
  return ranges.map((range, index) => ({ ...range, tone: tone(index) }));
}

/** Avoids -0. */
const withoutNegativeZero = (value: number): number => value || 0;

const distinct = (values: readonly number[]): number => new Set(values).size;
