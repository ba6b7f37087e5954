// Bad input gets a clear answer that names the argument, in the client's language, and never a 500.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, readAtlas, type TestAtlas } from "../atlas.ts";

const COUNT = "query ($f: SiteFilter) { sites(filter: $f) { totalCount } }";
const polygon = (...rings: unknown[]) => ({ within: { type: "Polygon", coordinates: rings } });
const square = [
  [114, 30],
  [115, 30],
  [115, 31],
  [114, 31],
  [114, 30],
];

// Corners in an order without order, the same every time; and the same number round a centre, whose edges do not cross.
const selfCrossingRing = (corners: number): number[][] => {
  const all = Array.from({ length: corners }, (_, index) => [
    113 + ((index * 7919) % 1000) / 400,
    29 + ((index * 104_729) % 997) / 400,
  ]);
  return [...all, all[0] as number[]];
};
const star = (corners: number): number[][] => {
  const all = Array.from({ length: corners }, (_, index) => {
    const angle = (2 * Math.PI * index) / corners;
    return [114.3 + (0.3 + (index % 2) / 10) * Math.cos(angle), 30.6 + (0.3 + (index % 2) / 10) * Math.sin(angle)];
  });
  return [...all, all[0] as number[]];
};

describe.each(databases)("bad input on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await readAtlas(kind);
  });
  afterAll(() => atlas.close());

  test.each<[string, string, Record<string, unknown>]>([
    ["BOX_MALFORMED", "filter.bbox", { bbox: [114, 30, 115] }],
    ["BOX_CROSSED", "filter.bbox", { bbox: [114, 31, 115, 30] }],
    ["POSITION_OUTSIDE_WORLD", "filter.bbox", { bbox: [30, 114, 31, 115] }],
    ["GEOJSON_MALFORMED", "filter.within", { within: "POLYGON((0 0))" }],
    ["GEOJSON_MALFORMED", "filter.within", { within: { type: "Polygon" } }],
    ["GEOJSON_MALFORMED", "filter.within", { within: { type: "Polygon", coordinates: [] } }],
    ["GEOJSON_NOT_AN_AREA", "filter.within", { within: { type: "Point", coordinates: [114, 30] } }],
    ["RING_TOO_SHORT", "filter.within", polygon(square.slice(0, 3))],
    ["RING_OPEN", "filter.within", polygon(square.slice(0, 4))],
    [
      "POSITION_MALFORMED",
      "filter.within",
      polygon([
        ["a", 1],
        [1, 2],
        [2, 3],
        ["a", 1],
      ]),
    ],
    ["POSITION_OUTSIDE_WORLD", "filter.within", polygon(square.map(([x, y]) => [y, x]))],
    [
      "POLYGON_INVALID",
      "filter.within",
      polygon([
        [114, 30],
        [115, 31],
        [114.5, 30.5],
        [114, 30],
      ]),
    ],
    ["EDGES_CROSS_TOO_OFTEN", "filter.within", polygon(selfCrossingRing(200))],
    ["EDGES_CROSS_TOO_OFTEN", "filter.not.within", { not: polygon(selfCrossingRing(4000)) }],
    [
      "EDGES_CROSS_TOO_OFTEN",
      "filter.cql",
      { cql: `S_INTERSECTS(geometry, POLYGON((${selfCrossingRing(200).map((position) => position.join(" "))})))` },
    ],
    [
      "EDGE_TOO_LONG",
      "filter.within",
      polygon([
        [170, 30],
        [-170, 30],
        [-170, 31],
        [170, 30],
      ]),
    ],
    ["VERTICES_TOO_MANY", "filter.or[2].within", { or: [0, 1, 2].map(() => polygon(star(2000))) }],
    ["VERTICES_TOO_MANY", "filter.within", polygon(Array.from({ length: 5001 }, () => [114, 30]))],
    ["POSITION_MALFORMED", "filter.near.point", { near: { point: [114], withinKm: 5 } }],
    ["POSITION_OUTSIDE_WORLD", "filter.near.point", { near: { point: [30.6, 114.3], withinKm: 5 } }],
    ["NUMBER_OUT_OF_RANGE", "filter.near.withinKm", { near: { point: [114.3, 30.6], withinKm: 0 } }],
    ["NUMBER_OUT_OF_RANGE", "filter.near.withinKm", { near: { point: [114.3, 30.6], withinKm: 501 } }],
    ["GEOJSON_MALFORMED", "filter.within", { within: false }],
    ["GEOJSON_NOT_AN_AREA", "filter.within", { within: { type: { toString: 1 } } }],
    [
      "POSITION_MALFORMED",
      "filter.within",
      polygon([
        [[[[1]]], 1],
        [1, 2],
        [2, 3],
        [3, 4],
      ]),
    ],
    ["VALUE_UNKNOWN", "filter.districts", { districts: ["420102", "999999"] }],
    ["VALUE_UNKNOWN", "filter.functionalAreas", { functionalAreas: ["nowhere"] }],
    ["VALUE_UNKNOWN", "filter.industries", { industries: ["alchemy"] }],
    ["LIST_TOO_LONG", "filter.districts", { districts: Array.from({ length: 101 }, () => "420102") }],
    ["TEXT_TOO_LONG", "filter.text", { text: "x".repeat(201) }],
    ["TEXT_WITH_CONTROL", "$f.text", { text: "a\u0000b" }],
    ["NUMBER_OUT_OF_RANGE", "filter.nearKind.withinKm", { nearKind: { kind: "LOGISTICS_HUB", withinKm: 1e9 } }],
    [
      "VALUE_UNKNOWN",
      "filter.nearKind.where.districts",
      { nearKind: { kind: "LOGISTICS_HUB", withinKm: 5, where: { districts: ["999999"] } } },
    ],
    ["HUB_LEVEL_WITHOUT_HUB", "filter.nearKind.level", { nearKind: { kind: "EXPORT_BASE", level: "NATIONAL", withinKm: 5 } }],
    ["VALUE_UNKNOWN", "filter.figures", { figures: [{ indicator: "happiness" }] }],
    ["NUMBER_OUT_OF_RANGE", "filter.figures", { figures: [{ indicator: "planned-area", year: 20_240 }] }],
    ["NUMBER_OUT_OF_RANGE", "filter.figures", { figures: [{ indicator: "planned-area", atLeast: 1e300 }] }],
    ["RANGE_REVERSED", "filter.figures", { figures: [{ indicator: "planned-area", atLeast: 2, atMost: 1 }] }],
    ["LIST_TOO_LONG", "filter.figures", { figures: Array.from({ length: 11 }, () => ({ indicator: "planned-area" })) }],
    ["FILTER_TOO_DEEP", "filter.not.not.not.not.not", { not: { not: { not: { not: { not: {} } } } } }],
    ["FILTER_TOO_LARGE", "filter.or[39]", { or: Array.from({ length: 40 }, () => ({})) }],
    ["VALUE_UNKNOWN", "filter.or[1].districts", { or: [{}, { districts: ["999999"] }] }],
    ["BOX_CROSSED", "filter.and[0].bbox", { and: [{ bbox: [114, 31, 115, 30] }] }],
    ["CQL2_ENDS", "filter.cql", { cql: "nameEn LIKE" }],
    ["CQL2_PROPERTY_UNKNOWN", "filter.cql", { cql: "secret = 1" }],
    ["CQL2_TYPES", "filter.not.cql", { not: { cql: "accuracyM = 'far'" } }],
    ["CQL2_UNEXPECTED", "filter.cql", { cql: "slug = 'x'; DROP TABLE site" }],
  ])("%s names %s", async (code, argument, filter) => {
    const english = await atlas.queryError(COUNT, { f: filter }, "en");
    const chinese = await atlas.queryError(COUNT, { f: filter }, "zh-CN,zh;q=0.9,en;q=0.8");
    expect(english).toMatchObject({ status: 200, code });
    expect(english.message).toContain(argument);
    expect(chinese.message).toContain(argument);
    expect(chinese.message).toMatch(/\p{Script=Han}/u);
  });

  test.each([
    ["NUMBER_OUT_OF_RANGE", "{ sites(first: 201) { totalCount } }"],
    ["NUMBER_OUT_OF_RANGE", "{ sites(first: -1) { totalCount } }"],
    ["PAGE_BOTH_WAYS", "{ sites(first: 1, last: 1) { totalCount } }"],
    ["CURSOR_INVALID", '{ sites(after: "rubbish") { totalCount } }'],
    ["CURSOR_INVALID", `{ sites(after: "${Buffer.from('["AREA",1,1]').toString("base64url")}") { totalCount } }`],
    ["ORDER_NEEDS_POINT", "{ sites(orderBy: { field: DISTANCE }) { totalCount } }"],
    ["ID_MALFORMED", '{ node(id: "???") { id } }'],
    ["POSITION_OUTSIDE_WORLD", "{ nearest(point: [30, 114]) { distanceKm } }"],
    ["NUMBER_OUT_OF_RANGE", '{ site(slug: "air-tianhe") { nearest(first: 51) { distanceKm } } }'],
    ["LIST_TOO_LONG", `{ site(slug: "air-tianhe") { nearest(among: [${'"x",'.repeat(51)}]) { distanceKm } } }`],
    ["QUERY_TOO_DEEP", `{ site(slug: "a") { ${"parent { ".repeat(15)} slug ${"}".repeat(15)} } }`],
    ["QUERY_TOO_BROAD", `{ districts { ${Array.from({ length: 401 }, (_, n) => `a${n}: code`).join(" ")} } }`],
    ["QUERY_TOO_COSTLY", "{ sites(first: 200) { nodes { nearest(first: 50) { site { nearest(first: 50) { distanceKm } } } } } }"],
    [
      "QUERY_OF_TOO_MANY",
      `{ ...F } fragment F on Query { ${Array.from({ length: 21 }, (_, n) => `a${n}: atlas { version }`).join(" ")} }`,
    ],
    ["QUERY_TOO_BROAD", "{ __schema { types { a: name b: name } } }"],
    ["INTROSPECTION_REPEATED", `{ a: __type(name: "Site") { name } b: __type(name: "Plan") { name } }`],
    [
      "QUERY_TOO_BROAD",
      `{ districts { ...f0 } } ${Array.from({ length: 40 }, (_, n) => `fragment f${n} on District { ...f${n + 1} ...f${n + 1} }`).join(" ")} fragment f40 on District { code }`,
    ],
    [
      "QUERY_TOO_COSTLY",
      `{ nearest(point: [114, 30], first: 50) { site { nearest(first: 50) { site { district { boundary } } } } } }`,
    ],
    ["LIST_TOO_LONG", `{ districts { observations(indicators: [${'"x",'.repeat(101)}]) { value } } }`],
    ["LIST_TOO_LONG", `{ districts { latestFigures(indicators: [${'"x",'.repeat(101)}]) { value } } }`],
    ["CURSOR_INVALID", '{ sites(after: "") { totalCount nodes { slug } } }'],
    ["VALUE_UNFIT", `{ sites(after: "${Buffer.from('["NAME","a","zzz"]').toString("base64url")}") { nodes { slug } } }`],
    ["VALUE_UNFIT", `{ observations(after: "${Buffer.from('["PERIOD","abc",1]').toString("base64url")}") { nodes { value } } }`],
    ["TEXT_WITH_CONTROL", '{ district(code: "a\\u0000") { code } }'],
    ["BAD_REQUEST", "mutation { x }"],
    ["DAY_MALFORMED", '{ observations(filter: { from: "2023-02-30" }) { totalCount } }'],
    ["GRAPHQL_VALIDATION_FAILED", '{ sites(first: "contains more than 5 tokens") { totalCount } }'],
    ["QUERY_TOO_LONG", `{ ${"__typename ".repeat(4001)} }`],
  ])("%s for a query that asks for it", async (code, query) => {
    expect((await atlas.queryError(query)).code).toBe(code);
  });

  test("an area with crossing edges is repaired, and a notice in the client's language reports it", async () => {
    const bowTie = [
      [114, 30],
      [115, 31],
      [115, 30],
      [114, 31],
      [114, 30],
    ];
    const noticesQuery = "query ($f: SiteFilter) { sites(filter: $f) { totalCount notices { code message } } }";
    const { sites } = (await atlas.query(noticesQuery, { f: polygon(bowTie) })) as {
      sites: { totalCount: number; notices: unknown[] };
    };
    expect(sites.notices).toEqual([
      { code: "POLYGON_REPAIRED", message: expect.stringMatching(/filter\.within cross .*114\.5\d*, 30\.5/) },
    ]);
    const [left, right] = [
      polygon([bowTie[0], [114.5, 30.5], bowTie[3], bowTie[0]]),
      polygon([bowTie[1], [114.5, 30.5], bowTie[2], bowTie[1]]),
    ];
    const halves = (await atlas.query(noticesQuery, { f: { or: [left, right] } })) as {
      sites: { totalCount: number; notices: unknown[] };
    };
    expect(halves.sites).toEqual({ totalCount: sites.totalCount, notices: [] });
    expect(sites.totalCount).toBeGreaterThan(0);
    const answers = (await atlas.query(
      `query ($f: SiteFilter!) { catchment(filter: $f) { notices { code } } siteGroups(filter: $f, by: KIND) { notices { code } }
        coverage(filter: $f, withinKm: 5) { notices { code } } }`,
      { f: polygon(bowTie) },
    )) as Record<string, { notices: unknown }>;
    for (const { notices } of Object.values(answers)) expect(notices).toEqual([{ code: "POLYGON_REPAIRED" }]);
  });

  test("what is refused bears no tag, so that asking again is refused again", async () => {
    for (const url of [
      "/ogc/collections/sites/items?limit=x",
      "/download/sites.csv?kinds=ZOO",
      "/tiles/sites/8/209/105.mvt?q=%00",
    ]) {
      const refused = await atlas.app.inject({ url, headers: { "if-none-match": "*" } });
      expect([url, refused.statusCode, refused.headers.etag]).toEqual([url, 400, undefined]);
    }
  });

  test("requests that are no GraphQL are refused as such", async () => {
    const post = (payload: string, type = "application/json") =>
      atlas.app.inject({ method: "POST", url: "/graphql", headers: { "content-type": type }, payload });
    expect((await post("{")).statusCode).toBe(400);
    expect((await post('[{"query":"{atlas{version}}"}]')).statusCode).toBe(400);
    expect((await post('{"query":"{atlas{version}}"}', "text/plain")).statusCode).toBe(415);
    const large = await post(JSON.stringify({ query: `{atlas{version}} #${"x".repeat(1_000_001)}` }));
    expect(large.statusCode).toBe(413);
    expect(large.json().errors[0].extensions.code).toBe("BODY_TOO_LARGE");
  });

  test("an unknown operation is refused, a persisted query is not looked for, an answer never repeats a megabyte", async () => {
    const post = (payload: object) => atlas.app.inject({ method: "POST", url: "/graphql", payload });
    expect((await post({ query: "query A { __typename }", operationName: "Z" })).statusCode).toBe(200);
    expect((await post({ query: "query A { __typename }", operationName: "Z" })).json().errors[0].message).toContain("Z");
    const persisted = { persistedQuery: { version: 1, sha256Hash: "a" } };
    const [error] = (await post({ extensions: persisted })).json().errors;
    expect(error.extensions.code).toBe("PERSISTED_QUERY_NOT_SUPPORTED");
    const within = { type: "x".repeat(500_000) };
    expect((await post({ query: COUNT, variables: { f: { within } } })).body.length).toBeLessThan(2000);
  });

  test("of a GeoJSON area only the geometry is used", async () => {
    const within = { type: "Polygon", coordinates: [square], crs: { type: "name", properties: {} }, extra: [[[[1]]]] };
    expect(await atlas.query(COUNT, { f: { within } })).toMatchObject({ sites: { totalCount: expect.any(Number) } });
  });

  test("tiles answer 200, 204, 304, 400 and 404", async () => {
    const get = (url: string, headers = {}) => atlas.app.inject({ url, headers });
    const { atlas: state } = await atlas.query("{ atlas { tiles } }");
    const { tiles } = state as { tiles: string };
    expect(tiles).toMatch(/^1-[0-9a-f]{8}-\d+$/);
    const full = await get(`/tiles/sites/${tiles}/8/209/105.mvt`);
    expect((await get("/tiles/sites/1/8/209/105.mvt")).headers["cache-control"]).toBe("no-cache");
    expect(full.statusCode).toBe(200);
    expect(full.headers["content-type"]).toBe("application/vnd.mapbox-vector-tile");
    expect(full.headers["cache-control"]).toContain("immutable");
    expect((await get("/tiles/sites/1/8/209/105.mvt", { "if-none-match": full.headers.etag })).statusCode).toBe(304);
    expect((await get("/tiles/sites/1/8/209/105.mvt", { "if-none-match": `W/${full.headers.etag}` })).statusCode).toBe(304);
    const unknown = await get("/tiles/sites/1/8/209/105.mvt?districts=999999");
    expect([unknown.statusCode, unknown.headers.etag]).toEqual([400, undefined]);
    expect((await get("/tiles/sites/1/8/0/0.mvt")).statusCode).toBe(204);
    expect((await get("/tiles/sites/22/0/0.mvt")).statusCode).toBe(204);
    expect((await get("/tiles/sites/7/8/209/105.mvt")).headers["cache-control"]).toBe("no-cache");
    expect((await get("/tiles/rivers/1/8/209/105.mvt")).statusCode).toBe(404);
    expect((await get("/tiles/__proto__/1/8/209/105.mvt")).statusCode).toBe(404);
    for (const missing of [
      "8/256/0.mvt",
      "23/0/0.mvt",
      "1/2/x.mvt",
      "08/209/105.mvt",
      "8/209/105.png",
      "8/209/105.pbf",
      "8/209/105",
    ]) {
      const response = await get(`/tiles/sites/${missing}`, { "accept-language": "zh" });
      expect([missing, response.statusCode, response.json().title]).toEqual([missing, 404, "TILE_OUT_OF_RANGE"]);
      expect(response.json().detail).toMatch(/\p{Script=Han}/u);
    }
    for (const malformedArea of [
      "8/209/105.mvt?kinds=PARK",
      "8/209/105.mvt?nope=1",
      "8/209/105.mvt?districts=999999",
      "8/209/105.mvt?near=1,2",
      "8/209/105.mvt?bbox=1,,2,3",
    ]) {
      const response = await get(`/tiles/sites/${malformedArea}`, { "accept-language": "zh" });
      expect([malformedArea, response.statusCode]).toEqual([malformedArea, 400]);
      expect(response.json().detail).toMatch(/\p{Script=Han}/u);
    }
    expect((await get("/tiles/sites.json?kinds=EXPORT_BASE")).json().tiles[0]).toContain(
      `/tiles/sites/${tiles}/{z}/{x}/{y}.mvt?kinds=EXPORT_BASE`,
    );
  });
});
