// The same value means the same at every endpoint: GraphQL, tiles, downloads, OGC API Features. What no endpoint may take is refused by all.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, readAtlas, type TestAtlas } from "../atlas.ts";

const WORLD = "-180,-90,180,90";

describe.each(databases)("boxes on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await readAtlas(kind);
  });
  afterAll(() => atlas.close());

  const json = async (url: string) => (await atlas.app.inject(url)).json();
  const counts = async (box: string): Promise<number[]> => {
    const { sites } = (await atlas.query("query ($f: SiteFilter!) { sites(filter: $f) { totalCount } }", {
      f: { bbox: box.split(",").map(Number) },
    })) as { sites: { totalCount: number } };
    const { features } = await json(`/download/sites.geojson?bbox=${box}`);
    const ogc = (await json(`/ogc/collections/sites/items?bbox=${box}`)).numberMatched;
    const cql = (await json(`/ogc/collections/sites/items?filter=S_INTERSECTS(geometry,BBOX(${box}))`)).numberMatched;
    return [sites.totalCount, features.length, ogc, cql];
  };

  test("across the antimeridian, with heights, without width, and round the world: the same sites at every endpoint", async () => {
    const [all = 0] = await counts(WORLD);
    const [east = 0] = await counts("114.4,-90,180,90");
    expect([all, east].map((count) => count > 0)).toEqual([true, true]);
    expect(east).toBeLessThan(all);
    const { nodes } = (
      (await atlas.query("{ sites(first: 1, filter: { hasLocation: true }) { nodes { location { point } } } }")) as {
        sites: { nodes: { location: { point: { coordinates: number[] } } }[] };
      }
    ).sites;
    const [lon, lat] = nodes[0]?.location.point.coordinates ?? [];
    for (const [box, expected] of [
      [WORLD, all],
      ["114.4,-90,-170,90", east],
      ["114.4,-90,-180,90", east],
      ["170,-90,-170,90", 0],
      ["-180,-90,0,180,90,9000.5", all],
      ["114.4,-90,-50,-170,90,9000", east],
      [`${lon},${lat},${lon},${lat}`, 1],
    ] as const)
      expect([box, await counts(box)]).toEqual([box, [expected, expected, expected, expected]]);
    const crs84h = "http://www.opengis.net/def/crs/OGC/0/CRS84h";
    const heights = `bbox=114.4,-90,-50,-170,90,9000&bbox-crs=${crs84h}`;
    expect((await json(`/ogc/collections/sites/items?${heights}`)).numberMatched).toBe(east);
    const filterQuery = `filter-crs=${crs84h}&filter=S_INTERSECTS(geometry,BBOX(114.4,-90,-50,-170,90,9000))`;
    expect((await json(`/ogc/collections/sites/items?${filterQuery}`)).numberMatched).toBe(east);
    // No feature has a height, so none is given out in that system.
    expect((await json(`/ogc/collections/sites/items?crs=${crs84h}`)).title).toBe("VALUE_UNKNOWN");
  });

  test("the area of a box across the antimeridian is that of its two halves", async () => {
    const areaOf = async (bbox: number[]) =>
      (
        (await atlas.query("query ($f: SiteFilter!) { catchment(filter: $f) { areaKm2 } }", { f: { bbox } })) as {
          catchment: { areaKm2: number };
        }
      ).catchment.areaKm2;
    const halves = (await areaOf([170, 0, 180, 10])) + (await areaOf([-180, 0, -160, 10]));
    expect(await areaOf([170, 0, -160, 10])).toBeCloseTo(halves, 3);
  });
});

