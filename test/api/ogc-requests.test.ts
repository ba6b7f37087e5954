// What QGIS sends, in its order; and what is refused: each wrong parameter with its name, no attack with more than that.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, readAtlas, type TestAtlas } from "../atlas.ts";

describe.each(databases)("on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await readAtlas(kind);
  });
  afterAll(() => atlas.close());

  const get = (url: string, headers: Record<string, string> = {}) => atlas.app.inject({ url, headers });

  // The requests of qgsoapifprovider.cpp (3.32 and newer): the landing page, conformance, the API definition, then page by page.
  test("the requests of QGIS: a layer is opened, filtered and read over all pages", async () => {
    const api = "application/vnd.oai.openapi+json;version=3.0, application/openapi+json;version=3.0, application/json";
    const geojson = "application/geo+json, application/json";
    const opened = [];
    for (const [path, accept] of [
      ["/ogc/", "application/json"],
      ["/ogc/api", api],
      ["/ogc/conformance", "application/json"],
      ["/ogc/collections", "application/json"],
      ["/ogc/collections/sites", "application/json"],
      ["/ogc/collections/sites/queryables", "application/schema+json"],
      ["/ogc/collections/sites/items?limit=10", geojson],
    ] as const) {
      const response = await get(path, { accept });
      expect([path, response.statusCode]).toEqual([path, 200]);
      expect(accept).toContain(response.headers["content-type"]);
      opened.push(response.json());
    }
    const [landing, definition, { conformsTo }, , { crs }, { properties }] = opened;
    expect(landing.links.map(({ rel }: { rel: string }) => rel)).toEqual(
      expect.arrayContaining(["data", "conformance", "service-desc"]),
    );
    const { parameters } = definition.paths["/collections/sites/items"].get;
    expect(parameters.find(({ name }: { name: string }) => name === "limit").schema.maximum).toBe(1000);
    for (const name of [
      "ogcapi-features-3/1.0/conf/filter",
      "ogcapi-features-3/1.0/conf/features-filter",
      "cql2/1.0/conf/cql2-text",
      "cql2/1.0/conf/basic-cql2",
      "cql2/1.0/conf/advanced-comparison-operators",
      "cql2/1.0/conf/case-insensitive-comparison",
      "cql2/1.0/conf/basic-spatial-operators",
    ])
      expect(conformsTo).toContain(`http://www.opengis.net/spec/${name}`);
    expect(crs).toContain("http://www.opengis.net/def/crs/EPSG/0/3857");
    expect(properties.kind).toMatchObject({ type: "string", enum: expect.arrayContaining(["EXPORT_BASE"]) });
    expect(properties.geometry.$ref).toBe("https://geojson.org/schema/Point.json");
    expect(properties.geometry.type).toBeUndefined();

    // Its own texts: the expression compiler puts parentheses round everything and doubles quotes and backslashes.
    for (const filter of [
      "(kind = 'EXPORT_BASE')",
      "((kind = 'SERVICE_TRADE_PARK') AND (NOT (theme IS NULL)))",
      "(CASEI(nameEn) LIKE CASEI('%o''neil\\\\%'))",
      "(hasLocation = TRUE)",
      "accuracyM BETWEEN 100 AND 900",
      "kind IN ('EXPORT_BASE','BONDED_ZONE')",
      "S_INTERSECTS(geometry,BBOX(114.2,30.4,114.6,30.7))",
      "S_INTERSECTS(geometry,POINT(114.3 30.6))",
    ]) {
      const url = `/ogc/collections/sites/items?limit=1000&filter=${encodeURIComponent(filter)}&filter-lang=cql2-text&filter-crs=http://www.opengis.net/def/crs/OGC/1.3/CRS84`;
      expect([filter, (await get(url, { accept: geojson })).statusCode]).toEqual([filter, 200]);
    }
    const mercator = "http://www.opengis.net/def/crs/EPSG/0/3857";
    let url = `/ogc/collections/sites/items?limit=5&bbox=12690422.2,3503549.8,12801741.4,3632749.1&bbox-crs=${mercator}&crs=${mercator}`;
    const seen: string[] = [];
    for (let pages = 0; url && pages < 30; pages++) {
      const page = (await get(url, { accept: geojson })).json();
      seen.push(...page.features.map(({ id }: { id: string }) => id));
      url = page.links.find(({ rel }: { rel: string }) => rel === "next")?.href.replace("http://localhost:80", "") ?? "";
      expect(
        page.features.every(({ geometry }: { geometry: { coordinates: number[] } }) => (geometry.coordinates[0] ?? 0) > 1e6),
      ).toBe(true);
    }
    expect(seen.length).toBeGreaterThan(20);
    expect(new Set(seen).size).toBe(seen.length);
    const allowed = await atlas.app.inject({ method: "OPTIONS", url: "/ogc/collections/sites/items" });
    expect([allowed.statusCode, allowed.headers.allow]).toEqual([204, "GET, HEAD"]);
  });

  test("problems are reported in Chinese and in English, to every origin", async () => {
    for (const [language, words] of [
      ["zh", /须为 1 至 1000/],
      ["en", /must be a number from 1 to 1000/],
    ] as const) {
      const response = await get("/ogc/collections/sites/items?limit=0", { "accept-language": language });
      expect(response.statusCode).toBe(400);
      expect(response.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
      expect(response.headers["access-control-allow-origin"]).toBe("*");
      expect(response.json().detail).toMatch(words);
    }
  });
});

