// Tiles with more sites than can be drawn: synthetic sites beside the real ones, on both databases.
import { gunzipSync } from "node:zlib";
import { VectorTile } from "@mapbox/vector-tile";
import Pbf from "pbf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { siteKinds } from "../../server/contract/kinds.ts";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";

const REAL_SITES = 34;
const SYNTHETIC_SITES = 4000;
const SITES_AT_SPOT = 1200;
const SHARED_POINT: Position = [114.2, 30.4];
const EXTENT = 4096;
const LONG = "武汉服务贸易创新发展示范园区与国家特色服务出口基地".repeat(4).slice(0, 80);

type Position = [lon: number, lat: number];
type TileIndex = [z: number, x: number, y: number];

interface Feature {
  id: number | undefined;
  x: number;
  y: number;
  properties: Record<string, string | number>;
}

// Positions by a fixed rule, thick in the middle; some of them exactly on the edges of tiles.
function positions(): Position[] {
  let state = 2027;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const edges = Array.from({ length: 50 }, (_, index): Position => [(360 * (417 + (index % 4))) / 512 - 180, 30 + index / 50]);
  const roughlyNormal = () => random() + random() + random() - 1.5;
  const others = Array.from(
    { length: SYNTHETIC_SITES - edges.length },
    (): Position => [114.3 + roughlyNormal() * 0.8, 30.6 + roughlyNormal() * 0.7],
  );
  return [...edges, ...others, ...Array.from({ length: SITES_AT_SPOT }, () => SHARED_POINT)];
}

async function insertManySites(atlas: TestAtlas): Promise<void> {
  const all = positions();
  await atlas.database.pool.query(
    `INSERT INTO site (slug, kind, name_zh, name_en, aliases, confidence, district_code, point, point_accuracy_m, point_confidence, search_text, sort_zh)
     SELECT 'synthetic-' || n, ($3::site_kind[])[1 + n % 4], $4 || n, $4 || n, '{}', 'LOW', '420111', ST_SetSRID(ST_MakePoint(lon, lat), 4326),
       500, 'LOW', ' synthetic ' || n, n::text FROM unnest($1::float8[], $2::float8[]) WITH ORDINALITY AS p (lon, lat, n)`,
    [all.map(([lon]) => lon), all.map(([, lat]) => lat), siteKinds, LONG],
  );
}

async function featuresOf(atlas: TestAtlas, [z, x, y]: TileIndex, query = ""): Promise<Feature[]> {
  const response = await atlas.app.inject(`/tiles/sites/1/${z}/${x}/${y}.mvt${query}`);
  expect([200, 204]).toContain(response.statusCode);
  expect(response.rawPayload.length).toBeLessThan(500_000);
  const layer = response.statusCode === 200 ? new VectorTile(new Pbf(response.rawPayload)).layers.sites : undefined;
  return Array.from({ length: layer?.length ?? 0 }, (_, index) => {
    const feature = layer?.feature(index);
    const [{ x = 0, y = 0 } = {}] = feature?.loadGeometry()[0] ?? [];
    return { id: feature?.id, x, y, properties: (feature?.properties ?? {}) as Feature["properties"] };
  });
}

const column = (lon: number, z: number) => ((lon + 180) / 360) * 2 ** z;
const line = (lat: number, z: number) => (0.5 - Math.log(Math.tan(((90 + lat) * Math.PI) / 360)) / (2 * Math.PI)) * 2 ** z;
const tileAt = ([lon, lat]: Position, z: number): TileIndex => [z, Math.floor(column(lon, z)), Math.floor(line(lat, z))];

function cityAt(z: number): TileIndex[] {
  const [[, west, south], [, east, north]] = [tileAt([112.9, 29.4], z), tileAt([115.7, 31.8], z)];
  const list: TileIndex[] = [];
  for (let x = west; x <= east; x++) for (let y = north; y <= south; y++) list.push([z, x, y]);
  return list;
}

// What lies in the tile itself; the buffer belongs to its neighbours.
const featuresInsideTile = (features: Feature[]) => features.filter(({ x, y }) => x >= 0 && x < EXTENT && y >= 0 && y < EXTENT);

async function sum(atlas: TestAtlas, z: number, field: string, query = ""): Promise<number> {
  let total = 0;
  for (const tile of cityAt(z)) {
    for (const { properties } of featuresInsideTile(await featuresOf(atlas, tile, query)))
      total += Number(properties[field] ?? (field === "pointCount" ? 1 : 0));
  }
  return total;
}

const open = new Map<string, TestAtlas>();
beforeAll(async () => {
  for (const kind of databases) {
    const atlas = await openAtlas(kind);
    open.set(kind, atlas);
    await insertManySites(atlas);
  }
});
afterAll(async () => {
  for (const atlas of open.values()) await atlas.close();
});
const atlasOn = (kind: string) => open.get(kind) as TestAtlas;

