// Who is compared. Sets are never mixed: functional areas overlap districts, and sites lie in both.

import { empty, raw, type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import type { Question } from "../graphql/statement.ts";
import { checkEntries, type Vocabulary } from "../graphql/vocabulary.ts";
import { exactly, interval, intervalOf } from "../indicators/interval.ts";
import { type AsOf, latestFigures, stood } from "../indicators/standing.ts";
import type { SiteFilter } from "../sites/filter.ts";
import { matched } from "../sites/matched.ts";
import { compareErrors } from "./errors.ts";

export const SubjectSet = builder.enumType("SubjectSet", {
  description: "Who is compared. Sets are never mixed.",
  values: {
    DISTRICT: { description: "行政区. The 13 districts, by GB/T 2260 code." },
    FUNCTIONAL_AREA: { description: "功能区. The functional areas, by slug; they overlap districts." },
    SITE: { description: "场所. Sites that meet the filter, by slug; at most 500." },
  } as const,
});
export type SetName = "DISTRICT" | "FUNCTIONAL_AREA" | "SITE";

/** Who is asked about. */
export interface Asked {
  set: SetName;
  /** The rows that are wanted; all where left out. */
  subjects?: readonly string[] | null | undefined;
  /** Of SITE the set itself, else which sites are counted; checked. */
  filter?: SiteFilter | null | undefined;
  asOf?: AsOf;
}

export const MOST_SUBJECTS = 500;
export const CITY = "420100";

/** The column of a figure that names its subject. */
export const subjectColumn = { DISTRICT: "district_code", FUNCTIONAL_AREA: "functional_area_id", SITE: "site_id" } as const;

const vocabularies = {
  DISTRICT: { table: "district", key: "code" },
  FUNCTIONAL_AREA: { table: "functional_area", key: "id" },
  SITE: { table: "site", key: "slug" },
} as const satisfies Record<SetName, Pick<Vocabulary, "table" | "key">>;

/** Checks the names of subjects; throws LIST_TOO_LONG and the errors of checkText. Which of them exist, the statement itself tells. */
export function subjectVocabulary({ set, subjects }: Asked, argument: string): Vocabulary {
  checkEntries(argument, subjects, MOST_SUBJECTS);
  return { argument, ...vocabularies[set], entries: subjects };
}

/** Sites without a filter are those that are named: so two can be compared among any number. Who is named is always among them. */
const isNamed = ({ set, subjects, filter }: Asked): boolean => set === "SITE" && !filter && Boolean(subjects);

/**
 * The subjects as the table `place` (`ref` is what their figures are joined by, `key` what they are called by outside, `wanted`
 * whether they are among the rows asked for), the city among them with an empty `ref`; and the table `area` of what is known of
 * their area in km2. `split` are districts of which statistics list functional areas apart: those of an area that has a share of
 * the city's population of its own. What is made up says nothing of how statistics are kept.
 */
export function places(asked: Asked): Sql[] {
  const { set, subjects, filter, asOf } = asked;
  const wanted = (key: Sql): Sql => (subjects ? sql`${key} = ANY(${subjects})` : sql`true`);
  const columns = (key: Sql): Sql => sql`${key} AS key, ${wanted(key)} AS wanted`;
  const own: Record<SetName, Sql> = {
    DISTRICT: sql`SELECT d.code::text AS ref, ${columns(sql`d.code`)}, d.name_zh, d.name_en, d.code AS sort, d.code AS district_code,
        NULL::text AS functional_area_id, NULL::int AS site_id, d.code IN (SELECT l.district_code FROM functional_area_district l
          JOIN outcome f ON f.functional_area_id = l.area_id AND f.indicator_id = 'population-share-of-city' WHERE NOT f.synthetic AND ${stood(sql`f`, asOf)}) AS split
      FROM district d`,
    FUNCTIONAL_AREA: sql`SELECT a.id::text AS ref, ${columns(sql`a.id`)}, a.name_zh, a.name_en, a.id AS sort, NULL::text AS district_code,
        a.id AS functional_area_id, NULL::int AS site_id, false AS split FROM functional_area a`,
    SITE: sql`SELECT s.id::text AS ref, ${columns(sql`s.slug`)}, s.name_zh, s.name_en, s.sort_zh AS sort, NULL::text AS district_code,
        NULL::text AS functional_area_id, s.id AS site_id, false AS split
      FROM site s WHERE s.id IN (${isNamed(asked) ? empty : sql`SELECT m.id FROM matched m UNION`}
        SELECT n.id FROM site n WHERE n.slug = ANY(${subjects ?? []}::text[])) ORDER BY s.sort_zh, s.id LIMIT ${MOST_SUBJECTS + 1}`,
  };
  const areas: Record<SetName, Sql> = {
    DISTRICT: sql`SELECT d.code AS ref, ${exactly(sql`d.area_km2::float8`)} FROM district d`,
    FUNCTIONAL_AREA: sql`SELECT a.id AS ref, ${exactly(sql`a.area_km2::float8`)} FROM functional_area a WHERE a.area_km2 IS NOT NULL`,
    SITE: sql`SELECT o.site_id::text AS ref, ${intervalOf(sql`o`)} FROM ${latestFigures(asOf)} f JOIN observation o ON o.id = f.observation_id
      WHERE f.indicator_id = 'planned-area' AND f.site_id IN (SELECT p.site_id FROM place p)`,
  };
  return [
    ...(isNamed(asked) ? [] : [matched(filter ?? {})]),
    sql`place AS MATERIALIZED (
      SELECT * FROM (${own[set]}) own
      UNION ALL SELECT '', '', false, r.name_zh, r.name_en, '', NULL, NULL, NULL, false FROM region r WHERE r.code = ${CITY})`,
    sql`area AS MATERIALIZED (SELECT a.ref, ${interval(sql`a`)} FROM (${areas[set]}) a
      UNION ALL SELECT '', ${exactly(sql`sum(d.area_km2)::float8`)} FROM district d)`,
  ];
}

/** Refuses sets that are too large. */
export const subjectBound = ({ set }: Asked): Pick<Question, "bound"> =>
  set === "SITE"
    ? {
        bound: {
          count: sql`(SELECT count(*) FROM place p WHERE p.ref <> '')`,
          most: MOST_SUBJECTS,
          error: compareErrors.SUBJECTS_TOO_MANY,
        },
      }
    : {};

/** Condition on `f`: a figure of these subjects or of the city. */
export function ofThese({ set }: Asked, f: Sql): Sql {
  const column = raw(subjectColumn[set]);
  // As an array, so that an index finds them even beside the city.
  return sql`(${f}.region_code = ${CITY} OR ${f}.${column} = ANY(ARRAY(SELECT p.${column} FROM place p WHERE p.ref <> '')))`;
}

/** Of a table of figures those of these subjects and of the city, with `ref`; a table to put an alias behind. */
export const ownRows = (asked: Asked, table: Sql): Sql => sql`(
  SELECT f.*, CASE WHEN f.region_code IS NULL THEN f.${raw(subjectColumn[asked.set])}::text ELSE '' END AS ref
  FROM ${table} f WHERE ${ofThese(asked, sql`f`)})`;

/**
 * How many sites of each kind that is asked for each place holds, as the table `counted`; all of them under the kind null. The city
 * holds those of its districts and those whose district is not known, but none that lies outside of it; `placed` are only the former,
 * which are what districts are specialised against. A functional area in which
 * no site at all is recorded has no count: that is not known to be none.
 */
export const counted = ({ set }: Asked): Sql[] => [
  sql`grouped AS MATERIALIZED (SELECT m.${raw(subjectColumn[set])}::text AS ref, m.kind, m.district_code IS NOT NULL AS in_district, count(*) AS count
    FROM matched m
    WHERE m.district_code IS NOT NULL OR m.point IS NULL OR EXISTS (SELECT FROM district d WHERE ST_Intersects(d.boundary, m.point))
    GROUP BY 1, 2, 3)`,
  sql`counted AS MATERIALIZED (
    SELECT p.ref, k.kind, coalesce(sum(g.count), 0)::float8 AS count,
      coalesce(sum(g.count) FILTER (WHERE g.in_district OR p.ref <> ''), 0)::float8 AS placed
    FROM place p CROSS JOIN (SELECT a.kind FROM asked a WHERE a.counts UNION SELECT NULL::site_kind) k
    LEFT JOIN grouped g ON (g.ref = p.ref OR p.ref = '') AND (g.kind = k.kind OR k.kind IS NULL)
    ${set === "FUNCTIONAL_AREA" ? sql`WHERE p.ref = '' OR p.ref IN (SELECT s.functional_area_id FROM site s)` : empty}
    GROUP BY p.ref, k.kind)`,
];
