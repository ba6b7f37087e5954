// A comparison as rows: the same data as in GraphQL, read in one statement together with the figures that were used and their sources.

import { type ComparisonInput, comparisonStatement } from "../compare/comparison-query.ts";
import { formulas } from "../compare/formulas.ts";
import { areasExcludedBy, cityRef } from "../compare/subjects.ts";
import { CITY_CODE } from "../contract/city.ts";
import type { Language } from "../contract/language.ts";
import type { Reader } from "../database/pool.ts";
import { empty, type Sql, sql } from "../database/sql.ts";
import type { NoticeSource } from "../graphql/statement.ts";
import { runStatement } from "../graphql/statement.ts";
import type { Headers } from "./address.ts";
import { type Source, sourceList, sourcesOfFigures } from "./citations.ts";
import { currentTimestamp, DOWNLOAD_LIMITS, LAST_CHANGE_SQL, VERSION_COLUMNS } from "./download.ts";
import { FIGURE_COLUMNS, type Value } from "./pages.ts";
import { words } from "./words.ts";

/** The columns of a comparison with one row for each subject and measure. */
export const CELL_COLUMNS = [
  ...(["set", "key", "name", "measure", "indicatorSlug", "indicator", "siteKind", "formula", "formulaInWords"] as const),
  ...([
    "year",
    "fromYear",
    "qualifier",
    "value",
    "valueMax",
    "unit",
    "notComputable",
    "rank",
    "rankFrom",
    "rankTo",
    "rankOf",
  ] as const),
  ...(["previousRank", "ofHowMany", "gapToBest", "gapToMedian", "best", "medianQualifier", "median", "medianMax"] as const),
  ...([
    "cityValue",
    "siteCount",
    "sitesWithoutDistrict",
    "sitesWithoutFunctionalArea",
    "excludedAreas",
    "areaKm2",
    "areaConfidence",
    "areaNote",
    "synthetic",
    "sources",
  ] as const),
] as const;
/** The columns of the values of all years. */
export const YEAR_COLUMNS = [
  ...(["key", "name", "measure", "indicator", "siteKind", "formula", "year", "fromYear"] as const),
  ...(["qualifier", "value", "valueMax", "unit", "notComputable", "comparableSince", "rank", "synthetic", "sources"] as const),
] as const;
/** The columns of the figures that were used. */
export const USED_COLUMNS = ["key", ...FIGURE_COLUMNS.slice(1)] as const;

export interface ComparisonRequest {
  input: ComparisonInput;
  /** The query string, unencoded where that is unambiguous. */
  query: string;
  /** Address of the page that shows the comparison. */
  address: string;
  language: Language;
  /** The column heads of CSV: words or field names. */
  headers: Headers;
}

export interface ComparisonFile extends ComparisonRequest {
  version: number;
  versionDate: string | null;
  /** Whether it may contain synthetic figures. */
  demo: boolean;
  retrievedAt: string;
  notices: readonly NoticeSource[];
  cells: Record<(typeof CELL_COLUMNS)[number], Value>[];
  years: Record<(typeof YEAR_COLUMNS)[number], Value>[];
  figures: Record<(typeof USED_COLUMNS)[number], Value>[];
  sources: readonly Source[];
}

/** The columns of the statement. */
type ComparisonRow = Pick<ComparisonFile, "version" | "versionDate" | "demo" | "cells" | "years" | "figures" | "sources">;

/** Names of the arguments in an address. */
const argumentNames = { measures: "measures", subjects: "picks", filter: "address" };