describe.each(databases)("on %s", (kind) => {
  test.each([6, 8, 9, 10])("at zoom %i every site is counted in one tile", async (zoom) => {
    expect(await sum(atlasOn(kind), zoom, "pointCount")).toBe(REAL_SITES + SYNTHETIC_SITES + SITES_AT_SPOT);
  });

  test("groups are of what the filter leaves", async () => {
    const bases = await atlasOn(kind).database.pool.query(
      "SELECT count(*)::int AS count FROM site WHERE kind = 'EXPORT_BASE' AND point IS NOT NULL",
    );
    expect(await sum(atlasOn(kind), 8, "pointCount", "?kinds=EXPORT_BASE")).toBe(bases.rows[0].count);
    const [group] = (await featuresOf(atlasOn(kind), tileAt(SHARED_POINT, 7), "?kinds=EXPORT_BASE")).filter(
      ({ properties }) => properties.pointCount,
    );
    const { pointCount, ...rest } = group?.properties ?? {};
    expect(rest).toEqual({ parks: 0, bases: pointCount, zones: 0, hubs: 0 });
    expect(group?.id).toBeFalsy();
  });

  test("a group's kinds add up, and a site alone in its cell stays itself", async () => {
    const features = await featuresOf(atlasOn(kind), tileAt([114.3, 30.6], 8));
    const groups = features.filter(({ properties }) => properties.pointCount);
    expect(groups.length).toBeGreaterThan(20);
    for (const { properties } of groups) {
      const kinds = ["parks", "bases", "zones", "hubs"].map((name) => Number(properties[name]));
      expect(kinds.reduce((a, b) => a + b)).toBe(properties.pointCount);
      expect(properties).not.toHaveProperty("slug");
    }
    const ungroupedSites = features.filter(({ properties }) => properties.slug);
    expect(ungroupedSites.length).toBeGreaterThan(0);
    for (const { properties } of ungroupedSites) expect(properties).not.toHaveProperty("parks");
  });

  test("a group in the buffer is the group of the next tile", async () => {
    const [z, x, y] = tileAt([114.3, 30.9], 8);
    const tileFeatures = await featuresOf(atlasOn(kind), [z, x, y]);
    const south = await featuresOf(atlasOn(kind), [z, x, y + 1]);
    const shared = tileFeatures
      .filter((feature) => feature.y >= EXTENT)
      .map((feature) => ({ ...feature, y: feature.y - EXTENT }));
    expect(shared.length).toBeGreaterThan(5);
    for (const feature of shared) expect(south).toContainEqual(feature);
  });

  test("what stays below the limit is not grouped, and keeps all its fields", async () => {
    const features = await featuresOf(atlasOn(kind), tileAt([114.3, 30.6], 8), "?near=114.3,30.6,15");
    expect(features.length).toBeGreaterThan(100);
    expect(features.filter(({ properties }) => properties.pointCount)).toEqual([]);
    const addedSite = features.find(({ properties }) => String(properties.slug).startsWith("synthetic"));
    expect(Object.keys(addedSite?.properties ?? {}).sort()).toEqual([
      "accuracyM",
      "confidence",
      "kind",
      "nameEn",
      "nameZh",
      "slug",
    ]);
  });

  test.each([14, 18, 22])("sites on one spot are one group at zoom %i", async (zoom) => {
    const groups = (await featuresOf(atlasOn(kind), tileAt(SHARED_POINT, zoom))).filter(
      ({ properties }) => properties.pointCount,
    );
    expect(Math.max(...groups.map(({ properties }) => Number(properties.pointCount)))).toBeGreaterThanOrEqual(SITES_AT_SPOT);
  });

  test("a tile is one statement, and is sent compressed to clients that accept gzip", async () => {
    const { app, database } = atlasOn(kind);
    const address = "/tiles/sites/1/7/104/52.mvt?q=synthetic";
    const before = database.statements;
    const [plain, twin] = await Promise.all([app.inject(address), app.inject(address)]);
    expect(database.statements - before).toBe(1);
    expect(twin.rawPayload).toEqual(plain.rawPayload);
    const packed = await app.inject({ url: address, headers: { "accept-encoding": "br, gzip" } });
    expect(packed.headers).toMatchObject({ "content-encoding": "gzip", vary: expect.stringContaining("accept-encoding") });
    expect(gunzipSync(packed.rawPayload)).toEqual(plain.rawPayload);
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    const refused = await app.inject({ url: address, headers: { "accept-encoding": "gzip;q=0, *" } });
    expect(refused.headers["content-encoding"]).toBeUndefined();
  });

  test("TileJSON names the fields of a group and the box of what the filter leaves", async () => {
    const { bounds, vector_layers } = (await atlasOn(kind).app.inject("/tiles/sites.json?q=synthetic")).json();
    expect(Object.keys(vector_layers[0].fields)).toEqual(
      expect.arrayContaining(["slug", "pointCount", "parks", "bases", "zones", "hubs"]),
    );
    const lons = positions().map(([lon]) => lon);
    expect(bounds[0]).toBeCloseTo(Math.min(...lons), 6);
    expect(bounds[2]).toBeCloseTo(Math.max(...lons), 6);
    expect((await atlasOn(kind).app.inject("/tiles/sites.json?q=zzzz")).json()).not.toHaveProperty("bounds");
  });

  test.each([
    ["8/256/0.mvt", 404],
    ["8/0/256.mvt", 404],
    ["23/0/0.mvt", 404],
    ["8/209/105.mvt?kinds=PARK", 400],
    ["8/209/105.mvt?pointCount=1", 400],
  ])("%s is refused with %i", async (address, status) => {
    const response = await atlasOn(kind).app.inject(`/tiles/sites/1/${address}`);
    expect([response.statusCode, response.json().detail]).toEqual([status, expect.any(String)]);
  });
});

test.runIf(databases.length > 1)("both databases make the same tiles", async () => {
  for (const tile of [...cityAt(7), ...cityAt(9), tileAt(SHARED_POINT, 13)]) {
    const [fromEmbedded, fromServer] = await Promise.all([
      featuresOf(atlasOn("embedded"), tile),
      featuresOf(atlasOn("PostgreSQL"), tile),
    ]);
    const byPosition = (list: Feature[]) =>
      list.map(({ id, ...rest }) => ({ ...rest, id: id || 0 })).sort((a, b) => a.x - b.x || a.y - b.y || a.id - b.id);
    expect(byPosition(fromEmbedded)).toEqual(byPosition(fromServer));
  }
});
