// The XML of a worksheet (ECMA-376, SpreadsheetML), row by row. Strings are written inline: a table of shared strings would have to be
// kept in memory until the end.

import { isDay } from "../contract/days.ts";
import type { Value } from "./pages.ts";

export interface SheetColumn {
  title: string;
  width: number;
  /** Whether its numbers are figures, shown with separators and their own decimals. Codes and years are not. */
  isFigure?: boolean;
  /** Whether it has words too: its numbers then begin where those do. */
  hasWords?: boolean;
  /** Its name in CSV, GeoJSON and the API. */
  field?: string;
  /** The codes that its values are, each with the word that is shown. */
  codes?: Readonly<Record<string, Code>>;
}

export interface Code {
  word: string;
  /** What it means, in both languages. */
  meaning?: string | undefined;
}

/** A sheet of a workbook: its headings, column widths in characters, and pages of rows. */
export interface Sheet {
  name: string;
  columns: readonly SheetColumn[];
  rows: AsyncIterable<readonly (readonly Value[])[]>;
  /** Whether long text wraps within its cell. */
  wraps?: boolean;
}

/** Cell formats by their index in `styles`: plain, heading, text that looks like a formula, long text, day, link, figures by decimals. */
const STYLE_PLAIN = 0;
const STYLE_HEADING = 1;
const STYLE_QUOTED = 2;
const STYLE_WRAPPED = 3;
const STYLE_DAY = 4;
const STYLE_LINK = 5;
const STYLE_FIGURE = 6;
/** The decimals that stored figures have at most. */
const MAX_DECIMALS = 6;
const DAY_FORMAT = 164;
const FIGURE_FORMAT = 165;

const NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DECLARATION = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const LINE_HEIGHT = 15;
/** Percent: at it, text of 11 points is printed in more than 8. */
const LEAST_SCALE = 75;
/** A4 in landscape without its margins, at 96 pixels to the inch. */
const PAGE_PIXELS = 1045;
const PIXELS_PER_CHARACTER = 7;
/** More columns on every page would leave little room for others. */
const MAX_TITLE_COLUMNS = 3;
/** Lines are not filled to their ends. */
const WRAP_LOSS = 1.15;
/** A row is at most 409 points high. */
const MAX_LINES = 27;
const MAX_CELL_CHARACTERS = 32_767;
/** The longest text within a formula. */
const MAX_LINK_CHARACTERS = 255;
/** Before it, spreadsheets count days differently. */
const FIRST_DAY = "1900-03-01";

const figureFormats = Array.from(
  { length: MAX_DECIMALS + 1 },
  (_, decimals) => `#,##0${decimals > 0 ? "." : ""}${"0".repeat(decimals)}`,
);

export const styles = `${DECLARATION}<styleSheet xmlns="${NAMESPACE}"><numFmts count="${figureFormats.length + 1}"><numFmt numFmtId="${DAY_FORMAT}" formatCode="yyyy\\-mm\\-dd"/>
${figureFormats.map((format, index) => `<numFmt numFmtId="${FIGURE_FORMAT + index}" formatCode="${format}"/>`).join("")}</numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>
<font><b/><sz val="11"/><name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${STYLE_FIGURE + 2 * figureFormats.length}"><xf xfId="0"/>
<xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" quotePrefix="1"/>
<xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf xfId="0" numFmtId="${DAY_FORMAT}" applyNumberFormat="1"/><xf xfId="0" fontId="2" applyFont="1"/>
${figureFormats.map((_, index) => `<xf xfId="0" numFmtId="${FIGURE_FORMAT + index}" applyNumberFormat="1"/>`).join("")}
${figureFormats.map((_, index) => `<xf xfId="0" numFmtId="${FIGURE_FORMAT + index}" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>`).join("")}</cellXfs></styleSheet>`;

/** Generates the XML of a sheet in chunks. The first row is frozen and has filters. On paper see `fitsPage`. */
export async function* worksheet({ columns, rows, wraps }: Sheet): AsyncGenerator<string> {
  const letters = columns.map((_, index) => columnName(index));
  const fits = fitsPage(columns);
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${DECLARATION}<worksheet xmlns="${NAMESPACE}">${fits ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : ""}<sheetViews><sheetView workbookViewId="0">
<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>`;
  let number = 1;
  const row = (values: readonly Value[], style: number): string => {
    const cells = values.map((value, index) => cellXml(`${letters[index]}${number}`, value, style, columns[index])).join("");
    const lines = style === STYLE_HEADING || style === STYLE_WRAPPED ? linesOf(values, columns) : 1;
    const height = lines > 1 ? ` ht="${lines * LINE_HEIGHT}" customHeight="1"` : "";
    return `<row r="${number++}"${height}>${cells}</row>`;
  };
  yield row(
    columns.map(({ title }) => title),
    STYLE_HEADING,
  );
  const inWords = (value: Value, index: number): Value =>
    typeof value === "string" ? (columns[index]?.codes?.[value]?.word ?? value) : value;
  for await (const page of rows)
    yield page.map((values) => row(values.map(inWords), wraps ? STYLE_WRAPPED : STYLE_PLAIN)).join("");
  yield `</sheetData><autoFilter ref="A1:${letters.at(-1)}${number - 1}"/>
<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" ${fits ? 'fitToHeight="0"' : `scale="${LEAST_SCALE}" pageOrder="overThenDown"`} orientation="landscape"/><headerFooter><oddFooter>&amp;A  &amp;P/&amp;N</oddFooter></headerFooter></worksheet>`;
}

