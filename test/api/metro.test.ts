// The nearest metro station of every site, against Karney's geodesic over all stations.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, readAtlas, type TestAtlas } from "../atlas.ts";
import { kmBetween } from "../geodesic.ts";

interface StationFeature {
  properties: { id: string; nameZh: string; nameEn: string; nameEnAdded?: boolean; lines: string[] };
  geometry: { coordinates: [number, number] };
}
interface Nearest {
  distanceKm: number;
  station: { slug: string; nameEnAdded: boolean; lines: { id: string; nameZh: string; nameEn: string }[] };
}
interface SiteWithStation {
  slug: string;
  location: { point: { coordinates: [number, number] } } | null;
  nearestStation: Nearest | null;
}

const read = (name: string) => readFileSync(new URL(`../../prisma/data/${name}`, import.meta.url), "utf8");
const stations = (JSON.parse(read("metro-stations.geojson")) as { features: StationFeature[] }).features;

describe.each(databases)("metro stations on %s", (kind) => {
  let atlas: TestAtlas;
  let allSites: SiteWithStation[];
  beforeAll(async () => {
    atlas = await readAtlas(kind);
    const { sites } = await atlas.query(`{ sites(first: 200) { nodes {
      slug location { point }
      nearestStation { distanceKm station { slug nameEnAdded lines { id nameZh nameEn } } }
    } } }`);
    allSites = (sites as { nodes: SiteWithStation[] }).nodes;
  });
  afterAll(() => atlas.close());

  test("every site with a point has its nearest station, others none", () => {
    expect(allSites).toHaveLength(47);
    for (const { slug, location, nearestStation } of allSites) {
      if (!location) {
        expect([slug, nearestStation]).toEqual([slug, null]);
        continue;
      }
      const distances = stations.map(
        ({ properties, geometry }) => [kmBetween(location.point.coordinates, geometry.coordinates), properties] as const,
      );
      const [km, station] = distances.reduce((best, each) => (each[0] < best[0] ? each : best));
      expect([slug, nearestStation?.station.slug]).toEqual([slug, station.id]);
      expect(nearestStation?.station.nameEnAdded).toBe(station.nameEnAdded ?? false);
      expect(nearestStation?.station.lines.map(({ id }) => id)).toEqual(station.lines);
      expect(nearestStation?.distanceKm).toBeCloseTo(km, 3);
    }
  });

  // By hand: at 30.5° N a degree of longitude is 95.99 km and one of latitude 110.86 km.
  test.each([
    // 0.00026° E is 25 m, 0.00332° S is 368 m.
    ["park-biolake", "guanggushengwuyuan", 0.369],
    // 0.00201° W is 193 m, 0.00227° S is 252 m.
    ["air-tianhe", "tianhe-international-airport", 0.317],
    // 0.00077° W is 74 m, 0.00153° N is 170 m.
    ["park-hanyangzao", "qintai", 0.185],
  ])("of %s is %s", (slug, station, km) => {
    const stationOfSite = allSites.find((eachSite) => eachSite.slug === slug)?.nearestStation;
    expect(stationOfSite?.station.slug).toBe(station);
    expect(Math.abs((stationOfSite?.distanceKm ?? 0) - km)).toBeLessThan(0.004);
  });

  test("a station names its source and the licence", async () => {
    const { site } = await atlas.query(
      '{ site(slug: "air-tianhe") { nearestStation { station { nameZh nameEn lines { nameZh nameEn } source { slug publisherEn noteZh noteEn } } } } }',
    );
    const { station } = (site as { nearestStation: { station: Record<string, unknown> } }).nearestStation;
    expect(station).toMatchObject({
      ...{ nameZh: "天河机场", nameEn: "Tianhe International Airport", lines: [{ nameZh: "2号线", nameEn: "Line 2" }] },
      source: {
        ...{ slug: "osm_metro", publisherEn: "OpenStreetMap contributors" },
        ...{ noteZh: expect.stringContaining("ODbL 1.0"), noteEn: expect.stringContaining("ODbL 1.0") },
      },
    });
  });

  test("the rivers of the map are valid areas in the database's own terms", async () => {
    const { features } = JSON.parse(read("rivers.geojson")) as { features: { geometry: { type: string } }[] };
    const areas = features.filter(({ geometry }) => geometry.type === "Polygon");
    expect(areas).toHaveLength(2);
    for (const { geometry } of areas) {
      const { rows } = await atlas.database.pool.query(
        "SELECT ST_IsValid(g) AS valid, ST_NumInteriorRings(g) AS holes FROM ST_GeomFromGeoJSON($1) g",
        [JSON.stringify(geometry)],
      );
      expect(rows).toEqual([{ valid: true, holes: 0 }]);
    }
  });
});
