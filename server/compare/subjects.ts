// The subjects of a comparison. Sets are never mixed: functional areas overlap districts, and sites lie in both.

import { CITY_CODE, EXPECTED_COUNTS, INDICATOR_SLUGS, WHOLE_AREA_INDICATORS } from "../contract/city.ts";
import type { SetName } from "../contract/measures.ts";
import { empty, raw, type Sql, sql, wholeNumber } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import type { Statement } from "../graphql/statement.ts";
import { checkEntries, type Vocabulary } from "../graphql/vocabulary.ts";
import { type AsOf, currentAsOf, latestFigures } from "../indicators/figure-precedence.ts";
import { exactInterval, intervalColumns, intervalOf } from "../indicators/interval.ts";
import { possibleAreaTables } from "../sites/areas-of-sites.ts";
import { cityCountTables, possibleDistricts } from "../sites/districts-of-sites.ts";
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

/** The `ref` of the city among the subjects; no code, slug or number of a subject equals it. */
export const cityRef: Sql = sql`'(city)'`;

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
 * The subjects as the table `subject_or_city` (`ref` joins their figures, `key` is the public identifier, `is_requested` marks the rows to return),
 * with the city with `cityRef` as its `ref`; and their areas in km2 as the table `area`. `split` marks districts whose statistics exclude
 * functional areas: those with an area that reports its own share of the city's population. Synthetic figures do not affect it.
 */
export function placeTables(query: SubjectQuery): Sql[] {
  const { set, subjects, filter, asOf } = query;
  const isRequested = (key: Sql): Sql => (subjects ? sql`${key} = ANY(${subjects})` : sql`true`);
  const columns = (key: Sql): Sql => sql`${key} AS key, ${isRequested(key)} AS is_requested`;
  const setTables: Record<SetName, Sql> = {
    DISTRICT: sql`SELECT d.code::text AS ref, ${columns(sql`d.code`)}, d.name_zh, d.name_en, d.code AS sort, d.code AS district_code,
        NULL::text AS functional_area_id, NULL::int AS site_id, d.code IN (SELECT l.district_code FROM functional_area_district l
          JOIN outcome f ON f.functional_area_id = l.area_id AND f.indicator_id = ${INDICATOR_SLUGS.populationShareOfCity} WHERE NOT f.synthetic AND ${currentAsOf(sql`f`, asOf)}) AS split
      FROM district d`,
    FUNCTIONAL_AREA: sql`SELECT a.id::text AS ref, ${columns(sql`a.id`)}, a.name_zh, a.name_en, a.id AS sort, NULL::text AS district_code,
        a.id AS functional_area_id, NULL::int AS site_id, false AS split FROM functional_area a`,
    SITE: sql`SELECT s.id::text AS ref, ${columns(sql`s.slug`)}, s.name_zh, s.name_en, s.sort_zh AS sort, NULL::text AS district_code,
        NULL::text AS functional_area_id, s.id AS site_id, false AS split
      FROM site s WHERE s.id IN (${comparesOnlyNamedSites(query) ? empty : sql`SELECT m.id FROM matching_site m UNION`}
        SELECT n.id FROM site n WHERE n.slug = ANY(${subjects ?? []}::text[])) ORDER BY s.sort_zh, s.id LIMIT ${wholeNumber(MAX_SUBJECTS + 1)}`,
  };
  const areas: Record<SetName, Sql> = {
    DISTRICT: sql`SELECT d.code AS ref, ${exactInterval(sql`d.area_km2::float8`)} FROM district d`,
    FUNCTIONAL_AREA: sql`SELECT a.id AS ref, ${exactInterval(sql`a.area_km2::float8`)} FROM functional_area a WHERE a.area_km2 IS NOT NULL`,
    SITE: sql`SELECT o.site_id::text AS ref, ${intervalOf(sql`o`)} FROM ${latestFigures(asOf)} f JOIN observation o ON o.id = f.observation_id
      WHERE f.indicator_id = ${INDICATOR_SLUGS.plannedArea} AND f.site_id IN (SELECT p.site_id FROM subject_or_city p)`,
  };
  return [
    ...(comparesOnlyNamedSites(query) ? [] : [matchingSites(filter ?? {})]),
    sql`subject_or_city AS MATERIALIZED (
      SELECT * FROM (${setTables[set]}) subject
      UNION ALL SELECT ${cityRef}, '', false, r.name_zh, r.name_en, '', NULL, NULL, NULL, false FROM region r WHERE r.code = ${CITY_CODE})`,
    excludedAreas(asOf),
    sql`area AS MATERIALIZED (SELECT a.ref, ${intervalColumns(sql`a`)} FROM (${areas[set]}) a
      UNION ALL SELECT ${cityRef}, ${exactInterval(sql`sum(d.area_km2)::float8`)} FROM district d)`,
  ];
}

