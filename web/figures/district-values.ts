import type { FormulaName } from "../../server/contract/measures.ts";
import type { Classification } from "../address/measure.ts";
import type { Qualifier } from "../core/graphql.ts";
import type { Pattern } from "../map/overlays.ts";
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

/** The number that a value is sorted and sized by: the lower end of a range, or the bound. */
export const mapNumber = ({ value, valueMax }: Pick<YearPoint, "value" | "valueMax">): number | null => value ?? valueMax;

const boundQualifiers: ReadonlySet<Qualifier | null> = new Set<Qualifier>(["AT_LEAST", "MORE_THAN", "AT_MOST", "LESS_THAN"]);

/** The least and the greatest that a value can be; none of a bound, which is open at one side, so that it is in no class. */
function knownEnds({ value, valueMax, qualifier }: Pick<YearPoint, "value" | "valueMax" | "qualifier">): number[] {
  const least = boundQualifiers.has(qualifier) ? null : value;
  return least === null ? [] : qualifier === "RANGE" && valueMax !== null ? [least, valueMax] : [least];
}

/** One set of classes for all years, so that a colour means the same in each of them. */
export function classesOfAllYears(
  series: readonly DistrictSeries<unknown>[],
  formula: FormulaName,
  classification: Classification,
): ValueClass[] {
  const values = series.flatMap(({ points }) => points.flatMap(knownEnds));
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
  /** Its class; -1 in none, which is also where it may be in several. */
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
    const [least, greatest = least] = knownEnds({ value, valueMax, qualifier }).map((end) => classAt(classes, end));
    return {
      code,
      nameZh,
      nameEn,
      value,
      valueMax,
      qualifier,
      notComputable,
      classIndex: least !== undefined && least === greatest ? least : -1,
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

/** Why a value is in no class: it is only a bound or a range, there is none, or it cannot be computed for a reason. */
type Cause<Reason> = "bound" | "range" | "none" | Exclude<Reason, "NO_FIGURE" | null>;

function causeOf<Reason extends string>(value: YearValue<Reason>): Cause<Reason> | null {
  if (value.classIndex >= 0) return null;
  if (mapNumber(value) !== null) return value.qualifier === "RANGE" ? "range" : "bound";
  return value.notComputable === null || value.notComputable === "NO_FIGURE" ? "none" : (value.notComputable as Cause<Reason>);
}

const patternOfCause = (cause: string): Pattern =>
  cause === "bound" || cause === "range" ? "bound" : cause === "none" ? "none" : "notComputable";

/** The pattern of a value that is in no class. */
export function patternOf(value: YearValue): Pattern | null {
  const cause = causeOf(value);
  return cause === null ? null : patternOfCause(cause);
}

const patternOrder: readonly Pattern[] = ["bound", "notComputable", "none"];

/** The values in no class by their cause, for legends: what is known in part, what is not computed, and last what is not known. */
export function unclassed<Reason extends string>(values: readonly YearValue<Reason>[]) {
  const causes = values.flatMap((value) => causeOf(value) ?? []);
  const order = (cause: string) => patternOrder.indexOf(patternOfCause(cause));
  return [...new Set(causes)]
    .sort((one, other) => order(one) - order(other))
    .map((cause) => ({ cause, pattern: patternOfCause(cause), count: causes.filter((each) => each === cause).length }));
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
