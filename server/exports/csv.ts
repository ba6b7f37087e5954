// CSV (RFC 4180) in UTF-8. Excel needs the byte order mark to display Chinese. No lines precede the header, so that GDAL and pandas can
// read it: the last columns of every row describe the file.
import { stringify } from "csv-stringify/sync";
import { citationFormatter } from "./citations.ts";
import { caveats, type Download } from "./download.ts";
import { sitePages, type Value } from "./pages.ts";
import { words } from "./words.ts";

const DESCRIPTION_COLUMNS = ["sourcesCited", "dataVersion", "filter", "address", "retrievedAt", "licence", "caveats"];

/** The sites as CSV. The header contains the names of their properties. */
export async function* writeCsv(download: Download): AsyncGenerator<string> {
  const { language, version, query, address, retrievedAt } = download;
  const names = Object.keys(download.properties);
  const cite = citationFormatter(download.sources, language);
  const description = [version, query, address, retrievedAt, words.licence[language], caveats(download).join(" ")];
  yield `\uFEFF${lines([[...names, ...DESCRIPTION_COLUMNS]])}`;
  for await (const page of sitePages(download)) {
    yield lines(page.map((site) => [...names.map((name) => site[name] ?? null), cite(site.sources), ...description]));
  }
}

/**
 * Rows as lines of CSV. A spreadsheet would evaluate text that begins like a formula, so such text gets an apostrophe; numbers do not.
 */
export const lines = (rows: Value[][]): string =>
  stringify(rows, { record_delimiter: "windows", escape_formulas: true, cast: { boolean: String } });
