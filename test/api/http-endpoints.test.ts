// Rules of all endpoints: access from any origin, methods, slashes, escapes, and headers for caches.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAtlas, type TestAtlas } from "../atlas.ts";

let atlas: TestAtlas;
beforeAll(async () => {
  atlas = await readAtlas();
});
afterAll(() => atlas.close());

type Method = "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS" | "TRACE";
const send = (method: Method, url: string, headers: Record<string, string> = {}, payload?: string) =>
  atlas.app.inject({ method, url, headers: { origin: "https://elsewhere.example", ...headers }, ...(payload && { payload }) });

const READ = [
  "/tiles/sites.json",
  "/tiles/sites/8/209/105.mvt",
  "/ogc",
  "/ogc/conformance",
  "/ogc/collections/sites/items",
  "/ogc/collections/sites/items/air-tianhe",
  "/download/sites.csv",
  "/download/compare.csv?measures=gdp",
  "/healthz",
  "/readyz",
  "/embed",
  "/graphiql/",
  "/plan",
];
const QUERY = `/graphql?query=${encodeURIComponent("{ atlas { version } }")}`;
const ENDPOINTS = [...READ, QUERY];

test("only a page with a map asks for the map's code", async () => {
  const documentOf = async (url: string) => (await send("GET", url)).body;
  expect(await documentOf("/?lang=en")).toContain("map-with-basemap");
  for (const url of ["/districts", "/plan", "/data"]) {
    expect(await documentOf(url)).not.toContain("map-with-basemap");
    expect(await documentOf(url)).toContain('<script type="module"');
  }
});

describe("any origin may read", () => {
  const etagOf = async (url: string) => String((await send("GET", url)).headers.etag);
  const expectedStatuses: [number, () => Promise<Awaited<ReturnType<typeof send>>>][] = [
    ...ENDPOINTS.flatMap((url): typeof expectedStatuses => [
      [200, () => send("GET", url)],
      [200, () => send("HEAD", url)],
      [204, () => send("OPTIONS", url)],
      [405, () => send("DELETE", url)],
    ]),
    [304, async () => send("GET", "/tiles/sites/8/209/105.mvt", { "if-none-match": await etagOf("/tiles/sites/8/209/105.mvt") })],
    [304, async () => send("GET", "/ogc/collections", { "if-none-match": await etagOf("/ogc/collections") })],
    [304, async () => send("GET", "/download/sites.csv", { "if-none-match": await etagOf("/download/sites.csv") })],
    [204, () => send("GET", "/tiles/sites/8/0/0.mvt")],
    [400, () => send("GET", "/tiles/sites.json?bbox=1")],
    [404, () => send("GET", "/tiles/nothing.json")],
    [404, () => send("GET", "/ogc/nothing")],
    [404, () => send("GET", "/nothing")],
    [404, () => send("OPTIONS", "/nothing")],
    [404, () => send("GET", "/download/sites.doc")],
    [400, () => send("GET", "/%E0%A4%A")],
    [400, () => send("GET", "/graphql")],
    [400, () => send("POST", "/graphql", { "content-type": "application/json" }, "{")],
    [413, () => send("POST", "/graphql", { "content-type": "application/json" }, `"${"x".repeat(1_000_001)}"`)],
    [415, () => send("POST", "/graphql", { "content-type": "text/plain" }, "{}")],
  ];

  test("success and failure alike, without credentials", async () => {
    for (const [status, sendRequest] of expectedStatuses) {
      const { statusCode, headers, raw } = await sendRequest();
      expect([raw.req.method, raw.req.url, statusCode]).toEqual([raw.req.method, raw.req.url, status]);
      expect([raw.req.url, statusCode, headers["access-control-allow-origin"]]).toEqual([raw.req.url, statusCode, "*"]);
      expect(headers["access-control-allow-credentials"]).toBeUndefined();
      expect(headers["access-control-expose-headers"]).toMatch(
        /content-crs.*content-disposition.*etag.*retry-after.*x-atlas-demo/,
      );
    }
  });

  test("a browser's preflight before it posts JSON is answered", async () => {
    const preflightHeaders = { "access-control-request-method": "POST", "access-control-request-headers": "content-type" };
    const { statusCode, headers } = await send("OPTIONS", "/graphql", preflightHeaders);
    expect(statusCode).toBe(204);
    expect(headers["access-control-allow-methods"]).toBe("GET, HEAD, POST");
    expect(headers["access-control-allow-headers"]).toBe("content-type, *");
  });
});

