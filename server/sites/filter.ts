// The site filter of all interfaces: its parts and their checks. GraphQL provides it as an input object, addresses (tiles, downloads,
// OGC API, links) as parameters (filter-address.ts); filter-sql.ts turns it into one condition. Names and bounds are shared with the
// page (server/contract/filter-parts.ts, filter-lists.ts).

import { choiceFault, Fault, textFault } from "../contract/faults.ts";
import { filterLists, type ListName, listNames } from "../contract/filter-lists.ts";
import { type FigureRange, figureRangesPart, filterParts, type PartName, partNames } from "../contract/filter-parts.ts";
import type { FilterPart } from "../contract/scalar-parts.ts";
import { MAX_ENTRIES, parameterByPart } from "../contract/site-filter.ts";
import { Budget } from "../core/budget.ts";
import { AtlasError } from "../core/errors.ts";
import type { Expression } from "../cql2/expression.ts";
import { parseCql2 } from "../cql2/parse.ts";
import { sql } from "../database/sql.ts";
import { checkArea } from "../geometry/area.ts";
import { readBox } from "../geometry/box.ts";
import { CRS84 } from "../geometry/crs.ts";
import { siteErrors } from "./errors.ts";
import { throwFault } from "./faults.ts";
import { cqlCondition } from "./properties.ts";

type Optional<Value> = { [Name in keyof Value]?: Value[Name] | null | undefined };

/** A figure of a site: its latest one, or that of a year, between two bounds in the indicator's unit, each included. */
export type FigureRangeInput = Pick<FigureRange, "indicator"> & Optional<Omit<FigureRange, "indicator">>;

/** Parts that have another type than on the page, because their form is not yet checked. */
interface UncheckedParts {
  bbox: readonly number[];
  /** A GeoJSON Polygon or MultiPolygon. */
  within: NonNullable<unknown>;
  nearKind: {
    kind: string;
    level?: string | null | undefined;
    withinKm: number;
    /** What the other site meets. */
    where?: SiteFilter | null | undefined;
  };
  near: { point: readonly number[]; withinKm: number };
  /** The text of the condition; in a checked filter its Expression, so that it is parsed once only. */
  cql: NonNullable<unknown>;
  and: readonly SiteFilter[];
  or: readonly SiteFilter[];
  not: SiteFilter;
}

type ValueOf<Name extends PartName> = Name extends keyof UncheckedParts
  ? UncheckedParts[Name]
  : (typeof filterParts)[Name] extends FilterPart<infer Value>
    ? NonNullable<Value>
    : never;

/** The parts are combined with AND, the entries of a list with OR. Lengths are in km, coordinates in WGS-84 degrees. */
export type SiteFilter = Optional<
  { [Name in ListName]: readonly string[] } & { figures: readonly FigureRangeInput[] } & { [Name in PartName]: ValueOf<Name> }
>;

const MAX_DEPTH = 4;
const MAX_FILTERS = 40;

/**
 * Checks the filter as far as possible without the database; `name` is its name in errors ("address" if its parts are parameters), and
 * what it contains is taken from the budget of the request. A filter that several fields of a request share is checked once.
 * Throws VALUE_UNKNOWN, LIST_TOO_LONG, TEXT_TOO_LONG, TEXT_WITH_CONTROL, NUMBER_OUT_OF_RANGE,
 * RANGE_REVERSED, HUB_LEVEL_WITHOUT_HUB, FILTER_TOO_DEEP, FILTER_TOO_LARGE, the CQL2_ errors and those of geometry/area.ts.
 */
export function checkFilter(filter: SiteFilter, name = "filter", budget = new Budget()): SiteFilter {
  const checked = checkedFilters.get(filter) ?? checkNode(filter, name, 0, { filters: 0, budget });
  checkedFilters.set(filter, checked);
  return checked;
}

const checkedFilters = new WeakMap<SiteFilter, SiteFilter>();

