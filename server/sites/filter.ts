// The one site filter: its parts and what each part may be. GraphQL hands it in as an input object, every address (tiles,
// downloads, OGC API, links) as parameters (filter-address.ts); filter-sql.ts makes one condition of it.

import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { checkText } from "../core/text.ts";
import { sql } from "../database/sql.ts";
import { enums } from "../generated/model.ts";
import { checkArea, checkPosition, MAX_VERTICES, verticesOf } from "../geometry/area.ts";
import { readBox } from "../geometry/box.ts";
import { geometryErrors } from "../geometry/errors.ts";
import { siteErrors } from "./errors.ts";
import { type ListName, listNames, listParts } from "./filter-lists.ts";
import { cqlCondition } from "./properties.ts";

/** A figure of a site: its latest one, or that of a year, between two bounds in the indicator's unit, each included. */
export interface FigureCondition {
  indicator: string;
  year?: number | null | undefined;
  atLeast?: number | null | undefined;
  atMost?: number | null | undefined;
}

/** Conditions that all hold; a list holds where one of its entries does. Lengths in km, coordinates in WGS-84 degrees. */
export interface SiteFilter extends Partial<Record<ListName, readonly string[] | null | undefined>> {
  text?: string | null | undefined;
  hasLocation?: boolean | null | undefined;
  bbox?: readonly number[] | null | undefined;
  /** A GeoJSON Polygon or MultiPolygon. */
  within?: NonNullable<unknown> | null | undefined;
  near?: { point: readonly number[]; withinKm: number } | null | undefined;
  nearKind?: { kind: string; withinKm: number } | null | undefined;
  figures?: readonly FigureCondition[] | null | undefined;
  /** A condition in CQL2 text over the properties in properties.ts. */
  cql?: string | null | undefined;
  and?: readonly SiteFilter[] | null | undefined;
  or?: readonly SiteFilter[] | null | undefined;
  not?: SiteFilter | null | undefined;
}

export const MAX_ENTRIES = 100;
const MAX_FIGURES = 10;
const MAX_LEVELS = 4;
const MAX_PARTS = 40;
const KM = { least: 0.001, most: 500 };

/**
 * The filter, checked as far as that can be done without the database; `name` is where it stands, for errors ("address" where
 * its parts are parameters). Throws VALUE_UNKNOWN, LIST_TOO_LONG, TEXT_TOO_LONG, TEXT_WITH_CONTROL, NUMBER_OUT_OF_RANGE,
 * RANGE_CROSSED, FILTER_TOO_DEEP, FILTER_TOO_LARGE, the CQL2_ errors and those of geometry/area.ts.
 */
export function checkFilter(filter: SiteFilter, name = "filter"): SiteFilter {
  return checkNode(filter, name, 0, { parts: 0, vertices: 0 });
}

function checkNode(filter: SiteFilter, name: string, level: number, budget: { parts: number; vertices: number }): SiteFilter {
  const place = (part: string) => argumentName(name, part);
  if (level > MAX_LEVELS) throw new AtlasError(siteErrors.FILTER_TOO_DEEP, { argument: name, most: MAX_LEVELS });
  if (++budget.parts > MAX_PARTS) throw new AtlasError(siteErrors.FILTER_TOO_LARGE, { argument: name, most: MAX_PARTS });
  for (const list of listNames) checkList(filter[list], list, place(list));
  if (filter.text) checkText(filter.text, place("text"));
  const bbox = filter.bbox ? readBox(filter.bbox, place("bbox")) : undefined;
  if (filter.near) {
    checkPosition(filter.near.point, place("near.point"));
    checkNumber(filter.near.withinKm, KM, place("near.withinKm"));
  }
  if (filter.nearKind) {
    checkChoice(filter.nearKind.kind, "SiteKind", place("nearKind.kind"));
    checkNumber(filter.nearKind.withinKm, KM, place("nearKind.withinKm"));
  }
  if ((filter.figures?.length ?? 0) > MAX_FIGURES)
    throw new AtlasError(commonErrors.LIST_TOO_LONG, {
      argument: place("figures"),
      most: MAX_FIGURES,
      value: filter.figures?.length ?? 0,
    });
  for (const figure of filter.figures ?? []) checkFigure(figure, place("figures"));
  // Names and types are checked where the condition is made.
  if (typeof filter.cql === "string") cqlCondition(filter.cql, sql`site`, place("cql"));
  const checkAll = (part: "and" | "or") =>
    filter[part]?.map((each, index) => checkNode(each, `${place(part)}[${index}]`, level + 1, budget));
  // The area as it was checked, without whatever else its sender put beside it.
  const within = (filter.within ?? null) === null ? undefined : checkArea(filter.within, place("within"));
  budget.vertices += within ? verticesOf(within) : 0;
  if (budget.vertices > MAX_VERTICES)
    throw new AtlasError(geometryErrors.VERTICES_TOO_MANY, {
      argument: place("within"),
      value: budget.vertices,
      most: MAX_VERTICES,
    });
  const not = filter.not ? checkNode(filter.not, place("not"), level + 1, budget) : undefined;
  return { ...filter, bbox, within, and: checkAll("and"), or: checkAll("or"), not };
}

const addressNames: Record<string, string> = {
  ...Object.fromEntries(listNames.map((list) => [list, listParts[list].address])),
  text: "q",
  hasLocation: "located",
  cql: "filter",
};

/** What a part of the filter is called where its sender wrote it: in an address some have shorter names. */
export const argumentName = (name: string, part: string): string =>
  name === "address" ? (addressNames[part] ?? part) : `${name}.${part}`;

function checkList(entries: readonly string[] | null | undefined, list: ListName, argument: string): void {
  if (!entries) return;
  if (entries.length > MAX_ENTRIES)
    throw new AtlasError(commonErrors.LIST_TOO_LONG, { argument, most: MAX_ENTRIES, value: entries.length });
  const { from } = listParts[list];
  for (const entry of entries) {
    checkText(entry, argument);
    if ("enum" in from) checkChoice(entry, from.enum, argument);
  }
}

function checkChoice(value: string, name: keyof typeof enums, argument: string): void {
  const { values } = enums[name];
  if (!Object.hasOwn(values, value))
    throw new AtlasError(commonErrors.VALUE_UNKNOWN, { argument, value, allowed: Object.keys(values).join(", ") });
}

function checkFigure({ indicator, year, atLeast, atMost }: FigureCondition, argument: string): void {
  checkText(indicator, argument);
  if ((year ?? null) !== null) checkNumber(year as number, { least: 1900, most: 2100 }, argument);
  for (const bound of [atLeast, atMost])
    if ((bound ?? null) !== null) checkNumber(bound as number, { least: -1e17, most: 1e17 }, argument);
  if (typeof atLeast === "number" && typeof atMost === "number" && atLeast > atMost)
    throw new AtlasError(siteErrors.RANGE_CROSSED, { argument, least: atLeast, most: atMost });
}

function checkNumber(value: number, { least, most }: { least: number; most: number }, argument: string): void {
  if (!(value >= least && value <= most))
    throw new AtlasError(commonErrors.NUMBER_OUT_OF_RANGE, { argument, least, most, value });
}