/** Reads a comparison; throws the errors of comparisonStatement. */
export async function readComparison(database: Reader, request: ComparisonRequest): Promise<ComparisonFile> {
  const { input, language } = request;
  const statement = await comparisonStatement(database, input, argumentNames);
  const used = sql`(SELECT unnest(r.ids) FROM ranked_result r JOIN subject_or_city p ON p.ref = r.ref WHERE ${isRequestedOrCity})`;
  const columns = sql`t0.version, t0."versionDate", t0.demo, ${list(cells(input, language))} AS cells, ${list(years(language))} AS years,
    ${list(figures(used, language))} AS figures, ${sourceList(sql`${sourcesOfFigures(used)} ${areaSources(isUsedArea)}`, language, DOWNLOAD_LIMITS.sources)} AS sources`;
  const row = (await runStatement(
    database,
    columns,
    sql`SELECT ${VERSION_COLUMNS} FROM ${LAST_CHANGE_SQL}`,
    statement,
  )) as unknown as ComparisonRow;
  const formulaInWords = (formula: Value) =>
    formulas[formula as keyof typeof formulas][language === "zh" ? "wordsZh" : "wordsEn"];
  return {
    ...request,
    ...row,
    notices: statement.notices,
    retrievedAt: currentTimestamp(),
    cells: row.cells.map((cell) => ({ ...cell, formulaInWords: formulaInWords(cell.formula) })),
  };
}

const isUsedArea = sql`l.area_id IN (SELECT p.functional_area_id FROM subject_or_city p WHERE p.is_requested)
  AND EXISTS (SELECT FROM requested_measure a WHERE a.formula = 'PER_KM2')`;

// The city comes last.
const isRequestedOrCity = sql`(p.is_requested OR p.ref = ${cityRef})`;
const order = sql`p.ref = ${cityRef}, p.sort, p.ref`;
const list = (rows: Sql): Sql => sql`(SELECT coalesce(json_agg(x), '[]'::json) FROM (${rows}) x)`;
const inLanguage = (language: Language, zh: Sql, en: Sql): Sql => (language === "zh" ? zh : en);

// Its aliases do not occur in the `ids` of any caller.
const sourcesOf = (
  ids: Sql,
  others: Sql = empty,
): Sql => sql`(SELECT string_agg(cited.source_id, '; ' ORDER BY cited.source_id) FROM (
  SELECT main.source_id FROM observation main WHERE main.id = ANY(${ids})
  UNION SELECT further.source_id FROM observation_source further WHERE further.observation_id = ANY(${ids}) ${others}) cited)`;

// A figure per km² has the sources of its area too. The area of a site is a figure; that of a district has a confidence and a note.
const areaSources = (condition: Sql): Sql => sql`UNION SELECT l.source_id FROM functional_area_source l WHERE ${condition}`;
const areaColumns = (set: ComparisonInput["set"], language: Language): Sql => {
  const ofPlace = (column: Sql, table: Sql, condition: Sql): Sql =>
    sql`CASE WHEN a.formula = 'PER_KM2' THEN (SELECT ${column} FROM ${table} x WHERE ${condition}) END`;
  const note = inLanguage(language, sql`x.note_zh`, sql`x.note_en`);
  const ofDistrict = (column: Sql) => ofPlace(column, sql`district`, sql`x.code = p.district_code`);
  const ofArea = (column: Sql) => ofPlace(column, sql`functional_area`, sql`x.id = p.functional_area_id`);
  return sql`${set === "SITE" ? sql`NULL` : ofPlace(sql`x.low`, sql`area`, sql`x.ref = p.ref`)} AS "areaKm2",
    ${ofDistrict(sql`x.area_confidence`)} AS "areaConfidence", coalesce(${ofDistrict(note)}, ${ofArea(note)}) AS "areaNote"`;
};

const nameColumns = (language: Language): Sql => sql`CASE p.ref WHEN ${cityRef} THEN ${CITY_CODE}::text ELSE p.key END AS key,
  ${inLanguage(language, sql`p.name_zh`, sql`p.name_en`)} AS name, a.key AS measure, a.indicator_id AS "indicatorSlug",
  coalesce((SELECT ${inLanguage(language, sql`i.name_zh`, sql`i.name_en`)} FROM indicator i WHERE i.id = a.indicator_id), ${words.count[language]}::text) AS indicator,
  a.kind AS "siteKind", a.formula, ${inLanguage(language, sql`a.unit_zh`, sql`a.unit_en`)} AS unit`;

