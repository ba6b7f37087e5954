import type { FormulaName } from "../../server/contract/measures.ts";
import type { Classification } from "../address/measure.ts";
import type { Qualifier } from "../core/graphql.ts";
import type { Pattern } from "./overlays.ts";
import { classAt, type ValueClass, valueClasses } from "./value-classes.ts";

/** The API's value of a subject, or why there is none. */
export interface PossibleValue<Reason = string> {
  value: number | null;
  valueMax: number | null;
  qualifier: Qualifier | null;
  notComputable: Reason | null;
}

type KnownValue = Omit<PossibleValue, "notComputable">;

/** The number that a value is sorted and sized by: the lower end of a range, or the bound. */
export const mapNumber = ({ value, valueMax }: Pick<KnownValue, "value" | "valueMax">): number | null => value ?? valueMax;

const boundQualifiers: ReadonlySet<Qualifier | null> = new Set<Qualifier>(["AT_LEAST", "MORE_THAN", "AT_MOST", "LESS_THAN"]);

/** The least and the greatest that a value can be; none of a bound, which is open at one side, so that it is in no class. */
function knownEnds({ value, valueMax, qualifier }: KnownValue): number[] {
  const least = boundQualifiers.has(qualifier) ? null : value;
  return least === null ? [] : qualifier === "RANGE" && valueMax !== null ? [least, valueMax] : [least];
}

/** The classes of a measure's values. Those of all years make one set, so that a colour means the same in each of them. */
export function classesOf(
  knownValues: readonly KnownValue[],
  formula: FormulaName,
  classification: Classification,
): ValueClass[] {
  const values = knownValues.flatMap(knownEnds);
  return valueClasses(values, classification, divergingPivot(values, formula));
}

/** Growth is up or down, specialisation above or below the city's: such values need a diverging scale. */
function divergingPivot(values: readonly number[], formula: FormulaName): number | null {
  if (formula === "LOCATION_QUOTIENT") return 1;
  const growth = formula === "YEAR_ON_YEAR" || formula === "AVERAGE_GROWTH";
  return growth || (values.some((value) => value < 0) && values.some((value) => value > 0)) ? 0 : null;
}

/** The index of a value's class; -1 in none, which is also where it may be in several. */
export function classIndexOf(value: KnownValue, classes: readonly ValueClass[]): number {
  const [least, greatest = least] = knownEnds(value).map((end) => classAt(classes, end));
  return least !== undefined && least === greatest ? least : -1;
}

export interface ClassifiedValue<Reason = string> extends PossibleValue<Reason> {
  /** As classIndexOf has it. */
  classIndex: number;
}

/** Why a value is in no class: it is only a bound or a range, there is none, or it cannot be computed for a reason. */
type Cause<Reason> = "bound" | "range" | "none" | Exclude<Reason, "NO_FIGURE" | null>;

function causeOf<Reason extends string>(value: ClassifiedValue<Reason>): Cause<Reason> | null {
  if (value.classIndex >= 0) return null;
  if (mapNumber(value) !== null) return value.qualifier === "RANGE" ? "range" : "bound";
  return value.notComputable === null || value.notComputable === "NO_FIGURE" ? "none" : (value.notComputable as Cause<Reason>);
}

const patternOfCause = (cause: string): Pattern =>
  cause === "bound" || cause === "range" ? "bound" : cause === "none" ? "noValue" : "notComputable";

/** The pattern of a value that is in no class. */
export function patternOf(value: ClassifiedValue): Pattern | null {
  const cause = causeOf(value);
  return cause === null ? null : patternOfCause(cause);
}

const patternOrder: readonly Pattern[] = ["bound", "notComputable", "noValue"];

/** The values in no class by their cause, for legends: bounds and ranges first, then what cannot be computed, and last missing values. */
export function unclassed<Reason extends string>(values: readonly ClassifiedValue<Reason>[]) {
  const causes = values.flatMap((value) => causeOf(value) ?? []);
  const order = (cause: string) => patternOrder.indexOf(patternOfCause(cause));
  return [...new Set(causes)]
    .sort((one, other) => order(one) - order(other))
    .map((cause) => ({ cause, pattern: patternOfCause(cause), count: causes.filter((each) => each === cause).length }));
}