/** Whether all columns fit the width of a page without text below about 8 points; those of a wider sheet break across pages. */
const fitsPage = (columns: readonly SheetColumn[]): boolean =>
  columns.reduce((sum, { width }) => sum + width * PIXELS_PER_CHARACTER + 5, 0) * (LEAST_SCALE / 100) <= PAGE_PIXELS;

/** The columns and the row that stand on every printed page: those up to the name, and the headings. */
export function printTitles({ name, columns }: Sheet, sheetName = name): string {
  const sheet = `'${sheetName.replaceAll("'", "''")}'`;
  const last = columnName(
    Math.max(
      0,
      columns.slice(0, MAX_TITLE_COLUMNS).findIndex(({ field }) => field === "name"),
    ),
  );
  return `${fitsPage(columns) ? "" : `${sheet}!$A:$${last},`}${sheet}!$1:$1`;
}

/** The lines of a row of wrapped text: not every spreadsheet finds its height by itself. A Chinese character is as wide as two letters. */
function linesOf(values: readonly Value[], columns: readonly SheetColumn[]): number {
  const lines = values.map((value, index) => {
    const widths = (typeof value === "string" ? value.split("\n") : []).map((line) =>
      [...line].reduce((sum, letter) => sum + (letter > "\u2e80" ? 2 : 1), 0),
    );
    return widths.reduce((sum, width) => sum + Math.ceil((width * WRAP_LOSS) / (columns[index]?.width ?? width)), 0);
  });
  return Math.min(Math.max(1, ...lines), MAX_LINES);
}

/** 0 is A, 25 Z, 26 AA. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

function cellXml(reference: string, value: Value, style: number, { isFigure, hasWords }: Partial<SheetColumn> = {}): string {
  if (value === null || value === "") return "";
  if (typeof value === "number")
    return `<c r="${reference}" s="${isFigure ? figureStyle(value, hasWords) : style}"><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${reference}" s="${style}" t="b"><v>${Number(value)}</v></c>`;
  if (style !== STYLE_HEADING && /^\d{4}-\d\d-\d\d$/.test(value) && isDay(value) && value >= FIRST_DAY)
    return `<c r="${reference}" s="${STYLE_DAY}"><v>${daysUntil(value)}</v></c>`;
  if (style !== STYLE_HEADING && /^https?:\/\/\S+$/.test(value) && value.length <= MAX_LINK_CHARACTERS)
    return `<c r="${reference}" s="${STYLE_LINK}" t="str"><f>HYPERLINK("${escapeXmlText(value.replaceAll('"', '""'))}")</f><v>${escapeXmlText(value)}</v></c>`;
  // An inline string is never evaluated; this format also keeps it as text when the cell is edited.
  const textStyle = style === STYLE_PLAIN && /^[=+\-@\t\r]/.test(value) ? STYLE_QUOTED : style;
  return `<c r="${reference}" s="${textStyle}" t="inlineStr"><is><t xml:space="preserve">${escapeXmlText(value.slice(0, MAX_CELL_CHARACTERS))}</t></is></c>`;
}

/**
 * The format with as many decimals as the figure has; one smaller than those can show keeps the general one. A computed number has more
 * than any figure: of it four digits are shown, and all of its whole part.
 */
function figureStyle(value: number, hasWords = false): number {
  const first = STYLE_FIGURE + (hasWords ? figureFormats.length : 0);
  const [, decimals = ""] = String(value).split(".");
  if (String(value).includes("e")) return STYLE_PLAIN;
  if (decimals.length <= MAX_DECIMALS) return first + decimals.length;
  return first + Math.min(Math.max(3 - Math.floor(Math.log10(Math.abs(value))), 0), MAX_DECIMALS);
}

const daysUntil = (day: string): number => (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000;

// Characters that XML does not allow are written as _xHHHH_. In text that already looks like that, the underscore is written so.
const FORBIDDEN = /(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]|_(?=x[\dA-Fa-f]{4}_)/gu;
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text as the content of an element. */
export const escapeXmlText = (text: string): string =>
  text
    .replace(FORBIDDEN, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
