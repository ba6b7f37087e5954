// GDAL reads the OGC API with its own driver, as QGIS, ogr2ogr and GeoPandas do: the same sites as GraphQL, by every way of asking.
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readAtlas, type TestAtlas } from "../atlas.ts";
import { documentation } from "../docs.ts";

const hasGdal = /OAPIF/.test(String(spawnSync("ogrinfo", ["--formats"]).stdout));
if (!hasGdal) console.warn("ogrinfo with the OAPIF driver is not on this machine (Debian: gdal-bin): GDAL is not tested.");
const gdal = test.skipIf(!hasGdal);
const run = promisify(execFile);

let atlas: TestAtlas;
let address = "";
let source = "";
let folder = "";
beforeAll(async () => {
  atlas = await readAtlas();
  address = await atlas.app.listen({ host: "127.0.0.1", port: 0 });
  source = `OAPIF:${address}/ogc`;
  folder = mkdtempSync(join(tmpdir(), "atlas-gdal-"));
});
afterAll(async () => {
  await atlas.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Read {
  features: { id?: string; geometry: { type: string; coordinates: number[] } | null; properties: Record<string, unknown> }[];
}

// What ogr2ogr writes of a layer.
async function read(layer: string, ...options: string[]): Promise<Read> {
  const file = join(folder, `${layer}-${Math.random()}.geojson`);
  const { stderr } = await run("ogr2ogr", ["-f", "GeoJSON", file, source, layer, ...options]);
  expect(stderr).not.toMatch(/ERROR/);
  return JSON.parse(readFileSync(file, "utf8"));
}

const idsOf = ({ features }: Read, name = "slug") => features.map(({ properties }) => properties[name]).sort();

async function slugs(filter: string): Promise<string[]> {
  const { sites } = await atlas.query(`{ sites(first: 200, filter: ${filter}) { nodes { slug } } }`);
  return (sites as { nodes: { slug: string }[] }).nodes.map(({ slug }) => slug).sort();
}

gdal("ogrinfo lists the layers and counts as GraphQL does", async () => {
  const { stdout: layers } = await run("ogrinfo", ["-q", source]);
  expect(layers.match(/^\d+: \S+/gm)).toEqual(["1: sites", "2: districts", "3: functional-areas"]);
  const { sites, districts, functionalAreas } = (await atlas.query(
    "{ sites { totalCount } districts { code } functionalAreas { slug } }",
  )) as { sites: { totalCount: number }; districts: unknown[]; functionalAreas: unknown[] };
  for (const [layer, count, geometry] of [
    ["sites", sites.totalCount, "Point"],
    ["districts", districts.length, "Multi Polygon"],
    ["functional-areas", functionalAreas.length, "Point"],
  ]) {
    const { stdout } = await run("ogrinfo", ["-so", "-ro", source, String(layer)]);
    expect(stdout).toContain(`Feature Count: ${count}`);
    expect(stdout).toContain(`Geometry: ${geometry}`);
  }
});

gdal("ogr2ogr reads every feature, over all pages", async () => {
  const sites = await read("sites");
  expect(idsOf(sites)).toEqual(await slugs("{}"));
  expect(sites.features.filter(({ geometry }) => geometry)).toHaveLength((await slugs("{ hasLocation: true }")).length);
  const biolake = sites.features.find(({ properties }) => properties.slug === "park-biolake");
  expect(biolake?.properties).toMatchObject({ kind: "SERVICE_TRADE_PARK", hasLocation: true });
  expect(biolake?.geometry?.coordinates).toEqual([biolake?.properties.longitude, biolake?.properties.latitude]);
  expect(idsOf(await read("districts"), "code")).toHaveLength(13);
  expect(idsOf(await read("functional-areas"))).toHaveLength(7);
});

gdal.each([
  ["kind = 'EXPORT_BASE'", "{ kinds: [EXPORT_BASE] }"],
  [
    "kind IN ('EXPORT_BASE', 'BONDED_ZONE') AND districtCode = '420111'",
    '{ kinds: [EXPORT_BASE, BONDED_ZONE], districts: ["420111"] }',
  ],
  ["hasLocation = 0", "{ hasLocation: false }"],
])("-where %s", async (where, filter) => {
  const expected = await slugs(filter);
  expect(idsOf(await read("sites", "-where", where))).toEqual(expected);
  expect(expected.length).toBeGreaterThan(0);
});

gdal("-spat reads what lies in a box", async () => {
  const featuresInBox = await read("sites", "-spat", "114.3", "30.4", "114.5", "30.6");
  expect(idsOf(featuresInBox)).toEqual(await slugs("{ bbox: [114.3, 30.4, 114.5, 30.6] }"));
  expect(featuresInBox.features.length).toBeGreaterThan(5);
});

gdal("ogrinfo reads the items of a filter by their address, as GeoJSON", async () => {
  const items = "items?nearKind=LOGISTICS_HUB:NATIONAL,10&limit=1000";
  expect(documentation).toContain(items);
  const { stdout } = await run("ogrinfo", ["-al", "-ro", `${address}/ogc/collections/sites/${items}`]);
  const expected = await slugs("{ nearKind: { kind: LOGISTICS_HUB, level: NATIONAL, withinKm: 10 } }");
  expect([...stdout.matchAll(/slug \(String\) = (\S+)/g)].map(([, slug]) => slug).sort()).toEqual(expected);
  expect([...stdout.matchAll(/nearestKm \(Real\) = [\d.]+/g)]).toHaveLength(expected.length);
});

gdal("ogrinfo opens FlatGeobuf by its address, of all sites and of some", async () => {
  for (const [query, filter] of [
    ["", "{}"],
    ["?kinds=EXPORT_BASE&lang=zh", "{ kinds: [EXPORT_BASE] }"],
  ] as const) {
    const { stdout, stderr } = await run("ogrinfo", ["-al", "-ro", `/vsicurl/${address}/download/sites.fgb${query}`]);
    expect(stderr).toBe("");
    expect([...stdout.matchAll(/slug \(String\) = (\S+)/g)].map(([, slug]) => slug).sort()).toEqual(await slugs(filter));
  }
});
