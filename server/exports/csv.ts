// CSV (RFC 4180) in UTF-8. Excel needs the byte order mark to display Chinese. No lines precede the header, so that GDAL and pandas can
// read it: the last columns of every row describe the file.
import { stringify } from "csv-stringify/sync";
import type { Language } from "../contract/language.ts";
import type { Headers } from "./address.ts";
import { citationFormatter } from "./citations.ts";
import { caveats, type Download } from "./download.ts";
import { sitePages, type Value } from "./pages.ts";
import { words } from "./words.ts";

const DESCRIPTION_COLUMNS = ["sourcesCited", "dataVersion", "filter", "address", "retrievedAt", "licence", "caveats"] as const;

/** What the last columns of a CSV file are called. */
const descriptionWords = {
  sourcesCited: words.citations,
  dataVersion: words.dataVersion,
  asOf: words.asOf,
  filter: words.filter,
  address: words.address,
  retrievedAt: words.retrievedAt,
  licence: words.terms,
  caveats: words.caveats,
};

/** The heads of columns that describe the file: their names, or words. */
export const descriptionHeads = (
  columns: readonly (keyof typeof descriptionWords)[],
  headers: Headers,
  language: Language,
): readonly string[] => (headers === "words" ? columns.map((name) => descriptionWords[name][language]) : columns);

/** The sites as CSV. The header contains the names of their properties, or their words where those are wanted. */
export async function* writeCsv(download: Download): AsyncGenerator<string> {
  const { language, headers, version, address, retrievedAt } = download;
  // The names of columns are for programs, which read the query; it is in the address too.
  const filter = headers === "words" ? download.filterText : download.query;
  const names = Object.keys(download.properties);
  const cite = citationFormatter(download.sources, language);
  const description = [version, filter, address, retrievedAt, words.licence[language], caveats(download).join(" ")];
  const columnHeads = headers === "words" ? Object.values(download.properties).map(({ title }) => title[language]) : names;
  yield `\uFEFF${csvLines([[...columnHeads, ...descriptionHeads(DESCRIPTION_COLUMNS, headers, language)]])}`;
  for await (const page of sitePages(download)) {
    yield csvLines(page.map((site) => [...names.map((name) => site[name] ?? null), cite(site.sources), ...description]));
  }
  // Readers learn what the filter leaves out even where it leaves nothing; for programs a row is a site.
  if (headers === "words" && download.sites === 0) yield csvLines([[...names.map(() => null), null, ...description]]);
}

/**
 * Rows as lines of CSV. A spreadsheet would evaluate text that begins like a formula, so such text gets an apostrophe; numbers do not.
 */
export const csvLines = (rows: Value[][]): string =>
  stringify(rows, { record_delimiter: "windows", escape_formulas: true, cast: { boolean: String } });
