// The comparison as a table for readers: a row for each subject; for each measure a column with unit and year in its heading, and, where
// they are needed, one with the years, one with the confidence and one with the ranks. The other sheets contain the unrounded numbers.

import { formulas } from "../compare/formulas.ts";
import { kinds, type SiteKind } from "../contract/kinds.ts";
import { type Language, withBracketedDetail } from "../contract/language.ts";
import { type FormulaName, siteCountFormulas, withFormula } from "../contract/measures.ts";
import {
  commonScale,
  computedDigits,
  numberRange,
  publishedDigits,
  qualifierWord,
  type Rounding,
  roundingOf,
  roundTo,
  type Scale,
  unitWithWord,
  yearRange,
} from "../contract/quantities.ts";
import { isRankMeaningful } from "../contract/ranks.ts";
import type { ComparisonFile } from "./comparison.ts";
import type { Value } from "./pages.ts";
import { words } from "./words.ts";
import { headings, singlePage } from "./workbook.ts";
import type { Sheet, SheetColumn } from "./worksheet.ts";

type Cell = ComparisonFile["cells"][number];
type QualifiedValue = Pick<Cell, "value" | "valueMax" | "qualifier">;

/** The first sheet of the workbook, which fits the width of a page. */
export function tableSheet({ language, cells, columnValues, subjectCount, demo }: ComparisonFile): Sheet {
  const measures = [...new Set(cells.map(({ measure }) => measure))];
  const subjects = [...new Set(cells.map(({ key }) => key))];
  const cellsByKey = new Map(cells.map((cell) => [cellKey(cell.key, cell.measure), cell]));
  const columns = measures.map((measure) => {
    const all = columnValues.find((column) => column.measure === measure);
    const ofMeasure = subjects.flatMap((key) => cellsByKey.get(cellKey(key, measure)) ?? []);
    return columnsOf(ofMeasure, { values: all?.values ?? [], years: all?.years ?? [], subjectCount }, language);
  });
  const rows = subjects.map((key, index): Value[] => [
    cellsByKey.get(cellKey(key, measures[0] ?? null))?.name ?? key,
    ...columns.flatMap((column) => column.map(({ values }) => values[index] ?? null)),
  ]);
  const median: Value[] = [words.median[language], ...columns.flatMap((column) => column.map(({ median }) => median ?? null))];
  return {
    name: words.table[language],
    columns: [{ title: words.name[language], width: demo ? 20 : 14 }, ...columns.flat()],
    // The last row is the city; the median comes before it.
    rows: singlePage([...rows.slice(0, -1), median, ...rows.slice(-1)]),
  };
}

// Codes, slugs and the text form of measures contain no spaces.
const cellKey = (key: Value, measure: Value): string => `${key} ${measure}`;

interface AllValues {
  values: readonly number[];
  years: readonly (number | null)[];
  subjectCount: number;
}

interface TableColumn extends SheetColumn {
  /** A value for each subject and the city. */
  values: readonly Value[];
  median?: Value;
}

/**
 * The columns of a measure: its values, and where they differ, or are low, their years, confidence and ranks. There are no ranks of several
 * years, or where fewer than half of the subjects have a value.
 */
function columnsOf(cells: readonly Cell[], all: AllValues, language: Language): TableColumn[] {
  const [first] = cells;
  const scale = commonScale(all.values, language, first?.formula === "VALUE" ? publishedDigits : computedDigits);
  const allYears = [...new Set(all.years)];
  const shownYears = new Set(cells.flatMap(({ value, year }) => (value === null ? [] : year)));
  const rankOf = cells.find(({ rankFrom }) => rankFrom !== null)?.rankOf;
  const column = { severalYears: allYears.length > 1, subjectCount: all.subjectCount };
  const ranks = cells.map((cell) => rankText(cell, language));
  const isRanked = isRankMeaningful(column, Number(rankOf ?? 0)) && ranks.some(Boolean);
  const { median: value, medianMax: valueMax, medianQualifier: qualifier } = first ?? { median: null };
  return [
    {
      ...{ title: titleOf(cells, scale, all, language), width: 12, isFigure: true },
      values: cells.map((cell) => cellText(cell, scale, language)),
      median: cellText({ value, valueMax: valueMax ?? null, qualifier: qualifier ?? null }, scale, language),
    },
    ...(shownYears.size > 1
      ? [{ title: words.year[language], width: 6, values: cells.map(({ value, year }) => (value === null ? null : year)) }]
      : []),
    ...(cells.some(({ confidence }) => confidence === "LOW")
      ? [
          {
            ...headings(language, ["confidence"], [9])[0],
            title: words.confidence[language],
            width: 9,
            values: cells.map(({ confidence }) => confidence),
          },
        ]
      : []),
    ...(isRanked ? [{ title: language === "zh" ? `位次（共${rankOf}个）` : `Rank of ${rankOf}`, width: 9, values: ranks }] : []),
  ];
}

