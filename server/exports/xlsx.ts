// The workbook of a download: sheets of sites, their latest figures, the sources of both, notes, and the machine names of columns and
// codes. Headings and words are in the download's language; cells are typed.
import type { Property } from "../cql2/properties.ts";
import { codesOfProperty, withNames } from "./codes.ts";
import type { Download } from "./download.ts";
import { noteRows } from "./notes.ts";
import { FIGURE_COLUMNS, figurePages, sitePages } from "./pages.ts";
import { sideBySideSheet } from "./side-by-side.ts";
import { words } from "./words.ts";
import { fieldSheet, headings, noteSheet, sourceSheet, writeWorkbook } from "./workbook.ts";
import type { Sheet } from "./worksheet.ts";

/** The download as a workbook. */
export async function* writeXlsx(requested: Download): AsyncGenerator<Uint8Array> {
  // Whether a demonstration is meant is a column of workbooks of a demonstration only.
  const { demo: _demo, ...properties } = requested.properties;
  const download = requested.demo ? requested : { ...requested, properties };
  const comparison = download.comparedSites.length > 0 ? [await sideBySideSheet(download)] : [];
  yield* writeWorkbook({ ...download, title: words.title[download.language] }, [...comparison, ...sheetsOf(download)]);
}

function sheetsOf(download: Download): Sheet[] {
  const { language, sources } = download;
  const properties = inReadingOrder(download);
  const figureColumns = FIGURE_COLUMNS.filter((name) => name !== "synthetic" || download.demo);
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
      columns: headings(
        language,
        figureColumns,
        figureColumns.map((name) => figureWidths[name] ?? 12),
      ),
      rows: mapPages(figurePages(download), (figure) => figureColumns.map((name) => figure[name])),
    },
    sourceSheet(language, sources),
  ];
  return [...sheets, noteSheet(language, noteRows(download)), fieldSheet(language, sheets)];
}

const figureWidths: Partial<Record<(typeof FIGURE_COLUMNS)[number], number>> = {
  ...{ site: 18, name: 28, indicatorSlug: 22, indicator: 32, periodNote: 24, value: 16, valueMax: 16, published: 20 },
  ...{ note: 32, sources: 30 },
};

const widthOf = (name: string, type: Property["type"]): number =>
  type !== "string" ? 12 : /^(name|history|basis|note|operator|locality)/.test(name) ? 32 : 18;

/** What people read comes first, what serves programs or the other language last. Nothing is left out. */
function inReadingOrder({ properties, indicators, language }: Download): [string, Property][] {
  const first = ["name", "kind", "district", "functionalArea", "status"];
  const distances = ["distanceKm", "nearest", "nearestKm"];
  const details = ["theme", "designation", "field", "level", "hubType", "facility", "industries", "operator", "locality"];
  const inLanguage = (name: string) => `${name}${language === "zh" ? "Zh" : "En"}`;
  const positionIn = (list: readonly string[], name: string) =>
    list.findIndex((each) => name === inLanguage(each) || (name === each && !(inLanguage(each) in properties)));
  const isFigure = (name: string) => indicators.some((indicator) => name === indicator || name.startsWith(`${indicator}.`));
  const beforeFigures = [...first, ...distances];
  const rank = (name: string): number => {
    if (isFigure(name)) return beforeFigures.length;
    const before = positionIn(beforeFigures, name);
    if (before >= 0) return before;
    const after = positionIn(details, name);
    return beforeFigures.length + 1 + (after >= 0 ? after : details.length);
  };
  return Object.entries(properties).sort(([one], [other]) => rank(one) - rank(other));
}

async function* mapPages<From, To>(pages: AsyncIterable<From[]>, convert: (row: From) => To): AsyncGenerator<To[]> {
  for await (const page of pages) yield page.map(convert);
}
