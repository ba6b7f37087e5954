// CSV (RFC 4180) in UTF-8 with a byte order mark, without which Excel shows no Chinese. No lines go before the header, so that
// GDAL and pandas read it: what a file says of itself stands in columns at the end of every row.
import { stringify } from "csv-stringify/sync";
import { siteProperties } from "../sites/properties.ts";
import { citer } from "./citations.ts";
import { caveats, type Download } from "./download.ts";
import { sitePages, type Value } from "./pages.ts";
import { words } from "./words.ts";

const names = Object.keys(siteProperties) as (keyof typeof siteProperties)[];
const ABOUT = ["sourcesCited", "dataVersion", "filter", "address", "retrievedAt", "licence", "caveats"];

/** The sites as CSV under the names of their properties. */
export async function* writeCsv(download: Download): AsyncGenerator<string> {
  const { language, version, query, address, retrievedAt } = download;
  const cite = citer(download.sources, language);
  const same = [version, query, address, retrievedAt, words.licence[language], caveats(download).join(" ")];
  yield `\uFEFF${lines([[...names, ...ABOUT]])}`;
  for await (const page of sitePages(download)) {
    yield lines(page.map((site) => [...names.map((name) => site[name]), cite(site.sources), ...same]));
  }
}

/**
 * Rows as lines. A spreadsheet runs text that begins like a formula; an apostrophe before it keeps it text. Numbers stay as they are.
 */
export const lines = (rows: Value[][]): string =>
  stringify(rows, { record_delimiter: "windows", escape_formulas: true, cast: { boolean: String } });