/** Sites near sites that are near others: each level more takes the database ten times as long. */
const MAX_NEAR_DEPTH = 2;

function checkNode(
  filter: SiteFilter,
  name: string,
  depth: number,
  tree: { filters: number; budget: Budget },
  nearDepth = 0,
): SiteFilter {
  const argumentOf = (part: string) => argumentName(name, part);
  if (depth > MAX_DEPTH) throw new AtlasError(siteErrors.FILTER_TOO_DEEP, { argument: name, max: MAX_DEPTH });
  if (++tree.filters > MAX_FILTERS) throw new AtlasError(siteErrors.FILTER_TOO_LARGE, { argument: name, max: MAX_FILTERS });
  for (const list of listNames) checkList(filter[list], list, argumentOf(list));
  checkLength(filter.figures, figureRangesPart.max, argumentOf("figures"));
  for (const range of filter.figures ?? []) throwFault(figureRangesPart.check(range), argumentOf("figures"));
  for (const part of partNames) if (!Object.hasOwn(checkedSeparately, part)) checkPart(part, filter[part], argumentOf(part));
  const cql = typeof filter.cql === "string" ? parseCql2(filter.cql, argumentOf("cql"), CRS84, tree.budget) : filter.cql;
  // Names and types are checked where the condition is made.
  if (cql) cqlCondition(cql as Expression, sql`site`, argumentOf("cql"));
  const checkAll = (part: "and" | "or") =>
    filter[part]?.map((each, index) => checkNode(each, `${argumentOf(part)}[${index}]`, depth + 1, tree, nearDepth));
  const bbox = filter.bbox ? readBox(filter.bbox, argumentOf("bbox")) : undefined;
  // The checked area, without other members of the input.
  const within = (filter.within ?? null) === null ? undefined : checkArea(filter.within, argumentOf("within"), tree.budget);
  const not = filter.not ? checkNode(filter.not, argumentOf("not"), depth + 1, tree, nearDepth) : undefined;
  const neighbour = filter.nearKind;
  if (neighbour && nearDepth >= MAX_NEAR_DEPTH)
    throw new AtlasError(siteErrors.FILTER_TOO_DEEP, { argument: argumentOf("nearKind"), max: MAX_NEAR_DEPTH });
  const where = neighbour?.where
    ? checkNode(neighbour.where, `${argumentOf("nearKind")}.where`, depth + 1, tree, nearDepth + 1)
    : undefined;
  const nearKind = neighbour && { ...neighbour, where };
  return { ...filter, bbox, within, cql, and: checkAll("and"), or: checkAll("or"), not, nearKind };
}

// Parts that have checks of their own, or are filters themselves.
const checkedSeparately = { bbox: true, within: true, and: true, or: true, not: true };

function checkPart(part: PartName, value: unknown, argument: string): void {
  const { check, emptyValue } = filterParts[part] as unknown as FilterPart<unknown>;
  if ((value ?? null) !== null && value !== emptyValue) throwFault(check(value as NonNullable<unknown>), argument);
}

/** The name of a part in errors. In an address, some parts have shorter names. */
export const argumentName = (name: string, part: string): string =>
  name === "address"
    ? Object.hasOwn(parameterByPart, part)
      ? parameterByPart[part as keyof SiteFilter]
      : part
    : `${name}.${part}`;

function checkLength(entries: readonly unknown[] | null | undefined, max: number, argument: string): void {
  if (entries && entries.length > max) throwFault(new Fault("LIST_TOO_LONG", { max, value: entries.length }), argument);
}

function checkList(entries: readonly string[] | null | undefined, name: ListName, argument: string): void {
  checkLength(entries, MAX_ENTRIES, argument);
  const list = filterLists[name];
  for (const entry of entries ?? [])
    throwFault(textFault(entry) ?? ("enum" in list ? choiceFault(entry, list.values) : null), argument);
}