describe("every endpoint refuses", () => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await readAtlas();
  });
  afterAll(() => atlas.close());

  const ITEMS = "/ogc/collections/sites/items";
  const FILTERED = ["/tiles/sites/8/209/105.mvt", "/tiles/sites.json", "/download/sites.csv", "/download/compare.csv", ITEMS];
  const OTHERS = ["/ogc", "/ogc/conformance", "/ogc/api", "/ogc/collections", "/ogc/collections/sites", `${ITEMS}/air-tianhe`];
  const errorOf = async (url: string) => {
    const response = await atlas.app.inject({ url, headers: { "accept-language": "en" } });
    const { title, argument } = response.statusCode === 200 ? { title: "", argument: "" } : response.json();
    return [url, response.statusCode, title, argument];
  };

  test.each([
    ["bbox=30,114,31,115", "POSITION_OUTSIDE_WORLD", "bbox"],
    ["bbox=-200,-95,200,95", "POSITION_OUTSIDE_WORLD", "bbox"],
    ["bbox=114,31,115,30", "BOX_CROSSED", "bbox"],
    ["bbox=", "BOX_MALFORMED", "bbox"],
    ["bbox=1,2,3,4,5", "BOX_MALFORMED", "bbox"],
    ["bbox=114,30,x,115,31,9", "BOX_MALFORMED", "bbox"],
    ["filter=", "CQL2_ENDS", "filter"],
    ["near=", "POSITION_MALFORMED", "near.point"],
    ["located=", "VALUE_UNKNOWN", "located"],
    ["nearKind=", "VALUE_UNKNOWN", "nearKind.kind"],
    ["nearKind=LOGISTICS_HUB:,5", "VALUE_UNKNOWN", "nearKind.level"],
    ["nearKind=EXPORT_BASE:NATIONAL,5", "HUB_LEVEL_WITHOUT_HUB", "nearKind.level"],
    ["nearKind=LOGISTICS_HUB:NATIONAL:PORT,5", "FILTER_MALFORMED", "nearKind"],
    ["nearKind=LOGISTICS_HUB,5,NATIONAL", "FILTER_MALFORMED", "nearKind"],
    ['nearKind=LOGISTICS_HUB,5,{"kinds":["ZOO"]}', "VALUE_UNKNOWN", "nearKind.where.kinds"],
    ["within=", "GEOJSON_MALFORMED", "within"],
    ["within=null", "GEOJSON_MALFORMED", "within"],
    ["not=", "FILTER_MALFORMED", "not"],
    ["kinds=EXPORT_BASE&kinds=BONDED_ZONE", "PARAMETER_REPEATED", "kinds"],
    ["q=a&q=b", "PARAMETER_REPEATED", "q"],
    ["q=a%00b", "TEXT_WITH_CONTROL", "q"],
    ["districts=4201%0011", "TEXT_WITH_CONTROL", "districts"],
    ["filter=nameEn%3D'a%00b'", "TEXT_WITH_CONTROL", "filter"],
    ["a%00b=1", "TEXT_WITH_CONTROL", "address"],
  ])("?%s at every endpoint that takes the site filter", async (query, code, argument) => {
    for (const url of FILTERED) {
      const measures = url.includes("compare") ? "measures=gdp&" : "";
      expect(await errorOf(`${url}?${measures}${query}`)).toEqual([`${url}?${measures}${query}`, 400, code, argument]);
    }
  });

  test.each([
    ['nearKind=LOGISTICS_HUB,10,{"levels":["NATIONAL"]}', "unknown levels. Allowed: kinds, "],
    ['nearKind=LOGISTICS_HUB,10,{"levels":["NATIONAL"]}', "hubLevels, "],
    ['not={"not":{"level":[]}}', "unknown not.level. Allowed: kinds, "],
    ['and=[{"near":{"km":5}}]', "near"],
    ['and=[{"near":{"point":[114,30],"withinKm":5,"km":5}}]', "unknown near.km. Allowed: point, withinKm."],
    ['or={"figures":[{"indicator":"gdp","min":5}]}', "unknown figures.0.min. Allowed: indicator, year, atLeast, atMost."],
    ["nearKind=LOGISTICS_HUB,10km", "nearKind.withinKm must be a number from 0.001 to 500; it is 10km."],
    ["nearKind=LOGISTICS_HUB", 'nearKind.withinKm must be a number from 0.001 to 500; it is "".'],
    ["near=114.3,30.6,5km", "near.withinKm must be a number from 0.001 to 500; it is 5km."],
    ["accuracy=5m", "accuracy must be a number from 1 to 100000; it is 5m."],
    ["figures=gdp:1x..2", "figures must be a number from -100000000000000000 to 100000000000000000; it is 1x."],
  ])("?%s is told what was given, and what is allowed", async (query, text) => {
    const { statusCode, body } = await atlas.app.inject(`/download/sites.csv?${query}&lang=en`);
    expect([statusCode, JSON.parse(body).detail]).toEqual([400, expect.stringContaining(text)]);
  });

  test.each([
    ["lang=fr", "VALUE_UNKNOWN", "lang"],
    ["lang=", "VALUE_UNKNOWN", "lang"],
    ["lang=ZH", "VALUE_UNKNOWN", "lang"],
    ["lang=zh&lang=en", "PARAMETER_REPEATED", "lang"],
  ])("?%s at every endpoint", async (query, code, argument) => {
    for (const url of [...FILTERED, ...OTHERS]) {
      const measures = url.includes("compare") ? "measures=gdp&" : "";
      expect(await errorOf(`${url}?${measures}${query}`)).toEqual([`${url}?${measures}${query}`, 400, code, argument]);
    }
  });

  test.each([
    [`${ITEMS}?f=json&f=html`, "PARAMETER_REPEATED", "f"],
    [`${ITEMS}?f=`, "VALUE_UNKNOWN", "f"],
    [`${ITEMS}?kind=EXPORT_BASE&kind=BONDED_ZONE`, "PARAMETER_REPEATED", "kind"],
    [`${ITEMS}?crs=`, "VALUE_UNKNOWN", "crs"],
    [`${ITEMS}?cursor=`, "ITEMS_CURSOR_INVALID", "cursor"],
    ...["1e0", "+1", "1.0", "0x10", " 1", "1,2", ""].map((limit) => [
      `${ITEMS}?limit=${encodeURIComponent(limit)}`,
      "NUMBER_OUT_OF_RANGE",
      "limit",
    ]),
    ...[
      "2020-02-30",
      "2021-02-29",
      "2020-1-1",
      "2020-01-01T25:00:00Z",
      "2020-02-30T00:00:00Z",
      "2020-01-01T00:00Z",
      "2020-01-01T00:00:00",
      "2020-01-01T00:00:00+25:00",
      "2020-01-01T12:00:00+01:00/2020-01-01T10:59:59Z",
      "1/2",
      "2020-01-01/2020-01-02/2020-01-03",
      "..",
      "",
    ].map((datetime) => [`${ITEMS}?datetime=${encodeURIComponent(datetime)}`, "DATETIME_MALFORMED", "datetime"]),
    ["/download/sites.xlsx?asof=2020-02-30", "MOMENT_MALFORMED", "asof"],
    ["/download/sites.xlsx?asof=", "MOMENT_MALFORMED", "asof"],
    ["/download/sites.xlsx?asof=2020-01-01T25:00Z", "MOMENT_MALFORMED", "asof"],
    ["/download/compare.csv?measures=gdp&set=", "VALUE_UNKNOWN", "set"],
    ["/download/compare.csv?measures=gdp&set=districts&set=sites", "PARAMETER_REPEATED", "set"],
    ["/download/compare.csv?measures=gdp&period=2023-13", "PERIOD_MALFORMED", "period"],
    ["/download/compare.csv?measures=gdp&period=", "PERIOD_MALFORMED", "period"],
  ] as [string, string, string][])("%s", async (url, code, argument) => {
    expect(await errorOf(url)).toEqual([url, 400, code, argument]);
  });

  test("similar but valid values are accepted", async () => {
    for (const url of [
      `${ITEMS}?limit=010`,
      `${ITEMS}?limit=999999999999999999999`,
      `${ITEMS}?datetime=2020-02-29`,
      `${ITEMS}?datetime=2020-02-29t23:59:59.5z`,
      `${ITEMS}?datetime=2020-01-01T12:00:00%2B01:00/2020-01-01T11:00:00Z`,
      `${ITEMS}?datetime=../2020-02-29`,
      `${ITEMS}?kinds=&q=`,
      `${ITEMS}?lang=zh`,
      "/tiles/sites.json?lang=en&kinds=",
      "/download/sites.csv?kinds=&q=&lang=zh",
    ])
      expect([url, (await atlas.app.inject(url)).statusCode]).toEqual([url, 200]);
  });
});
