// Zero is a size of a list like any other, for every list that takes one: no entries, but the other fields.
import { getNamedType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { schema } from "../../server/schema.ts";
import { databases, readAtlas, type TestAtlas } from "../atlas.ts";

const fields = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith("__"))
  .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []));
const isConnection = (type: string) => type.endsWith("Connection");
const pagedFields = fields.filter(({ args }) => args.some(({ name }) => name === "first"));
const connections = pagedFields.filter(({ type }) => isConnection(getNamedType(type).name)).map(({ name }) => name);
const lists = new Set(pagedFields.filter(({ type }) => !isConnection(getNamedType(type).name)).map(({ name }) => name));

// Each list that is no connection: a query with its size as $n, and where the list is in the answer.
const LISTS: Record<string, [query: string, path: string[]]> = {
  nearest: ["nearest(point: [114.3, 30.6], first: $n) { distanceKm }", ["nearest"]],
  "Site.nearest": ['site(slug: "air-tianhe") { nearest(first: $n) { distanceKm } }', ["site", "nearest"]],
  observations: [
    'district(code: "420111") { observations(indicators: ["gdp"], first: $n) { value } }',
    ["district", "observations"],
  ],
  catchment: ["catchment(filter: {}, first: $n) { totalCount figures { count } }", ["catchment", "figures"]],
  figures: ["catchment(filter: {}) { figures { figures(first: $n) { value } } }", ["catchment", "figures", "0", "figures"]],
  siteGroups: ["siteGroups(by: KIND, first: $n) { totalGroups groups { count } }", ["siteGroups", "groups"]],
  ranking: ['ranking(set: DISTRICT, measure: { indicator: "gdp" }, first: $n) { rows { nameEn } }', ["ranking", "rows"]],
  peers: ['peers(set: DISTRICT, subject: "420102", first: $n) { peers { nameEn } }', ["peers", "peers"]],
  search: ['search(text: "114.41,30.48", first: $n) { kind matches { nameEn } }', ["search"]],
  completeness: ["completeness(set: DISTRICT, first: $n) { share rows { nameEn } }", ["completeness", "rows"]],
  "completeness, across": [
    "completeness(set: DISTRICT, firstIndicators: $n) { share rows { cells { year } } }",
    ["completeness", "rows", "0", "cells"],
  ],
};

test("every list with a size is looked at", () => {
  expect([...lists].sort()).toEqual(
    Object.keys(LISTS)
      .filter((name) => /^\w+$/.test(name))
      .sort(),
  );
  expect(connections.sort()).toEqual(["changeSets", "observations", "sites", "sources"]);
});

describe.each(databases)("on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await readAtlas(kind);
  });
  afterAll(() => atlas.close());

  interface Connection {
    totalCount?: number;
    nodes: unknown[];
    edges: { cursor: string }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  }
  const read = async (name: string, paging: string): Promise<Connection> => {
    const count = name === "sites" || name === "observations" ? "totalCount" : "";
    const answer = await atlas.query(
      `{ ${name}(${paging}) { ${count} nodes { __typename } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    );
    return answer[name] as Connection;
  };
  const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };

  test.each(connections)("%s with a page size of zero has its counts, and whether there are more", async (name) => {
    const one = await read(name, "first: 1");
    const emptyPage = { ...("totalCount" in one && { totalCount: one.totalCount }), nodes: [], edges: [] };
    expect(one.nodes).toHaveLength(1);
    expect(await read(name, "first: 0")).toEqual({ ...emptyPage, pageInfo: { ...pageInfo, hasNextPage: true } });
    expect(await read(name, "last: 0")).toEqual({ ...emptyPage, pageInfo: { ...pageInfo, hasPreviousPage: true } });
    // Behind the first there may be more; before it there is nothing.
    const cursor = one.pageInfo.endCursor;
    const hasNextPage = one.pageInfo.hasNextPage;
    expect(await read(name, `first: 0, after: "${cursor}"`)).toEqual({
      ...emptyPage,
      pageInfo: { ...pageInfo, hasNextPage, hasPreviousPage: true },
    });
    expect(await read(name, `last: 0, before: "${cursor}"`)).toEqual({
      ...emptyPage,
      pageInfo: { ...pageInfo, hasNextPage: true },
    });
    for (const paging of ["first: -1", "last: -1", "first: 201"])
      expect(await atlas.queryError(`{ ${name}(${paging}) { nodes { __typename } } }`)).toMatchObject({
        code: "NUMBER_OUT_OF_RANGE",
      });
    expect(await atlas.queryError(`{ ${name}(first: 0, last: 0) { nodes { __typename } } }`)).toMatchObject({
      code: "PAGE_BOTH_WAYS",
    });
  });

  test("a filter that nothing fits has no more pages either", async () => {
    expect(await read("sites", 'first: 0, filter: { text: "nothing-is-called-this" }')).toEqual({
      ...{ totalCount: 0, nodes: [], edges: [] },
      pageInfo,
    });
  });

  test.each(Object.entries(LISTS))("%s of no size is empty", async (_name, [query, path]) => {
    const nodesOf = (answer: Record<string, unknown>) =>
      path.reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], answer);
    const sizedQuery = `query ($n: Int!) { ${query} }`;
    expect(nodesOf(await atlas.query(sizedQuery, { n: 0 }))).toEqual([]);
    expect(nodesOf(await atlas.query(sizedQuery, { n: 1 }))).toHaveLength(1);
    expect(await atlas.queryError(sizedQuery, { n: -1 }, "zh")).toMatchObject({
      code: "NUMBER_OUT_OF_RANGE",
      message: expect.stringMatching(/须为 0 至 \d+ 之间的数/),
    });
  });

  test("a size below zero does not pay for the rest of a query", async () => {
    const costlyQuery = "sites(first: 200) { nodes { nearest(first: 50) { site { nearest(first: 50) { distanceKm } } } } }";
    for (const credit of [
      "credit: sites(first: -1000000) { nodes { slug nameZh nameEn } }",
      "credit: sites(last: -1000000) { nodes { slug nameZh nameEn } }",
      "credit: nearest(point: [114.3, 30.6], first: -1000000) { distanceKm site { slug } }",
      'credit: site(slug: "air-tianhe") { nearest(first: -1000000) { distanceKm } }',
    ])
      expect(await atlas.queryError(`{ ${credit} ${costlyQuery} }`)).toMatchObject({ code: "QUERY_TOO_COSTLY" });
  });
});
