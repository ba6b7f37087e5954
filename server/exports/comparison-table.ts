// The comparison as people read it: a row for each subject, a column for each measure with its unit and year in the head, places
// beside, and the publications in words behind. The sheets after it have every number as it is stored.

import { formulas } from "../compare/formulas.ts";
import { kinds, type SiteKind } from "../contract/kinds.ts";
import type { Language } from "../contract/language.ts";
import { commonScale, computedDigits, publishedDigits, qualifierWords } from "../contract/quantities.ts";
import { citer } from "./citations.ts";
import type { ComparisonFile } from "./comparison.ts";
import type { Value } from "./pages.ts";
import { words } from "./words.ts";
import { once } from "./workbook.ts";
import type { Sheet } from "./worksheet.ts";

type Cell = ComparisonFile["cells"][number];
type Bounded = Pick<Cell, "value" | "valueMax" | "qualifier">;

/** The first sheet of the workbook. */
export function tableSheet({ language, cells, sources }: ComparisonFile): Sheet {
  const measures = [...new Set(cells.map(({ measure }) => measure))];
  const subjects = [...new Set(cells.map(({ key }) => key))];
  const places = new Map(cells.map((cell) => [placeIn(cell.key, cell.measure), cell]));
  const of = (key: Value, measure: Value) => places.get(placeIn(key, measure)) as Cell;
  const heads = measures.map((measure) =>
    headOf(
      cells.filter((cell) => cell.measure === measure),
      language,
    ),
  );
  const cite = citer(sources, language);
  const rows = subjects.map((key): Value[] => {
    const own = measures.map((measure) => of(key, measure));
    const slugs = new Set(
      own.flatMap((cell) =>
        String(cell.sources ?? "")
          .split("; ")
          .filter(Boolean),
      ),
    );
    const numbers = own.flatMap((cell, at) => [cellText(cell, heads[at]?.size ?? 1, language), placeOf(cell)]);
    return [own[0]?.name ?? key, ...numbers, cite([...slugs].join("; ") || null)];
  });
  const medians = measures.flatMap((measure, at) => {
    const { median: value, medianMax: valueMax, medianQualifier: qualifier } = of(subjects[0] ?? null, measure);
    return [cellText({ value, valueMax, qualifier }, heads[at]?.size ?? 1, language), null];
  });
  return {
    name: words.table[language],
    columns: [
      { title: words.name[language], width: 24 },
      ...heads.flatMap(({ title }) => [
        { title, width: 24 },
        { title: words.rank[language], width: 8 },
      ]),
      { title: words.sources[language], width: 80 },
    ],
    // The city stands last; the median before it.
    rows: once([...rows.slice(0, -1), [words.median[language], ...medians, null], ...rows.slice(-1)]),
  };
}

// Neither a code, a slug nor a measure's text form has a space.
const placeIn = (key: Value, measure: Value): string => `${key} ${measure}`;

/** Name, unit and year of a measure, in the scale of its middle number: "GDP, per km² (billion CNY per km², 2023)". */
function headOf(cells: readonly Cell[], language: Language): { title: string; size: number } {
  const [cell] = cells;
  const { size, word } = commonScale(
    cells.flatMap(({ value }) => (typeof value === "number" ? value : [])),
    language,
    cell?.formula === "VALUE" ? publishedDigits : computedDigits,
  );
  const formula = formulas[cell?.formula as keyof typeof formulas];
  const isZh = language === "zh";
  const name = `${cell?.indicator}${cell?.formula === "VALUE" ? "" : isZh ? `（${formula.nameZh}）` : `, ${formula.nameEn}`}`;
  const kind = cell?.siteKind ? ` · ${kinds[cell.siteKind as SiteKind].many[language]}` : "";
  const unit = [word, cell?.unit].filter(Boolean).join(isZh ? "" : " ");
  const about = [unit, cell?.year].filter((part) => part !== null && part !== "").join(isZh ? "，" : ", ");
  return { title: `${name}${kind}${isZh ? `（${about}）` : ` (${about})`}`, size };
}

/** A number as a number; a bound, or what is not exact, in words; a dash if there is no value. */
function cellText({ value, valueMax, qualifier }: Bounded, size: number, language: Language): Value {
  if (typeof value !== "number") return "—";
  const scaled = (number: number) => Number((number / size).toPrecision(12));
  if (qualifier === "EXACT") return scaled(value);
  if (qualifier === "RANGE" && typeof valueMax === "number") return `${scaled(value)}–${scaled(valueMax)}`;
  return `${qualifierWords[qualifier as keyof typeof qualifierWords][language]} ${scaled(value)}`;
}

const placeOf = ({ rank, rankFrom, rankTo }: Cell): Value => rank ?? (rankFrom === null ? null : `${rankFrom}–${rankTo}`);
