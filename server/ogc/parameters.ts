// Parses and checks the parameters of a request. Unknown ones are refused, as the standard requires.

import { readMoment } from "../contract/days.ts";
import { readNumber } from "../contract/numbers.ts";
import { filterParameters } from "../contract/site-filter.ts";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import type { Query } from "../core/query.ts";
import { parseCql2 } from "../cql2/parse.ts";
import type { Property } from "../cql2/properties.ts";
import { cql2Conditions, inBox } from "../cql2/sql.ts";
import { join, type Sql, sql } from "../database/sql.ts";
import { readBox } from "../geometry/box.ts";
import { CRS84, CRSS, type Crs, GIVEN_CRSS } from "../geometry/crs.ts";
import type { SiteFilter } from "../sites/filter.ts";
import { filterFromAddress } from "../sites/filter-address.ts";
import { siteConditions } from "../sites/filter-sql.ts";
import type { Collection } from "./collections.ts";
import { ogcErrors } from "./errors.ts";

/** Features on a page. */
export const PAGE = { min: 1, standard: 50, max: 1000 };
/** Parameters that every resource takes. */
const EVERYWHERE = ["f", "lang"];
const ITEMS = ["limit", "bbox", "bbox-crs", "datetime", "crs", "filter", "filter-lang", "filter-crs", "cursor"];

/** What a request for items asks. */
export interface ItemsQuery {
  limit: number;
  /** Id of the last feature of the page before. */
  after: string | undefined;
  crs: Crs;
  /** All conditions, over rows under the alias `t0`. */
  conditions: Sql;
  /** The part of them that the site filter is, for what only the database can check. */
  siteFilter: SiteFilter | undefined;
}

/** The parameters of the site filter that stand beside those of the standard: the standard's own bbox and filter come first. */
export const siteParameters = (collection: Collection): string[] =>
  collection.hasSiteFilter ? filterParameters.filter((name) => !ITEMS.includes(name)) : [];

/** Throws PARAMETER_UNKNOWN. */
export function checkNames(query: Query, allowed: readonly string[]): void {
  for (const name of Object.keys(query))
    if (!allowed.includes(name) && !EVERYWHERE.includes(name))
      throw new AtlasError(commonErrors.PARAMETER_UNKNOWN, { argument: name, allowed: [...allowed, ...EVERYWHERE].join(", ") });
}

/** The system that a parameter names; CRS84 where there is none. Throws VALUE_UNKNOWN. */
export function crsOf(query: Query, argument: string, among = CRSS): Crs {
  const value = query[argument];
  const crs = value === undefined ? CRS84 : among.find(({ uri }) => uri === value);
  if (crs) return crs;
  throw new AtlasError(commonErrors.VALUE_UNKNOWN, {
    argument,
    value: value ?? "",
    allowed: among.map(({ uri }) => uri).join(", "),
  });
}

/** Throws the errors of each parameter, all of them with its name. */
export function readItemsQuery(query: Query, collection: Collection): ItemsQuery {
  const { properties, geometry } = collection;
  const site = siteParameters(collection);
  checkNames(query, [...ITEMS, ...Object.keys(properties), ...site]);
  checkDatetime(query.datetime);
  const language = query["filter-lang"] ?? "cql2-text";
  if (language !== "cql2-text")
    throw new AtlasError(commonErrors.VALUE_UNKNOWN, { argument: "filter-lang", value: language, allowed: "cql2-text" });
  const [bboxCrs, filterCrs, row] = [crsOf(query, "bbox-crs", GIVEN_CRSS), crsOf(query, "filter-crs", GIVEN_CRSS), sql`t0`];
  const conditions = [sql`true`];
  const bbox = query.bbox;
  if (bbox !== undefined) {
    const box = readBox(bbox.split(",").map(readNumber), "bbox", bboxCrs);
    conditions.push(inBox(geometry(row), box, bboxCrs));
  }
  const filter = query.filter;
  if (filter !== undefined) conditions.push(cql2Conditions(parseCql2(filter, "filter", filterCrs), properties, geometry, row));
  // A property that is called like a part of the site filter (industries) means that part, as in the other interfaces.
  for (const [name, property] of Object.entries(properties))
    if (query[name] !== undefined && !site.includes(name)) conditions.push(equals(name, property, query[name]));
  const siteFilter = collection.hasSiteFilter ? filterFromAddress(pick(query, site)) : undefined;
  if (siteFilter) conditions.push(siteConditions(siteFilter, row));
  const after = readCursor(query.cursor, collection);
  return { limit: readLimit(query), after, crs: crsOf(query, "crs"), conditions: join(conditions, " AND "), siteFilter };
}

