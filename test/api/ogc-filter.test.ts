// OGC API - Features - Part 2 (CRS) and Part 3 (Filtering) with CQL2 text, on both databases: each answer against one that
// is worked out here from all features; and the requests that QGIS sends, in its order.
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { distance } from "@turf/distance";
import { polygon } from "@turf/helpers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, readAtlas, type TestAtlas } from "../atlas.ts";

interface Site {
  id: string;
  geometry: { coordinates: [number, number] } | null;
  properties: Record<string, string | number | boolean | null>;
}

const OGC = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
const epsg = (code: number) => `http://www.opengis.net/def/crs/EPSG/0/${code}`;
const ring: [number, number][] = [
  [114.301, 30.401],
  [114.503, 30.402],
  [114.504, 30.603],
  [114.355, 30.654],
  [114.301, 30.401],
];
const mercator = (longitude: number, latitude: number): [number, number] => [
  (longitude * Math.PI * 6378137) / 180,
  Math.log(Math.tan(((90 + latitude) * Math.PI) / 360)) * 6378137,
];
const WKT = `POLYGON((${ring.map((point) => point.join(" ")).join(",")}))`;
const area = polygon([ring]);
const inArea = ({ geometry }: Site) => geometry !== null && booleanPointInPolygon(geometry.coordinates, area);
const withinKm = ({ geometry }: Site, km: number) => geometry !== null && distance(geometry.coordinates, [114.3, 30.6]) <= km;
// Full case folding, but for the dotless i.
const fold = (text: string) => text.toLowerCase().toUpperCase();
const is =
  (name: string, ...values: unknown[]) =>
  ({ properties }: Site) =>
    values.includes(properties[name] ?? null);