const citySiteCount = (number: Sql, table = sql`city_site_count`): Sql =>
  sql`(SELECT CASE WHEN a.counts_sites THEN coalesce(sum(${number}), 0) END FROM ${table} w WHERE w.kind = a.kind OR a.kind IS NULL)`;

const cells = ({ set }: ComparisonInput, language: Language): Sql => sql`
  SELECT ${set}::text AS set, ${nameColumns(language)}, c.year, c.from_year AS "fromYear", c.qualifier, c.value, c.value_max AS "valueMax",
    c.reason AS "notComputable", c.rank, c.rank_from AS "rankFrom", c.rank_to AS "rankTo", c.rank_of AS "rankOf", c.previous_rank AS "previousRank", a.count AS "ofHowMany", c.gap_to_best AS "gapToBest",
    c.gap_to_median AS "gapToMedian", a.best,
    a.median_qualifier AS "medianQualifier", a.median, a.median_max AS "medianMax",
    (SELECT city.value FROM cell city WHERE city.ref = ${cityRef} AND city.position = c.position) AS "cityValue",
    ${citySiteCount(sql`w.sites`)} AS "siteCount", ${citySiteCount(sql`w.without_district`)} AS "sitesWithoutDistrict",
    ${citySiteCount(sql`w.without_area`, sql`city_area_count`)} AS "sitesWithoutFunctionalArea",
    (SELECT string_agg(${inLanguage(language, sql`left_out.name_zh`, sql`left_out.name_en`)}, '; ' ORDER BY left_out.id) ${areasExcludedBy(sql`c`, sql`left_out`)}) AS "excludedAreas",
    ${areaColumns(set, language)}, c.synthetic, ${sourcesOf(sql`c.ids`, areaSources(sql`l.area_id = p.functional_area_id AND a.formula = 'PER_KM2'`))} AS sources
  FROM cell c JOIN measure_summary a ON a.position = c.position JOIN subject_or_city p ON p.ref = c.ref WHERE ${isRequestedOrCity} ORDER BY ${order}, c.position`;

const years = (language: Language): Sql => sql`
  SELECT ${nameColumns(language)}, r.year, r.from_year AS "fromYear", r.qualifier, r.value, r.value_max AS "valueMax",
    r.reason AS "notComputable", r.comparable_since AS "comparableSince", r.rank, r.synthetic, ${sourcesOf(sql`r.ids`)} AS sources
  FROM ranked_result r JOIN requested_measure a ON a.position = r.position JOIN subject_or_city p ON p.ref = r.ref
  WHERE ${isRequestedOrCity} AND r.year > 0 ORDER BY ${order}, r.position, r.year`;

const figures = (used: Sql, language: Language): Sql => sql`
  SELECT coalesce(s.slug, o.district_code, o.functional_area_id, o.region_code) AS key,
    (SELECT ${inLanguage(language, sql`n.name_zh`, sql`n.name_en`)} FROM subject_or_city n WHERE n.ref = coalesce(s.id::text, o.district_code, o.functional_area_id, ${cityRef})) AS name,
    i.id AS "indicatorSlug", ${inLanguage(language, sql`i.name_zh`, sql`i.name_en`)} AS indicator,
    o.period_kind AS "periodKind", o.period_start AS "periodStart", o.period_end AS "periodEnd", o.qualifier, o.value, o.value_max AS "valueMax",
    ${inLanguage(language, sql`u.name_zh`, sql`u.name_en`)} AS unit, o.published, o.status, o.confidence, o.synthetic,
    ${sourcesOf(sql`ARRAY[o.id]`)} AS sources
  FROM observation o JOIN indicator i ON i.id = o.indicator_id JOIN unit u ON u.id = i.unit_id LEFT JOIN site s ON s.id = o.site_id
  WHERE o.id IN ${used} ORDER BY 1, i.id, o.period_end, o.id`;