// A district whose census is the same by both bases, as Hannan's is, is inside its functional area and complete by itself.
const excludedAreas = (asOf: AsOf | undefined): Sql => {
  const isKnown = (f: Sql, indicator: string): Sql =>
    sql`${f}.indicator_id = ${indicator} AND NOT ${f}.synthetic AND ${currentAsOf(f, asOf)}`;
  return sql`excluded_area AS MATERIALIZED (
    SELECT l.district_code, l.area_id FROM functional_area_district l
    WHERE l.area_id IN (SELECT f.functional_area_id FROM outcome f WHERE ${isKnown(sql`f`, INDICATOR_SLUGS.populationShareOfCity)})
      AND NOT EXISTS (SELECT FROM outcome f JOIN outcome w ON w.district_code = f.district_code AND w.period_end = f.period_end AND w.value = f.value
        WHERE f.district_code = l.district_code AND ${isKnown(sql`f`, INDICATOR_SLUGS.populationCensus)} AND ${isKnown(sql`w`, INDICATOR_SLUGS.populationCensusAdministrative)}))`;
};

/** FROM clause of the functional areas that the value of a cell leaves out: of a district, where a figure used is not of the whole of it. */
export const areasExcludedBy = (cell: Sql, area: Sql): Sql => sql`FROM functional_area ${area} JOIN excluded_area excluded
  ON excluded.area_id = ${area}.id AND excluded.district_code = ${cell}.ref AND ${cell}.value IS NOT NULL
  AND EXISTS (SELECT FROM observation used WHERE used.id = ANY(${cell}.ids) AND used.district_code = excluded.district_code
    AND used.indicator_id <> ALL(${WHOLE_AREA_INDICATORS}::text[]))`;

/** Refuses sets that are too large. */
export const subjectLimit = ({ set }: SubjectQuery): Pick<Statement, "countLimit"> =>
  set === "SITE"
    ? {
        countLimit: {
          count: sql`(SELECT count(*) FROM subject_or_city p WHERE p.ref <> ${cityRef})`,
          max: MAX_SUBJECTS,
          error: compareErrors.SUBJECTS_TOO_MANY,
        },
      }
    : {};

/** Condition on `f`: a figure of these subjects or of the city. */
export function concernsSubjects({ set }: SubjectQuery, f: Sql): Sql {
  const column = raw(subjectColumn[set]);
  // As an array, so that an index is used even beside the city.
  return sql`(${f}.region_code = ${CITY_CODE} OR ${f}.${column} = ANY(ARRAY(SELECT p.${column} FROM subject_or_city p WHERE p.ref <> ${cityRef})))`;
}

/** The rows of these subjects and of the city in a table of figures, with `ref`; a subquery that takes an alias. */
export const rowsOfSubjects = (query: SubjectQuery, table: Sql): Sql => sql`(
  SELECT f.*, CASE WHEN f.region_code IS NULL THEN f.${raw(subjectColumn[query.set])}::text ELSE ${cityRef} END AS ref
  FROM ${table} f WHERE ${concernsSubjects(query, sql`f`)})`;

/**
 * The number of sites per place and requested kind, as the table `site_count`; all kinds together under the kind null. Sites without a
 * recorded district or functional area may lie in several (sites/districts-of-sites.ts, areas-of-sites.ts), so a place has from `low` to
 * `high` of them. The city holds all but those outside its border.
 */
export const siteCounts = ({ set }: SubjectQuery): Sql[] => [
  ...possibleDistricts,
  ...possibleAreaTables,
  ...cityCountTables,
  sql`occurring_site_count AS MATERIALIZED (
    ${
      set === "DISTRICT"
        ? sql`SELECT p.code AS ref, p.kind, count(*) AS high, count(*) FILTER (WHERE p.certain) AS low FROM possible_district p`
        : sql`SELECT p.area_id AS ref, p.kind, count(DISTINCT p.id) AS high, count(DISTINCT p.id) FILTER (WHERE p.certain) AS low FROM possible_area p`
    } GROUP BY 1, 2
    UNION ALL SELECT ${cityRef}, w.kind, w.sites, w.sites FROM city_site_count w)`,
  sql`site_count AS MATERIALIZED (
    SELECT p.ref, k.kind, coalesce(sum(g.low), 0)::float8 AS low, coalesce(sum(g.high), 0)::float8 AS high
    FROM subject_or_city p CROSS JOIN (SELECT a.kind FROM requested_measure a WHERE a.counts_sites UNION SELECT NULL::site_kind) k
    LEFT JOIN occurring_site_count g ON g.ref = p.ref AND (g.kind = k.kind OR k.kind IS NULL)
    GROUP BY p.ref, k.kind)`,
];