describe.each(databases)("on %s", (kind) => {
  let atlas: TestAtlas;
  let all: Site[] = [];
  beforeAll(async () => {
    atlas = await readAtlas(kind);
    all = (await items({ limit: "1000" })).features;
  });
  afterAll(() => atlas.close());

  async function items(parameters: Record<string, string>, collection = "sites") {
    const url = `/ogc/collections/${collection}/items?${new URLSearchParams(parameters)}`;
    const response = await atlas.app.inject(url);
    expect([url, response.statusCode, response.statusCode === 200 ? "" : response.body]).toEqual([url, 200, ""]);
    const body = response.json() as { features: Site[]; numberMatched: number; notices?: string[] };
    return { ...body, crs: response.headers["content-crs"], ids: body.features.map(({ id }) => id) };
  }
  const ids = (condition: (site: Site) => boolean) => all.filter(condition).map(({ id }) => id);
  const filtered = async (filter: string, moreParameters = {}) => (await items({ filter, limit: "1000", ...moreParameters })).ids;

  test.each<[string, (site: Site) => boolean]>([
    ["kind = 'EXPORT_BASE'", is("kind", "EXPORT_BASE")],
    ["kind <> 'EXPORT_BASE' AND hasLocation = FALSE", (site) => !is("kind", "EXPORT_BASE")(site) && !site.geometry],
    ["kind IN ('BONDED_ZONE', 'LOGISTICS_HUB')", is("kind", "BONDED_ZONE", "LOGISTICS_HUB")],
    [
      "NOT (kind = 'EXPORT_BASE' OR districtCode = '420111')",
      (site) => !is("kind", "EXPORT_BASE")(site) && site.properties.districtCode !== null && !is("districtCode", "420111")(site),
    ],
    [
      "accuracyM BETWEEN 300 AND 1000",
      ({ properties: { accuracyM } }) => accuracyM !== null && Number(accuracyM) >= 300 && Number(accuracyM) <= 1000,
    ],
    ["accuracyM > 500.5", ({ properties: { accuracyM } }) => Number(accuracyM) > 500.5],
    ["theme IS NULL", is("theme", null)],
    ["theme IS NOT NULL AND NOT theme = 'SOFTWARE'", ({ properties: { theme } }) => theme !== null && theme !== "SOFTWARE"],
    ["nameZh LIKE '%光谷%'", ({ properties }) => String(properties.nameZh).includes("光谷")],
    ["CASEI(nameEn) LIKE CASEI('%OPTICS VALLEY%')", ({ properties }) => /optics valley/i.test(String(properties.nameEn))],
    ["slug > 'h' AND slug <= 'park-c'", ({ id }) => id > "h" && id <= "park-c"],
    ["longitude > latitude", ({ geometry }) => geometry !== null],
    ["geometry IS NULL", ({ geometry }) => geometry === null],
    [`S_INTERSECTS(geometry, ${WKT})`, inArea],
    [
      `S_WITHIN(geometry, ${WKT}) AND kind = 'SERVICE_TRADE_PARK'`,
      (site) => inArea(site) && is("kind", "SERVICE_TRADE_PARK")(site),
    ],
    [`S_CONTAINS(${WKT}, geometry)`, inArea],
    [`S_DISJOINT(geometry, ${WKT})`, (site) => site.geometry !== null && !inArea(site)],
    [
      "S_INTERSECTS(geometry, BBOX(170, -90, 114.4, 90))",
      ({ geometry }) => geometry !== null && geometry.coordinates[0] <= 114.4,
    ],
    [`S_INTERSECTS(geometry, GEOMETRYCOLLECTION Z(POINT Z(0 0 1), ${WKT}))`, inArea],
    [`S_DISJOINT(geometry, GEOMETRYCOLLECTION(POINT(0 0), ${WKT}))`, (site) => site.geometry !== null && !inArea(site)],
    ["CASEI('\u212aelvin STRASSE \u03a3\u03c2') = CASEI('kELVIN stra\u00dfe \u03c3\u03c3')", () => true],
    [
      "CASEI('\u1e9e') = CASEI('ss') AND CASEI('STRASSE') LIKE CASEI('stra\u00df_') AND NOT CASEI('\u0131') = CASEI('i')",
      () => true,
    ],
    ["CASEI(nameEn) LIKE CASEI('%par\u212a%')", ({ properties }) => fold(String(properties.nameEn)).includes(fold("park"))],
    ["S_DWITHIN(geometry, POINT(114.3 30.6), 8, kilometers)", (site) => withinKm(site, 8)],
    ["S_DWITHIN(geometry, POINT(114.3 30.6), 8000)", (site) => withinKm(site, 8)],
    ["TRUE", () => true],
    ["FALSE OR DATE('2027-01-01') < DATE('2026-01-01')", () => false],
  ])("%s", async (filter, condition) => {
    expect(await filtered(filter)).toEqual(ids(condition));
  });

  test("a polygon whose edges cross is what they enclose", async () => {
    const bowTie = "POLYGON((114 30, 115 31, 115 30, 114 31, 114 30))";
    const sitesInBowTie = await filtered(`S_INTERSECTS(geometry, ${bowTie})`);
    expect(sitesInBowTie).toEqual(
      await filtered(
        "S_INTERSECTS(geometry, MULTIPOLYGON(((114 30,114.5 30.5,114 31,114 30)),((115 30,115 31,114.5 30.5,115 30))))",
      ),
    );
    expect(sitesInBowTie.length).toBeGreaterThan(0);
  });

  test("coordinates in any of the systems, in the order of its axes", async () => {
    const expected = await filtered("S_INTERSECTS(geometry, BBOX(114.301, 30.401, 114.503, 30.602))");
    const [low, high] = [mercator(114.301, 30.401), mercator(114.503, 30.602)];
    const boxes: [string, string][] = [
      [OGC, "114.301,30.401,114.503,30.602"],
      [epsg(4326), "30.401,114.301,30.602,114.503"],
      [epsg(4490), "30.401,114.301,30.602,114.503"],
      [epsg(3857), [...low, ...high].join(",")],
    ];
    for (const [crs, box] of boxes) {
      expect([crs, (await items({ bbox: box, "bbox-crs": crs, limit: "1000" })).ids]).toEqual([crs, expected]);
      expect([crs, await filtered(`S_INTERSECTS(geometry, BBOX(${box}))`, { "filter-crs": crs })]).toEqual([crs, expected]);
    }
    const gauss = await filtered("S_INTERSECTS(geometry, BBOX(3360000, 520000, 3400000, 560000))", { "filter-crs": epsg(4547) });
    const inGauss = await items({ crs: epsg(4547), limit: "1000" });
    const inside = ([north = 0, east = 0]: number[] = []) =>
      north >= 3360000 && north <= 3400000 && east >= 520000 && east <= 560000;
    expect(gauss).toEqual(inGauss.features.filter(({ geometry }) => inside(geometry?.coordinates)).map(({ id }) => id));
    expect(gauss.length).toBeGreaterThan(5);
  });

  test("answers in any of the systems say so, and say the same place", async () => {
    const [x, y] = all.find(({ id }) => id === "air-tianhe")?.geometry?.coordinates ?? [];
    expect(x).toBeGreaterThan(114);
    const expected: [string, number, number, number][] = [
      [OGC, x ?? 0, y ?? 0, 1e-9],
      [epsg(4326), y ?? 0, x ?? 0, 1e-9],
      [epsg(4490), y ?? 0, x ?? 0, 1e-6],
      [epsg(3857), ((x ?? 0) * 20037508.342789244) / 180, Math.log(Math.tan(((90 + (y ?? 0)) * Math.PI) / 360)) * 6378137, 0.01],
    ];
    for (const [crs, first, second, tolerance] of expected) {
      const response = await atlas.app.inject(`/ogc/collections/sites/items/air-tianhe?crs=${crs}`);
      expect(response.headers["content-crs"]).toBe(`<${crs}>`);
      const [one, two] = response.json().geometry.coordinates;
      expect(Math.abs(one - first)).toBeLessThanOrEqual(tolerance);
      expect(Math.abs(two - second)).toBeLessThanOrEqual(tolerance);
    }
    const [north, east] = (await atlas.app.inject(`/ogc/collections/sites/items/air-tianhe?crs=${epsg(4547)}`)).json().geometry
      .coordinates;
    // A degree of longitude is some 95.6 km here; the meridian of the zone has the easting 500 000.
    expect(Math.abs(east - (500_000 + ((x ?? 0) - 114) * 95_700))).toBeLessThan(300);
    expect(north).toBeGreaterThan(3_300_000);
    expect(north).toBeLessThan(3_500_000);
  });

  test("queryables as parameters, and the parameters of the site filter, and CQL2, all hold together", async () => {
    expect((await items({ kind: "EXPORT_BASE" })).ids).toEqual(ids(is("kind", "EXPORT_BASE")));
    expect((await items({ hasLocation: "false" })).ids).toEqual(ids(({ geometry }) => !geometry));
    const { accuracyM } = all.find(({ geometry }) => geometry)?.properties ?? {};
    expect((await items({ accuracyM: `${accuracyM}.0`, limit: "1000" })).ids).toEqual(ids(is("accuracyM", accuracyM)));
    const both = await items({
      districts: "420111",
      q: "gg",
      kinds: "SERVICE_TRADE_PARK,EXPORT_BASE",
      filter: "hasLocation = TRUE",
    });
    const { sites } = (await atlas.query(
      '{ sites(first: 200, filter: { districts: ["420111"], text: "gg", kinds: [SERVICE_TRADE_PARK, EXPORT_BASE], hasLocation: true }) { nodes { slug } } }',
    )) as { sites: { nodes: { slug: string }[] } };
    expect(both.ids).toEqual(sites.nodes.map(({ slug }) => slug).sort());
    expect(both.ids.length).toBeGreaterThan(0);
    expect((await items({ nameEn: "Hongshan District" }, "districts")).numberMatched).toBeLessThanOrEqual(1);
    expect((await items({ filter: "areaKm2 > 1000" }, "districts")).numberMatched).toBeGreaterThan(0);
    expect((await items({ filter: "districts LIKE '%420111%'" }, "functional-areas")).ids).toContain("ehdz");
  });

  test("a distance, an area and a box say of sites without a certain point what GraphQL says", async () => {
    const area = "POLYGON((114.2 30.4, 114.513 30.4, 114.513 30.713, 114.2 30.713, 114.2 30.4))";
    const corners = "[[[114.2,30.4],[114.513,30.4],[114.513,30.713],[114.2,30.713],[114.2,30.4]]]";
    const same: [Record<string, string>, Record<string, string>][] = [
      [{ filter: "S_DWITHIN(geometry, POINT(114.3 30.6), 5, kilometers)" }, { near: "114.3,30.6,5" }],
      [
        { filter: "S_DWITHIN(POINT(114.3 30.6), geometry, 5000, meters) AND kind = 'EXPORT_BASE'" },
        { near: "114.3,30.6,5", kinds: "EXPORT_BASE" },
      ],
      [{ filter: `S_WITHIN(geometry, ${area})` }, { within: `{"type":"Polygon","coordinates":${corners}}` }],
      [{ filter: `S_INTERSECTS(${area}, geometry)` }, { within: `{"type":"Polygon","coordinates":${corners}}` }],
      [{ bbox: "114.2,30.4,114.513,30.713" }, { within: `{"type":"Polygon","coordinates":${corners}}` }],
    ];
    for (const [ofStandard, ofAtlas] of same) {
      const [one, other] = [await items({ ...ofStandard, lang: "en" }), await items({ ...ofAtlas, lang: "en" })];
      expect([ofStandard, one.notices, one.ids]).toEqual([ofStandard, other.notices, other.ids]);
      expect(one.notices?.join(" ")).toMatch(/no published location/);
    }
    // Under OR a site without a point may still be meant.
    expect(
      (await items({ filter: "kind = 'EXPORT_BASE' OR S_DWITHIN(geometry, POINT(114.3 30.6), 5, kilometers)" })).notices,
    ).toBe(undefined);
    expect((await items({ bbox: "114.2,30.4,114.513,30.713" }, "districts")).notices).toBe(undefined);
  });

  test("numberMatched counts all pages, with one statement for the rows and none when it was counted before", async () => {
    await items({ limit: "5", filter: "hasLocation = TRUE" });
    const before = atlas.database.statements;
    const { numberMatched, features } = await items({ limit: "5", filter: "hasLocation = TRUE" });
    expect([numberMatched, features.length]).toEqual([ids(({ geometry }) => geometry !== null).length, 5]);
    expect(atlas.database.statements - before).toBe(1);
  });
});
