// The sheet of a workbook that describes the file, and its licence.

import { caveats, type Download, titleOf } from "./download.ts";
import type { Value } from "./pages.ts";
import { words } from "./words.ts";

/** Rows of topic and text. */
export function noteRows(download: Download): Value[][] {
  const { language, version, versionDate, filterText, address, retrievedAt, sites, asOf } = download;
  return [
    [words.notes[language], titleOf(download)],
    [words.dataVersion[language], version],
    [words.versionDate[language], versionDate],
    [words.filter[language], filterText || words.everything[language]],
    ...(asOf ? [[words.asOf[language], asOf]] : []),
    [words.address[language], address],
    [words.retrievedAt[language], retrievedAt],
    [words.count[language], sites],
    [words.terms[language], words.licence[language]],
    ...caveats(download).map((caveat) => [words.notes[language], caveat]),
  ];
}
