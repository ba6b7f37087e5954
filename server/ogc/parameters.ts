// The parameters of a request, read and checked: what is not known is refused, as the standard demands.

import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { hasControl, readNumber } from "../core/text.ts";
import { boxArea } from "../cql2/geometry.ts";
import { parseCql2 } from "../cql2/parse.ts";
import type { Property } from "../cql2/properties.ts";
import { cql2Conditions, geometrySql } from "../cql2/sql.ts";
import { join, type Sql, sql } from "../database/sql.ts";
import { CRS84, CRSS, type Crs } from "../geometry/crs.ts";
import type { SiteFilter } from "../sites/filter.ts";
import { FILTER_PARAMETERS, filterFromAddress } from "../sites/filter-address.ts";
import { siteConditions } from "../sites/filter-sql.ts";
import type { Collection } from "./collections.ts";
import { ogcErrors } from "./errors.ts";

export type Query = Record<string, string | string[]>;

/** Features on a page. */
export const PAGE = { least: 1, standard: 50, most: 1000 };
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
  collection.hasSiteFilter ? FILTER_PARAMETERS.filter((name) => !ITEMS.includes(name)) : [];

/** Throws PARAMETER_UNKNOWN. */
export function checkNames(query: Query, known: readonly string[]): void {
  for (const name of Object.keys(query))
    if (!known.includes(name) && !EVERYWHERE.includes(name))
      throw new AtlasError(commonErrors.PARAMETER_UNKNOWN, { argument: name, known: [...known, ...EVERYWHERE].join(", ") });
}

/** A parameter that may stand there once; throws PARAMETER_REPEATED. */
export function single(query: Query, argument: string): string | undefined {
  const value = Object.hasOwn(query, argument) ? query[argument] : undefined;
  if (Array.isArray(value)) throw new AtlasError(commonErrors.PARAMETER_REPEATED, { argument });
  return value;
}

/** The system that a parameter names; CRS84 where there is none. Throws VALUE_UNKNOWN. */
export function crsOf(query: Query, argument: string): Crs {
  const value = single(query, argument);
  const crs = value === undefined ? CRS84 : CRSS.find(({ uri }) => uri === value);
  if (crs) return crs;
  throw new AtlasError(commonErrors.VALUE_UNKNOWN, {
    argument,
    value: value ?? "",
    known: CRSS.map(({ uri }) => uri).join(", "),
  });
}

/** Throws the errors of each parameter, all of them with its name. */
export function readItemsQuery(query: Query, collection: Collection): ItemsQuery {
  const { properties, geometry } = collection;
  const site = siteParameters(collection);
  checkNames(query, [...ITEMS, ...Object.keys(properties), ...site]);
  checkDatetime(single(query, "datetime"));
  const language = single(query, "filter-lang") ?? "cql2-text";
  if (language !== "cql2-text")
    throw new AtlasError(commonErrors.VALUE_UNKNOWN, { argument: "filter-lang", value: language, known: "cql2-text" });
  const [bboxCrs, filterCrs, row] = [crsOf(query, "bbox-crs"), crsOf(query, "filter-crs"), sql`t0`];
  const conditions = [sql`true`];
  const bbox = single(query, "bbox");
  if (bbox !== undefined) {
    const box = boxArea(bbox.split(",").map(readNumber), bboxCrs, "bbox");
    conditions.push(sql`ST_Intersects(${geometry(row)}, ${geometrySql(box)})`);
  }
  const filter = single(query, "filter");
  if (filter !== undefined) conditions.push(cql2Conditions(parseCql2(filter, "filter", filterCrs), properties, geometry, row));
  // A property that is called like a part of the site filter (industries) means that part, as behind every other door.
  for (const [name, property] of Object.entries(properties))
    if (Object.hasOwn(query, name) && !site.includes(name))
      conditions.push(equals(name, property, [query[name] as string].flat()));
  const siteFilter = collection.hasSiteFilter ? filterFromAddress(pick(query, site)) : undefined;
  if (siteFilter) conditions.push(siteConditions(siteFilter, row));
  const after = readCursor(single(query, "cursor"), collection);
  return { limit: readLimit(query), after, crs: crsOf(query, "crs"), conditions: join(conditions, " AND "), siteFilter };
}

const pick = (query: Query, names: readonly string[]): Query =>
  Object.fromEntries(Object.entries(query).filter(([name]) => names.includes(name)));

// More than is allowed is as much as is allowed (/req/core/fc-limit-response-1).
function readLimit(query: Query): number {
  const text = single(query, "limit");
  if (text === undefined) return PAGE.standard;
  const value = readNumber(text);
  if (Number.isInteger(value) && value >= PAGE.least) return Math.min(value, PAGE.most);
  throw new AtlasError(commonErrors.NUMBER_OUT_OF_RANGE, { argument: "limit", least: PAGE.least, most: PAGE.most, value: text });
}

// A property as a parameter (/rec/core/fc-filters): equal to it, or to one of those given.
function equals(argument: string, { type, values, sql: column }: Property, given: string[]): Sql {
  for (const value of given) {
    // GDAL writes 1 and 0.
    if (type === "boolean" && !["true", "false", "1", "0"].includes(value))
      throw new AtlasError(commonErrors.VALUE_UNKNOWN, { argument, value, known: "true, false" });
    if (values && !values.includes(value))
      throw new AtlasError(commonErrors.VALUE_UNKNOWN, { argument, value, known: values.join(", ") });
    if ((type === "integer" || type === "number") && !Number.isFinite(readNumber(value)))
      throw new AtlasError(commonErrors.NUMBER_OUT_OF_RANGE, { argument, least: -1e17, most: 1e17, value });
    if (hasControl(value)) throw new AtlasError(commonErrors.TEXT_WITH_CONTROL, { argument });
  }
  const row = sql`t0`;
  if (type === "string") return sql`${column(row)} = ANY(${given}::text[])`;
  if (type === "boolean") return sql`${column(row)} = ANY(${given}::boolean[])`;
  return sql`${column(row)}::float8 = ANY(${given.map(readNumber)}::float8[])`;
}

const MOMENT = /^\d{4}-\d\d-\d\d([Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d))?$/;

// Features without a time match every time (/req/core/fc-time-response), but not every text is one.
function checkDatetime(value: string | undefined): void {
  if (value === undefined) return;
  const ends = value.split("/");
  const isOpen = (end: string) => ends.length === 2 && (end === "" || end === "..");
  const isMoment = (end: string) => MOMENT.test(end) && !Number.isNaN(Date.parse(end));
  const [from, to] = ends.map((end) => Date.parse(end));
  const isBackward = ends.length === 2 && (from ?? 0) > (to ?? 0);
  const isSense = ends.length <= 2 && ends.every((end) => isOpen(end) || isMoment(end)) && !ends.every(isOpen) && !isBackward;
  if (!isSense) throw new AtlasError(ogcErrors.DATETIME_MALFORMED, { argument: "datetime", value });
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
