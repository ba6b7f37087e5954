// The abstract test suite of OGC API - Features - Part 1: Core (OGC 17-069r4, Annex A), on both databases. Every test carries
// the id of the one it is. What of Annex A cannot apply here:
//   /conf/gmlsf0/*, /conf/gmlsf2/*   GML is not claimed in /ogc/conformance: no client of this atlas needs it
//   /conf/oas30/security             the API is open: its definition names no security scheme, and a test holds that
//   /conf/core/fc-md-extent          the temporal part: no collection has a temporal extent
import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { conformsTo } from "../../server/ogc/conformance.ts";
import { databases, readAtlas, type TestAtlas } from "../atlas.ts";

interface Link {
  href: string;
  rel: string;
  type: string;
}
interface Feature {
  type: string;
  id: string;
  geometry: { type: string; coordinates: number[] } | null;
  properties: Record<string, unknown>;
}
interface Collection {
  id: string;
  title: string;
  links: Link[];
  crs: string[];
  itemType: string;
  extent: { spatial: { bbox: number[][]; crs: string } };
}
interface Items {
  type: string;
  features: Feature[];
  links: Link[];
  numberMatched: number;
  numberReturned: number;
  timeStamp: string;
}
interface Parameter {
  name: string;
  in: string;
  required: boolean;
  style: string;
  explode: boolean;
  schema: Record<string, unknown>;
}

const CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
const COLLECTIONS = ["sites", "districts", "functional-areas"];