describe("refused", () => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await readAtlas();
  });
  afterAll(() => atlas.close());

  const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const far = Array.from({ length: 300 }, (_, index) => `${100 + index / 1000} 30`).join(",");

  test.each<[string, number, string, Record<string, unknown>]>([
    ["sites/items?limit=0", 400, "NUMBER_OUT_OF_RANGE", { argument: "limit" }],
    ["sites/items?limit=-1", 400, "NUMBER_OUT_OF_RANGE", { argument: "limit" }],
    ["sites/items?limit=abc", 400, "NUMBER_OUT_OF_RANGE", { argument: "limit", value: "abc" }],
    ["sites/items?limit=1.5", 400, "NUMBER_OUT_OF_RANGE", { argument: "limit" }],
    ["sites/items?limit=", 400, "NUMBER_OUT_OF_RANGE", { argument: "limit" }],
    ["sites/items?limit=1&limit=2", 400, "PARAMETER_REPEATED", { argument: "limit" }],
    ["sites/items?bbox=1,2,3", 400, "BOX_MALFORMED", { argument: "bbox" }],
    ["sites/items?bbox=a,b,c,d", 400, "BOX_MALFORMED", { argument: "bbox" }],
    ["sites/items?bbox=1,,3,4", 400, "BOX_MALFORMED", { argument: "bbox" }],
    ["sites/items?bbox=114,31,115,30", 400, "BOX_CROSSED", { argument: "bbox" }],
    ["sites/items?bbox=30,114,31,115", 400, "POSITION_OUTSIDE_WORLD", { argument: "bbox" }],
    [
      "sites/items?bbox=0,0,1e9,1&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4547",
      400,
      "POSITION_OUTSIDE_CRS",
      { argument: "bbox" },
    ],
    ["sites/items?bbox-crs=EPSG:4326", 400, "VALUE_UNKNOWN", { argument: "bbox-crs" }],
    ["sites/items?crs=http://www.opengis.net/def/crs/EPSG/0/2436", 400, "VALUE_UNKNOWN", { argument: "crs" }],
    ["sites/items?filter-crs=x&filter=TRUE", 400, "VALUE_UNKNOWN", { argument: "filter-crs" }],
    ["sites/items?filter-lang=cql2-json&filter={}", 400, "VALUE_UNKNOWN", { argument: "filter-lang" }],
    ["sites/items?datetime=2025-13-01", 400, "DATETIME_MALFORMED", { argument: "datetime" }],
    ["sites/items?datetime=2025-02-01/2025-01-01", 400, "DATETIME_MALFORMED", { argument: "datetime" }],
    ["sites/items?datetime=../..", 400, "DATETIME_MALFORMED", { argument: "datetime" }],
    ["sites/items?f=gml", 400, "VALUE_UNKNOWN", { argument: "f" }],
    ["sites/items?offset=10", 400, "PARAMETER_UNKNOWN", { argument: "offset" }],
    ["districts/items?kinds=EXPORT_BASE", 400, "PARAMETER_UNKNOWN", { argument: "kinds" }],
    ["sites?limit=1", 400, "PARAMETER_UNKNOWN", { argument: "limit" }],
    ["sites/items?kind=X", 400, "VALUE_UNKNOWN", { argument: "kind" }],
    ["sites/items?kinds=X", 400, "VALUE_UNKNOWN", { argument: "kinds" }],
    ["sites/items?districts=999999", 400, "VALUE_UNKNOWN", { argument: "districts" }],
    ["sites/items?hasLocation=maybe", 400, "VALUE_UNKNOWN", { argument: "hasLocation" }],
    ["sites/items?accuracyM=much", 400, "NUMBER_OUT_OF_RANGE", { argument: "accuracyM" }],
    ["sites/items?filter=", 400, "CQL2_ENDS", { argument: "filter", position: 1 }],
    ["sites/items?filter=kind%20%3D%20", 400, "CQL2_ENDS", { position: 8 }],
    ["sites/items?filter=kind%20%3D%3D%20'x'", 400, "CQL2_UNEXPECTED", { position: 7 }],
    ["sites/items?filter=colour%3D'red'", 400, "CQL2_PROPERTY_UNKNOWN", { actual: "colour", position: 1 }],
    ["sites/items?filter=accuracyM%3D'red'", 400, "CQL2_TYPES", { position: 11 }],
    [
      `sites/items?filter=S_INTERSECTS(geometry,LINESTRING(${far},200 30))`,
      400,
      "POSITION_OUTSIDE_WORLD",
      { argument: "filter" },
    ],
    ["sites/items?cursor=abc", 400, "ITEMS_CURSOR_INVALID", { argument: "cursor" }],
    [`sites/items?cursor=${forged(["districts", "420111"])}`, 400, "ITEMS_CURSOR_INVALID", {}],
    [`sites/items?cursor=${forged(["sites", { a: 1 }])}`, 400, "ITEMS_CURSOR_INVALID", {}],
    [`sites/items?cursor=${forged(["sites", "x\u0000"])}`, 400, "ITEMS_CURSOR_INVALID", {}],
    ["sites/items/nowhere", 404, "FEATURE_UNKNOWN", { id: "nowhere" }],
    ["sites/items/air-%00tianhe", 400, "TEXT_WITH_CONTROL", {}],
    ["sit%00es/items", 400, "TEXT_WITH_CONTROL", {}],
    ["sites/items/x'%20OR%20'1'='1", 404, "FEATURE_UNKNOWN", {}],
    ["sites/items/park-biolake?limit=1", 400, "PARAMETER_UNKNOWN", { argument: "limit" }],
    ["nothing", 404, "COLLECTION_UNKNOWN", { collection: "nothing" }],
    ["nothing/items", 404, "COLLECTION_UNKNOWN", {}],
    ["__proto__/items", 404, "COLLECTION_UNKNOWN", {}],
    ["sites/nothing", 404, "NO_SUCH_PAGE", {}],
  ])("%s", async (path, status, code, details) => {
    const response = await atlas.app.inject(`/ogc/collections/${path}`);
    expect([response.statusCode, response.json().title]).toEqual([status, code]);
    expect(response.json()).toMatchObject(details);
  });

  test("attacks in every parameter do no more than be refused or find nothing", async () => {
    const { parameters } = (await atlas.app.inject("/ogc/api")).json().paths["/collections/sites/items"].get;
    const before = (await atlas.app.inject("/ogc/collections/sites/items")).json().numberMatched;
    for (const attack of [
      "'; DROP TABLE site; --",
      "' OR '1'='1",
      "1) OR (1=1",
      "$1",
      "\u0000",
      "\\",
      '"x"',
      "<script>alert(1)</script>",
      '{"$ne":1}',
    ]) {
      for (const { name } of parameters as { name: string }[]) {
        const response = await atlas.app.inject(
          `/ogc/collections/sites/items?${new URLSearchParams({ [name]: attack, ...(name === "f" ? {} : { f: "html" }) })}`,
        );
        expect([200, 400]).toContain(response.statusCode);
        if (response.statusCode === 200) expect(response.body).not.toContain("<script>");
        if (response.statusCode === 200 && name !== "lang" && name !== "q")
          expect([name, attack, response.body.match(/Matched: (\d+)/)?.[1]]).toEqual([name, attack, "0"]);
      }
    }
    expect((await atlas.app.inject("/ogc/collections/sites/items")).json().numberMatched).toBe(before);
  });

  test("a polygon of 10 000 vertices and a tree too deep are refused before the database is queried", async () => {
    const ring = Array.from({ length: 10_000 }, () => "1 1").join(",");
    const before = atlas.database.statements;
    for (const [filter, code] of [
      [`S_INTERSECTS(geometry, POLYGON((${ring})))`, "TEXT_TOO_LONG"],
      [`${"(".repeat(5000)}TRUE`, "CQL2_TOO_DEEP"],
    ] as const) {
      const response = await atlas.app.inject(`/ogc/collections/sites/items?filter=${encodeURIComponent(filter)}`);
      expect([response.statusCode, response.json().title]).toEqual([400, code]);
    }
    expect(atlas.database.statements - before).toBe(0);
  });

  test("only GET is answered", async () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"] as const) {
      for (const url of ["/ogc", "/ogc/collections/sites/items", "/download/compare.csv", "/tiles/sites.json"]) {
        const response = await atlas.app.inject({ method, url, payload: "<x/>", headers: { "content-type": "text/xml" } });
        expect([method, response.statusCode, response.headers.allow]).toEqual([method, 405, "GET, HEAD"]);
      }
    }
  });
});
