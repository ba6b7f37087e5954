import type { FormulaName } from "../../server/contract/measures.ts";
import type { Classification } from "../address/measure.ts";
import type { Qualifier } from "../core/graphql.ts";
import { classAt, type ValueClass, valueClasses } from "../map/value-classes.ts";

/** The API's value of one subject in one year. */
export interface YearPoint<Reason = string> {
  year: number;
  value: number | null;
  valueMax: number | null;
  qualifier: Qualifier | null;
  notComputable: Reason | null;
}

/** All years of one district. */
export interface DistrictSeries<Reason = string> {
  code: string;
  nameZh: string;
  nameEn: string;
  points: readonly YearPoint<Reason>[];
}

/** The number that represents a value on the map: the lower end of a range, or the bound. */
export const mapNumber = ({ value, valueMax }: Pick<YearPoint, "value" | "valueMax">): number | null => value ?? valueMax;

const boundQualifiers: ReadonlySet<Qualifier | null> = new Set<Qualifier>([
  "AT_LEAST",
  "MORE_THAN",
  "AT_MOST",
  "LESS_THAN",
  "RANGE",
]);

/** Only a bound or a range is published. */
export const isBound = ({ qualifier }: Pick<YearPoint, "qualifier">): boolean => boundQualifiers.has(qualifier);

/** One set of classes for all years, so that a colour means the same in each of them. */
export function classesOfAllYears(
  series: readonly DistrictSeries<unknown>[],
  formula: FormulaName,
  classification: Classification,
): ValueClass[] {
  const values = series.flatMap(({ points }) => points.flatMap((point) => mapNumber(point) ?? []));
  return valueClasses(values, classification, divergingPivot(values, formula));
}

/** Growth is up or down, specialisation above or below the city's: such values need a diverging scale. */
function divergingPivot(values: readonly number[], formula: FormulaName): number | null {
  if (formula === "LOCATION_QUOTIENT") return 1;
  const growth = formula === "YEAR_ON_YEAR" || formula === "AVERAGE_GROWTH";
  return growth || (values.some((value) => value < 0) && values.some((value) => value > 0)) ? 0 : null;
}

/** A district's value in the shown year. */
export interface YearValue<Reason = string> extends Omit<YearPoint<Reason>, "year"> {
  code: string;
  nameZh: string;
  nameEn: string;
  /** Its class; -1 without a value. */
  classIndex: number;
}

export function valuesOf<Reason>(
  series: readonly DistrictSeries<Reason>[],
  classes: readonly ValueClass[],
  year: number | null,
): YearValue<Reason>[] {
  return series.map(({ code, nameZh, nameEn, points }) => {
    const point = points.find((each) => each.year === year);
    const { value = null, valueMax = null, qualifier = null, notComputable = null } = point ?? {};
    const mapValue = mapNumber({ value, valueMax });
    return {
      code,
      nameZh,
      nameEn,
      value,
      valueMax,
      qualifier,
      notComputable,
      classIndex: mapValue === null ? -1 : classAt(classes, mapValue),
    };
  });
}

/** The years in which any district has a value, and in how many. */
export function countsByYear(series: readonly DistrictSeries<unknown>[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { points } of series)
    for (const point of points) if (mapNumber(point) !== null) counts.set(point.year, (counts.get(point.year) ?? 0) + 1);
  return new Map([...counts].sort(([one], [other]) => one - other));
}

/** The colours of a year, in the form that the map needs. */
export function tonesOf(values: readonly YearValue<unknown>[], classes: readonly ValueClass[]) {
  const withValue = values.filter(({ classIndex }) => classIndex >= 0);
  return {
    tones: Object.fromEntries(withValue.map(({ code, classIndex }) => [code, classes[classIndex]?.tone ?? 0])),
    boundOnlyCodes: withValue.filter(isBound).map(({ code }) => code),
  };
}
