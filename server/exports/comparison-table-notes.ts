// What belongs to the table of a comparison and would make it too wide to print.
import { excludedAreasText } from "../contract/excluded-areas.ts";
import { citationFormatter, slugsIn } from "./citations.ts";
import type { ComparisonFile } from "./comparison.ts";
import type { Value } from "./pages.ts";
import { words } from "./words.ts";
import { singlePage } from "./workbook.ts";
import type { Sheet } from "./worksheet.ts";

/** For each subject of the table what its figures leave out, and their sources, on a sheet of their own. */
export function tableNotes({ language, cells, sources }: ComparisonFile): Sheet {
  const cite = citationFormatter(sources, language);
  const rows = [...new Set(cells.map(({ key }) => key))].flatMap((key): Value[][] => {
    const ofSubject = cells.filter((cell) => cell.key === key);
    const excluded = ofSubject.find(({ excludedAreas }) => excludedAreas)?.excludedAreas;
    const note = excluded ? excludedAreasText(String(excluded).split("; "), language) : null;
    const slugs = new Set(ofSubject.flatMap((cell) => slugsIn(cell.sources)));
    return note || slugs.size > 0 ? [[ofSubject[0]?.name ?? key, note, cite([...slugs].join("; ") || null)]] : [];
  });
  return {
    name: words.tableNotes[language],
    columns: [
      { title: words.name[language], width: 16 },
      { title: words.notes[language], width: 40 },
      { title: words.sources[language], width: 80 },
    ],
    rows: singlePage(rows),
    wraps: true,
  };
}