/**
 * Heading with name, unit, years and number of values of a measure, of all subjects, also of those not in the file: "GDP, per km² (CNY
 * billion per km², 2023, data for 6/13)". For counts of sites also how many of them have no recorded district or functional area.
 */
function titleOf(cells: readonly Cell[], scale: Scale, { values, years: allYears, subjectCount }: AllValues, language: Language) {
  const [cell] = cells;
  // Without any value the requested year, not that of the city's value.
  const years = [...new Set([...allYears, ...(values.length > 0 ? [] : cells.slice(0, -1).map(({ year }) => year))])]
    .flatMap((year) => year ?? [])
    .sort();
  const isZh = language === "zh";
  const unit = unitWithWord(scale.word, `${cell?.unit ?? ""}`, language);
  const [withoutAreaCount, areaText] =
    cell?.set === "DISTRICT"
      ? [Number(cell.sitesWithoutDistrict), { zh: "所在区", en: "district" }]
      : [Number(cell?.sitesWithoutFunctionalArea), { zh: "功能区", en: "functional area" }];
  const details = [
    unit,
    years.length > 1 ? yearRange(Number(years.at(0)), Number(years.at(-1)), language) : years[0],
    isZh ? `${values.length}/${subjectCount} 有数据` : `data for ${values.length}/${subjectCount}`,
    withoutAreaCount &&
      (isZh
        ? `${cell?.siteCount} 个地点中 ${withoutAreaCount} 个未标注${areaText.zh}`
        : `${withoutAreaCount} of ${cell?.siteCount} without a recorded ${areaText.en}`),
  ].filter(Boolean);
  return withBracketedDetail(cell ? measureTitle(cell, language) : "", details.join(isZh ? "，" : ", "), language);
}

/** "人均地区生产总值（按常住人口推算）", "Sites · Export bases". */
export function measureTitle({ indicator, siteKind, siteCount, formula: formulaName }: Cell, language: Language): string {
  const formula = (siteCount !== null && siteCountFormulas[formulaName as FormulaName]) || formulas[formulaName as FormulaName];
  const kind = siteKind ? ` · ${kinds[siteKind as SiteKind].plural[language]}` : "";
  return (formulaName === "VALUE" ? `${indicator}` : withFormula(`${indicator}`, formula, language)) + kind;
}

/** An exact value as a number; a bound or an approximate value as text; a dash if there is no value. Computed ones as the page rounds them. */
export function cellText({ value, valueMax, qualifier }: QualifiedValue, scale: Scale | undefined, language: Language): Value {
  if (typeof value !== "number") return "—";
  const { size, decimals } = scale ?? { size: 1 };
  const scaled = (number: number, rounding = roundingOf(`${qualifier}`)) => roundDecimals(number / size, decimals, rounding);
  if (qualifier === "EXACT") return scaled(value);
  if (qualifier === "RANGE" && typeof valueMax === "number")
    return numberRange(`${scaled(value)}`, `${scaled(valueMax, "ceil")}`, language);
  return `${qualifierWord(`${qualifier}`, value, language)} ${scaled(value)}`;
}

/** Without decimals twelve digits, beyond which a double is noise; what decimals would round to zero keeps one digit. */
function roundDecimals(number: number, decimals: number | undefined, rounding: Rounding): number {
  return decimals === undefined ? Number(number.toPrecision(12)) : roundTo(number, decimals, rounding);
}

/** The rank, or which it may be. Without any sites there is no rank. */
function rankText({ rank, rankFrom, rankTo, siteCount, value, qualifier }: Cell, language: Language): Value {
  if (rankFrom === null || (siteCount !== null && value === 0 && qualifier === "EXACT")) return null;
  const place = rank ?? numberRange(`${rankFrom}`, `${rankTo}`, language);
  return language === "zh" ? `第${place}位` : `No. ${place}`;
}
