// Parses and checks the parameters of a request. The standard requires that unknown parameters are refused.

import { readMoment } from "../contract/days.ts";
import { readNumber } from "../contract/numbers.ts";
import { filterParameters } from "../contract/site-filter.ts";
import { Budget } from "../core/budget.ts";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import type { Query } from "../core/query.ts";
import { distanceVertices } from "../cql2/distance-cost.ts";
import { cql2Errors } from "../cql2/errors.ts";
import { parseCql2 } from "../cql2/parse.ts";
import type { Property } from "../cql2/properties.ts";
import { cql2Conditions, inBox } from "../cql2/sql.ts";
import { join, type Sql, sql } from "../database/sql.ts";
import { readBox } from "../geometry/box.ts";
import { CRS84, type Crs, INPUT_CRSS, OUTPUT_CRSS } from "../geometry/crs.ts";
import type { SiteFilter } from "../sites/filter.ts";
import { filterFromAddress } from "../sites/filter-address.ts";
import { siteConditions } from "../sites/filter-sql.ts";
import type { Collection } from "./collections.ts";
import { ogcErrors } from "./errors.ts";
import { measuredFilter } from "./measured-filter.ts";

/** Number of features on a page. By default QGIS and GDAL get every collection with one request. */
export const PAGE_SIZE = { min: 1, standard: 100, max: 1000 };
/** Parameters of every resource. */
const COMMON_PARAMETERS = ["f", "lang"];
const ITEM_PARAMETERS = [
  "limit",
  "bbox",
  "bbox-crs",
  "datetime",
  "crs",
  "filter",
  "filter-lang",
  "filter-crs",
  "cursor",
  "columns",
];

/** The checked parameters of a request for items. */
export interface ItemsQuery {
  limit: number;
  /** Id of the last feature of the previous page. */
  after: string | undefined;
  crs: Crs;
  /** All conditions on rows with the alias `row0`. */
  conditions: Sql;
  /** The site filter among them, which is also checked against the database. */
  siteFilter: SiteFilter | undefined;
  /** All conditions on sites as a site filter, of which notices on distances are made. */
  measured: SiteFilter;
}

/** The parameters of the site filter, except bbox and filter, which the standard defines itself. */
export const siteParameters = (collection: Collection): string[] =>
  collection.hasSiteFilter ? filterParameters.filter((name) => !ITEM_PARAMETERS.includes(name)) : [];

/** Checks the names of parameters; throws PARAMETER_UNKNOWN. */
export function checkNames(query: Query, allowed: readonly string[]): void {
  for (const name of Object.keys(query))
    if (!allowed.includes(name) && !COMMON_PARAMETERS.includes(name))
      throw new AtlasError(commonErrors.PARAMETER_UNKNOWN, {
        argument: name,
        allowed: [...allowed, ...COMMON_PARAMETERS].join(", "),
      });
}

/** The coordinate system of a parameter; CRS84 by default. Throws VALUE_UNKNOWN. */
export function crsOf(query: Query, argument: string, allowedCrss = OUTPUT_CRSS): Crs {
  const value = query[argument];
  const crs = value === undefined ? CRS84 : allowedCrss.find(({ uri }) => uri === value);
  if (crs) return crs;
  throw new AtlasError(commonErrors.VALUE_UNKNOWN, {
    argument,
    value: value ?? "",
    allowed: allowedCrss.map(({ uri }) => uri).join(", "),
  });
}

