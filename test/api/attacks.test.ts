// Single requests that once occupied the server for seconds, and similar ones at every endpoint: each is refused within 50 ms of CPU time.
// The list of them, with what each takes, is printed at the end.
import { gzipSync } from "node:zlib";
import type { InjectOptions } from "fastify";
import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readAtlas, type TestAtlas } from "../atlas.ts";
import { cpuMs, MAX_REFUSED_MS } from "../cpu.ts";

type Position = readonly [number, number];

// Corners from one side to the other and back, slowly upwards: all edges have the same extent from west to east.
const zigzag = (corners: number): Position[] => {
  const all = Array.from({ length: corners }, (_, index): Position => [index % 2 === 0 ? 1 : 9, index / 1000]);
  return [...all, [1, corners / 1000], [0, 1], [1, 0]];
};
// Long edges from the middle outwards, which overlap in every direction.
const rays = (corners: number): Position[] => {
  const all = Array.from({ length: corners }, (_, index): Position => {
    const [angle, radius] = [(2 * Math.PI * index) / corners, index % 2 === 0 ? 1 : 60];
    return [Number((radius * Math.cos(angle)).toFixed(4)), Number((radius * Math.sin(angle)).toFixed(4))];
  });
  return [...all, all[0] as Position];
};
const wkt = (ring: readonly Position[]): string => `POLYGON((${ring.map((position) => position.join(" ")).join(",")}))`;
const polygon = (ring: readonly Position[]) => ({ type: "Polygon", coordinates: [ring] });
const repeated = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);

const post = (query: string, variables: Record<string, unknown> = {}): InjectOptions => ({
  ...{ method: "POST", url: "/graphql", payload: { query, variables } },
});
const FACETS =
  "query ($f: SiteFilter) { sites(filter: $f) { totalCount bounds facets { kinds { count } districts { count } withoutPoint } } }";
const filtered = (filter: unknown) => post(FACETS, { f: filter });
const encoded = (parameters: Record<string, string>) => new URLSearchParams(parameters).toString();

/** Sites near sites that are near others, that many times. */
const nested = (count: number): object =>
  count === 0 ? {} : { nearKind: { kind: "SERVICE_TRADE_PARK", withinKm: 0.1 + count / 100, where: nested(count - 1) } };
const nearInAddress = (count: number) => encoded({ nearKind: `SERVICE_TRADE_PARK,0.1,${JSON.stringify(nested(count - 1))}` });
const COLLECTION = "/ogc/collections/districts/items?";
const FILTER_CRS = "http://www.opengis.net/def/crs/EPSG/0/3857";

let atlas: TestAtlas;
beforeAll(async () => {
  atlas = await readAtlas();
  // The first request of each kind compiles.
  await atlas.app.inject(filtered({ cql: "slug = 'x'" }));
});
afterAll(async () => {
  await atlas.close();
  for (const [name, milliseconds] of measured) console.log(`${milliseconds.toFixed(0).padStart(4)} ms  ${name}`);
});

const measured = new Map<string, number>();
/** Sends a request several times, and checks what it takes; returns the last answer. */
async function sendCheaply(name: string, request: InjectOptions) {
  let answer = await atlas.app.inject(request);
  const milliseconds = await cpuMs(async () => {
    answer = await atlas.app.inject(request);
  });
  measured.set(name, milliseconds);
  expect(milliseconds).toBeLessThan(MAX_REFUSED_MS);
  return answer;
}

const intersects = (ring: readonly Position[]) => `S_INTERSECTS(geometry, ${wkt(ring)})`;

const distance = (ring: readonly Position[]) => `S_DWITHIN(${wkt(ring)}, ${wkt(ring)}, 5, km)`;

