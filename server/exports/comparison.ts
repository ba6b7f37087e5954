// A comparison as rows: the same data as in GraphQL, read in one statement together with the figures that were used and their sources.

import { type ComparisonInput, comparisonStatement } from "../compare/comparison-query.ts";
import { formulas } from "../compare/formulas.ts";
import { lowestConfidence } from "../compare/lowest-confidence.ts";
import { areasExcludedBy, citySubjectId, UNDATED } from "../compare/subjects.ts";
import { CITY_CODE } from "../contract/city.ts";
import type { Language } from "../contract/language.ts";
import { isRankMeaningful } from "../contract/ranks.ts";
import type { Reader } from "../database/pool.ts";
import { empty, type Sql, sql } from "../database/sql.ts";
import type { NoticeSource } from "../graphql/statement.ts";
import { runStatement } from "../graphql/statement.ts";
import { hasConflict } from "../indicators/conflict.ts";
import type { AsOf } from "../indicators/figure-precedence.ts";
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
    "confidence",
    "notComputable",
    "rank",
    "rankFrom",
    "rankTo",
    "rankOf",
  ] as const),
  ...(["previousRank", "ofHowMany", "gapToBest", "gapToMedian", "best", "medianQualifier", "median", "medianMax"] as const),
  ...([
    "cityValue",
    "cityYear",
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
  ...(["qualifier", "value", "valueMax", "unit", "notComputable", "comparableSince", "rank", "rankOf"] as const),
  ...(["synthetic", "sources"] as const),
] as const;
/** The columns of the figures that were used. */
export const USED_COLUMNS = ["key", ...FIGURE_COLUMNS.slice(1)] as const;

export interface ComparisonRequest {
  input: ComparisonInput;
  /** The query string, unencoded where that is unambiguous. */
  query: string;
  /** The filter of the counted sites in words; empty where there is none. */
  filterText: string;
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
  /** The values of all subjects by measure with their years, also of those that were not requested: the page scales a column by them. */
  columnValues: readonly { measure: string; values: readonly number[]; years: readonly (number | null)[] }[];
  /** How many subjects the set has, also those that were not requested. */
  subjectCount: number;
  sources: readonly Source[];
}

/** The columns of the statement. */
type ComparisonRow = Pick<
  ComparisonFile,
  "version" | "versionDate" | "demo" | "cells" | "years" | "figures" | "columnValues" | "subjectCount" | "sources"
>;

/** Names of the arguments in an address. */
const argumentNames = { measures: "measures", subjects: "picks", filter: "address" };

/** Reads a comparison; throws the errors of comparisonStatement. */
export async function readComparison(database: Reader, request: ComparisonRequest): Promise<ComparisonFile> {
  const { input, language } = request;
  const statement = await comparisonStatement(database, input, argumentNames);
  const used = sql`(SELECT unnest(ranked_result.ids) FROM ranked_result
    JOIN subject_or_city ON subject_or_city.subject_id = ranked_result.subject_id WHERE ${isRequestedOrCity})`;
  const columns = sql`row0.version, row0."versionDate", row0.demo, ${list(cells(input, language))} AS cells,
    ${list(years(input, language))} AS years,
    ${list(figures(used, input.asOf, language))} AS figures, ${list(columnValues)} AS "columnValues",
      (SELECT count(*)::int FROM subject_or_city WHERE subject_or_city.subject_id <> ${citySubjectId}) AS "subjectCount",
      ${sourceList(sql`${sourcesOfFigures(used)} ${areaSources(isUsedArea)}`, language, DOWNLOAD_LIMITS.sources)} AS sources`;
  const row = (await runStatement(
    database,
    columns,
    sql`SELECT ${VERSION_COLUMNS} FROM ${LAST_CHANGE_SQL}`,
    statement,
  )) as unknown as ComparisonRow;
  const ofSeveralYears = new Set(
    row.columnValues.filter(({ years }) => new Set(years).size > 1).map(({ measure }) => measure as Value),
  );
  const formulaInWords = (formula: Value) =>
    formulas[formula as keyof typeof formulas][language === "zh" ? "wordsZh" : "wordsEn"];
  return {
    ...request,
    ...row,
    notices: statement.notices,
    retrievedAt: currentTimestamp(),
    cells: row.cells.map((cell) => ({
      ...withMeaningfulRank(cell, row.subjectCount, ofSeveralYears.has(cell.measure)),
      formulaInWords: formulaInWords(cell.formula),
    })),
    years: row.years.map((year) => withMeaningfulRank(year, row.subjectCount, false)),
  };
}

/** A row with its rank only where the page shows one too: not among few, nor among values of several years. */
function withMeaningfulRank<Row extends Partial<Record<(typeof CELL_COLUMNS)[number], Value>>>(
  row: Row,
  subjectCount: number,
  severalYears: boolean,
): Row {
  if (isRankMeaningful({ severalYears, subjectCount }, Number(row.rankOf ?? 0))) return row;
  const ranks = (["rank", "rankFrom", "rankTo", "previousRank"] as const).filter((column) => column in row);
  return { ...row, ...Object.fromEntries(ranks.map((column) => [column, null])) };
}

const isUsedArea = sql`functional_area_source.area_id IN (SELECT subject_or_city.functional_area_id FROM subject_or_city
  WHERE subject_or_city.is_requested)
  AND EXISTS (SELECT FROM requested_measure WHERE requested_measure.formula = 'PER_KM2')`;

const isRequestedOrCity = sql`(subject_or_city.is_requested OR subject_or_city.subject_id = ${citySubjectId})`;
// Those that were picked in the order in which they were, the city last.
const orderOf = ({ subjects }: ComparisonInput): Sql =>
  sql`subject_or_city.subject_id = ${citySubjectId}, array_position(${subjects ?? []}::text[], subject_or_city.key::text), subject_or_city.sort, subject_or_city.subject_id`;
const list = (rows: Sql): Sql => sql`(SELECT coalesce(json_agg(listed), '[]'::json) FROM (${rows}) listed)`;
const inLanguage = (language: Language, zh: Sql, en: Sql): Sql => (language === "zh" ? zh : en);

// Its aliases do not occur in the `ids` of any caller.
const sourcesOf = (
  ids: Sql,
  others: Sql = empty,
): Sql => sql`(SELECT string_agg(cited.source_id, '; ' ORDER BY cited.source_id) FROM (
  SELECT main.source_id FROM observation main WHERE main.id = ANY(${ids})
  UNION SELECT further.source_id FROM observation_source further WHERE further.observation_id = ANY(${ids}) ${others}) cited)`;

// A figure per km² has the sources of its area too. The area of a site is a figure; that of a district has a confidence and a note.
const areaSources = (condition: Sql): Sql => sql`UNION SELECT functional_area_source.source_id FROM functional_area_source
  WHERE ${condition}`;
const areaColumns = (set: ComparisonInput["set"], language: Language): Sql => {
  const ofPlace = (column: Sql, table: Sql, condition: Sql): Sql =>
    sql`CASE WHEN measure.formula = 'PER_KM2' THEN (SELECT ${column} FROM ${table} area_row WHERE ${condition}) END`;
  const note = inLanguage(language, sql`area_row.note_zh`, sql`area_row.note_en`);
  const ofDistrict = (column: Sql) => ofPlace(column, sql`district`, sql`area_row.code = subject_or_city.district_code`);
  const ofArea = (column: Sql) => ofPlace(column, sql`functional_area`, sql`area_row.id = subject_or_city.functional_area_id`);
  return sql`${set === "SITE" ? sql`NULL` : ofPlace(sql`area_row.low`, sql`area`, sql`area_row.subject_id = subject_or_city.subject_id`)} AS "areaKm2",
    ${ofDistrict(sql`area_row.area_confidence`)} AS "areaConfidence", coalesce(${ofDistrict(note)}, ${ofArea(note)}) AS "areaNote"`;
};

const nameColumns = (language: Language): Sql => sql`CASE subject_or_city.subject_id WHEN ${citySubjectId} THEN ${CITY_CODE}::text
  ELSE subject_or_city.key END AS key,
  ${inLanguage(language, sql`subject_or_city.name_zh`, sql`subject_or_city.name_en`)} AS name, measure.key AS measure,
    measure.indicator_id AS "indicatorSlug",
  coalesce((SELECT ${inLanguage(language, sql`indicator.name_zh`, sql`indicator.name_en`)} FROM indicator
    WHERE indicator.id = measure.indicator_id), ${words.count[language]}::text) AS indicator,
  measure.kind AS "siteKind", measure.formula, ${inLanguage(language, sql`measure.unit_zh`, sql`measure.unit_en`)} AS unit`;

const citySiteCount = (number: Sql, table = sql`city_site_count`): Sql =>
  sql`(SELECT CASE WHEN measure.counts_sites THEN coalesce(sum(${number}), 0) END FROM ${table} counts
    WHERE counts.kind = measure.kind OR measure.kind IS NULL)`;

const cells = (input: ComparisonInput, language: Language): Sql => sql`
  SELECT ${input.set}::text AS set, ${nameColumns(language)}, cell.year, cell.from_year AS "fromYear", cell.qualifier, cell.value,
    cell.value_max AS "valueMax",
    ${lowestConfidence(sql`cell`)} AS confidence, cell.reason AS "notComputable", cell.rank, cell.rank_from AS "rankFrom", cell.rank_to AS "rankTo", cell.rank_of AS "rankOf",
    cell.previous_rank AS "previousRank", measure.count AS "ofHowMany", cell.gap_to_best AS "gapToBest",
    cell.gap_to_median AS "gapToMedian", measure.best,
    measure.median_qualifier AS "medianQualifier", measure.median, measure.median_max AS "medianMax",
    (SELECT city.value FROM cell city WHERE city.subject_id = ${citySubjectId} AND city.measure_number = cell.measure_number) AS "cityValue",
    (SELECT city.year FROM cell city WHERE city.subject_id = ${citySubjectId} AND city.measure_number = cell.measure_number AND city.value IS NOT NULL) AS "cityYear",
    ${citySiteCount(sql`counts.sites`)} AS "siteCount", ${citySiteCount(sql`counts.without_district`)} AS "sitesWithoutDistrict",
    ${citySiteCount(sql`counts.without_area`, sql`city_area_count`)} AS "sitesWithoutFunctionalArea",
    (SELECT string_agg(${inLanguage(language, sql`left_out.name_zh`, sql`left_out.name_en`)}, '; '
      ORDER BY left_out.id) ${areasExcludedBy(sql`cell`, sql`left_out`)}) AS "excludedAreas",
    ${areaColumns(input.set, language)}, cell.synthetic,
      ${sourcesOf(sql`cell.ids`, areaSources(sql`functional_area_source.area_id = subject_or_city.functional_area_id AND measure.formula = 'PER_KM2'`))} AS sources
  FROM cell JOIN measure_summary measure ON measure.measure_number = cell.measure_number
    JOIN subject_or_city ON subject_or_city.subject_id = cell.subject_id WHERE ${isRequestedOrCity} ORDER BY ${orderOf(input)}, cell.measure_number`;

const columnValues = sql`
  SELECT measure.key AS measure, json_agg(cell.value) AS values, json_agg(cell.year) AS years FROM cell
    JOIN requested_measure measure ON measure.measure_number = cell.measure_number
  WHERE cell.subject_id <> ${citySubjectId} AND cell.value IS NOT NULL GROUP BY measure.key`;

const years = (input: ComparisonInput, language: Language): Sql => sql`
  SELECT ${nameColumns(language)}, ranked_result.year, ranked_result.from_year AS "fromYear", ranked_result.qualifier,
    ranked_result.value, ranked_result.value_max AS "valueMax",
    ranked_result.reason AS "notComputable", ranked_result.comparable_since AS "comparableSince", ranked_result.rank,
      ranked_result.rank_of AS "rankOf", ranked_result.synthetic, ${sourcesOf(sql`ranked_result.ids`)} AS sources
  FROM ranked_result JOIN requested_measure measure ON measure.measure_number = ranked_result.measure_number
    JOIN subject_or_city ON subject_or_city.subject_id = ranked_result.subject_id
  WHERE ${isRequestedOrCity} AND ranked_result.year <> ${UNDATED} ORDER BY ${orderOf(input)}, ranked_result.measure_number, ranked_result.year`;

const figures = (used: Sql, asOf: AsOf, language: Language): Sql => sql`
  SELECT coalesce(site.slug, observation.district_code, observation.functional_area_id, observation.region_code) AS key,
    (SELECT ${inLanguage(language, sql`subject_or_city.name_zh`, sql`subject_or_city.name_en`)} FROM subject_or_city
      WHERE subject_or_city.subject_id = coalesce(site.id::text, observation.district_code, observation.functional_area_id,
        ${citySubjectId})) AS name,
    indicator.id AS "indicatorSlug", ${inLanguage(language, sql`indicator.name_zh`, sql`indicator.name_en`)} AS indicator,
    observation.period_kind AS "periodKind", observation.period_start AS "periodStart", observation.period_end AS "periodEnd",
    ${inLanguage(language, sql`observation.period_note_zh`, sql`observation.period_note_en`)} AS "periodNote",
    ${inLanguage(language, sql`observation.note_zh`, sql`observation.note_en`)} AS note,
    observation.qualifier, observation.value, observation.value_max AS "valueMax",
    ${inLanguage(language, sql`unit.name_zh`, sql`unit.name_en`)} AS unit, observation.published, observation.status,
      observation.confidence, ${hasConflict(sql`observation`, asOf)} AS "sourcesDisagree", observation.synthetic,
    ${sourcesOf(sql`ARRAY[observation.id]`)} AS sources
  FROM observation JOIN indicator ON indicator.id = observation.indicator_id JOIN unit ON unit.id = indicator.unit_id
    LEFT JOIN site ON site.id = observation.site_id
  WHERE observation.id IN ${used} ORDER BY 1, indicator.id, observation.period_end, observation.id`;
