// The comparison as a table for readers: a row for each subject; for each measure a column with unit and year in its heading, and one
// with the rank; and a last column with the citations. The other sheets contain the unrounded numbers.

import { formulas } from "../compare/formulas.ts";
import { kinds, type SiteKind } from "../contract/kinds.ts";
import type { Language } from "../contract/language.ts";
import { commonScale, computedDigits, publishedDigits, qualifierWords } from "../contract/quantities.ts";
import { citationFormatter } from "./citations.ts";
import type { ComparisonFile } from "./comparison.ts";
import type { Value } from "./pages.ts";
import { words } from "./words.ts";
import { singlePage } from "./workbook.ts";
import type { Sheet } from "./worksheet.ts";

type Cell = ComparisonFile["cells"][number];
type Bounded = Pick<Cell, "value" | "valueMax" | "qualifier">;

/** The first sheet of the workbook. */
export function tableSheet({ language, cells, sources }: ComparisonFile): Sheet {
  const measures = [...new Set(cells.map(({ measure }) => measure))];
  const subjects = [...new Set(cells.map(({ key }) => key))];
  const cellsByKey = new Map(cells.map((cell) => [cellKey(cell.key, cell.measure), cell]));
  const cellOf = (key: Value, measure: Value) => cellsByKey.get(cellKey(key, measure)) as Cell;
  const headings = measures.map((measure) =>
    headingOf(
      cells.filter((cell) => cell.measure === measure),
      language,
    ),
  );
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
    const numbers = cellsOfSubject.flatMap((cell, index) => [cellText(cell, headings[index]?.size ?? 1, language), rankOf(cell)]);
    return [cellsOfSubject[0]?.name ?? key, ...numbers, cite([...slugs].join("; ") || null)];
  });
  const medians = measures.flatMap((measure, index) => {
    const { median: value, medianMax: valueMax, medianQualifier: qualifier } = cellOf(subjects[0] ?? null, measure);
    return [cellText({ value, valueMax, qualifier }, headings[index]?.size ?? 1, language), null];
  });
  return {
    name: words.table[language],
    columns: [
      { title: words.name[language], width: 24 },
      ...headings.flatMap(({ title }) => [
        { title, width: 24 },
        { title: words.rank[language], width: 8 },
      ]),
      { title: words.sources[language], width: 80 },
    ],
    // The last row is the city; the median comes before it.
    rows: singlePage([...rows.slice(0, -1), [words.median[language], ...medians, null], ...rows.slice(-1)]),
  };
}

// Codes, slugs and the text form of measures contain no spaces.
const cellKey = (key: Value, measure: Value): string => `${key} ${measure}`;

/** Heading with name, unit and year of a measure, and the common scale of its numbers: "GDP, per km² (billion CNY per km², 2023)". */
function headingOf(cells: readonly Cell[], language: Language): { title: string; size: number } {
  const [cell] = cells;
  const { size, word } = commonScale(
    cells.flatMap(({ value }) => (typeof value === "number" ? value : [])),
    language,
    cell?.formula === "VALUE" ? publishedDigits : computedDigits,
  );
  const formula = formulas[cell?.formula as keyof typeof formulas];
  const isZh = language === "zh";
  const name = `${cell?.indicator}${cell?.formula === "VALUE" ? "" : isZh ? `（${formula.nameZh}）` : `, ${formula.nameEn}`}`;
  const kind = cell?.siteKind ? ` · ${kinds[cell.siteKind as SiteKind].many[language]}` : "";
  const unit = [word, cell?.unit].filter(Boolean).join(isZh ? "" : " ");
  const details = [unit, cell?.year].filter((part) => part !== null && part !== "").join(isZh ? "，" : ", ");
  return { title: `${name}${kind}${isZh ? `（${details}）` : ` (${details})`}`, size };
}

/** An exact value as a number; a bound or an approximate value as text; a dash if there is no value. */
function cellText({ value, valueMax, qualifier }: Bounded, size: number, language: Language): Value {
  if (typeof value !== "number") return "—";
  const scaled = (number: number) => Number((number / size).toPrecision(12));
  if (qualifier === "EXACT") return scaled(value);
  if (qualifier === "RANGE" && typeof valueMax === "number") return `${scaled(value)}–${scaled(valueMax)}`;
  return `${qualifierWords[qualifier as keyof typeof qualifierWords][language]} ${scaled(value)}`;
}

const rankOf = ({ rank, rankFrom, rankTo }: Cell): Value => rank ?? (rankFrom === null ? null : `${rankFrom}–${rankTo}`);
