import { listNames } from "../contract/filter-lists.ts";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import type { Reader } from "../database/pool.ts";
import { join, raw, type Sql, sql } from "../database/sql.ts";
import { type Area, isKnownValid } from "../geometry/area.ts";
import type { NoticeSource } from "../graphql/statement.ts";
import { unknownOf, type Vocabulary } from "../graphql/vocabulary.ts";
import { siteErrors } from "./errors.ts";
import { argumentName, type SiteFilter } from "./filter.ts";
import { listParts } from "./filter-lists.ts";
import { areaGeometry, drawnGeometry } from "./filter-sql.ts";

/** A lookup for one part of a filter: a column that is null if the part is valid, and the error or notice for any other result. */
interface Lookup {
  column: Sql;
  errorOf: (result: string) => AtlasError;
}

/**
 * Checks what only the database can check: codes that do not exist, and edges that cross. It runs one statement, or none if the filter
 * has no such parts. Throws VALUE_UNKNOWN, POLYGON_INVALID (with the place); returns notices of repairs (POLYGON_REPAIRED).
 */
export async function checkFilterLookups(database: Reader, filter: SiteFilter, name = "filter"): Promise<NoticeSource[]> {
  const lookups = lookupsOf(filter, name);
  if (lookups.length === 0) return [];
  const columns = lookups.map(({ column }, index) => sql`${column} AS ${raw(`"${index}"`)}`);
  const [row = {}] = await database.rows<Record<string, string | null>>(sql`SELECT ${join(columns)}`);
  const notices: NoticeSource[] = [];
  for (const [index, { errorOf }] of lookups.entries()) {
    const result = row[index];
    if ((result ?? null) === null) continue;
    const error = errorOf(result as string);
    if (error.status >= 400) throw error;
    notices.push({ reason: error });
  }
  return notices;
}

function lookupsOf(filter: SiteFilter, name: string): Lookup[] {
  const lookups: Lookup[] = [];
  for (const list of listNames) {
    const { from } = listParts[list];
    if (!from || !filter[list]?.length) continue;
    lookups.push(existenceLookup({ ...from, entries: filter[list], argument: argumentName(name, list) }));
  }
  const indicators = filter.figures?.map(({ indicator }) => indicator) ?? [];
  if (indicators.length > 0)
    lookups.push(
      existenceLookup({ table: "indicator", key: "id", entries: indicators, argument: argumentName(name, "figures") }),
    );
  if (filter.within && !isKnownValid(filter.within as Area))
    lookups.push(validityLookup(filter.within as Area, argumentName(name, "within")));
  for (const operator of ["and", "or"] as const) {
    const nestedFilters = filter[operator] ?? [];
    lookups.push(...nestedFilters.flatMap((each, index) => lookupsOf(each, `${argumentName(name, operator)}[${index}]`)));
  }
  if (filter.not) lookups.push(...lookupsOf(filter.not, argumentName(name, "not")));
  const where = filter.nearKind?.where;
  if (where) lookups.push(...lookupsOf(where, `${argumentName(name, "nearKind")}.where`));
  return lookups;
}

const existenceLookup = (vocabulary: Vocabulary): Lookup => ({
  column: sql`${unknownOf([vocabulary])}::text`,
  errorOf: (result) => new AtlasError(commonErrors.VALUE_UNKNOWN, JSON.parse(result)),
});

// An area with crossing edges is repaired if it encloses anything, otherwise refused.
const validityLookup = (area: Area, argument: string): Lookup => ({
  column: sql`(SELECT (ST_Area(${areaGeometry(area)}) > 0)::text || ' ' || concat_ws(', ',
    ST_X(validity.location)::numeric(10, 6), ST_Y(validity.location)::numeric(10, 6))
    FROM ST_IsValidDetail(${drawnGeometry(area)}) validity WHERE NOT validity.valid)`,
  errorOf: (result) => {
    const [hasArea, ...coordinates] = result.split(" ");
    return new AtlasError(hasArea === "true" ? siteErrors.POLYGON_REPAIRED : siteErrors.POLYGON_INVALID, {
      argument,
      place: coordinates.join(" "),
    });
  },
});
