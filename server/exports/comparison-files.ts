// The two files of a comparison: CSV with a row for each subject and measure, and a workbook with the table as on the page, all years,
// the figures that were used, their sources, and explanations of formulas and missing values.

import { compareErrors } from "../compare/errors.ts";
import { formulas } from "../compare/formulas.ts";
import { CITY_CODE } from "../contract/city.ts";
import { demoWords, titleWithDemoMark } from "../contract/demo.ts";
import { excludedAreasText } from "../contract/excluded-areas.ts";
import type { Language } from "../contract/language.ts";
import { notComputable } from "../contract/not-computable.ts";
import { LATEST_PER_SUBJECT } from "../contract/period.ts";
import { namedPeriodText } from "../contract/period-words.ts";
import { citationFormatter } from "./citations.ts";
import { CELL_COLUMNS, type ComparisonFile, USED_COLUMNS, YEAR_COLUMNS } from "./comparison.ts";
import { measureTitle, tableSheet } from "./comparison-table.ts";
import { tableNotes } from "./comparison-table-notes.ts";
import { csvLines, descriptionHeads } from "./csv.ts";
import type { Value } from "./pages.ts";
import { words } from "./words.ts";
import { fieldSheet, headings, noteSheet, singlePage, sourceSheet, writeWorkbook } from "./workbook.ts";

const DESCRIPTION_COLUMNS = [
  "sourcesCited",
  "dataVersion",
  "asOf",
  "filter",
  "address",
  "retrievedAt",
  "licence",
  "caveats",
] as const;

/** The comparison as CSV. The last columns of every row describe the file. */
export async function* writeComparisonCsv(file: ComparisonFile): AsyncGenerator<string> {
  const { language, headers, version, input, address, retrievedAt, sources } = file;
  const formatCitations = citationFormatter(sources, language);
  const description = [
    version,
    input.asOf ?? null,
    headers === "words" ? file.filterText : file.query,
    address,
    retrievedAt,
    words.licence[language],
    caveats(file).join(" "),
  ];
  const withReason = (reason: Value) => reason && `${reason}: ${notComputable[reason as keyof typeof notComputable][language]}`;
  const rows = file.cells
    .map((cell) => ({ ...cell, notComputable: withReason(cell.notComputable) }))
    .map((cell) => [...CELL_COLUMNS.map((name) => cell[name]), formatCitations(cell.sources), ...description]);
  const columnHeads = headers === "words" ? CELL_COLUMNS.map((name) => words[name][language]) : CELL_COLUMNS;
  yield `\uFEFF${csvLines([[...columnHeads, ...descriptionHeads(DESCRIPTION_COLUMNS, headers, language)], ...rows])}`;
}

/** The comparison as a workbook. */
export function writeComparisonXlsx(file: ComparisonFile): AsyncGenerator<Uint8Array> {
  const { language, sources } = file;
  const sheet = <Name extends keyof typeof words>(
    name: string,
    columns: readonly Name[],
    rows: readonly Record<Name, Value>[],
  ) => ({
    name,
    columns: headings(
      language,
      columns,
      columns.map((column) => widths[column] ?? 14),
    ),
    rows: singlePage(rows.map((row) => columns.map((column) => row[column]))),
  });
  // The text form of a measure is for programs: its indicator, kind and formula have columns of their own.
  const isForReaders = (column: keyof typeof words) => column !== "measure" && (column !== "synthetic" || file.demo);
  // Counts of sites have neither years nor figures.
  const sheets = [
    tableSheet(file),
    ...(sources.length > 0 ? [tableNotes(file)] : []),
    sheet(words.comparison[language], CELL_COLUMNS.filter(isForReaders), file.cells),
    ...(file.years.length > 0 ? [sheet(words.allYears[language], YEAR_COLUMNS.filter(isForReaders), file.years)] : []),
    ...(file.figures.length > 0 ? [sheet(words.figures[language], USED_COLUMNS.filter(isForReaders), file.figures)] : []),
    ...(sources.length > 0 ? [sourceSheet(language, sources)] : []),
  ];
  const extraSheets = [noteSheet(language, noteRows(file)), fieldSheet(language, sheets)];
  return writeWorkbook({ ...file, title: words.comparisonTitle[language] }, [...sheets, ...extraSheets]);
}

