// The comparison as a table for readers: a row for each subject; for each measure a column with unit and year in its heading, one with the
// years where there are several, and one with the rank; and a last column with the citations. The other sheets contain the unrounded numbers.

import { formulas } from "../compare/formulas.ts";
import { excludedAreasText } from "../contract/excluded-areas.ts";
import { kinds, type SiteKind } from "../contract/kinds.ts";
import type { Language } from "../contract/language.ts";
import { type FormulaName, siteCountFormulas } from "../contract/measures.ts";
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
import { citationFormatter } from "./citations.ts";
import type { ComparisonFile } from "./comparison.ts";
import type { Value } from "./pages.ts";
import { words } from "./words.ts";
import { singlePage } from "./workbook.ts";
import type { Sheet } from "./worksheet.ts";

type Cell = ComparisonFile["cells"][number];
type QualifiedValue = Pick<Cell, "value" | "valueMax" | "qualifier">;

/** The first sheet of the workbook. */
export function tableSheet({ language, cells, columnValues, subjectCount, sources }: ComparisonFile): Sheet {
  const measures = [...new Set(cells.map(({ measure }) => measure))];
  const subjects = [...new Set(cells.map(({ key }) => key))];
  const cellsByKey = new Map(cells.map((cell) => [cellKey(cell.key, cell.measure), cell]));
  const cellOf = (key: Value, measure: Value) => cellsByKey.get(cellKey(key, measure)) as Cell;
  const headings = measures.map((measure) =>
    headingOf(
      cells.filter((cell) => cell.measure === measure),
      columnValues.find((column) => column.measure === measure)?.values ?? [],
      subjectCount,
      language,
    ),
  );
  // What the letters beside values mean on the page.
  const notes = new Map(
    cells.flatMap(({ key, excludedAreas }) =>
      excludedAreas ? [[key, excludedAreasText(String(excludedAreas).split("; "), language)] as const] : [],
    ),
  );
  const noteOf = (key: Value) => (notes.size > 0 ? [notes.get(key) ?? null] : []);
  const cite = citationFormatter(sources, language);
  const rows = subjects.map((key): Value[] => {
    const cellsOfSubject = measures.map((measure) => cellOf(key, measure));
    const slugs = new Set(
      cellsOfSubject.flatMap((cell) =>
        String(cell.sources ?? "")
          .split("; ")
          .filter(Boolean),
      ),
    );
    const numbers = cellsOfSubject.flatMap((cell, index) => {
      const heading = headings[index];
      const years = heading?.severalYears ? [cell.value === null ? null : cell.year] : [];
      return [cellText(cell, heading, language), ...years, rankOf(cell, language)];
    });
    return [cellsOfSubject[0]?.name ?? key, ...numbers, ...noteOf(key), cite([...slugs].join("; ") || null)];
  });
  const medians = measures.flatMap((measure, index) => {
    const { median: value, medianMax: valueMax, medianQualifier: qualifier } = cellOf(subjects[0] ?? null, measure);
    return [
      cellText({ value, valueMax, qualifier }, headings[index], language),
      ...(headings[index]?.severalYears ? [null] : []),
      null,
    ];
  });
  return {
    name: words.table[language],
    columns: [
      { title: words.name[language], width: 24 },
      ...headings.flatMap(({ title, severalYears }) => [
        { title, width: 24, isFigure: true },
        ...(severalYears ? [{ title: words.year[language], width: 8 }] : []),
        { title: words.rank[language], width: 8 },
      ]),
      ...(notes.size > 0 ? [{ title: words.notes[language], width: 60 }] : []),
      { title: words.sources[language], width: 80 },
    ],
    // The last row is the city; the median comes before it.
    rows: singlePage([...rows.slice(0, -1), [words.median[language], ...medians, ...noteOf(null), null], ...rows.slice(-1)]),
  };
}

// Codes, slugs and the text form of measures contain no spaces.
const cellKey = (key: Value, measure: Value): string => `${key} ${measure}`;

interface Heading extends Scale {
  title: string;
  severalYears: boolean;
}

/**
 * Heading with name, unit, years and number of values of a measure (of all subjects, also of those not in the file), and the common scale of its numbers: "GDP, per km² (CNY billion per
 * km², 2023, data for 6/13)". For counts of sites also how many of them have no recorded district or functional area.
 */
function headingOf(cells: readonly Cell[], values: readonly number[], subjectCount: number, language: Language): Heading {
  const [cell] = cells;
  // The city's value may be of another year than theirs.
  const withValue = cells.filter(({ value }) => value !== null);
  const years = [...new Set((withValue.length > 0 ? withValue : cells).flatMap(({ year }) => year ?? []))].sort();
  const scale = commonScale(values, language, cell?.formula === "VALUE" ? publishedDigits : computedDigits);
  const formulaName = cell?.formula as FormulaName;
  const formula = (cell?.siteCount != null && siteCountFormulas[formulaName]) || formulas[formulaName];
  const isZh = language === "zh";
  const name = `${cell?.indicator}${cell?.formula === "VALUE" ? "" : isZh ? `（${formula.nameZh}）` : `, ${formula.nameEn.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}`}`;
  const kind = cell?.siteKind ? ` · ${kinds[cell.siteKind as SiteKind].plural[language]}` : "";
  const unit = unitWithWord(scale.word, `${cell?.unit ?? ""}`, language);
  const [unplaced, rankText] =
    cell?.set === "DISTRICT"
      ? [Number(cell.sitesWithoutDistrict), { zh: "所在区", en: "district" }]
      : [Number(cell?.sitesWithoutFunctionalArea), { zh: "功能区", en: "functional area" }];
  const details = [
    unit,
    years.length > 1 ? yearRange(Number(years.at(0)), Number(years.at(-1)), language) : years[0],
    isZh ? `${values.length}/${subjectCount} 有数据` : `data for ${values.length}/${subjectCount}`,
    unplaced &&
      (isZh
        ? `${cell?.siteCount} 个地点中 ${unplaced} 个未标注${rankText.zh}`
        : `${unplaced} of ${cell?.siteCount} without a recorded ${rankText.en}`),
  ].filter(Boolean);
  const inBrackets = details.join(isZh ? "，" : ", ");
  return { ...scale, title: `${name}${kind}${isZh ? `（${inBrackets}）` : ` (${inBrackets})`}`, severalYears: years.length > 1 };
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

/** The rank among at least two, or which it may be; and among how many. Without any sites there is no rank. */
function rankOf({ rank, rankFrom, rankTo, rankOf: count, siteCount, value, qualifier }: Cell, language: Language): Value {
  if (rankFrom === null || Number(count) < 2 || (siteCount !== null && value === 0 && qualifier === "EXACT")) return null;
  const rankText = rank ?? numberRange(`${rankFrom}`, `${rankTo}`, language);
  return `${rankText}/${count}`;
}
