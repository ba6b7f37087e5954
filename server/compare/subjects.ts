// The subjects of a comparison. Sets are never mixed: functional areas overlap districts, and sites lie in both.

import { CITY_CODE, EXPECTED_COUNTS, INDICATOR_SLUGS, WHOLE_AREA_INDICATORS } from "../contract/city.ts";
import type { SetName } from "../contract/measures.ts";
import { empty, raw, type Sql, sql, wholeNumber } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import type { Statement } from "../graphql/statement.ts";
import { checkEntries, type Vocabulary } from "../graphql/vocabulary.ts";
import { type AsOf, currentAsOf, latestFigures } from "../indicators/figure-precedence.ts";
import { exactInterval, intervalColumns, intervalOf } from "../indicators/interval.ts";
import { possibleAreaCtes } from "../sites/areas-of-sites.ts";
import { cityCountCtes, possibleDistricts } from "../sites/districts-of-sites.ts";
import type { SiteFilter } from "../sites/filter.ts";
import { matchingSites } from "../sites/filter-sql.ts";
import { compareErrors } from "./errors.ts";

export const SubjectSet = builder.enumType("SubjectSet", {
  description: "The sets of subjects. Sets are never mixed.",
  values: {
    DISTRICT: { description: `行政区. The ${EXPECTED_COUNTS.districts} districts, by GB/T 2260 code.` },
    FUNCTIONAL_AREA: { description: "功能区. The functional areas, by slug; they overlap districts." },
    SITE: { description: "地点. Sites that meet the filter, by slug; at most 500." },
  } as const satisfies Record<SetName, object>,
});

/** Which subjects to compare. */
export interface SubjectQuery {
  set: SetName;
  /** The rows to return; all by default. */
  subjects?: readonly string[] | null | undefined;
  /** For SITE, the set itself; otherwise the sites that are counted. Already checked. */
  filter?: SiteFilter | null | undefined;
  asOf?: AsOf;
}

export const MAX_SUBJECTS = 500;

/** The `subject_id` of the city among the subjects; no code, slug or number of a subject equals it. */
export const citySubjectId: Sql = sql`'(city)'`;

/** The year of what has none: counts of sites, which are current, and stocks without a date. */
export const UNDATED: Sql = sql`0`;

/** The column of a figure that names its subject. */
export const subjectColumn = { DISTRICT: "district_code", FUNCTIONAL_AREA: "functional_area_id", SITE: "site_id" } as const;

const vocabularies = {
  DISTRICT: { table: "district", key: "code" },
  FUNCTIONAL_AREA: { table: "functional_area", key: "id" },
  SITE: { table: "site", key: "slug" },
} as const satisfies Record<SetName, Pick<Vocabulary, "table" | "key">>;

/** Checks the names of subjects; throws LIST_TOO_LONG and the errors of checkText. The statement checks that they exist. */
export function subjectVocabulary({ set, subjects }: SubjectQuery, argument: string): Vocabulary {
  checkEntries(argument, subjects, MAX_SUBJECTS);
  return { argument, ...vocabularies[set], entries: subjects };
}

/** Without a filter, the set of sites is the named ones, so that two can be compared out of any number. */
const comparesOnlyNamedSites = ({ set, subjects, filter }: SubjectQuery): boolean =>
  set === "SITE" && !filter && Boolean(subjects);

/**
 * The subjects as the CTE `subject_or_city` (`subject_id` joins their figures, `key` is the public identifier, `is_requested` marks
 * the rows to return), with the city with `citySubjectId` as its `subject_id`; and their areas in km2 as the CTE `area`. `split`
 * marks districts whose statistics exclude functional areas: those with an area that reports its own share of the city's
 * population. Synthetic figures do not affect it.
 */
