// Statements about a subject as structured facts: numbers and ranks, no adjectives.
import { isRankMeaningful } from "../../server/contract/ranks.ts";
import type { Qualifier } from "../core/graphql.ts";
import { isSingleNumber } from "./column-display.ts";

interface FactColumn {
  /** Null where sites are counted. */
  indicator: object | null;
  formula: string;
  /** Percent is compared by points, everything else by ratio. */
  unitEn: string | null;
  count: number;
  median: number | null;
  medianQualifier: Qualifier | null;
  cityValue: number | null;
}

type Ranked = Parameters<typeof isRankMeaningful>[0];

interface FactCell {
  value: number | null;
  valueMax: number | null;
  qualifier: Qualifier | null;
  rank: number | null;
  /** Among how many it ranks: those with a value of the same year. */
  rankOf: number | null;
}

export type Fact =
  | { kind: "NO_FIGURE" }
  | { kind: "PART_OF_CITY"; value: number; valueMax: number | null; city: number }
  | { kind: "VALUE"; value: number; valueMax: number | null; qualifier: Qualifier }
  | { kind: "RANK"; rank: number; count: number }
  | { kind: "SUBJECTS_WITH_FIGURE"; count: number; subjectCount: number }
  | { kind: "TIMES_MEDIAN"; times: number; qualifier: Qualifier }
  | { kind: "POINTS_FROM_MEDIAN"; points: number; qualifier: Qualifier }
  | { kind: "AT_MEDIAN" };

/** The facts of one measure of one subject, in display order. */
export function comparisonFactsOf(column: FactColumn, ranked: Ranked, cell: FactCell): Fact[] {
  const { value, valueMax, qualifier, rank, rankOf } = cell;
  if (value === null) return [{ kind: "NO_FIGURE" }];
  const stated = qualifier ?? "EXACT";
  const isCount = column.indicator === null && column.formula === "VALUE";
  const facts: Fact[] =
    isCount && column.cityValue !== null
      ? [{ kind: "PART_OF_CITY", value, valueMax, city: column.cityValue }]
      : [{ kind: "VALUE", value, valueMax, qualifier: stated }];
  // With a value of zero a rank has no meaning.
  const isNone = column.indicator === null && value === 0;
  if (rankOf !== null && !isNone) {
    if (!isRankMeaningful(ranked, rankOf))
      facts.push({ kind: "SUBJECTS_WITH_FIGURE", count: rankOf, subjectCount: ranked.subjectCount });
    else if (rank !== null) facts.push({ kind: "RANK", rank, count: rankOf });
  }
  // As a rank, the median means nothing among few or of unlike years.
  const hasMedian = column.count > 2 && isRankMeaningful(ranked, column.count) && stated !== "RANGE";
  const median = hasMedian ? againstMedian(column, value, stated) : null;
  return median ? [...facts, median] : facts;
}

function againstMedian({ unitEn, median, medianQualifier }: FactColumn, value: number, qualifier: Qualifier): Fact | null {
  if (median === null || medianQualifier !== "EXACT") return null;
  // The number zero already says that most have none.
  if (value === median && qualifier === "EXACT") return value === 0 ? null : { kind: "AT_MEDIAN" };
  // "More than" an amount below the median may well be above it.
  if (unitEn?.startsWith("%"))
    return isSingleNumber(qualifier) || (value > median && isLowerBound(qualifier))
      ? { kind: "POINTS_FROM_MEDIAN", points: value - median, qualifier }
      : null;
  // A ratio to zero, or across two signs, has no meaning.
  return median > 0 && value > 0 ? { kind: "TIMES_MEDIAN", times: value / median, qualifier } : null;
}

/** The largest value divided by the smallest; null where any is a bound or not above zero. */
export function spreadOf(cells: readonly FactCell[]): number | null {
  const stated = cells.filter(({ value }) => value !== null);
  const values = stated.flatMap(({ value, qualifier }) =>
    value !== null && value > 0 && isSingleNumber(qualifier) ? value : [],
  );
  if (values.length < 2 || values.length < stated.length) return null;
  return Math.max(...values) / Math.min(...values);
}

const isLowerBound = (qualifier: Qualifier) => qualifier === "MORE_THAN" || qualifier === "AT_LEAST";

/** A ratio with two significant digits: 12, 2.1, 0.45. */
export function roundRatio(times: number): number {
  return Number(times.toPrecision(times >= 100 ? 3 : 2));
}