test.each<[string, InjectOptions, string]>([
  ["8 conditions of 5000 corners", filtered({ and: repeated(8, { cql: intersects(zigzag(4996)) }) }), "VERTICES_TOO_MANY"],
  ["3 areas of 5000 corners", filtered({ or: repeated(3, { within: polygon(zigzag(4996)) }) }), "VALUES_TOO_MANY"],
  ["3 areas of 2000 corners", filtered({ or: repeated(3, { within: polygon(zigzag(1996)) }) }), "VERTICES_TOO_MANY"],
  ["900 empty filters", filtered({ and: repeated(900, {}) }), "FILTER_TOO_LARGE"],
  ["4999 rays in CQL2", filtered({ cql: intersects(rays(4998)) }), "EDGES_TOO_CLOSE"],
  ["4999 rays as an area", filtered({ within: polygon(rays(4998)) }), "EDGES_TOO_CLOSE"],
  ["the distance of two areas", filtered({ cql: distance(zigzag(2400)) }), "CQL2_CONSTANT"],
  [
    "12 distances of constants in the OGC API",
    { url: `/ogc/collections/districts/items?${encoded({ filter: repeated(12, distance(zigzag(8))).join(" OR ") })}` },
    "CQL2_CONSTANT",
  ],
  [
    "150 distances of districts from a line on a plane",
    {
      url: `${COLLECTION}${encoded({ "filter-crs": FILTER_CRS, filter: repeated(150, "S_DWITHIN(geometry,LINESTRING(0 0,1e7 0),5,km)").join(" OR ") })}`,
    },
    "VERTICES_TOO_MANY",
  ],
  [
    "150 large boxes on a plane",
    {
      url: `${COLLECTION}${encoded({ "filter-crs": FILTER_CRS, filter: repeated(150, "S_INTERSECTS(geometry,BBOX(0,0,1e7,1e7))").join(" OR ") })}`,
    },
    "VERTICES_TOO_MANY",
  ],
  [
    "150 distances of districts from a point",
    { url: `${COLLECTION}${encoded({ filter: repeated(150, "S_DWITHIN(geometry,POINT(114 30),5,km)").join(" OR ") })}` },
    "CQL2_DISTANCES_TOO_MANY",
  ],
  [
    "the distance of districts from 400 points in one",
    {
      url: `${COLLECTION}${encoded({ filter: `S_DWITHIN(geometry,MULTIPOINT(${repeated(400, "114 30").join()}),5,km)` })}`,
    },
    "CQL2_DISTANCES_TOO_MANY",
  ],
  [
    "150 comparisons of districts with themselves",
    { url: `${COLLECTION}${encoded({ filter: repeated(150, "NOT S_TOUCHES(geometry,geometry)").join(" OR ") })}` },
    "CQL2_CONSTANT",
  ],
  ["sites near sites near sites near sites", filtered(nested(3)), "FILTER_TOO_DEEP"],
  ["the same in a download", { url: `/download/sites.csv?${nearInAddress(3)}` }, "FILTER_TOO_DEEP"],
  ["the same in the OGC API", { url: `/ogc/collections/sites/items?${nearInAddress(3)}` }, "FILTER_TOO_DEEP"],
  ["330,000 empty filters", filtered({ and: repeated(330_000, {}) }), "VALUES_TOO_MANY"],
  ["a variable of 490,000 numbers that is not used", post("{ __typename }", { f: repeated(490_000, 1) }), "VALUES_TOO_MANY"],
  ["an area of 160,000 corners", filtered({ within: polygon(repeated(40_000, [1, 2] as const)) }), "VALUES_TOO_MANY"],
  [
    "60 unknown parts of a filter beside a long one",
    filtered({ ...Object.fromEntries(repeated(60, 1).map((value, index) => [`k${index}`, value])), big: "x".repeat(900_000) }),
    "is not defined",
  ],
  ["990 fields at the root", post(`{ ${repeated(990, "sites{totalCount}").join(" ")} }`), "QUERY_OF_TOO_MANY"],
  ["950 fields of one place", post(`{ sites { nodes { ${repeated(950, "district{code}").join(" ")} } } }`), "QUERY_TOO_BROAD"],
  [
    "100 long names of fields",
    post(
      `{ ${repeated(20, "x".repeat(9000))
        .map((name, index) => `${name}${index}`)
        .join(" ")} }`,
    ),
    "GRAPHQL_VALIDATION_FAILED",
  ],
  [
    "a cursor of 980,000 characters",
    post("query ($after: String) { sites(after: $after) { totalCount } }", {
      after: Buffer.from("[".repeat(735_000)).toString("base64url"),
    }),
    "CURSOR_INVALID",
  ],
  ["5 conditions of 24 kB", filtered({ and: repeated(5, { cql: `slug = '${"x".repeat(24_000)}'` }) }), "CQL2_TOO_LONG"],
  ["a condition of 100,000 parentheses", filtered({ cql: "(".repeat(100_000) }), "CQL2_TOO_DEEP"],
  ["a condition of 50,000 values", filtered({ cql: `slug IN (${"1,".repeat(49_000)}1)` }), "CQL2_TOO_LARGE"],
  [
    "20 introspections",
    post(
      `{ ${repeated(20, "__schema { types { fields { name description args { name description type { name } } } } }")
        .map((each, index) => `a${index}: ${each}`)
        .join(" ")} }`,
    ),
    "INTROSPECTION_REPEATED",
  ],
  ["rays in a tile", { url: `/tiles/sites.json?${encoded({ within: JSON.stringify(polygon(rays(4998))) })}` }, "TEXT_TOO_LONG"],
  ["rays in a download", { url: `/download/sites.csv?${encoded({ filter: intersects(rays(4998)) })}` }, "TEXT_TOO_LONG"],
  [
    "rays in two filters of the OGC API",
    {
      url: `/ogc/collections/sites/items?${encoded({ filter: intersects(rays(1500)), not: JSON.stringify({ cql: intersects(rays(1500)) }) })}`,
    },
    "TEXT_TOO_LONG",
  ],
])("%s", async (name, request, code) => {
  const { body } = await sendCheaply(name, request);
  expect(body.slice(0, 2000)).toContain(code);
  // A request is not repeated in its answer.
  expect(body.length).toBeLessThan(100_000);
});