export function subjectCtes(query: SubjectQuery): Sql[] {
  const { set, subjects, filter, asOf } = query;
  const isRequested = (key: Sql): Sql => (subjects ? sql`${key} = ANY(${subjects})` : sql`true`);
  const columns = (key: Sql): Sql => sql`${key} AS key, ${isRequested(key)} AS is_requested`;
  const setTables: Record<SetName, Sql> = {
    DISTRICT: sql`SELECT district.code::text AS subject_id, ${columns(sql`district.code`)}, district.name_zh, district.name_en,
      district.code AS sort, district.code AS district_code,
        NULL::text AS functional_area_id, NULL::int AS site_id, district.code IN (SELECT functional_area_district.district_code
        FROM functional_area_district
          JOIN outcome ON outcome.functional_area_id = functional_area_district.area_id
            AND outcome.indicator_id = ${INDICATOR_SLUGS.populationShareOfCity}
              WHERE NOT outcome.synthetic AND ${currentAsOf(sql`outcome`, asOf)}) AS split
      FROM district`,
    FUNCTIONAL_AREA: sql`SELECT functional_area.id::text AS subject_id, ${columns(sql`functional_area.id`)}, functional_area.name_zh,
      functional_area.name_en, functional_area.id AS sort, NULL::text AS district_code,
        functional_area.id AS functional_area_id, NULL::int AS site_id, false AS split FROM functional_area`,
    SITE: sql`SELECT site.id::text AS subject_id, ${columns(sql`site.slug`)}, site.name_zh, site.name_en, site.sort_zh AS sort,
      NULL::text AS district_code,
        NULL::text AS functional_area_id, site.id AS site_id, false AS split
      FROM site WHERE site.id IN (${comparesOnlyNamedSites(query) ? empty : sql`SELECT matching_site.id FROM matching_site UNION`}
        SELECT requested.id FROM site requested WHERE requested.slug = ANY(${subjects ?? []}::text[]))
          ORDER BY site.sort_zh, site.id LIMIT ${wholeNumber(MAX_SUBJECTS + 1)}`,
  };
  const areas: Record<SetName, Sql> = {
    DISTRICT: sql`SELECT district.code AS subject_id, ${exactInterval(sql`district.area_km2::float8`)} FROM district`,
    FUNCTIONAL_AREA: sql`SELECT functional_area.id AS subject_id, ${exactInterval(sql`functional_area.area_km2::float8`)}
      FROM functional_area WHERE functional_area.area_km2 IS NOT NULL`,
    SITE: sql`SELECT observation.site_id::text AS subject_id, ${intervalOf(sql`observation`)} FROM ${latestFigures(asOf)} latest
      JOIN observation ON observation.id = latest.observation_id
      WHERE latest.indicator_id = ${INDICATOR_SLUGS.plannedArea}
        AND latest.site_id IN (SELECT subject_or_city.site_id FROM subject_or_city)`,
  };
  return [
    ...(comparesOnlyNamedSites(query) ? [] : [matchingSites(filter ?? {})]),
    sql`subject_or_city AS MATERIALIZED (
      SELECT * FROM (${setTables[set]}) subject
      UNION ALL SELECT ${citySubjectId}, '', false, region.name_zh, region.name_en, '', NULL, NULL, NULL, false FROM region
        WHERE region.code = ${CITY_CODE})`,
    excludedAreas(asOf),
    sql`area AS MATERIALIZED (SELECT area.subject_id, ${intervalColumns(sql`area`)} FROM (${areas[set]}) area
      UNION ALL SELECT ${citySubjectId}, ${exactInterval(sql`sum(district.area_km2)::float8`)} FROM district)`,
  ];
}

// A district whose census is the same by both bases, as Hannan's is, is inside its functional area and complete by itself.
const excludedAreas = (asOf: AsOf | undefined): Sql => {
  const isKnown = (figure: Sql, indicator: string): Sql =>
    sql`${figure}.indicator_id = ${indicator} AND NOT ${figure}.synthetic AND ${currentAsOf(figure, asOf)}`;
  return sql`excluded_area AS MATERIALIZED (
    SELECT functional_area_district.district_code, functional_area_district.area_id FROM functional_area_district
    WHERE functional_area_district.area_id IN (SELECT outcome.functional_area_id FROM outcome
      WHERE ${isKnown(sql`outcome`, INDICATOR_SLUGS.populationShareOfCity)})
      AND NOT EXISTS (SELECT FROM outcome JOIN outcome administrative ON administrative.district_code = outcome.district_code
      AND administrative.period_end = outcome.period_end AND administrative.value = outcome.value
        WHERE outcome.district_code = functional_area_district.district_code
          AND ${isKnown(sql`outcome`, INDICATOR_SLUGS.populationCensus)}
            AND ${isKnown(sql`administrative`, INDICATOR_SLUGS.populationCensusAdministrative)}))`;
};

