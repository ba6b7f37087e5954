import { classAt, type ValueClass } from "./value-classes.ts";

/** One column of a histogram: the number of its values per class, from the lowest class up. */
interface HistogramBin {
  from: number;
  to: number;
  counts: readonly { classIndex: number; count: number }[];
}

/** Columns of one width over all classes; a value on the border of two belongs to the upper one. */
export function histogram(values: readonly number[], classes: readonly ValueClass[], columns: number): HistogramBin[] {
  const [min, max] = [classes[0]?.from ?? 0, classes.at(-1)?.to ?? 0];
  const width = (max - min) / columns;
  const classifiedValues = values.filter((value) => classAt(classes, value) >= 0);
  return Array.from({ length: columns }, (_, index) => {
    const binValues = classifiedValues.filter((value) => columnOf(value, min, width, columns) === index);
    const counts = classes.flatMap((_class, classIndex) => {
      const count = binValues.filter((value) => classAt(classes, value) === classIndex).length;
      return count > 0 ? [{ classIndex, count }] : [];
    });
    return { from: min + index * width, to: min + (index + 1) * width, counts };
  });
}

/** A single value is in the middle. */
function columnOf(value: number, min: number, width: number, columns: number): number {
  return width === 0 ? Math.floor(columns / 2) : Math.min(columns - 1, Math.floor((value - min) / width));
}
