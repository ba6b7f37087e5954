// A workbook (Office Open XML): a zip of XML parts, each made and compressed as it goes out. Sheets for sites, their latest
// figures, the sources of both, and notes, with headings in the download's language; cells are typed.
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { titled } from "../core/demo.ts";
import type { Property } from "../core/properties.ts";
import { siteProperties } from "../sites/properties.ts";
import { type Download, titleOf } from "./download.ts";
import { noteRows } from "./notes.ts";
import { FIGURE_COLUMNS, figurePages, sitePages } from "./pages.ts";
import { words } from "./words.ts";
import { escaped, type Sheet, styles, worksheet } from "./worksheet.ts";

const SCHEMAS = "http://schemas.openxmlformats.org";
const DECLARATION = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The download as a workbook. */
export async function* writeXlsx(download: Download): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const fail = (error: Error) => output.destroy(error);
  zip.on("error", fail);
  const options = { mtime: new Date(download.retrievedAt), compressionLevel: 4 };
  const sheets = sheetsOf(download);
  for (const [path, text] of Object.entries(parts(sheets, download))) zip.addBuffer(Buffer.from(text), path, options);
  const opened: Readable[] = [];
  for (const [index, sheet] of sheets.entries()) {
    // A sheet is begun when the one before it is through.
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

function sheetsOf(download: Download): Sheet[] {
  const { language, sources, demo } = download;
  const properties = Object.entries(siteProperties) as [keyof typeof siteProperties, Property][];
  const columns = (list: readonly (keyof typeof words)[], widths: readonly number[]) =>
    list.map((word, index) => ({ title: words[word][language], width: widths[index] ?? 14 }));
  return [
    {
      name: titled(words.sites[language], demo),
      columns: properties.map(([name, { title, type }]) => ({ title: title[language], width: widthOf(name, type) })),
      rows: mapped(sitePages(download), (site) => properties.map(([name]) => site[name])),
    },
    {
      name: titled(words.figures[language], demo),
      columns: columns(FIGURE_COLUMNS, [18, 28, 22, 32, 12, 12, 12, 12, 16, 16, 12, 20, 12, 12, 12, 30]),
      rows: mapped(figurePages(download), (figure) => FIGURE_COLUMNS.map((name) => figure[name])),
    },
    {
      name: titled(words.sources[language], demo),
      columns: columns(["source", "publisher", "sourceTitle", "publishedOn", "url", "access"], [24, 30, 60, 14, 50, 16]),
      rows: once(
        sources.map(({ slug, publisher, title, publishedOn, url, access }) => [slug, publisher, title, publishedOn, url, access]),
      ),
    },
    {
      name: titled(words.notes[language], demo),
      columns: columns(["topic", "detail"], [28, 100]),
      rows: once(noteRows(download)),
      wraps: true,
    },
  ];
}

const widthOf = (name: string, type: Property["type"]): number =>
  type !== "string" ? 12 : /^(name|history|basis|note|operator|locality)/.test(name) ? 32 : 18;

async function* mapped<From, To>(pages: AsyncIterable<From[]>, change: (row: From) => To): AsyncGenerator<To[]> {
  for await (const page of pages) yield page.map(change);
}

async function* once<Row>(rows: Row[]): AsyncGenerator<Row[]> {
  yield rows;
}

// The parts round the sheets: what there is, how it hangs together, how it looks, and the document's own title.
function parts(sheets: readonly Sheet[], download: Download): Record<string, string> {
  const { language, retrievedAt } = download;
  const each = (line: (number: number, sheet: Sheet) => string) => sheets.map((sheet, index) => line(index + 1, sheet)).join("");
  const document = `${SCHEMAS}/officeDocument/2006`;
  const packaged = `${SCHEMAS}/package/2006`;
  return {
    "[Content_Types].xml": `${DECLARATION}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
    "_rels/.rels": `${DECLARATION}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${document}/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    "docProps/core.xml": `${DECLARATION}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(titleOf(download))}</dc:title><dc:description>${escaped(words.licence[language])}</dc:description><dcterms:created xsi:type="dcterms:W3CDTF">${retrievedAt}</dcterms:created></cp:coreProperties>`,
    "xl/workbook.xml": `${DECLARATION}<workbook xmlns="${SCHEMAS}/spreadsheetml/2006/main" xmlns:r="${document}/relationships"><sheets>${each((number, { name }) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${DECLARATION}<Relationships xmlns="${packaged}/relationships">${each((number) => `<Relationship Id="rId${number}" Type="${document}/relationships/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${document}/relationships/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": styles,
  };
}