/**
 * FROM clause of the functional areas that the value of a cell leaves out: of a district, where a figure used is not of the whole
 * of it.
 */
export const areasExcludedBy = (cell: Sql, area: Sql): Sql => sql`FROM functional_area ${area} JOIN excluded_area excluded
  ON excluded.area_id = ${area}.id AND excluded.district_code = ${cell}.subject_id AND ${cell}.value IS NOT NULL
  AND EXISTS (SELECT FROM observation used WHERE used.id = ANY(${cell}.ids) AND used.district_code = excluded.district_code
    AND used.indicator_id <> ALL(${WHOLE_AREA_INDICATORS}::text[]))`;

/** Refuses sets that are too large. */
export const subjectLimit = ({ set }: SubjectQuery): Pick<Statement, "countLimit"> =>
  set === "SITE"
    ? {
        countLimit: {
          count: sql`(SELECT count(*) FROM subject_or_city WHERE subject_id <> ${citySubjectId})`,
          max: MAX_SUBJECTS,
          error: compareErrors.SUBJECTS_TOO_MANY,
        },
      }
    : {};

/** Condition on a row of figures: of these subjects or of the city. */
export function concernsSubjects({ set }: SubjectQuery, figure: Sql): Sql {
  const column = raw(subjectColumn[set]);
  // As an array, so that an index is used even beside the city.
  return sql`(${figure}.region_code = ${CITY_CODE}
    OR ${figure}.${column} = ANY(ARRAY(SELECT subject_or_city.${column} FROM subject_or_city
    WHERE subject_or_city.subject_id <> ${citySubjectId})))`;
}

/** The rows of these subjects and of the city in a table of figures, with `subject_id`; a subquery that takes an alias. */
export const rowsOfSubjects = (query: SubjectQuery, table: Sql): Sql => sql`(
  SELECT figures.*, CASE WHEN figures.region_code IS NULL THEN figures.${raw(subjectColumn[query.set])}::text ELSE ${citySubjectId} END AS subject_id
  FROM ${table} figures WHERE ${concernsSubjects(query, sql`figures`)})`;

/**
 * The number of sites per subject and requested kind, as the CTE `site_count`; all kinds together under the kind null. Sites
 * without a recorded district or functional area may lie in several (sites/districts-of-sites.ts, areas-of-sites.ts), so a subject
 * has from `low` to `high` of them. The city holds all but those outside its border.
 */
export const siteCounts = ({ set }: SubjectQuery): Sql[] => [
  ...possibleDistricts,
  ...possibleAreaCtes,
  ...cityCountCtes,
  sql`occurring_site_count AS MATERIALIZED (
    ${
      set === "DISTRICT"
        ? sql`SELECT code AS subject_id, kind, count(*) AS high, count(*) FILTER (WHERE certain) AS low FROM possible_district`
        : sql`SELECT area_id AS subject_id, kind, count(DISTINCT id) AS high, count(DISTINCT id) FILTER (WHERE certain) AS low FROM possible_area`
    } GROUP BY 1, 2
    UNION ALL SELECT ${citySubjectId}, city_site_count.kind, city_site_count.sites, city_site_count.sites FROM city_site_count)`,
  sql`site_count AS MATERIALIZED (
    SELECT subject_or_city.subject_id, counted.kind, coalesce(sum(occurring_site_count.low), 0)::float8 AS low,
      coalesce(sum(occurring_site_count.high), 0)::float8 AS high
    FROM subject_or_city CROSS JOIN (SELECT requested_measure.kind FROM requested_measure WHERE requested_measure.counts_sites
      UNION SELECT NULL::site_kind) counted
    LEFT JOIN occurring_site_count ON occurring_site_count.subject_id = subject_or_city.subject_id
      AND (occurring_site_count.kind = counted.kind OR counted.kind IS NULL)
    GROUP BY subject_or_city.subject_id, counted.kind)`,
];
