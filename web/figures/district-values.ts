import type { FormulaName } from "../../server/contract/measures.ts";
import type { Classification } from "../address/measure.ts";
import {
  type ClassifiedValue,
  classesOf,
  classIndexOf,
  mapNumber,
  type PossibleValue,
  patternOf,
} from "../map/classified-values.ts";
import type { Pattern } from "../map/overlays.ts";
import type { ValueClass } from "../map/value-classes.ts";

/** The API's value of one subject in one year. */
export interface YearPoint<Reason = string> extends PossibleValue<Reason> {
  year: number;
}

/** All years of one district. */
export interface DistrictSeries<Reason = string> {
  code: string;
  nameZh: string;
  nameEn: string;
  points: readonly YearPoint<Reason>[];
}

/** One set of classes for all years. */
export const classesOfAllYears = (
  series: readonly DistrictSeries<unknown>[],
  formula: FormulaName,
  classification: Classification,
): ValueClass[] =>
  classesOf(
    series.flatMap(({ points }) => points),
    formula,
    classification,
  );

/** A district's value in the shown year. */
export interface YearValue<Reason = string> extends ClassifiedValue<Reason> {
  code: string;
  nameZh: string;
  nameEn: string;
}

export function valuesOf<Reason>(
  series: readonly DistrictSeries<Reason>[],
  classes: readonly ValueClass[],
  year: number | null,
): YearValue<Reason>[] {
  return series.map(({ code, nameZh, nameEn, points }) => {
    const point = points.find((each) => each.year === year);
    const { value = null, valueMax = null, qualifier = null, notComputable = null } = point ?? {};
    const classIndex = classIndexOf({ value, valueMax, qualifier }, classes);
    return { code, nameZh, nameEn, value, valueMax, qualifier, notComputable, classIndex };
  });
}

/** The years in which any district has a value, and in how many. */
export function countsByYear(series: readonly DistrictSeries<unknown>[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { points } of series)
    for (const point of points) if (mapNumber(point) !== null) counts.set(point.year, (counts.get(point.year) ?? 0) + 1);
  return new Map([...counts].sort(([one], [other]) => one - other));
}

/** The colours and the patterns of a year, in the form that the map needs. */
export function tonesOf(values: readonly YearValue[], classes: readonly ValueClass[]) {
  const patterns = values.map((value) => [value.code, patternOf(value)] as const);
  return {
    tones: Object.fromEntries(
      values.flatMap(({ code, classIndex }) => (classIndex >= 0 ? [[code, classes[classIndex]?.tone ?? 0]] : [])),
    ),
    patterns: Object.fromEntries(patterns.filter(([, pattern]) => pattern !== null)) as Record<string, Pattern>,
  };
}
