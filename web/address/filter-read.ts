import { DISTRICT_CODE } from "../../server/contract/city.ts";
import { siteKinds, siteStatuses } from "../../server/contract/kinds.ts";
import { type Choices, choiceNames, choicesOf } from "./choices.ts";
import type { Filter } from "./filter.ts";
import { longestPart, readArea, readBox, readFigure, readNear, readNearKind, readNested } from "./filter-parts.ts";

// As many as the server takes (server/sites/filter.ts).
const mostEntries = 100;
const mostFigures = 10;
const mostCharacters = 200;

/** A name in an address: what the data uses as slug. */
const slug = /^[a-z0-9][a-z0-9_-]{0,79}$/;

/** Reads the filter out of a query; whatever is not understood is as if it were not there, and reported by notUnderstood. */
export const readFilter = (query: URLSearchParams): Filter => read(query).filter;

/** The parameters of the filter that the query gives but readFilter does not take, or not wholly. */
export const notUnderstood = (query: URLSearchParams): readonly string[] => read(query).dropped;

function read(query: URLSearchParams): { filter: Filter; dropped: string[] } {
  const dropped: string[] = [];
  // The server refuses a parameter that stands there twice, and one that is empty unless it is a list or a search.
  const given = (name: string): string => {
    const [first = "", ...more] = query.getAll(name);
    if (more.length > 0) dropped.push(name);
    return more.length > 0 ? "" : first.trim();
  };
  const one = <Value>(name: string, readValue: (text: string) => Value | null): Value | null => {
    const value = readValue(given(name));
    if (value === null && query.has(name) && !dropped.includes(name)) dropped.push(name);
    return value;
  };
  const list = <Value>(name: string, readEntry: (text: string) => Value | null, most = mostEntries): Value[] => {
    const entries = [...new Set(given(name).split(",").filter(Boolean))];
    const values = entries.slice(0, most).flatMap((entry) => readEntry(entry) ?? []);
    if (values.length < entries.length) dropped.push(name);
    return values;
  };
  /** Values of a closed list, in its order. */
  const choices = <Value extends string>(name: string, allowed: readonly Value[]): Value[] => {
    const chosen = new Set(list(name, (entry) => allowed.find((value) => value === entry) ?? null));
    return allowed.filter((value) => chosen.has(value));
  };
  const names = (name: string, form: RegExp) => list(name, (entry) => (form.test(entry) ? entry : null));
  const short = (most: number) => (text: string) => (text.length > most ? null : text);

  const filter: Filter = {
    kinds: choices("kinds", siteKinds),
    districts: names("districts", DISTRICT_CODE),
    areas: names("areas", slug),
    industries: names("industries", slug),
    statuses: choices("statuses", siteStatuses),
    q: one("q", short(mostCharacters)) ?? "",
    bbox: one("bbox", readBox),
    near: one("near", readNear),
    within: one("within", readArea),
    located: one("located", (text) => ({ true: true, false: false })[text] ?? null),
    nearKind: one("nearKind", readNearKind),
    figures: list("figures", readFigure, mostFigures),
    cql: one("filter", (text) => (text ? short(longestPart)(text) : null)) ?? "",
    and: one("and", readNested) ?? "",
    or: one("or", readNested) ?? "",
    not: one("not", readNested) ?? "",
    ...(Object.fromEntries(choiceNames.map((name) => [name, choices<string>(name, choicesOf(name))])) as unknown as Choices),
  };
  return { filter, dropped };
}
