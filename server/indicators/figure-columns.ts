// The latest figures of some indicators as columns of sites, districts and functional areas in files and the OGC API:
// ?columns=planned-area,resident-firms. A bound keeps its qualifier in a column beside it, so that it is not mistaken for a number.
import type { Language } from "../contract/language.ts";
import type { Properties, Property } from "../cql2/properties.ts";
import type { Reader } from "../database/pool.ts";
import { join, raw, type Sql, sql } from "../database/sql.ts";
import { Qualifier } from "../generated/values.ts";
import { checkEntries, checkVocabularies } from "../graphql/vocabulary.ts";
import { type AsOf, currentAsOf } from "./figure-precedence.ts";

export const MAX_FIGURE_COLUMNS = 8;

/** The key of a subject in the table of figures, and in its own. */
const subjectKeys = {
  SITE: [raw("site_id"), raw("id")],
  DISTRICT: [raw("district_code"), raw("code")],
  FUNCTIONAL_AREA: [raw("functional_area_id"), raw("id")],
} as const;
export type FigureSubject = keyof typeof subjectKeys;

interface NamedIndicator {
  slug: string;
  title: Record<Language, string>;
}

/** The indicators that the parameter names, each once. */
export const indicatorsOf = (columns: string | undefined): string[] => [...new Set(columns?.split(",").filter(Boolean))];

/** The columns of these indicators; throws LIST_TOO_LONG and VALUE_UNKNOWN. */
export async function figureColumns(
  database: Reader,
  indicators: readonly string[],
  subject: FigureSubject,
  asOf: AsOf = null,
): Promise<Properties> {
  if (indicators.length === 0) return {};
  checkEntries("columns", indicators, MAX_FIGURE_COLUMNS);
  await checkVocabularies(database, [{ argument: "columns", table: "indicator", key: "id", entries: indicators }]);
  const namedIndicators = await database.rows<NamedIndicator>(
    sql`SELECT indicator.id AS slug, json_build_object('zh', indicator.name_zh || '（' || unit.name_zh || '）', 'en',
      indicator.name_en || ' (' || unit.name_en || ')') AS title
      FROM indicator JOIN unit ON unit.id = indicator.unit_id WHERE indicator.id = ANY(${indicators}::text[])
      ORDER BY array_position(${indicators}::text[], indicator.id)`,
  );
  return Object.fromEntries(namedIndicators.flatMap((indicator, index) => columnsOf(indicator, index, subject, asOf)));
}

function columnsOf({ slug, title }: NamedIndicator, index: number, subject: FigureSubject, asOf: AsOf): [string, Property][] {
  const figure = (columns: Sql) => (row: Sql) =>
    sql`SELECT ${columns} FROM observation WHERE id = ${latest(slug, subject, asOf, row)}`;
  const all = join(Object.entries(figureValues).map(([column, value]) => sql`${value} AS ${raw(column)}`));
  const column = (suffix: Record<Language, string>, type: Property["type"], name: keyof typeof figureValues): Property => ({
    title: { zh: title.zh + suffix.zh, en: title.en + suffix.en },
    type,
    sql: (row) => sql`(${figure(figureValues[name])(row)})`,
    lookup: { name: `figure_${index}`, rows: figure(all), column: name },
  });
  const qualifier = column({ zh: "：限定词", en: ": qualifier" }, "string", "qualifier");
  return [
    [slug, column({ zh: "", en: "" }, "number", "value")],
    [`${slug}.max`, column({ zh: "：上限", en: ": upper value" }, "number", "value_max")],
    [`${slug}.qualifier`, { ...qualifier, values: Qualifier, words: "qualifier" as const }],
    [`${slug}.period`, column({ zh: "：时期", en: ": period" }, "string", "period")],
    [`${slug}.sources`, column({ zh: "：来源标识", en: ": sources" }, "string", "sources")],
  ];
}

/** The id of the latest figure of an indicator for a row of the subject's table. */
function latest(indicator: string, subject: FigureSubject, asOf: AsOf, row: Sql): Sql {
  const [key, subjectKey] = subjectKeys[subject];
  const isOfRow = sql`figure.${key} = ${row}.${subjectKey} AND figure.indicator_id = ${indicator}::text`;
  return asOf
    ? sql`(SELECT figure.id FROM outcome figure WHERE ${isOfRow} AND ${currentAsOf(sql`figure`, asOf)}
      ORDER BY figure.precedence LIMIT 1)`
    : sql`(SELECT figure.observation_id FROM latest_figure figure WHERE ${isOfRow})`;
}

/** The sources of a row of `observation`, the main one first: "a; b". */
export const figureSources = (row: Sql): Sql =>
  sql`concat_ws('; ', ${row}.source_id, (SELECT string_agg(observation_source.source_id, '; '
    ORDER BY observation_source.source_id) FROM observation_source
    WHERE observation_source.observation_id = ${row}.id AND observation_source.source_id <> ${row}.source_id))`;

// As parsePeriod reads it.
const period = sql`CASE observation.period_kind
  WHEN 'YEAR' THEN to_char(observation.period_end, 'YYYY')
  WHEN 'HALF_YEAR' THEN to_char(observation.period_end, 'YYYY') || CASE
  WHEN extract(month FROM observation.period_end) < 7 THEN '-H1' ELSE '-H2' END
  WHEN 'QUARTER' THEN to_char(observation.period_end, 'YYYY-"Q"Q')
  WHEN 'MONTH' THEN to_char(observation.period_end, 'YYYY-MM')
  WHEN 'DAY' THEN to_char(observation.period_end, 'YYYY-MM-DD')
  WHEN 'UNDATED' THEN NULL
  ELSE to_char(observation.period_start, 'YYYY-MM-DD') || '/' || to_char(observation.period_end, 'YYYY-MM-DD') END`;

/** The columns of a figure, a row of `observation`. */
const figureValues = {
  value: sql`observation.value::float8`,
  value_max: sql`observation.value_max::float8`,
  qualifier: sql`observation.qualifier::text`,
  period,
  sources: figureSources(sql`observation`),
};