const widths: Partial<Record<keyof typeof words, number>> = {
  name: 28,
  measure: 28,
  indicator: 32,
  formulaInWords: 40,
  value: 18,
  notComputable: 32,
  unit: 18,
  published: 20,
  sources: 30,
};

function noteRows(file: ComparisonFile): Value[][] {
  const { language, version, versionDate, demo, input, filterText, address, retrievedAt } = file;
  const usedFormulas = Object.entries(formulas).filter(([name]) => input.measures.some(({ formula }) => formula === name));
  return [
    [words.notes[language], titleWithDemoMark(words.comparisonTitle[language], demo)],
    [words.dataVersion[language], version],
    [words.versionDate[language], versionDate],
    ...(input.asOf ? [[words.asOf[language], input.asOf]] : []),
    ...subjectRows(file),
    // It selects the sites that are counted.
    ...(input.filter ? [[words.filter[language], filterText]] : []),
    [words.address[language], address],
    [words.retrievedAt[language], retrievedAt],
    [words.terms[language], words.licence[language]],
    ...usedFormulas.map(([, formula]) => [words.formula[language], inWords(formula, language)]),
    ...excludedAreaRows(file),
    ...caveats(file).map((caveat) => [words.notes[language], caveat]),
  ];
}

/** What is compared, by what and of when, in words. */
function subjectRows({ language, input, cells }: ComparisonFile): Value[][] {
  const comma = language === "zh" ? "、" : ", ";
  const subjects = [...new Set(cells.slice(0, -1).flatMap(({ key, name }) => (key === CITY_CODE ? [] : `${name}`)))];
  const measures = new Map(cells.map((cell) => [cell.measure, measureTitle(cell, language)]));
  const period =
    input.period === LATEST_PER_SUBJECT
      ? words.latest[language]
      : input.period
        ? namedPeriodText(input.period, language)
        : words.bestCovered[language];
  return [
    [words.set[language], subjects.join(comma)],
    [words.measures[language], [...measures.values()].join(language === "zh" ? "；" : "; ")],
    [words.period[language], period],
  ];
}

/** For each district whose figures leave out functional areas: which figures, and what they leave out. */
function excludedAreaRows({ cells, language }: ComparisonFile): Value[][] {
  const names = new Set(cells.flatMap(({ name, excludedAreas }) => (excludedAreas ? name : [])));
  return [...names].map((name) => {
    const marked = cells.filter((cell) => cell.name === name && cell.excludedAreas);
    const indicators = [...new Set(marked.map(({ indicator }) => indicator))].join(language === "zh" ? "、" : ", ");
    const areas = String(marked[0]?.excludedAreas).split("; ");
    const topic = language === "zh" ? `${name}（${indicators}）` : `${name} (${indicators})`;
    return [topic, excludedAreasText(areas, language)];
  });
}

const inWords = ({ nameZh, nameEn, wordsZh, wordsEn }: (typeof formulas)[keyof typeof formulas], language: Language): string =>
  language === "zh" ? `${nameZh}：${wordsZh}` : `${nameEn}: ${wordsEn}`;

// A file is read without its query, so it always states once that counts of sites are current, whatever the period.
const caveats = ({ language, demo, input, notices }: ComparisonFile): string[] => [
  demo ? demoWords.warning[language] : words.gaps[language],
  words.rankedAmong[language],
  words.rounded[language],
  ...new Set([
    ...(input.measures.some(({ indicator }) => !indicator) ? [compareErrors.SITES_AS_TODAY[language]] : []),
    ...notices.map(({ reason }) => reason.textIn(language)),
  ]),
];
