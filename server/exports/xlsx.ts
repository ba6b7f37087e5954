// The workbook of a download: sheets of sites, their latest figures, the sources of both, notes, and the machine names of columns and
// codes. Headings and words are in the download's language; cells are typed.
import type { Language } from "../contract/language.ts";
import type { Property } from "../cql2/properties.ts";
import { codesOfProperty } from "./codes.ts";
import type { Download } from "./download.ts";
import { noteRows } from "./notes.ts";
import { FIGURE_COLUMNS, figurePages, sitePages } from "./pages.ts";
import { words } from "./words.ts";
import { fieldSheet, headings, noteSheet, sourceSheet, writeWorkbook } from "./workbook.ts";
import type { Sheet } from "./worksheet.ts";

/** The download as a workbook. */
export const writeXlsx = (download: Download): AsyncGenerator<Uint8Array> =>
  writeWorkbook({ ...download, title: words.title[download.language] }, sheetsOf(download));

function sheetsOf(download: Download): Sheet[] {
  const { language, sources } = download;
  const properties = Object.entries(download.properties);
  const namedProperties = Object.fromEntries(properties.map(([name, property]) => [name, withNames(property, language)]));
  const sheets: Sheet[] = [
    {
      name: words.sites[language],
      columns: properties.map(([name, property]) => ({
        ...{ title: property.title[language], width: widthOf(name, property.type), field: name },
        ...codesOfProperty(property, language),
      })),
      rows: mapPages(sitePages({ ...download, properties: namedProperties }), (site) =>
        properties.map(([name]) => site[name] ?? null),
      ),
    },
    {
      name: words.figures[language],
      columns: headings(language, FIGURE_COLUMNS, [18, 28, 22, 32, 12, 12, 12, 12, 16, 16, 12, 20, 12, 12, 12, 30]),
      rows: mapPages(figurePages(download), (figure) => FIGURE_COLUMNS.map((name) => figure[name])),
    },
    sourceSheet(language, sources),
  ];
  return [...sheets, noteSheet(language, noteRows(download)), fieldSheet(language, sheets)];
}

/** A property that is shown by name in place of a slug. */
const withNames = (property: Property, language: Language): Property =>
  property.names ? { ...property, sql: property.names[language] } : property;

const widthOf = (name: string, type: Property["type"]): number =>
  type !== "string" ? 12 : /^(name|history|basis|note|operator|locality)/.test(name) ? 32 : 18;

async function* mapPages<From, To>(pages: AsyncIterable<From[]>, convert: (row: From) => To): AsyncGenerator<To[]> {
  for await (const page of pages) yield page.map(convert);
}