describe("methods", () => {
  test.each(READ)("%s answers GET and HEAD", async (url) => {
    const [got, head, options] = await Promise.all([send("GET", url), send("HEAD", url), send("OPTIONS", url)]);
    expect([got.statusCode, head.statusCode, head.body]).toEqual([200, 200, ""]);
    expect(head.headers["content-type"]).toBe(got.headers["content-type"]);
    expect([options.statusCode, options.headers.allow, options.body]).toEqual([204, "GET, HEAD", ""]);
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "TRACE"] as const) {
      const { statusCode, headers, json } = await send(method, url, { "accept-language": "zh" });
      expect([method, statusCode, headers.allow]).toEqual([method, 405, "GET, HEAD"]);
      expect(json()).toMatchObject({ title: "METHOD_UNFIT", method, detail: expect.stringContaining("可用方法：GET, HEAD") });
    }
  });

  test("/graphql answers POST too", async () => {
    expect((await send("HEAD", QUERY)).statusCode).toBe(200);
    expect((await send("OPTIONS", "/graphql")).headers.allow).toBe("GET, HEAD, POST");
    for (const method of ["PUT", "PATCH", "DELETE", "TRACE"] as const) {
      const { statusCode, headers } = await send(method, "/graphql", { "content-type": "application/json" });
      expect([method, statusCode, headers.allow]).toEqual([method, 405, "GET, HEAD, POST"]);
    }
  });

  test("what is not there is not there for any method", async () => {
    for (const method of ["GET", "POST", "PUT", "OPTIONS"] as const)
      expect([method, (await send(method, "/nothing")).statusCode]).toEqual([method, 404]);
  });
});

describe("slashes", () => {
  test.each([
    ["/plan/?lang=en&q=%E5%85%89", "/plan?lang=en&q=%E5%85%89"],
    ["/districts/", "/districts"],
    ["/data/?a=1", "/data?a=1"],
    ["/embed/?kinds=EXPORT_BASE", "/embed?kinds=EXPORT_BASE"],
    ["/graphiql", "/graphiql/"],
    ["/graphql/?query=%7B__typename%7D", "/graphql?query=%7B__typename%7D"],
    ["/healthz/", "/healthz"],
    ["/readyz/", "/readyz"],
  ])("%s leads to %s", async (from, to) => {
    for (const method of ["GET", "HEAD"] as const) {
      const { statusCode, headers } = await send(method, from);
      expect([statusCode, headers.location]).toEqual([308, to]);
    }
    expect((await send("GET", to)).statusCode).toBe(200);
  });

  // Example values for the parameters of a route; a route with any other fails here until it has an example.
  const examples: Record<string, string> = {
    ...{ ":layer": "sites", "*": "8/209/105.mvt", ":file": "sites.csv", ":collection": "sites", ":feature": "air-tianhe" },
  };
  const exampleOf = (route: string) => route.replaceAll(/:\w+|\*/g, (parameter) => examples[parameter] ?? parameter);

  test("every address leads to itself without the slash", async () => {
    const all = routesOf(atlas.app.printRoutes({ commonPrefix: false })).filter((route) => route !== "/*");
    expect(all).toEqual(expect.arrayContaining(["/plan", "/tiles/:layer/*", "/ogc/collections/:collection/items/:feature"]));
    const addresses = all.filter((route) => !route.endsWith("/") && !all.includes(`${route}/`)).map(exampleOf);
    for (const address of addresses) {
      const { statusCode, headers } = await send("GET", `${address}/?lang=en&q=%E5%85%89`);
      expect([address, statusCode, headers.location]).toEqual([address, 308, `${address}?lang=en&q=%E5%85%89`]);
      expect([address, headers["access-control-allow-origin"]]).toEqual([address, "*"]);
      expect([address, [200, 400].includes((await send("GET", address)).statusCode)]).toEqual([address, true]);
    }
    for (const address of all.filter((route) => route.endsWith("/")))
      expect([address, (await send("GET", address)).statusCode]).toEqual([address, 200]);
  });

  test.each([
    "//plan/",
    "//elsewhere.example/",
    "/\\elsewhere.example/",
    "/%2Felsewhere.example/",
    "/%2F%2Felsewhere.example/",
    "/%5Celsewhere.example/",
    "/%09/elsewhere.example/",
    "//elsewhere.example/tiles/sites/",
    "//elsewhere.example/%2E%2E/ogc/collections/sites/",
    "/plan//",
    "/ogc/collections//",
    "/tiles/sites//",
    "/download/",
    "/nothing/",
  ])("%s leads nowhere", async (url) => {
    expect((await send("GET", url)).headers.location).toBeUndefined();
  });

  test.each(["/tiles//elsewhere.example/", "/tiles/%2E%2E//elsewhere.example/", "/ogc/collections/%2F%2Felsewhere.example/"])(
    "%s stays on this host",
    async (url) => {
      const { location } = (await send("GET", url)).headers;
      expect(new URL(String(location ?? "/"), "http://atlas.test").host).toBe("atlas.test");
    },
  );
});