test("a compressed body is refused, as it may be a thousand times as long", async () => {
  const payload = gzipSync(JSON.stringify({ query: "{ __typename }" }));
  const headers = { "content-type": "application/json", "content-encoding": "gzip" };
  const response = await atlas.app.inject({ method: "POST", url: "/graphql", headers, payload });
  expect(response.statusCode).toBeGreaterThanOrEqual(400);
  expect(response.statusCode).toBeLessThan(500);
});

test.each<[string, number]>([
  ["completeness(set: SITE, first: 1) { set }", 20],
  [`search(text: "wuhanx guangguu", first: 1) { kind }`, 20],
  ["coverage(filter: {}, withinKm: 5) { areaKm2 }", 20],
  ["siteGroups(by: DISTRICT, first: 1) { __typename }", 20],
  [
    `sites(first: 10) { nodes { nearest(first: 10) { site { nearest(first: 10) { site { nearest(first: 10) { distanceKm } } } } } } }`,
    2,
  ],
  [`sites(filter: { figures: [${repeated(10, '{ indicator: "gdp" }').join()}], or: $or }) { totalCount }`, 5],
])("%s costs too much %i times", async (field, count) => {
  const fields = repeated(count, field).map((each, index) => `a${index}: ${each}`);
  const or = repeated(30, { figures: repeated(10, { indicator: "gdp" }) });
  const request = post(`query${field.includes("$or") ? " ($or: [SiteFilter!])" : ""} { ${fields.join(" ")} }`, { or });
  const before = atlas.database.statements;
  const { body } = await sendCheaply(`${count} × ${field.replace(/(.{60}).+/, "$1…")}`, request);
  expect(JSON.parse(body).errors[0].extensions).toMatchObject({ code: "QUERY_TOO_COSTLY", max: 100_000 });
  expect(atlas.database.statements).toBe(before);
});

test.each(["sites", "catchment", "clusters", "siteGroups"])("several %s of a request share its budget", async (field) => {
  const by = field === "siteGroups" ? "by: DISTRICT, " : "";
  const fields = [0, 1, 2].map((number) => `a${number}: ${field}(${by}filter: { within: $w }) { __typename }`);
  const request = post(`query ($w: GeoJSON) { ${fields.join(" ")} }`, { w: polygon(zigzag(1999)) });
  expect((await atlas.app.inject(request)).body).toContain("VERTICES_TOO_MANY");
});

test("fields that share a filter share what it takes to check it", async () => {
  const fields = [0, 1, 2].map((number) => `a${number}: sites(filter: $f) { totalCount }`);
  const { data, errors } = (
    await atlas.app.inject(post(`query ($f: SiteFilter) { ${fields.join(" ")} }`, { f: { within: polygon(rays(1000)) } }))
  ).json();
  expect(errors).toBeUndefined();
  expect(data.a1).toEqual(data.a0);
});

const digits = `${"1".repeat(15_000)}x`;
const gap = `a${" ".repeat(15_000)}b`;

/** At most as long as a list, a condition or an area may be. */
const longest = (text: string) => text.slice(0, 14_000);
const [dots, colons] = [".", ":"].map((character) => character.repeat(14_000)) as [string, string];

