// Basemaps by configuration, as the server checks, serves and guards them; and who may frame which page.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { AtlasError } from "../../server/core/errors.ts";
import { readAtlas, type TestAtlas } from "../atlas.ts";
import { writePmtiles } from "../pmtiles.ts";

const folder = mkdtempSync(join(tmpdir(), "atlas-basemap-"));
const file = join(folder, "wuhan.pmtiles");
let atlas: TestAtlas;
beforeAll(async () => {
  await writePmtiles(file);
  writeFileSync(join(folder, "secret.txt"), "not for the page");
  atlas = await readAtlas();
});
afterAll(async () => {
  await atlas.close();
  rmSync(folder, { recursive: true, force: true });
});

const withSettings = (settings: Record<string, string>) => serve(atlas.database, undefined, readConfig(settings));
const kinds = (settings: Record<string, string>) => readConfig(settings).basemaps.available.map(({ kind }) => kind);

describe("settings", () => {
  test("embedded where nothing is set, and several in the order given", () => {
    expect(kinds({})).toEqual(["embedded"]);
    expect(kinds({ BASEMAP: "" })).toEqual(["embedded"]);
    expect(kinds({ BASEMAP: `openfreemap, embedded,pmtiles:${file}` })).toEqual(["openfreemap", "embedded", "pmtiles"]);
  });

  test("addresses may hold commas", () => {
    const { available, hosts } = readConfig({ BASEMAP: "style:https://maps.test/a,b.json?key=1,2,embedded" }).basemaps;
    expect(available.map(({ url }) => url)).toEqual(["https://maps.test/a,b.json?key=1,2", undefined]);
    expect(hosts).toEqual(["https://maps.test"]);
  });

  const key = "0123456789abcdef0123456789abcdef";
  test.each([
    ["BASEMAP", { BASEMAP: "google" }],
    ["BASEMAP", { BASEMAP: "embedded,embedded" }],
    ["BASEMAP", { BASEMAP: "embedded:x" }],
    ["BASEMAP", { BASEMAP: "embedded," }],
    ["BASEMAP", { BASEMAP: "pmtiles" }],
    ["BASEMAP", { BASEMAP: "pmtiles:/nowhere/at/all.pmtiles" }],
    ["BASEMAP", { BASEMAP: `pmtiles:${folder}` }],
    ["BASEMAP", { BASEMAP: `pmtiles:${join(folder, "secret.txt")}` }],
    ["BASEMAP", { BASEMAP: "style:ftp://maps.test/style.json" }],
    ["BASEMAP", { BASEMAP: "style:javascript:alert(1)" }],
    ["BASEMAP_DATUM", { BASEMAP: "style:https://maps.test/s.json", BASEMAP_DATUM: "BD-09" }],
    ["BASEMAP_HOSTS", { BASEMAP: "style:https://maps.test/s.json", BASEMAP_HOSTS: "https://tiles.test/path" }],
    ["BASEMAP_HOSTS", { BASEMAP: "style:https://maps.test/s.json", BASEMAP_HOSTS: "https://a.test; script-src *" }],
    ["TIANDITU_KEY", { BASEMAP: "tianditu", BASEMAP_APPROVAL: "GS(2024)0001号" }],
    ["TIANDITU_KEY", { BASEMAP: "tianditu", BASEMAP_APPROVAL: "GS(2024)0001号", TIANDITU_KEY: "a&b" }],
    ["BASEMAP_APPROVAL", { BASEMAP: "tianditu", TIANDITU_KEY: key }],
    ["BASEMAP_DATUM", { BASEMAP: "tianditu", TIANDITU_KEY: key, BASEMAP_APPROVAL: "GS", BASEMAP_DATUM: "GCJ-02" }],
    // One number cannot speak for the maps of two owners, nor for none.
    ["BASEMAP_APPROVAL", { BASEMAP: "tianditu,style:https://maps.test/s.json", TIANDITU_KEY: key, BASEMAP_APPROVAL: "GS" }],
    ["BASEMAP_APPROVAL", { BASEMAP_APPROVAL: "GS" }],
    ["EMBED_ORIGINS", { EMBED_ORIGINS: "example.org" }],
    ["EMBED_ORIGINS", { EMBED_ORIGINS: "https://example.org/page" }],
  ])("%s is named where it is wrong: %o", (name, settings) => {
    let refused: unknown;
    try {
      readConfig(settings);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(AtlasError);
    expect((refused as AtlasError).code).toBe("CONFIG_INVALID");
    expect((refused as AtlasError).textIn("en")).toContain(`The setting ${name} `);
    expect((refused as AtlasError).textIn("zh")).toContain(`配置项 ${name} `);
  });
});

describe("a PMTiles file", () => {
  test("is served in ranges, uncompressed, and nothing beside it", async () => {
    const app = await withSettings({ BASEMAP: `pmtiles:${file}` });
    const fileBytes = readFileSync(file);
    const part = await app.inject({
      url: "/basemap/tiles.pmtiles",
      headers: { range: "bytes=100-355", "accept-encoding": "gzip, br" },
    });
    expect(part.statusCode).toBe(206);
    expect(part.headers["content-range"]).toBe(`bytes 100-355/${fileBytes.length}`);
    expect(part.headers["content-encoding"]).toBeUndefined();
    expect(part.headers.etag).toBeDefined();
    expect(part.rawPayload.equals(fileBytes.subarray(100, 356))).toBe(true);
    const beyondEnd = await app.inject({ url: "/basemap/tiles.pmtiles", headers: { range: `bytes=${fileBytes.length + 10}-` } });
    expect(beyondEnd.statusCode).toBe(416);
    for (const url of ["/basemap/secret.txt", "/basemap/../secret.txt", "/basemap/", "/basemap/wuhan.pmtiles"]) {
      expect([url, (await app.inject(url)).statusCode]).toEqual([url, 404]);
    }
    await app.close();
  });

  test("is not there where none is set", async () => {
    expect((await atlas.app.inject("/basemap/tiles.pmtiles")).statusCode).toBe(404);
  });
});

/** One directive of the policy of a page. */
async function directive(app: Awaited<ReturnType<typeof serve>>, url: string, name: string): Promise<string | undefined> {
  const policy = String((await app.inject(url)).headers["content-security-policy"]);
  const parts = policy.split("; ").map((part) => part.replace(/;$/, ""));
  return parts.find((part) => part.startsWith(`${name} `))?.slice(name.length + 1);
}

describe("the policy of the pages", () => {
  test("names no host by default", async () => {
    expect(await directive(atlas.app, "/", "default-src")).toBe("'self'");
    expect(await directive(atlas.app, "/", "connect-src")).toBeUndefined();
    expect(await directive(atlas.app, "/", "img-src")).toBe("'self' data: blob:");
    expect((await atlas.app.inject("/")).headers["referrer-policy"]).toBe("no-referrer");
  });

  test("applies only style elements of the atlas, by a nonce that no two answers share; the query editor's own in its page alone", async () => {
    const nonces: string[] = [];
    for (const url of ["/", "/plan", "/embed", "/"]) {
      const sources = await directive(atlas.app, url, "style-src");
      expect(sources).toMatch(/^'self' 'nonce-[\w+/]{22}==' 'sha256-/);
      const { body, headers } = await atlas.app.inject(url);
      const nonce = / nonce="([^"]*)"/.exec(body)?.[1] ?? "";
      expect(headers["content-security-policy"]).toContain(`'nonce-${nonce}'`);
      nonces.push(nonce);
    }
    expect(new Set(nonces).size).toBe(4);
    expect(await directive(atlas.app, "/ogc?f=html", "style-src")).toMatch(/^'self' 'sha256-[\w+/]{43}=' 'sha256-[\w+/]{43}='$/);
    expect(await directive(atlas.app, "/graphiql/", "style-src")).toBe("'self' 'unsafe-inline'");
  });

  test("keeps other windows out, and browsers to HTTPS where the atlas has it", async () => {
    const page = (await atlas.app.inject("/")).headers;
    expect(page["cross-origin-opener-policy"]).toBe("same-origin");
    expect(page["cross-origin-resource-policy"]).toBe("same-origin");
    expect(page["permissions-policy"]).toContain("geolocation=()");
    expect(page["strict-transport-security"]).toBeUndefined();
    for (const url of ["/embed", "/tiles/sites.json", "/graphql?query={atlas{version}}"]) {
      const { headers } = await atlas.app.inject(url);
      expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
      expect(headers["cross-origin-opener-policy"]).toBeUndefined();
    }
    const app = await serve(atlas.database, "https://atlas.test");
    expect((await app.inject("/")).headers["strict-transport-security"]).toBe("max-age=31536000");
    await app.close();
  });

  test("names exactly the hosts of the basemaps", async () => {
    const app = await withSettings({
      BASEMAP: "style:https://maps.test:8443/style.json?key=1,pmtiles:https://tiles.test/hubei.pmtiles,openfreemap",
      BASEMAP_HOSTS: "https://sprites.test, https://maps.test:8443",
    }).catch((error) => error);
    const hosts = "https://maps.test:8443 https://tiles.test https://tiles.openfreemap.org https://sprites.test";
    expect(await directive(app, "/", "connect-src")).toBe(`'self' ${hosts}`);
    expect(await directive(app, "/", "img-src")).toBe(`'self' data: blob: ${hosts}`);
    expect(await directive(app, "/", "default-src")).toBe("'self'");
    expect((await app.inject("/")).headers["referrer-policy"]).toBe("strict-origin");
    await app.close();
  });

  test("lets anyone frame /embed, and no other page", async () => {
    expect(await directive(atlas.app, "/embed?kinds=EXPORT_BASE", "frame-ancestors")).toBe("*");
    for (const url of ["/", "/plan", "/districts", "/data", "/embed.html", "/graphiql/", "/index.html?embed"]) {
      expect([url, await directive(atlas.app, url, "frame-ancestors")]).toEqual([url, "'self'"]);
    }
  });

  test("lets only the origins that are named frame it", async () => {
    const app = await withSettings({ EMBED_ORIGINS: "https://example.org, https://news.example:8443" });
    expect(await directive(app, "/embed", "frame-ancestors")).toBe("https://example.org https://news.example:8443");
    expect(await directive(app, "/", "frame-ancestors")).toBe("'self'");
    await app.close();
  });
});

test("the documents contain the basemaps, unless only the default is available", async () => {
  expect((await atlas.app.inject("/")).payload).not.toContain("atlas-basemaps");
  const attribution = `"><script>alert('x')</script>`;
  const app = await withSettings({ BASEMAP: `pmtiles:${file}`, BASEMAP_ATTRIBUTION: attribution, BASEMAP_DATUM: "GCJ-02" });
  for (const url of ["/", "/plan", "/embed"]) {
    const { payload, headers } = await app.inject(url);
    expect(headers["cache-control"]).toBe("no-cache");
    expect(payload).not.toContain(attribution);
    const [, content = ""] = /<meta name="atlas-basemaps" content="([^"]*)"/.exec(payload) ?? [];
    const basemaps = JSON.parse(content.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))));
    expect(basemaps).toEqual([{ kind: "pmtiles", datum: "GCJ-02", attribution, url: "/basemap/tiles.pmtiles" }]);
  }
  await app.close();
});