const pick = (query: Query, names: readonly string[]): Query =>
  Object.fromEntries(Object.entries(query).filter(([name]) => names.includes(name)));

// More than is allowed is as much as is allowed (/req/core/fc-limit-response-1).
function readLimit(query: Query): number {
  const text = query.limit;
  if (text === undefined) return PAGE.standard;
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (value >= PAGE.min) return Math.min(value, PAGE.max);
  throw new AtlasError(commonErrors.NUMBER_OUT_OF_RANGE, { argument: "limit", min: PAGE.min, max: PAGE.max, value: text });
}

// A property as a parameter (/rec/core/fc-filters): equal to it.
function equals(argument: string, { type, values, sql: column }: Property, value: string): Sql {
  // GDAL writes 1 and 0.
  if (type === "boolean" && !["true", "false", "1", "0"].includes(value))
    throw new AtlasError(commonErrors.VALUE_UNKNOWN, { argument, value, allowed: "true, false" });
  if (values && !values.includes(value))
    throw new AtlasError(commonErrors.VALUE_UNKNOWN, { argument, value, allowed: values.join(", ") });
  const row = sql`t0`;
  if (type === "string") return sql`${column(row)} = ${value}::text`;
  if (type === "boolean") return sql`${column(row)} = ${value}::boolean`;
  const number = readNumber(value);
  if (!Number.isFinite(number))
    throw new AtlasError(commonErrors.NUMBER_OUT_OF_RANGE, { argument, min: -1e17, max: 1e17, value });
  return sql`${column(row)}::float8 = ${number}::float8`;
}

// RFC 3339: a day, or a moment with its seconds and its zone; T and Z in either case.
const MOMENT = /^\d{4}-\d\d-\d\d([Tt ]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d))?$/;
const momentOf = (text: string): string | undefined =>
  MOMENT.test(text) ? readMoment(text.replace(" ", "T").toUpperCase()) : undefined;

// Features without a time match every time (/req/core/fc-time-response), but not every text is one.
function checkDatetime(value: string | undefined): void {
  if (value === undefined) return;
  const ends = value.split("/");
  const isOpen = (end: string) => ends.length === 2 && (end === "" || end === "..");
  const moments = ends.map(momentOf);
  const isSense = ends.length <= 2 && ends.every((end, index) => isOpen(end) || moments[index]) && !ends.every(isOpen);
  const [from, to] = moments;
  if (!isSense || (from && to && from > to)) throw new AtlasError(ogcErrors.DATETIME_MALFORMED, { argument: "datetime", value });
}

/** Where a page goes on, opaque to its reader. */
export const cursorAfter = (collection: Collection, id: string): string =>
  Buffer.from(JSON.stringify([collection.id, id])).toString("base64url");

function readCursor(text: string | undefined, collection: Collection): string | undefined {
  if (text === undefined) return undefined;
  try {
    const [name, id, ...rest] = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (name === collection.id && typeof id === "string" && rest.length === 0 && /^[\w-]{1,200}$/.test(id)) return id;
  } catch {
    // falls through to the one answer for everything that is not a cursor
  }
  throw new AtlasError(ogcErrors.ITEMS_CURSOR_INVALID, { argument: "cursor" });
}