test.each<[string, InjectOptions, string]>([
  ...["bbox", "limit", "accuracy", "near", "datetime", "cursor", "firms"].map((name): [string, InjectOptions, string] => [
    `digits in ${name}`,
    { url: `/ogc/collections/sites/items?${name}=${digits}` },
    "TEXT_TOO_LONG",
  ]),
  ["a long name of a parameter", { url: `/ogc/collections/sites/items?${digits}=1` }, "TEXT_TOO_LONG"],
  ["dots in figures", { url: `/download/sites.csv?figures=${longest(`a:${dots}`)}` }, "NUMBER_OUT_OF_RANGE"],
  ["too many dots in figures", { url: `/download/sites.csv?figures=a:${dots}` }, "TEXT_TOO_LONG"],
  ["digits in a period", { url: `/download/compare.csv?measures=gdp&period=${digits}` }, "TEXT_TOO_LONG"],
  ["colons in measures", { url: `/download/compare.csv?measures=${colons}` }, "VALUE_UNKNOWN"],
  ["too many colons in measures", { url: `/download/compare.csv?measures=${colons}:` }, "TEXT_TOO_LONG"],
  ["spaces in a search", post("query ($t: String!) { search(text: $t) { kind } }", { t: gap }), "TEXT_TOO_LONG"],
  ["commas in a list", { url: `/tiles/sites.json?kinds=${",".repeat(15_000)}` }, "TEXT_TOO_LONG"],
  // Redirected to the address without the last one.
  ["slashes", { url: `/tiles/${"a/".repeat(7500)}` }, ""],
  ["spaces in Accept-Encoding", { url: "/tiles/sites.json", headers: { "accept-encoding": gap } }, "HEADER_TOO_LONG"],
  ["spaces in Accept", { url: "/ogc", headers: { accept: `text/html;q="${gap}` } }, "HEADER_TOO_LONG"],
  ["commas in Accept", { url: "/ogc", headers: { accept: "a/b,".repeat(3700) } }, "HEADER_TOO_LONG"],
  ["languages", { url: "/ogc", headers: { "accept-language": "zh-a,".repeat(3000) } }, "HEADER_TOO_LONG"],
  ["tags in If-None-Match", { url: "/tiles/sites.json", headers: { "if-none-match": "W/,".repeat(5000) } }, "HEADER_TOO_LONG"],
  ["digits in Range", { url: "/download/sites.fgb", headers: { range: `bytes=${digits}` } }, "HEADER_TOO_LONG"],
])("%s", async (name, request, code) => {
  expect((await sendCheaply(name, request)).body.slice(0, 2000)).toContain(code);
});

// The head of a request has at most 16 kB. What is within these lengths is read, so that it must be cheap as well.
test.each<[string, Record<string, string>]>([
  ["accept", { accept: "a/b,".repeat(499) }],
  ["accept-language", { "accept-language": "zh-a,".repeat(199) }],
  ["accept-encoding", { "accept-encoding": `a${" ".repeat(480)}b` }],
  ["if-none-match", { "if-none-match": "W/,".repeat(660) }],
  ["range", { range: `bytes=${"1".repeat(190)}x` }],
])("a header %s of the greatest length", async (name, headers) => {
  expect((await sendCheaply(`the longest ${name}`, { url: "/download/sites.fgb", headers })).statusCode).not.toBe(431);
});

test.each([
  ...["/", "/embed", "/graphiql", "/healthz", "/readyz", "/nothing", "/graphql?query={__typename}"],
  ...["/tiles/sites.json", "/tiles/sites/6/52/26.mvt", "/download/sites.csv", "/download/compare.csv?measures=gdp"],
  ...["/ogc", "/ogc/api", "/ogc/collections", "/ogc/collections/sites/items", "/basemap/any"],
])("no endpoint reads a header or a parameter of any length: %s", async (url) => {
  const ask = (address: string, headers = {}) =>
    atlas.app.inject({ url: address, headers: { "accept-language": "en", ...headers } });
  const refused = await ask(url, { "accept-language": `en${",".repeat(999)}` });
  expect([refused.statusCode, refused.body]).toEqual([
    431,
    expect.stringContaining("accept-language may have at most 1000 characters; it has 1001"),
  ]);
  const answer = await ask(`${url}${url.includes("?") ? "&" : "?"}lang=${"x".repeat(1001)}`);
  // A page opens with any address.
  if (["/", "/embed"].includes(url)) expect(answer.statusCode).toBeLessThan(400);
  else expect([answer.statusCode, answer.body]).toEqual([400, expect.stringContaining("TEXT_TOO_LONG")]);
});

test("the answer to an introspection is kept", async () => {
  const request = post(getIntrospectionQuery());
  const { body } = await atlas.app.inject(request);
  expect((await sendCheaply("the standard introspection again", request)).body).toBe(body);
});

test("a variable nested 450,000 deep is refused as such", async () => {
  const deep = "[".repeat(450_000) + "]".repeat(450_000);
  const payload = `{"query":"query ($f: SiteFilter) { sites(filter: $f) { totalCount } }","variables":{"f":{"within":${deep}}}}`;
  const headers = { "content-type": "application/json" };
  const answer = await atlas.app.inject({ method: "POST", url: "/graphql", headers, payload });
  expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([400, "TOO_DEEP"]);
});