describe.each(databases)("on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await readAtlas(kind);
  });
  afterAll(() => atlas.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    atlas.app.inject({ url: path.replace(/^http:\/\/localhost(:80)?/, ""), headers });
  async function read<Body>(path: string, type: string): Promise<Body> {
    const response = await get(path, { accept: type });
    expect([path, response.statusCode]).toEqual([path, 200]);
    expect(response.headers["content-type"]).toBe(type);
    return response.json();
  }
  const json = <Body>(path: string) => read<Body>(path, "application/json");
  const items = (path: string) => read<Items>(`/ogc/collections/${path}`, "application/geo+json");
  const linked = (links: Link[], rel: string, type?: string) =>
    links.filter((link) => link.rel === rel && (!type || link.type === type));

  async function parameter(collection: string, name: string): Promise<Parameter> {
    const { paths } = (await get("/ogc/api")).json();
    const matchingParameters = paths[`/collections/${collection}/items`].get.parameters.filter(
      (one: Parameter) => one.name === name,
    );
    expect(matchingParameters).toHaveLength(1);
    expect(matchingParameters[0]).toMatchObject({ in: "query", required: false, style: "form", explode: false });
    return matchingParameters[0];
  }

  // Every resource that the landing page leads to, one of each sort.
  const RESOURCES = [
    ["/ogc", "application/json"],
    ["/ogc/conformance", "application/json"],
    ["/ogc/api", "application/vnd.oai.openapi+json;version=3.0"],
    ["/ogc/collections", "application/json"],
    ...COLLECTIONS.flatMap((id) => [
      [`/ogc/collections/${id}`, "application/json"],
      [`/ogc/collections/${id}/queryables`, "application/schema+json"],
      [`/ogc/collections/${id}/items`, "application/geo+json"],
    ]),
    ["/ogc/collections/sites/items/park-biolake", "application/geo+json"],
  ] as const;

  test("/conf/core/http: all resources answer HTTP/1.1 with status and type", async () => {
    for (const [path, type] of RESOURCES) {
      expect([path, (await get(path)).headers["content-type"]]).toEqual([path, type]);
      const head = await atlas.app.inject({ method: "HEAD", url: path });
      expect([path, head.statusCode, head.body]).toEqual([path, 200, ""]);
      const etag = String((await get(path)).headers.etag);
      expect([path, (await get(path, { "if-none-match": etag })).statusCode]).toEqual([path, 304]);
    }
  });

  test("/conf/core/root-op, /conf/core/root-success: the landing page links to all else", async () => {
    const { links, ...rest } = await json<{ links: Link[]; title: string }>("/ogc");
    expect(rest.title).toMatch(/OGC API/);
    for (const rel of ["self", "alternate", "service-desc", "service-doc", "conformance", "data"]) {
      expect([rel, linked(links, rel).length]).toEqual([rel, 1]);
      const [link] = linked(links, rel);
      const response = await get(link?.href ?? "", { accept: link?.type ?? "" });
      expect(response.statusCode).toBe(200);
      expect(String(response.headers["content-type"]).split("; charset")[0]).toBe(link?.type);
    }
  });

  test("/conf/core/api-definition-op, /conf/core/api-definition-success, /conf/oas30/definition-1, /conf/oas30/definition-2, /conf/oas30/oas-impl: the definition is valid OpenAPI 3.0", async () => {
    const definition = (await get("/ogc/api")).json();
    const result = await new Validator().validate(structuredClone(definition));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(definition.openapi).toMatch(/^3\.0\./);
    const names = Object.values(definition.paths as Record<string, { get: { operationId: string } }>).map(
      (path) => path.get.operationId,
    );
    expect(new Set(names).size).toBe(names.length);
  });

  test("/conf/oas30/completeness, /conf/oas30/exceptions-codes, /conf/oas30/security: every path answers as it is defined", async () => {
    const { paths, components, security } = (await get("/ogc/api")).json();
    expect([components, security]).toEqual([undefined, undefined]);
    for (const [path, { get: operation }] of Object.entries(
      paths as Record<string, { get: { responses: object; parameters: Parameter[] } }>,
    )) {
      const parameterByPart = operation.parameters.map(({ name }) => name);
      expect(new Set(parameterByPart).size).toBe(parameterByPart.length);
      const codes = Object.keys(operation.responses);
      expect(codes).toEqual(expect.arrayContaining(["200", "400", "500"]));
      const url = `/ogc${path.replace("{featureId}", path.includes("sites") ? "park-biolake" : path.includes("districts") ? "420111" : "ehdz")}`;
      expect([url, (await get(url)).statusCode]).toEqual([url, 200]);
      expect([url, (await get(`${url}?nonsense=1`)).statusCode]).toEqual([url, 400]);
    }
  });

  test("/conf/core/conformance-op, /conf/core/conformance-success: the classes that are claimed", async () => {
    const { conformsTo: conformanceClasses } = await json<{ conformsTo: string[] }>("/ogc/conformance");
    expect(conformanceClasses).toEqual(conformsTo);
    for (const name of ["core", "geojson", "html", "oas30"])
      expect(conformanceClasses).toContain(`http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`);
  });

  test("/conf/core/fc-md-op, /conf/core/fc-md-success, /conf/core/fc-md-links, /conf/core/fc-md-items, /conf/core/fc-md-items-links, /conf/core/fc-md-extent: the collections", async () => {
    const { links, collections } = await json<{ links: Link[]; collections: Collection[] }>("/ogc/collections");
    expect(linked(links, "self")).toHaveLength(1);
    expect(linked(links, "alternate", "text/html")).toHaveLength(1);
    expect(collections.map(({ id }) => id)).toEqual(COLLECTIONS);
    for (const collection of collections) {
      expect(linked(collection.links, "items", "application/geo+json")).toHaveLength(1);
      expect(linked(collection.links, "items", "text/html")).toHaveLength(1);
      expect(collection.itemType).toBe("feature");
      const [west, south, east, north] = collection.extent.spatial.bbox[0] as number[] as [number, number, number, number];
      expect(collection.extent.spatial.crs).toBe(CRS84);
      const { features } = await items(`${collection.id}/items?limit=1000`);
      for (const { geometry } of features) {
        const places = (geometry?.coordinates ?? []).flat(3) as number[];
        for (const [index, value] of places.entries()) {
          const [least, most] = index % 2 ? [south, north] : [west, east];
          expect(value).toBeGreaterThanOrEqual(least - 1e-6);
          expect(value).toBeLessThanOrEqual(most + 1e-6);
        }
      }
    }
  });

  test("/conf/core/sfc-md-op, /conf/core/sfc-md-success, /conf/core/crs84: a collection describes itself as the list does", async () => {
    const { collections } = await json<{ collections: Collection[] }>("/ogc/collections");
    for (const listedCollection of collections) {
      const { links, ...own } = await json<Collection>(`/ogc/collections/${listedCollection.id}`);
      expect(own).toEqual((({ links: _links, ...rest }) => rest)(listedCollection));
      expect(linked(links, "self")).toHaveLength(1);
      expect(linked(links, "alternate", "text/html")).toHaveLength(1);
      expect(own.crs[0]).toBe(CRS84);
    }
  });

  test("/conf/core/fc-op, /conf/core/fc-response, /conf/core/fc-links, /conf/core/fc-timeStamp, /conf/core/fc-numberMatched, /conf/core/fc-numberReturned: a page of features", async () => {
    for (const id of COLLECTIONS) {
      const before = Math.floor(Date.now() / 1000) * 1000;
      const page = await items(`${id}/items`);
      expect(page.type).toBe("FeatureCollection");
      expect(page.numberReturned).toBe(page.features.length);
      expect(page.numberMatched).toBe((await items(`${id}/items?limit=1000`)).features.length);
      expect(page.timeStamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(Date.parse(page.timeStamp)).toBeGreaterThanOrEqual(before);
      expect(Date.parse(page.timeStamp)).toBeLessThanOrEqual(Date.now());
      expect(linked(page.links, "self", "application/geo+json")).toHaveLength(1);
      expect(linked(page.links, "alternate", "text/html")).toHaveLength(1);
      for (const { rel, type } of page.links) expect([rel, type].every(Boolean)).toBe(true);
    }
  });

  test("/conf/core/fc-links: next leads through every feature once, in one order", async () => {
    const seen: string[] = [];
    let page = await items("sites/items?limit=10");
    for (let pages = 0; pages < 20; pages++) {
      expect(page.numberMatched).toBe(47);
      seen.push(...page.features.map(({ id }) => id));
      const [next] = linked(page.links, "next", "application/geo+json");
      if (!next) break;
      page = await read<Items>(next.href, "application/geo+json");
    }
    expect(seen).toHaveLength(47);
    expect(new Set(seen).size).toBe(47);
  });

  test("/conf/core/fc-limit-definition, /conf/core/fc-limit-response: limit", async () => {
    const { schema } = await parameter("sites", "limit");
    expect(schema).toEqual({ type: "integer", minimum: 1, maximum: 1000, default: 100 });
    for (const [limit, count] of [
      ["1", 1],
      ["46", 46],
      ["1000", 47],
      ["1001", 47],
      ["1000000000", 47],
    ])
      expect([limit, (await items(`sites/items?limit=${limit}`)).features.length]).toEqual([limit, count]);
  });

  test("/conf/core/fc-bbox-definition, /conf/core/fc-bbox-response: bbox", async () => {
    const { schema } = await parameter("sites", "bbox");
    expect(schema).toMatchObject({ type: "array", items: { type: "number" } });
    const { features: all } = await items("sites/items?limit=1000");
    const inside = (west: number, south: number, east: number, north: number) =>
      all
        .filter(({ geometry }) => {
          const [x, y] = geometry?.coordinates ?? [];
          if (x === undefined || y === undefined || y < south || y > north) return false;
          return west <= east ? x >= west && x <= east : x >= west || x <= east;
        })
        .map(({ id }) => id);
    for (const box of [
      [114.3, 30.4, 114.5, 30.6],
      [-180, -90, 180, 90],
      [114.3, 30.4, 114.3, 30.4],
      [170, -90, 114.4, 90],
      [170, 0, -170, 10],
    ] as [number, number, number, number][]) {
      const idsInBox = (await items(`sites/items?limit=1000&bbox=${box}`)).features.map(({ id }) => id);
      expect([box, idsInBox]).toEqual([box, inside(...box)]);
      const [west, south, east, north] = box;
      const high = await items(`sites/items?limit=1000&bbox=${[west, south, -100, east, north, 9000]}`);
      expect(high.features.map(({ id }) => id)).toEqual(idsInBox);
    }
    const [own] = all.filter(({ geometry }) => geometry);
    const [x, y] = own?.geometry?.coordinates ?? [];
    const itemsAtPoint = await items(`sites/items?bbox=${x},${y},${x},${y}`);
    expect(itemsAtPoint.features.map(({ id }) => id)).toContain(own?.id);
    const districts = await items("districts/items?bbox=114.4,30.5,114.401,30.501");
    expect(districts.features.map(({ id }) => id)).toEqual(["420111"]);
  });

  test("/conf/core/fc-time-definition, /conf/core/fc-time-response: datetime; features without a time match every time", async () => {
    expect((await parameter("sites", "datetime")).schema).toEqual({ type: "string" });
    for (const datetime of [
      ...["2025-01-01", "2025-01-01T00:00:00Z", "2025-01-01T00:00:00.5Z", "2025-01-01T08:00:00%2B08:00"],
      ...["2024-01-01/2025-01-01", "../2025-01-01", "2025-01-01/", "/2025-01-01T00:00:00Z"],
    ])
      expect((await items(`sites/items?datetime=${datetime}`)).numberMatched).toBe(47);
  });

  test("/conf/core/f-op, /conf/core/f-success, /conf/core/f-links: every feature by its id", async () => {
    for (const id of COLLECTIONS) {
      for (const feature of (await items(`${id}/items?limit=1000`)).features) {
        const { links, ...own } = await read<Feature & { links: Link[] }>(
          `/ogc/collections/${id}/items/${feature.id}`,
          "application/geo+json",
        );
        expect(own).toEqual(feature);
        expect(linked(links, "self", "application/geo+json")).toHaveLength(1);
        expect(linked(links, "alternate", "text/html")).toHaveLength(1);
        expect(linked(links, "collection")[0]?.href).toMatch(new RegExp(`/ogc/collections/${id}$`));
      }
    }
  });

  test("/conf/core/query-param-unknown, /conf/core/query-param-invalid: refused with 400", async () => {
    for (const [path] of RESOURCES) expect([path, (await get(`${path}?unknown=1`)).statusCode]).toEqual([path, 400]);
    for (const wrongParameter of ["limit=x", "bbox=1,2,3", "datetime=yesterday", "crs=x", "f=xml"])
      expect([wrongParameter, (await get(`/ogc/collections/sites/items?${wrongParameter}`)).statusCode]).toEqual([
        wrongParameter,
        400,
      ]);
  });

  test("columns: the latest figures of indicators as properties, for districts some by default", async () => {
    const { features } = await items("districts/items");
    const { districts } = (await atlas.query(
      '{ districts { code latestFigures(indicators: ["gdp", "population-permanent"]) { value qualifier indicator { slug } } } }',
    )) as { districts: { code: string; latestFigures: { value: number; qualifier: string; indicator: { slug: string } }[] }[] };
    for (const { code, latestFigures } of districts) {
      const { properties } = features.find(({ id }) => id === code) as Feature;
      for (const { value, qualifier, indicator } of latestFigures)
        expect([code, properties[indicator.slug], properties[`${indicator.slug}.qualifier`]]).toEqual([code, value, qualifier]);
    }
    expect(features.filter(({ properties }) => Number(properties.gdp) > 1e10).length).toBeGreaterThan(5);
    expect((await items("districts/items?columns=")).features[0]?.properties).not.toHaveProperty("gdp");
    const page = await items("sites/items?columns=planned-area&limit=5");
    expect(page.features[0]?.properties).toHaveProperty("planned-area");
    expect(page.links.find(({ rel }) => rel === "next")?.href).toContain("columns=planned-area");
    const one = await get("/ogc/collections/sites/items/park-biolake?columns=planned-area&f=json");
    expect(one.json<Feature>().properties).toMatchObject({ "planned-area": 30, "planned-area.qualifier": "EXACT" });
    const { schema } = await parameter("districts", "columns");
    expect(schema).toMatchObject({ maxItems: 8, default: ["gdp", "population-permanent"] });
    for (const path of [
      "sites/items?columns=x",
      "sites/items/park-biolake?columns=x",
      "districts/items?columns=a,b,c,d,e,f,g,h,i",
    ])
      expect([path, (await get(`/ogc/collections/${path}`)).statusCode]).toEqual([path, 400]);
  });

  test("/conf/geojson/definition, /conf/geojson/content: features are GeoJSON (RFC 7946)", async () => {
    const types: Record<string, string> = { sites: "Point", districts: "MultiPolygon", "functional-areas": "Point" };
    for (const id of COLLECTIONS) {
      const response = await get(`/ogc/collections/${id}/items?f=json&limit=1000`, { accept: "text/html" });
      expect(response.headers["content-type"]).toBe("application/geo+json");
      for (const { type, geometry, properties } of response.json<Items>().features) {
        expect(type).toBe("Feature");
        expect(Object.keys(properties).length).toBeGreaterThan(5);
        if (geometry === null) continue;
        expect(Object.keys(geometry)).toEqual(["type", "coordinates"]);
        expect(geometry.type).toBe(types[id]);
        for (const value of geometry.coordinates.flat(3)) expect(Number(value.toFixed(7))).toBe(value);
      }
    }
  });

  test("/conf/html/definition, /conf/html/content: every resource is a page as well, with all its links, without a script", async () => {
    for (const [path] of RESOURCES) {
      for (const [language, lang] of [
        ["zh", "zh-CN"],
        ["en", "en"],
      ]) {
        const response = await get(path, {
          accept: "text/html,application/xhtml+xml,*/*;q=0.8",
          "accept-language": String(language),
        });
        expect([path, response.statusCode, response.headers["content-type"]]).toEqual([path, 200, "text/html; charset=utf-8"]);
        expect(response.headers["content-security-policy"]).toContain("default-src 'self'");
        expect(response.body).toContain(`<html lang="${lang}">`);
        expect(response.body).not.toMatch(/<script|undefined|\[object/);
        for (const [, href] of response.body.matchAll(/<a href="([^"]+)"/g)) {
          const address = new URL(String(href).replaceAll("&amp;", "&"));
          if (address.pathname.startsWith("/ogc") && !address.pathname.includes("/items/"))
            expect([address.href, (await get(address.pathname + address.search)).statusCode]).toEqual([address.href, 200]);
        }
      }
    }
    const page = (await get("/ogc/collections/sites/items?f=html&limit=1000&lang=zh")).body;
    for (const { properties } of (await items("sites/items?limit=1000")).features) expect(page).toContain(properties.nameZh);
  });
});
