// The site filter in an address: ?kinds=EXPORT_BASE,BONDED_ZONE&districts=420111&q=guanggu&near=114.3,30.6,5
//   figures=planned-area:1000000..,resident-firms@2024:50..1000   nearKind=LOGISTICS_HUB:NATIONAL,5   located=true
//   filter=<CQL2 text>   and=, or=[…], not={…}, nearKind=SERVICE_TRADE_PARK,5,{…}: filters as JSON in the form of GraphQL's SiteFilter
// server/contract/filter-parts.ts defines how each part is written. Here parameters are read strictly: what the page ignores is refused.

import { Fault } from "../contract/faults.ts";
import { filterLists, listNames } from "../contract/filter-lists.ts";
import { figureRangesPart, filterParts, type PartName, partNames } from "../contract/filter-parts.ts";
import type { FilterPart } from "../contract/scalar-parts.ts";
import { asList, combineWithAnd, type Filter, filterParameters } from "../contract/site-filter.ts";
import type { Budget } from "../core/budget.ts";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import type { Query } from "../core/query.ts";
import { errorOf } from "./faults.ts";
import { checkFilter, type FigureRangeInput, type SiteFilter } from "./filter.ts";
import { readForm } from "./filter-form.ts";

/**
 * Reads the filter from the parameters of an address, within the budget of the request; throws PARAMETER_UNKNOWN, FILTER_MALFORMED
 * and the errors of checkFilter.
 */
export function filterFromAddress(parameters: Query, budget?: Budget): SiteFilter {
  for (const name of Object.keys(parameters)) {
    if (!filterParameters.includes(name))
      throw new AtlasError(commonErrors.PARAMETER_UNKNOWN, { argument: name, allowed: filterParameters.join(", ") });
  }
  // An empty list or search has no effect; any other empty parameter is malformed.
  const list = (name: string) => {
    const entries = parameters[name]?.split(",").filter(Boolean) ?? [];
    return entries.length > 0 ? entries : undefined;
  };
  const filter = {
    ...Object.fromEntries(listNames.map((name) => [name, list(filterLists[name].parameter)])),
    figures: list(figureRangesPart.parameter)?.map(
      (entry): FigureRangeInput => accept(figureRangesPart.read(entry), figureRangesPart.parameter),
    ),
    ...Object.fromEntries(partNames.map((name) => [name, readPart(name, parameters[filterParts[name].parameter])])),
  };
  return checkFilter(filter, "address", budget);
}

function accept<Value>(value: Value | Fault, argument: string): Value {
  if (value instanceof Fault) throw errorOf(value, argument);
  return value;
}

function readPart(name: PartName, text: string | undefined): unknown {
  if (text === undefined) return undefined;
  const { parameter, read } = filterParts[name] as unknown as FilterPart<unknown>;
  const value = accept(read(text), parameter);
  const filters = (json: string) => asList(JSON.parse(json)).map((filter) => readForm(filter, parameter));
  if (name === "nearKind") {
    const { where, ...neighbour } = value as NonNullable<Filter["nearKind"]>;
    return where === null ? neighbour : { ...neighbour, where: combineWithAnd(filters(where)) };
  }
  if (name !== "and" && name !== "or" && name !== "not") return value;
  return name === "not" ? combineWithAnd(filters(value as string)) : filters(value as string);
}