/** Reads the parameters of a request for items; throws the errors of each parameter, which state its name. */
export function readItemsQuery(query: Query, collection: Collection): ItemsQuery {
  const { properties, geometry } = collection;
  const site = siteParameters(collection);
  checkNames(query, [...ITEM_PARAMETERS, ...Object.keys(properties), ...site]);
  checkDatetime(query.datetime);
  const language = query["filter-lang"] ?? "cql2-text";
  if (language !== "cql2-text")
    throw new AtlasError(commonErrors.VALUE_UNKNOWN, { argument: "filter-lang", value: language, allowed: "cql2-text" });
  const [bboxCrs, filterCrs, row] = [crsOf(query, "bbox-crs", INPUT_CRSS), crsOf(query, "filter-crs", INPUT_CRSS), sql`row0`];
  const [conditions, budget] = [[sql`true`], new Budget()];
  const box = query.bbox === undefined ? undefined : readBox(query.bbox.split(",").map(readNumber), "bbox", bboxCrs);
  if (box) conditions.push(inBox(geometry(row), box, bboxCrs));
  const expression = query.filter === undefined ? undefined : parseCql2(query.filter, "filter", filterCrs, budget);
  if (expression && !collection.hasSiteFilter)
    budget.take(
      "distanceVertices",
      distanceVertices(expression),
      (total) => new AtlasError(cql2Errors.CQL2_DISTANCES_TOO_MANY, { argument: "filter", ...total }),
    );
  if (expression) conditions.push(cql2Conditions(expression, properties, geometry, row));
  // A property with the same name as a part of the site filter (industries) means that part, as in the other interfaces.
  for (const [name, property] of Object.entries(properties))
    if (query[name] !== undefined && !site.includes(name)) conditions.push(equals(name, property, query[name]));
  const siteFilter = collection.hasSiteFilter ? filterFromAddress(select(query, site), budget) : undefined;
  if (siteFilter) conditions.push(siteConditions(siteFilter, row));
  const after = readCursor(query.cursor, collection);
  const measured = siteFilter ? measuredFilter(siteFilter, bboxCrs.srid === CRS84.srid ? box : undefined, expression) : {};
  return {
    limit: readLimit(query),
    after,
    crs: crsOf(query, "crs"),
    conditions: join(conditions, " AND "),
    siteFilter,
    measured,
  };
}

const select = (query: Query, names: readonly string[]): Query =>
  Object.fromEntries(Object.entries(query).filter(([name]) => names.includes(name)));

// A limit above the maximum is reduced to it (/req/core/fc-limit-response-1).
function readLimit(query: Query): number {
  const text = query.limit;
  if (text === undefined) return PAGE_SIZE.standard;
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (value >= PAGE_SIZE.min) return Math.min(value, PAGE_SIZE.max);
  throw new AtlasError(commonErrors.NUMBER_OUT_OF_RANGE, {
    argument: "limit",
    min: PAGE_SIZE.min,
    max: PAGE_SIZE.max,
    value: text,
  });
}

// A property as a parameter selects features with an equal value (/rec/core/fc-filters).
function equals(argument: string, { type, values, sql: column }: Property, value: string): Sql {
  // GDAL writes 1 and 0.
  if (type === "boolean" && !["true", "false", "1", "0"].includes(value))
    throw new AtlasError(commonErrors.VALUE_UNKNOWN, { argument, value, allowed: "true, false" });
  if (values && !values.includes(value))
    throw new AtlasError(commonErrors.VALUE_UNKNOWN, { argument, value, allowed: values.join(", ") });
  const row = sql`row0`;
  if (type === "string") return sql`${column(row)} = ${value}::text`;
  if (type === "boolean") return sql`${column(row)} = ${value}::boolean`;
  const number = readNumber(value);
  if (!Number.isFinite(number))
    throw new AtlasError(commonErrors.NUMBER_OUT_OF_RANGE, { argument, min: -1e17, max: 1e17, value });
  return sql`${column(row)}::float8 = ${number}::float8`;
}

// RFC 3339: a date, or a date-time with seconds and time zone; T and Z in either case.
const MOMENT = /^\d{4}-\d\d-\d\d([Tt ]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d))?$/;
const momentOf = (text: string): string | undefined =>
  MOMENT.test(text) ? readMoment(text.replace(" ", "T").toUpperCase()) : undefined;

// Features without a temporal property match every time (/req/core/fc-time-response), but the value must be valid.
function checkDatetime(value: string | undefined): void {
  if (value === undefined) return;
  const ends = value.split("/");
  const isOpen = (end: string) => ends.length === 2 && (end === "" || end === "..");
  const moments = ends.map(momentOf);
  const isValid = ends.length <= 2 && ends.every((end, index) => isOpen(end) || moments[index]) && !ends.every(isOpen);
  const [from, to] = moments;
  if (!isValid || (from && to && from > to)) throw new AtlasError(ogcErrors.DATETIME_MALFORMED, { argument: "datetime", value });
}

/** The opaque cursor of the next page. */
export const cursorAfter = (collection: Collection, id: string): string =>
  Buffer.from(JSON.stringify([collection.id, id])).toString("base64url");

function readCursor(text: string | undefined, collection: Collection): string | undefined {
  if (text === undefined) return undefined;
  try {
    const [name, id, ...extraEntries] = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (name === collection.id && typeof id === "string" && extraEntries.length === 0 && /^[\w-]{1,200}$/.test(id)) return id;
  } catch {
    // Not a cursor: reported below.
  }
  throw new AtlasError(ogcErrors.ITEMS_CURSOR_INVALID, { argument: "cursor" });
}
