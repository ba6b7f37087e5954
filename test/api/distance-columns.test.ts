// Files and features of a filter by distance: how far each site is and from which, and what approximate points leave open.
import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { distanceNotes } from "../../server/contract/distance-notes.ts";
import { noFilter } from "../../server/contract/site-filter.ts";
import { ogcAddress, queryCommand } from "../../web/explore/access-links.ts";
import { databases, readAtlas, type TestAtlas } from "../atlas.ts";
import { kmBetween } from "../geodesic.ts";

interface Located {
  slug: string;
  nameZh: string;
  nameEn: string;
  level?: string;
  location: { point: { coordinates: [number, number] } } | null;
}
type Row = Record<string, unknown>;

const NEAR_KIND = "nearKind=LOGISTICS_HUB:NATIONAL,10&kinds=SERVICE_TRADE_PARK";
const FILTER = "{ nearKind: { kind: LOGISTICS_HUB, level: NATIONAL, withinKm: 10 }, kinds: [SERVICE_TRADE_PARK] }";
const COLUMNS = ["nearest", "nearestZh", "nearestEn", "nearestKm"];

describe.each(databases)("on %s", (kind) => {
  let atlas: TestAtlas;
  let expectedRows: Row[];
  let notes: string[];
  beforeAll(async () => {
    atlas = await readAtlas(kind);
    const site = "slug nameZh nameEn location { point } ... on LogisticsHub { level }";
    const { all, near } =
      (await atlas.query(`{ all: sites(first: 200) { nodes { ${site} } } near: sites(filter: ${FILTER}, first: 200) {
      totalCount distances { certain possible withoutPoint neighboursWithoutPoint } nodes { ${site} } } }`)) as never as {
        all: { nodes: Located[] };
        near: { totalCount: number; distances: never; nodes: Located[] };
      };
    const hubs = all.nodes.filter(({ level, location }) => level === "NATIONAL" && location);
    const km = (a: Located, b: Located) =>
      a.location && b.location ? kmBetween(a.location.point.coordinates, b.location.point.coordinates) : Number.NaN;
    expectedRows = near.nodes.map((each) => {
      const [hub] = hubs.toSorted((a, b) => km(each, a) - km(each, b));
      if (!hub) throw new Error("no national hub has a point");
      return {
        ...{ slug: each.slug, nearest: hub.slug, nearestZh: hub.nameZh, nearestEn: hub.nameEn },
        nearestKm: expect.closeTo(km(each, hub), 3),
      };
    });
    notes = distanceNotes(near, "en");
    expect([expectedRows.length > 0, notes.length > 0]).toEqual([true, true]);
  });
  afterAll(() => atlas.close());

  const get = async (address: string) => {
    const response = await atlas.app.inject(`${address}${address.includes("?") ? "&" : "?"}lang=en`);
    expect([address, response.statusCode]).toEqual([address, 200]);
    return response;
  };
  const parts = (rows: Row[]) => rows.map((row) => Object.fromEntries(["slug", ...COLUMNS].map((name) => [name, row[name]])));
  const bySlug = (rows: Row[]) => rows.toSorted((a, b) => `${a.slug}`.localeCompare(`${b.slug}`));

  test("GeoJSON and CSV name the nearest reference site of each site, its distance, and what is uncertain", async () => {
    const { features, atlas: description } = (await get(`/download/sites.geojson?${NEAR_KIND}`)).json();
    expect(bySlug(parts(features.map(({ properties }: { properties: Row }) => properties)))).toEqual(bySlug(expectedRows));
    expect(description.notes).toEqual(expect.arrayContaining(notes));
    const lines = parse((await get(`/download/sites.csv?${NEAR_KIND}`)).rawPayload, { bom: true, columns: true }) as Row[];
    expect(bySlug(parts(lines.map((line) => ({ ...line, nearestKm: Number(line.nearestKm) }))))).toEqual(bySlug(expectedRows));
    for (const { caveats } of lines) expect(caveats).toContain(notes.join(" "));
  });

  test("a workbook and FlatGeobuf have the same columns and notes", async () => {
    const sheets = await readExcelFile((await get(`/download/sites.xlsx?${NEAR_KIND}`)).rawPayload);
    const [head = [], ...rows] = sheets.find(({ sheet }) => sheet === "Sites")?.data ?? [];
    const at = (title: string) => head.indexOf(title);
    const cells = rows.map((row) => ({
      slug: row[at("Slug")],
      nearest: row[at("Slug of the nearest reference site")],
      nearestZh: row[at("Nearest reference site in Chinese")],
      nearestEn: row[at("Nearest reference site in English")],
      nearestKm: row[at("Distance from the nearest reference site (km)")],
    }));
    expect(bySlug(cells)).toEqual(bySlug(expectedRows));
    const noteTexts = sheets.find(({ sheet }) => sheet === "Notes")?.data.map(([, text]) => text);
    expect(noteTexts).toEqual(expect.arrayContaining(notes));
    const flatgeobuf = (await get(`/download/sites.fgb?${NEAR_KIND}`)).rawPayload.toString();
    for (const text of [...COLUMNS, ...notes]) expect(flatgeobuf).toContain(text);
  });

  test("the page's links for programs give the filtered sites, with the figures of the table", async () => {
    const filter = {
      ...noFilter,
      near: { point: [114.3, 30.6] as const, withinKm: 30 },
      kinds: ["SERVICE_TRADE_PARK" as const],
      cql: "accuracyM < 2000",
    };
    const command = queryCommand(filter, "", null, ["planned-area"]);
    const { query, variables } = JSON.parse(command.slice(command.indexOf("{"), -1));
    const { sites } = (await atlas.query(query, variables)) as unknown as {
      sites: { nodes: { slug: string; latestFigures: { indicator: { slug: string }; value: number }[] }[] };
    };
    const response = await atlas.app.inject(ogcAddress(filter, "zh", ["planned-area"]));
    expect(response.statusCode).toBe(200);
    const { features } = response.json() as { features: { properties: Record<string, unknown> }[] };
    expect(features.length).toBeGreaterThan(3);
    expect(new Set(features.map(({ properties }) => properties.slug))).toEqual(new Set(sites.nodes.map(({ slug }) => slug)));
    expect(new Set(sites.nodes.flatMap(({ latestFigures }) => latestFigures.map(({ indicator }) => indicator.slug)))).toEqual(
      new Set(["planned-area"]),
    );
    expect(Object.keys(features[0]?.properties ?? {})).toContainEqual(expect.stringContaining("planned-area"));
  });

  test("the query that the page copies has the same distances", async () => {
    const nearKind = { kind: "LOGISTICS_HUB" as const, level: "NATIONAL" as const, withinKm: 10, where: null };
    const near = { point: [114.3, 30.6] as const, withinKm: 30 };
    const command = queryCommand({ ...noFilter, near, nearKind, kinds: ["SERVICE_TRADE_PARK"] }, "", null);
    const { query, variables } = JSON.parse(command.slice(command.indexOf("{"), -1));
    const { sites } = (await atlas.query(query, variables)) as unknown as {
      sites: {
        distances: object;
        nodes: (Located & { distanceKm: number; nearest: [{ distanceKm: number; site: { slug: string } }] })[];
      };
    };
    expect(sites.nodes.length).toBeGreaterThan(0);
    expect(sites.distances).toMatchObject({ certain: expect.any(Number), uncertain: expect.any(Array) });
    for (const { slug, location, distanceKm, nearest } of sites.nodes) {
      expect(distanceKm).toBeCloseTo(kmBetween(location?.point.coordinates ?? [0, 0], [114.3, 30.6]), 3);
      const expected = expectedRows.find((row) => row.slug === slug);
      expect({ nearest: nearest[0].site.slug, nearestKm: nearest[0].distanceKm }).toMatchObject({
        nearest: expected?.nearest,
        nearestKm: expected?.nearestKm,
      });
    }
  });

  test("features have the same properties and notices", async () => {
    const { features, notices } = (await get(`/ogc/collections/sites/items?${NEAR_KIND}&limit=1000`)).json();
    expect(bySlug(parts(features.map(({ properties }: { properties: Row }) => properties)))).toEqual(bySlug(expectedRows));
    expect(notices).toEqual(notes);
  });

  test("a circle adds the distance from its centre; another filter adds nothing", async () => {
    const { features } = (await get("/ogc/collections/sites/items?near=114.3,30.6,9")).json();
    expect(features.length).toBeGreaterThan(0);
    for (const { geometry, properties } of features)
      expect(properties.distanceKm).toBeCloseTo(kmBetween(geometry.coordinates, [114.3, 30.6]), 3);
    const plain = (await get("/ogc/collections/sites/items?kinds=BONDED_ZONE")).json();
    expect([plain.notices, ...COLUMNS.map((name) => plain.features[0].properties[name])]).toEqual(Array(5).fill(undefined));
  });
});
