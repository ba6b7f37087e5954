// A document is interpreted the first few times, then compiled or answered directly: all ways give the same answer, errors included.
import { afterAll, beforeAll, expect, test } from "vitest";
import { RUNS_BEFORE_COMPILING } from "../../server/graphql/execute.ts";
import { readAtlas, type TestAtlas } from "../atlas.ts";

let atlas: TestAtlas;
beforeAll(async () => {
  atlas = await readAtlas();
});
afterAll(() => atlas.close());

const queries: [string, Record<string, unknown>?][] = [
  [
    "{ sites(first: 5) { totalCount nodes { id x: slug slug __typename ... on ServiceTradePark { theme } ...More @include(if: true) nearest(first: 1) { distanceKm site { nameZh } } two: nearest(first: 2) { distanceKm } } } } fragment More on Site { kind aliases district { code } location { point accuracyM } }",
  ],
  [
    "query ($f: SiteFilter) { sites(filter: $f) { nodes { slug } pageInfo { endCursor hasNextPage } } }",
    { f: { text: "gg", kinds: ["SERVICE_TRADE_PARK"] } },
  ],
  ["query ($f: SiteFilter) { sites(filter: $f) { totalCount } }", { f: { bbox: [114, 31, 115, 30] } }],
  [
    '{ a: district(code: "420111") { nameEn population { value published sources { titleEn } } } b: district(code: "nope") { code } }',
  ],
  ['{ site(slug: "air-tianhe") { nearest(first: 999) { distanceKm } } atlas { version } }'],
  [
    "{ observations(first: 4) { edges { cursor node { value periodEnd recordedAt subject { __typename ... on Site { slug } ... on District { nameZh } } } } } }",
  ],
  ["query ($skip: Boolean!) { plan { horizon themes @skip(if: $skip) { slug } } }", { skip: true }],
  [
    'query ($a: Float!) { sites(filter: { within: { type: "Polygon", coordinates: [[[$a, 29], [116, 29], [116, 32], [$a, 29]]] } }) { totalCount } }',
    { a: 113 },
  ],
  ["query ($f: SiteFilter) { sites(filter: $f) { totalCount } }", { f: { bbox: ["a", 1, 2, 3] } }],
  ["query ($d: Date) { observations(filter: { from: $d }) { totalCount } }", { d: "x" }],
];

test.each(queries)("%s", async (query, variables = {}) => {
  const results: string[] = [];
  for (let time = 0; time < RUNS_BEFORE_COMPILING + 3; time++) {
    // A variable that no document has: the answer to the same request would be kept.
    const payload = { query, variables: { ...variables, time } };
    results.push(JSON.stringify((await atlas.app.inject({ method: "POST", url: "/graphql", payload })).json()));
  }
  expect(new Set(results).size).toBe(1);
});

test("two fields with the same alias keep their own data, however often the document was executed before", async () => {
  const query = `query ($a: Int!, $b: Int!) { sites(first: 200) { nodes { __typename
    ... on ServiceTradePark { x: nearest(first: $a) { distanceKm } } ... on LogisticsHub { x: nearest(first: $b) { distanceKm } } } } }`;
  for (const [a, b] of [
    [1, 1],
    [1, 4],
    [3, 2],
    [1, 4],
    [2, 1],
  ] as const) {
    const { sites } = await atlas.query(query, { a, b });
    for (const { __typename, x } of (sites as { nodes: { __typename: string; x?: unknown[] }[] }).nodes) {
      if (x?.length) expect(x.length).toBe(__typename === "ServiceTradePark" ? a : b);
    }
  }
});

test("deeply nested interfaces are refused quickly and never compiled", async () => {
  const nestedQuery = (depth: number) =>
    `{ site(slug: "cbz-xg-yangluo") { ${"parent { ".repeat(depth)} slug ${"}".repeat(depth)} } }`;
  for (let time = 0; time < RUNS_BEFORE_COMPILING + 3; time++) {
    expect(await atlas.query(nestedQuery(9))).toMatchObject({ site: { parent: { parent: null } } });
    expect(await atlas.queryError(nestedQuery(20))).toMatchObject({ code: "QUERY_TOO_DEEP" });
  }
});
