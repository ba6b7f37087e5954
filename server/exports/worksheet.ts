// The XML of a worksheet (ECMA-376, SpreadsheetML), row by row. Strings are written inline: a table of shared strings would have to be
// kept in memory until the end.
import type { Value } from "./pages.ts";

/** A sheet of a workbook: its headings, column widths in characters, and pages of rows. */
export interface Sheet {
  name: string;
  columns: readonly { title: string; width: number }[];
  rows: AsyncIterable<readonly (readonly Value[])[]>;
  /** Whether long text wraps within its cell. */
  wraps?: boolean;
}

/** Cell formats by their index in `styles`: plain, heading, text that looks like a formula, long text. */
const PLAIN = 0;
const HEADING = 1;
const QUOTED = 2;
const WRAPPED = 3;

const NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DECLARATION = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const MAX_CELL_CHARACTERS = 32_767;

export const styles = `${DECLARATION}<styleSheet xmlns="${NAMESPACE}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/>
<xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf xfId="0" quotePrefix="1"/>
<xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

/** Generates the XML of a sheet in chunks. The first row is frozen and has filters. */
export async function* worksheet({ columns, rows, wraps }: Sheet): AsyncGenerator<string> {
  const letters = columns.map((_, index) => columnName(index));
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${DECLARATION}<worksheet xmlns="${NAMESPACE}"><sheetViews><sheetView workbookViewId="0">
<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>`;
  let number = 1;
  const row = (values: readonly Value[], style: number): string => {
    const cells = values.map((value, index) => cell(`${letters[index]}${number}`, value, style)).join("");
    return `<row r="${number++}">${cells}</row>`;
  };
  yield row(
    columns.map(({ title }) => title),
    HEADING,
  );
  for await (const page of rows) yield page.map((values) => row(values, wraps ? WRAPPED : PLAIN)).join("");
  yield `</sheetData><autoFilter ref="A1:${letters.at(-1)}${number - 1}"/></worksheet>`;
}

/** 0 is A, 25 Z, 26 AA. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

function cell(reference: string, value: Value, style: number): string {
  if (value === null || value === "") return "";
  if (typeof value === "number") return `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${reference}" s="${style}" t="b"><v>${Number(value)}</v></c>`;
  // An inline string is never evaluated; this format also keeps it as text when the cell is edited.
  const textStyle = style === PLAIN && /^[=+\-@\t\r]/.test(value) ? QUOTED : style;
  return `<c r="${reference}" s="${textStyle}" t="inlineStr"><is><t xml:space="preserve">${escaped(value.slice(0, MAX_CELL_CHARACTERS))}</t></is></c>`;
}

// Characters that XML does not allow are written as _xHHHH_. In text that already looks like that, the underscore is written so.
const FORBIDDEN = /(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]|_(?=x[\dA-Fa-f]{4}_)/gu;
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text as the content of an element. */
export const escaped = (text: string): string =>
  text
    .replace(FORBIDDEN, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
