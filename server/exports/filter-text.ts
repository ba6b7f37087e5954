// The filter of a file in words, as the page prints it.
import { enumWordsEn } from "../contract/enum-words-en.ts";
import { enumWordsZh } from "../contract/enum-words-zh.ts";
import { filterParts, type WordedName, wordedNames } from "../contract/filter-parts.ts";
import { type ChoiceName, choiceNames, choiceWords, filterWords, formatRange, nestedText } from "../contract/filter-words.ts";
import type { Language } from "../contract/language.ts";
import { formatDigits } from "../contract/quantities.ts";
import type { WordedPart } from "../contract/scalar-parts.ts";
import { type Filter, readFilter } from "../contract/site-filter.ts";
import type { Query } from "../core/query.ts";
import type { Reader } from "../database/pool.ts";
import { raw, sql } from "../database/sql.ts";

interface NamedEntry {
  list: "districts" | "functionalAreas" | "industries" | "figures";
  key: string;
  name: string;
  /** The unit of an indicator. */
  unit: { slug: string; nameZh: string; nameEn: string } | null;
}

/** The filter of an address in words; empty where there is none. The parameters have been checked. */
export async function readFilterText(database: Reader, parameters: Query, language: Language): Promise<string> {
  const { filter } = readFilter(new URLSearchParams(parameters as Record<string, string>));
  return filterText(filter, await readNames(database, filter, language), language);
}

async function readNames(database: Reader, filter: Filter, language: Language): Promise<NamedEntry[]> {
  const { districts, functionalAreas, industries } = filter;
  const indicators = filter.figures.map(({ indicator }) => indicator);
  if ([districts, functionalAreas, industries, indicators].every((entries) => entries.length === 0)) return [];
  const name = raw(`name_${language}`);
  return database.rows<NamedEntry>(sql`SELECT 'districts' AS list, code AS key, ${name} AS name, NULL::json AS unit
      FROM district WHERE code = ANY(${[...districts]}::text[])
    UNION ALL SELECT 'functionalAreas', id, ${name}, NULL FROM functional_area WHERE id = ANY(${[...functionalAreas]}::text[])
    UNION ALL SELECT 'industries', id, ${name}, NULL FROM industry WHERE id = ANY(${[...industries]}::text[])
    UNION ALL SELECT 'figures', indicator.id, indicator.${name},
        json_build_object('slug', unit.id, 'nameZh', unit.name_zh, 'nameEn', unit.name_en)
      FROM indicator JOIN unit ON unit.id = indicator.unit_id WHERE indicator.id = ANY(${indicators}::text[])`);
}

/** Kinds first, then the other conditions in the page's order. */
function filterText(filter: Filter, names: readonly NamedEntry[], language: Language): string {
  const words = filterWords[language];
  const enumWords = language === "zh" ? enumWordsZh : enumWordsEn;
  const [comma, semicolon] = language === "zh" ? ["、", "；"] : [", ", "; "];
  const entryOf = (list: NamedEntry["list"], key: string) => names.find((each) => each.list === list && each.key === key);
  const namesOf = (list: "districts" | "functionalAreas" | "industries") =>
    filter[list].map((key) => entryOf(list, key)?.name ?? key);
  const choice = (group: string, name: string) => fill(words.choice, { group, name });
  const distance = (km: number, decimals = km < 10 ? 1 : 0) =>
    `${formatDigits(km, language, { maximumFractionDigits: decimals })} ${language === "zh" ? "公里" : "km"}`;
  const { near, nearKind, bbox, within } = filter;
  const neighbour = nearKind && (nearKind.level ? enumWords.hubLevel[nearKind.level] : enumWords.kindSingular[nearKind.kind]);
  const choicesOf = (list: ChoiceName) =>
    (filter[list] as readonly string[]).map((value) => {
      const name = (enumWords[choiceWords[list]] as Record<string, string>)[value] ?? value;
      return list === "confidences" ? name : choice(words[list], name);
    });
  const worded = (name: WordedName) => {
    const part = filterParts[name] as unknown as WordedPart<unknown>;
    return filter[name] === null ? "" : part.conditionText(filter[name] as NonNullable<unknown>, language);
  };
  return [
    filter.kinds.map((kind) => enumWords.kind[kind]).join(comma),
    filter.text && fill(words.text, { q: filter.text }),
    near && fill(words.nearPoint, { distance: distance(near.withinKm), point: near.point.join(", ") }),
    bbox && fill(words.boxOf, { box: bbox.join(", ") }),
    within && words.drawn,
    ...namesOf("districts"),
    ...namesOf("functionalAreas"),
    ...filter.statuses.map((status) => enumWords.siteStatus[status]),
    ...filter.figures.map((range) => {
      const { name = range.indicator, unit = null } = entryOf("figures", range.indicator) ?? {};
      const group = [name, range.year].filter(Boolean).join(" ");
      const bounds = unit && formatRange(range, unit, language);
      return bounds ? choice(group, bounds) : fill(words.anyFigure, { indicator: group });
    }),
    nearKind &&
      fill(nearKind.where === null ? words.nearKind : words.nearKindWhere, {
        ...{ kind: neighbour ?? "", distance: distance(nearKind.withinKm, 3) },
      }),
    ...wordedNames.map(worded),
    ...choiceNames.flatMap(choicesOf),
    ...namesOf("industries"),
    filter.cql && choice(words.cql, filter.cql),
    (filter.and || filter.or || filter.not) && choice(words.combined, nestedText(filter)),
  ]
    .filter(Boolean)
    .join(semicolon);
}

/** Puts values in the {{places}} of a text. */
const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "");
