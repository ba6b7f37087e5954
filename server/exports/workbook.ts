// A workbook (Office Open XML): a zip archive of XML parts, which are generated and compressed while they are sent.

import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { titleWithDemoMark } from "../contract/demo.ts";
import type { Language } from "../contract/language.ts";
import type { Source } from "./citations.ts";
import { codesOfColumn } from "./codes.ts";
import type { Value } from "./pages.ts";
import { words } from "./words.ts";
import { escapeXmlText, printTitles, type Sheet, styles, worksheet } from "./worksheet.ts";

const SCHEMAS = "http://schemas.openxmlformats.org";
const DECLARATION = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Properties of the document. */
export interface WorkbookProperties {
  title: string;
  language: Language;
  /** Whether it may contain synthetic figures; the title and the name of each sheet state it. */
  demo: boolean;
  /** Time at which it was made (ISO 8601, UTC). */
  retrievedAt: string;
}

/** Generates a workbook in chunks. */
export async function* writeWorkbook(properties: WorkbookProperties, sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const fail = (error: Error) => output.destroy(error);
  zip.on("error", fail);
  const options = { mtime: new Date(properties.retrievedAt), compressionLevel: 4 };
  for (const [path, text] of Object.entries(xmlParts(sheets, properties))) zip.addBuffer(Buffer.from(text), path, options);
  const opened: Readable[] = [];
  for (const [index, sheet] of sheets.entries()) {
    // A sheet is started when the previous one is complete.
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, options, (done) => {
      const stream = Readable.from(worksheet(sheet)).on("error", fail);
      opened.push(stream);
      done(null, stream);
    });
  }
  zip.end();
  try {
    yield* output;
  } finally {
    for (const stream of opened) stream.destroy();
  }
}

const figureColumns: ReadonlySet<keyof typeof words> = new Set([
  ...(["value", "valueMax", "median", "medianMax", "gapToBest", "gapToMedian", "cityValue", "best"] as const),
]);

/** Columns with headings in the language and widths in characters. */
export const headings = (
  language: Language,
  columnKeys: readonly (keyof typeof words)[],
  widths: readonly number[],
): Sheet["columns"] =>
  columnKeys.map((columnKey, index) => ({
    ...{ title: words[columnKey][language], width: widths[index] ?? 14, isFigure: figureColumns.has(columnKey) },
    ...{ field: fieldNames[columnKey] ?? columnKey, ...codesOfColumn(columnKey, language) },
  }));

/** The columns of sources are called otherwise elsewhere. */
const fieldNames: Partial<Record<keyof typeof words, string>> = { source: "slug", sourceTitle: "title" };

/** The sheet of sources. */
export const sourceSheet = (language: Language, sources: readonly Source[]): Sheet => ({
  name: words.sources[language],
  columns: headings(language, ["source", "publisher", "sourceTitle", "publishedOn", "url", "access"], [24, 30, 60, 14, 50, 16]),
  rows: singlePage(
    sources.map(({ slug, publisher, title, publishedOn, url, access }) => [slug, publisher, title, publishedOn, url, access]),
  ),
});

/** The sheet with the machine name of each column, and the code of each word in it. */
export function fieldSheet(language: Language, sheets: readonly Sheet[]): Sheet {
  const columnKeys = ["sheet", "column", "field", "shown", "code", "meaning"] as const;
  return {
    name: words.fields[language],
    columns: columnKeys.map((columnKey, index) => ({
      title: words[columnKey][language],
      width: [16, 28, 24, 28, 24, 80][index] ?? 14,
    })),
    rows: singlePage(
      sheets.flatMap(({ name, columns }) =>
        columns.flatMap(({ title, field, codes = {} }): Value[][] =>
          field
            ? [
                [name, title, field, null, null, null],
                ...Object.entries(codes).map(([code, { word, meaning }]) => [name, title, field, word, code, meaning ?? null]),
              ]
            : [],
        ),
      ),
    ),
    wraps: true,
  };
}

/** The sheet that describes the file, with rows of topic and text. */
export const noteSheet = (language: Language, rows: Value[][]): Sheet => ({
  name: words.notes[language],
  columns: [
    { title: words.topic[language], width: 28 },
    { title: words.detail[language], width: 100 },
  ],
  rows: singlePage(rows),
  wraps: true,
});

/** Rows in memory as the single page of a sheet. */
export async function* singlePage<Row>(rows: Row[]): AsyncGenerator<Row[]> {
  yield rows;
}

// The parts besides the sheets: content types, relationships, styles and document properties.
function xmlParts(sheets: readonly Sheet[], { title, language, demo, retrievedAt }: WorkbookProperties): Record<string, string> {
  const forEachSheet = (line: (number: number, sheet: Sheet) => string) =>
    sheets.map((sheet, index) => line(index + 1, sheet)).join("");
  const document = `${SCHEMAS}/officeDocument/2006`;
  const packageSchema = `${SCHEMAS}/package/2006`;
  return {
    "[Content_Types].xml": `${DECLARATION}<Types xmlns="${packageSchema}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${forEachSheet((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
    "_rels/.rels": `${DECLARATION}<Relationships xmlns="${packageSchema}/relationships"><Relationship Id="rId1" Type="${document}/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packageSchema}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    "docProps/core.xml": `${DECLARATION}<cp:coreProperties xmlns:cp="${packageSchema}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXmlText(titleWithDemoMark(title, demo))}</dc:title><dc:description>${escapeXmlText(words.licence[language])}</dc:description><dcterms:created xsi:type="dcterms:W3CDTF">${retrievedAt}</dcterms:created></cp:coreProperties>`,
    "xl/workbook.xml": `${DECLARATION}<workbook xmlns="${SCHEMAS}/spreadsheetml/2006/main" xmlns:r="${document}/relationships"><sheets>${forEachSheet((number, { name }) => `<sheet name="${titleWithDemoMark(name, demo)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets><definedNames>${forEachSheet((number, sheet) => `<definedName name="_xlnm.Print_Titles" localSheetId="${number - 1}">${escapeXmlText(printTitles(sheet, titleWithDemoMark(sheet.name, demo)))}</definedName>`)}</definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": `${DECLARATION}<Relationships xmlns="${packageSchema}/relationships">${forEachSheet((number) => `<Relationship Id="rId${number}" Type="${document}/relationships/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${document}/relationships/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": styles,
  };
}