/** The addresses of all routes that are printed as a tree, four columns for each level. */
function routesOf(tree: string): string[] {
  const parents: string[] = [];
  return [...tree.matchAll(/^(.*)[├└]── (\S+)/gm)].map(([, indent = "", part = ""]) => {
    parents.splice(indent.length / 4, parents.length, part);
    // The tree leaves out the slash before an asterisk.
    return parents.join("").replace(/(?<=\w)\*$/, "/*");
  });
}

describe("escapes that are no text", () => {
  const BAD = "%E0%A4%A";
  test.each([
    `/${BAD}`,
    "/%",
    `/plan/${BAD}`,
    `/tiles/${BAD}.json`,
    `/tiles/sites/8/${BAD}/1.mvt`,
    `/ogc/collections/${BAD}/items`,
    `/ogc/collections/sites/items/${BAD}`,
    `/download/${BAD}`,
    `/assets/${BAD}.js`,
    `/tiles/sites.json?q=${BAD}`,
    `/ogc/collections/sites/items?q=${BAD}`,
    "/download/sites.csv?q=%CE%E4%BA%BA",
  ])("%s is a problem in the reader's language", async (url) => {
    for (const [language, words] of [
      ["zh", "百分号编码无效"],
      ["en", "percent-encoding"],
    ] as const) {
      const lang = `${url}${url.includes("?") ? "&" : "?"}lang=${language}`;
      for (const each of [
        await send("GET", lang),
        await send("GET", url, { "accept-language": language }),
        await send("PUT", lang),
      ]) {
        expect(each.statusCode).toBe(400);
        expect(each.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
        expect(each.headers["x-content-type-options"]).toBe("nosniff");
        expect(each.json()).toMatchObject({ title: "ADDRESS_MALFORMED", detail: expect.stringContaining(words) });
      }
    }
  });

  test("a page opens whatever its query says", async () => {
    expect((await send("GET", `/?q=${BAD}`)).statusCode).toBe(200);
    expect((await send("GET", `/embed?q=${BAD}`)).statusCode).toBe(200);
  });

  test("GraphQL says it as GraphQL does", async () => {
    const { statusCode, json } = await send("GET", `${QUERY}&operationName=${BAD}&lang=zh`);
    expect([statusCode, json().errors[0].extensions.code]).toEqual([400, "ADDRESS_MALFORMED"]);
    expect(json().errors[0].message).toContain("百分号编码无效");
  });

  test("a part of an address may be long", async () => {
    const { statusCode, json } = await send("GET", `/ogc/collections/${"x".repeat(4000)}?lang=zh`);
    expect([statusCode, json().title]).toEqual([404, "COLLECTION_UNKNOWN"]);
  });
});

describe("caches", () => {
  test("every response varies by accept-encoding, also if it is not compressed", async () => {
    for (const url of [...ENDPOINTS, "/nothing"]) {
      for (const encoding of ["identity", "gzip", "br"]) {
        const names = String((await send("GET", url, { "accept-encoding": encoding })).headers.vary).split(", ");
        expect([url, names.filter((name) => name === "accept-encoding").length]).toEqual([url, 1]);
      }
    }
  });

  test("errors depend on the language", async () => {
    for (const url of ["/nothing", "/tiles/nothing.json", "/graphql"])
      expect([url, (await send("GET", url)).headers.vary]).toEqual([url, expect.stringContaining("accept-language")]);
  });
});
