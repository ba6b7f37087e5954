import fc from "fast-check";
import { filterLists, type ListName, listNames } from "../../server/contract/filter-lists.ts";
import { filterParts, flagNames, numberNames, type WordedName } from "../../server/contract/filter-parts.ts";
import { siteKinds } from "../../server/contract/kinds.ts";
import type { Filter } from "../../server/contract/site-filter.ts";

const orNone = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { freq: 2, nil: null });
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const names = (name: fc.Arbitrary<string>) => fc.uniqueArray(name, { maxLength: 4 });
/** Degrees and lengths to four decimals, as the page writes them. */
const between = (low: number, high: number) =>
  fc.integer({ min: low * 1e4, max: high * 1e4 }).map((tenThousandths) => tenThousandths / 1e4);
const km = fc.integer({ min: 1, max: 500_000 }).map((metres) => metres / 1000);

const box = fc
  .tuple(between(100, 114), between(20, 30), between(0.1, 5), between(0.1, 5))
  .map(([west, south, width, height]) => [west, south, sum(west, width), sum(south, height)] as const);
const sum = (one: number, other: number) => Number((one + other).toFixed(4));

const triangle = box.map(([west, south, east, north]) => ({
  type: "Polygon" as const,
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, south],
    ],
  ],
}));

const bound = orNone(fc.oneof(fc.integer({ min: -1e9, max: 1e15 }), between(-1000, 1000)));
const figure = fc
  .record({ indicator: slug, year: orNone(fc.integer({ min: 1900, max: 2099 })), atLeast: bound, atMost: bound })
  .filter(({ atLeast, atMost }) => atLeast === null || atMost === null || atLeast <= atMost);

/** Filters within the filter, in the form of GraphQL. */
const nested = fc.constantFrom("", '{"text":"光谷, & co"}', '[{"kinds":["BONDED_ZONE"]},{"not":{"text":"a%b"}}]');

// A name of the form that an open list takes: a slug, or a district's code.
const entries = (name: ListName): fc.Arbitrary<string[]> => {
  const list = filterLists[name];
  if ("values" in list) return fc.subarray<string>([...list.values]);
  return names(list.pattern.test("420111") && !list.pattern.test("ehdz") ? fc.stringMatching(/^42[0-9]{4}$/) : slug);
};

const neighbour = fc.oneof(
  fc.record({ kind: fc.constantFrom(...siteKinds), level: fc.constant(null) }),
  fc.record({ kind: fc.constant("LOGISTICS_HUB" as const), level: fc.constantFrom(...filterLists.hubLevels.values) }),
);

const parts: { [Name in Exclude<keyof Filter, ListName | WordedName>]: fc.Arbitrary<Filter[Name]> } = {
  text: fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => text.trim()),
  bbox: orNone(box),
  near: orNone(fc.record({ point: fc.tuple(between(-180, 180), between(-90, 90)), withinKm: km })),
  within: orNone(triangle),
  nearKind: orNone(
    fc.tuple(neighbour, km, nested).map(([other, withinKm, where]) => ({ ...other, withinKm, where: where || null })),
  ),
  figures: fc.uniqueArray(figure, { maxLength: 4, selector: (each) => JSON.stringify(each) }),
  cql: fc.constantFrom("", "nameEn LIKE 'Wuhan%' AND accuracyM < 500"),
  and: nested,
  or: nested,
  not: nested,
};

/** Any filter that the page can hold. */
export const someFilter = fc.record({
  ...Object.fromEntries(listNames.map((name) => [name, entries(name)])),
  ...Object.fromEntries(flagNames.map((name) => [name, orNone(fc.boolean())])),
  ...Object.fromEntries(numberNames.map((name) => [name, orNone(fc.double({ ...filterParts[name].bounds, noNaN: true }))])),
  ...parts,
}) as fc.Arbitrary<Filter>;
