import type { TFunction } from "i18next";
import type { Language } from "../../server/contract/language.ts";
import type { SetName } from "../../server/contract/measures.ts";
import {
  commonScale,
  computedDigits,
  publishedDigits,
  quantityText,
  type Scale,
  withUnit,
} from "../../server/contract/quantities.ts";
import { isRankMeaningful } from "../../server/contract/ranks.ts";
import type { FormulaLabel } from "../address/measure-choices.ts";
import { measureName } from "../address/measure-name.ts";
import { withBrackets } from "../core/format.ts";
import type { Qualifier } from "../core/graphql.ts";
import { scaledText, scaledUnit } from "../core/scale.ts";
import type { Cell, Column, Row } from "./comparison-query.ts";

/** A column as it is shown: its name, its unit with the scale of its numbers, and how its cells read. */
export interface ColumnDisplay {
  column: Column;
  columnIndex: number;
  name: string;
  scale: Scale;
  unit: string;
  computed: boolean;
  /** How many subjects there are, with a value or without. */
  subjectCount: number;
  /** Whether the values are of several years, so that they have no order among each other. */
  severalYears: boolean;
  /** The median of all values, which may be a bound; empty without values and for values of several years. */
  median: Pick<Cell, "value" | "valueMax" | "qualifier">;
}

export function columnDisplays(
  columns: readonly Column[],
  rows: readonly Row[],
  formulas: readonly FormulaLabel[],
  language: Language,
): ColumnDisplay[] {
  return columns.map((column, columnIndex) => {
    const columnCells = rows.flatMap(({ cells }) => cells[columnIndex] ?? []);
    const computed = column.formula !== "VALUE";
    const values = columnCells.flatMap(({ value }) => value ?? []);
    const scale = commonScale(values, language, computed ? computedDigits : publishedDigits);
    const unit = scaledUnit(scale, { zh: column.unitZh, en: column.unitEn }, language);
    const name = measureName(column, formulas, language);
    return {
      column,
      columnIndex,
      name,
      scale,
      unit,
      computed,
      subjectCount: rows.length,
      severalYears: column.year === null && column.lastYear !== null,
      median: { value: column.median, valueMax: column.medianMax, qualifier: column.medianQualifier },
    };
  });
}

/** Whether a value is a single number, exact or approximate, rather than a limit or a range. */
export const isSingleNumber = (qualifier: Qualifier | null): boolean =>
  qualifier === null || qualifier === "EXACT" || qualifier === "ABOUT" || qualifier === "NEARLY";

/** The text of a cell; empty where there is no value. */
export function cellText(
  { scale, computed }: ColumnDisplay,
  cell: Pick<Cell, "value" | "valueMax" | "qualifier">,
  language: Language,
): string {
  const { value, valueMax, qualifier } = cell;
  return value === null ? "" : scaledText({ value, valueMax, qualifier: qualifier ?? "EXACT" }, scale, language, computed);
}

/** The same with its unit, where no column head has it. */
export function cellPhrase(
  display: ColumnDisplay,
  cell: Pick<Cell, "value" | "valueMax" | "qualifier">,
  language: Language,
): string {
  const text = cellText(display, cell, language);
  if (!text) return "";
  if (display.column.unit?.slug === "rank" && cell.value !== null) return quantityText(cell.value, display.column.unit, language);
  return withUnit(text, display.unit);
}

/** A value with its year, where the values of its column are of several. */
export const withYear = (
  text: string,
  { severalYears }: Pick<ColumnDisplay, "severalYears">,
  { year }: Pick<Cell, "year">,
  language: Language,
): string => (text && severalYears && year !== null ? withBrackets(text, yearText(year, language), language) : text);

/** A year as it is written in a text: "2023", "2023年". */
export const yearText = (year: number, language: Language): string => (language === "zh" ? `${year}年` : `${year}`);

/**
 * Whether a value leads: a single number, and first by a rank that means anything. A limit may be the first, but never is the best.
 */
export const isBest = (
  display: Pick<ColumnDisplay, "severalYears" | "subjectCount">,
  { rank, rankOf, qualifier }: Pick<Cell, "rank" | "rankOf" | "qualifier">,
): boolean => rank === 1 && isRankMeaningful(display, rankOf) && isSingleNumber(qualifier);

/** Stands beside a value of low confidence. */
export const DOUBT_SIGN = "*";

/** Whether a value, or one that it is computed from, is a rough estimate. */
export const isDoubtful = ({ confidence }: Pick<Cell, "confidence">): boolean => confidence === "LOW";

/** Whether sites are counted and there are none: a rank would mean nothing. */
export const isZeroSites = (
  { column }: Pick<ColumnDisplay, "column">,
  { value, qualifier }: Pick<Cell, "value" | "qualifier">,
): boolean => column.indicator === null && value === 0 && isSingleNumber(qualifier);

/** How many counted sites have no recorded district or functional area: "12 of 46 without a recorded district"; empty for none. */
export function withoutAreaText(
  { siteCount, sitesWithoutDistrict, sitesWithoutFunctionalArea }: Column,
  set: SetName,
  t: TFunction,
): string {
  const count = set === "DISTRICT" ? sitesWithoutDistrict : sitesWithoutFunctionalArea;
  if (!count) return "";
  return t(set === "DISTRICT" ? "districtsPage.noDistrict" : "districtsPage.noFunctionalArea", { count, all: siteCount ?? 0 });
}

/** Why a cell has no value. */
export function reasonOf({ notComputable }: Pick<Cell, "notComputable">, t: TFunction): string {
  return t(`notComputable.${notComputable ?? "NO_FIGURE"}`);
}
