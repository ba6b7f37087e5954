// The site filter on the page and in addresses. Tiles, downloads and the OGC API use the same parameters.
import { Fault } from "./faults.ts";
import { filterLists, type ListEntry, type ListName, listNames } from "./filter-lists.ts";
import { type FigureRange, figureRangesPart, filterParts, type PartName, partNames } from "./filter-parts.ts";
import type { FilterPart } from "./scalar-parts.ts";

type ValueOf<SomePart> = SomePart extends FilterPart<infer Value> ? Value : never;

/** All parts by their names in GraphQL: lists, ranges of figures, and parts with a single value (`partNames`). Unused ones are empty. */
export type Filter = { readonly [Name in ListName]: readonly ListEntry<Name>[] } & {
  readonly figures: readonly FigureRange[];
} & { readonly [Name in PartName]: ValueOf<(typeof filterParts)[Name]> };

/** How many entries a list of the filter may have. */
export const MAX_ENTRIES = 100;

const emptyLists = Object.fromEntries([...listNames, "figures"].map((name) => [name, []]));
const emptyParts = Object.fromEntries(partNames.map((name) => [name, filterParts[name].emptyValue]));
/** Without any condition: all sites. */
export const noFilter = { ...emptyLists, ...emptyParts } as unknown as Filter;

/** The parameters of the parts in an address. */
export const parameterByPart = {
  ...Object.fromEntries(listNames.map((name) => [name, filterLists[name].parameter])),
  ...Object.fromEntries(partNames.map((name) => [name, filterParts[name].parameter])),
  figures: figureRangesPart.parameter,
} as Readonly<Record<keyof Filter, string>>;

/** All parameters of the filter. */
export const filterParameters: readonly string[] = Object.values(parameterByPart);

/** The filter as parameters, the empty ones left out. */
export function writeFilter(filter: Filter): [name: string, value: string][] {
  const write = <Name extends PartName>(name: Name): string =>
    (filterParts[name] as unknown as FilterPart<Filter[Name]>).write(filter[name]);
  const parameters: [string, string][] = [
    ...listNames.map((name): [string, string] => [parameterByPart[name], filter[name].join(",")]),
    [figureRangesPart.parameter, filter.figures.map(figureRangesPart.write).join(",")],
    ...partNames.map((name): [string, string] => [parameterByPart[name], write(name)]),
  ];
  return parameters.filter(([, value]) => value !== "");
}

/** The head of a request may have 16 KB; an area, a condition or a nested filter must leave room for everything else. */
export const MAX_PART_CHARACTERS = 14_000;

/**
 * Reads the filter from the address of the page. Invalid values are ignored, and their parameters are returned as `unrecognised`.
 * The server reads the same parameters strictly (server/sites/filter-address.ts).
 */
export function readFilter(query: URLSearchParams): { filter: Filter; unrecognised: readonly string[] } {
  const unrecognised: string[] = [];
  // The server refuses a parameter that occurs twice.
  const singleParameter = (parameter: string): string => {
    const [first = "", ...repeated] = query.getAll(parameter);
    if (repeated.length > 0) unrecognised.push(parameter);
    return repeated.length > 0 ? "" : first.trim();
  };

  const readList = <Entry>(parameter: string, readEntry: (text: string) => Entry | Fault, max = MAX_ENTRIES): Entry[] => {
    const entries = [...new Set(singleParameter(parameter).split(",").filter(Boolean))];
    const results = entries.slice(0, max).map(readEntry);
    const valid = results.filter((entry) => !(entry instanceof Fault)) as Entry[];
    if (valid.length < entries.length) unrecognised.push(parameter);
    return valid;
  };
  const readChoices = (name: ListName): string[] => {
    const list = filterLists[name];
    const isAllowed = (text: string) =>
      "pattern" in list ? list.pattern.test(text) : (list.values as readonly string[]).includes(text);
    const values = readList(list.parameter, (text) => (isAllowed(text) ? text : new Fault("VALUE_UNKNOWN")));
    // Values of a closed list are returned in its order.
    return "pattern" in list ? values : list.values.filter((value) => values.includes(value));
  };
  const readPart = (name: PartName): unknown => {
    const part = filterParts[name] as unknown as FilterPart<unknown>;
    const text = singleParameter(part.parameter);
    if (!query.has(part.parameter) || unrecognised.includes(part.parameter)) return part.emptyValue;
    // An empty search is no restriction; anything else that is empty is malformed.
    if (!text && name === "text") return part.emptyValue;
    const value = !text
      ? new Fault("FILTER_MALFORMED")
      : text.length > MAX_PART_CHARACTERS
        ? new Fault("TEXT_TOO_LONG")
        : part.read(text);
    if (!(value instanceof Fault) && !part.check(value as NonNullable<unknown>)) return value;
    unrecognised.push(part.parameter);
    return part.emptyValue;
  };

  const filter = {
    ...Object.fromEntries(listNames.map((name) => [name, readChoices(name)])),
    figures: readList(figureRangesPart.parameter, (text) => checkedRange(figureRangesPart.read(text)), figureRangesPart.max),
    ...Object.fromEntries(partNames.map((name) => [name, readPart(name)])),
  } as unknown as Filter;
  return { filter, unrecognised };
}

const checkedRange = (range: FigureRange | Fault): FigureRange | Fault =>
  range instanceof Fault ? range : (figureRangesPart.check(range) ?? range);

/** A single filter is accepted where a list of filters is expected (and, or). */
export const asList = <Value>(value: Value | Value[]): Value[] => (Array.isArray(value) ? value : [value]);

/** Several filters where one is expected (not) are combined with AND. */
export const combineWithAnd = <Value>(filters: Value[]): Value | { and: Value[] } =>
  filters.length === 1 ? (filters[0] as Value) : { and: filters };

/** The filter as input for GraphQL. Unused parts are left out, because an empty list would match nothing. */
export function filterInput(filter: Filter): Record<string, unknown> {
  const listFields = [...listNames, "figures" as const].map((name) => [name, filter[name].length > 0 ? filter[name] : undefined]);
  const partFields = partNames.map((name) => [
    name,
    filter[name] === filterParts[name].emptyValue ? undefined : inputOf(name, filter[name]),
  ]);
  return Object.fromEntries([...listFields, ...partFields]);
}

function inputOf(name: PartName, value: Filter[PartName]): unknown {
  if (name === "nearKind") {
    // The sites that must be near, as a filter in JSON.
    const { where, ...nearness } = value as NonNullable<Filter["nearKind"]>;
    return where === null ? nearness : { ...nearness, where: combineWithAnd(asList(JSON.parse(where))) };
  }
  if (name !== "and" && name !== "or" && name !== "not") return value;
  const filters = asList(JSON.parse(value as string));
  return name === "not" ? combineWithAnd(filters) : filters;
}
