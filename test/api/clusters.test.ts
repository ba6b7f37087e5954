// The clusters of the districts: against values worked out by hand, by properties, and against a computation of its own.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";
import { kmBetween } from "../geodesic.ts";

interface Cluster {
  key: string;
  count: number;
  countMax: number;
  areaKm2: number;
  density: number;
  densityMax: number;
  nationalHubs: number;
  nationalHubsMax: number;
  kinds: {
    kind: string;
    count: number;
    countMax: number;
    share: number | null;
    shareMax: number | null;
    locationQuotient: number | null;
    locationQuotientMax: number | null;
    notComputable: string | null;
  }[];
  themes: { theme: string; count: number; share: number }[];
  sectors: { sector: { code: string }; count: number; share: number }[];
  withoutSector: number;
  nearestNeighbour: {
    points: number;
    areaKm2: number;
    meanKm: number | null;
    expectedKm: number | null;
    index: number | null;
    notComputable: string | null;
  };
  gapToLeader: number | null;
  gapToLeaderMax: number | null;
  facts: {
    factKind: string;
    kind: string | null;
    numerator: number;
    numeratorMax: number;
    denominator: number;
    denominatorMax: number;
    ratio: number | null;
    ratioMax: number | null;
    rank: number | null;
  }[];
}
interface Clusters {
  totalCount: number;
  withoutDistrict: number;
  outsideCity: number;
  city: Cluster;
  districts: Cluster[];
  concentration: {
    kind: string | null;
    count: number;
    cityCount: number;
    herfindahl: number | null;
    gini: number | null;
    districts: number;
    notComputable: string | null;
    leaderCount: number | null;
    leaders: { code: string }[];
  }[];
  leaders: { code: string }[];
}

const CLUSTER = `key count countMax areaKm2 density densityMax nationalHubs nationalHubsMax withoutSector gapToLeader gapToLeaderMax
  kinds { kind count countMax share shareMax locationQuotient locationQuotientMax notComputable } themes { theme count share } sectors { sector { code } count share }
  nearestNeighbour { points areaKm2 meanKm expectedKm index notComputable }
  facts { factKind kind numerator numeratorMax denominator denominatorMax ratio ratioMax rank }`;
const QUERY = `query Clusters($filter: SiteFilter) { clusters(filter: $filter) { totalCount withoutDistrict outsideCity
  city { ${CLUSTER} } districts { ${CLUSTER} } leaders { code }
  concentration { kind count cityCount herfindahl gini districts notComputable leaderCount leaders { code } } } }`;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe.each(databases)("clusters on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await openAtlas(kind);
  });
  afterAll(() => atlas.close());

  const clusters = async (filter: object = {}): Promise<Clusters> =>
    (await atlas.query(QUERY, { filter })).clusters as unknown as Clusters;
  const clusterOf = ({ districts }: Clusters, code: string): Cluster => districts.find(({ key }) => key === code) as Cluster;
  const kindOf = (answer: Clusters, kind: string | null) => answer.concentration.find((entry) => entry.kind === kind);

  test("by hand: three of five zones in three districts; eleven of fourteen hubs as 2, 3 and 6", async () => {
    const answer = await clusters();
    // HHI 3 · (1/3)²; Gini of ten zeros and three ones: 2 · (11 + 12 + 13) / (13 · 3) − 14/13.
    const zones = kindOf(answer, "BONDED_ZONE");
    expect(zones).toMatchObject({ count: 3, cityCount: 5, districts: 13, notComputable: null });
    expect(zones?.herfindahl).toBeCloseTo(1 / 3, 12);
    expect(zones?.gini).toBeCloseTo(10 / 13, 12);
    // One zone may lie in Hannan or Caidian, and one in either of two of the three: no district certainly leads.
    expect(zones?.leaders.map(({ code }) => code)).toEqual(["420112", "420113", "420114", "420115", "420117"]);
    expect(zones?.leaderCount).toBeNull();
    // HHI (4 + 9 + 36) / 121; Gini 2 · (11 · 2 + 12 · 3 + 13 · 6) / (13 · 11) − 14/13. The others may lie elsewhere.
    const hubs = kindOf(answer, "LOGISTICS_HUB");
    expect(hubs).toMatchObject({ count: 11, cityCount: 14, leaderCount: 6, leaders: [{ code: "420116" }] });
    expect(hubs?.herfindahl).toBeCloseTo(49 / 121, 12);
    expect(hubs?.gini).toBeCloseTo(118 / 143, 12);
  });

  test("the bases: one of five in each of two districts, up to four; none only where none may lie", async () => {
    const { districts, concentration } = await clusters();
    const bases = (code: string) => districts.find(({ key }) => key === code)?.kinds.find(({ kind }) => kind === "EXPORT_BASE");
    for (const { key } of districts)
      expect([key, bases(key)]).toMatchObject([
        key,
        ["420111", "420115"].includes(key) ? { count: 1, countMax: 4 } : { count: 0, countMax: 0 },
      ]);
    expect(concentration.find(({ kind }) => kind === "EXPORT_BASE")).toMatchObject({ count: 2, cityCount: 5, leaderCount: null });
    // At least 1 of 1 + 4 + 4 others that may be there, at most 4 of 4 + 4; 5 of 46 in the city.
    expect(bases("420111")).toMatchObject({
      locationQuotient: expect.closeTo(1 / 9 / (5 / 46), 10),
      locationQuotientMax: expect.closeTo(4 / 8 / (5 / 46), 10),
    });
    const hongshan = districts.find(({ key }) => key === "420111");
    // Jiangxia may have eleven; Hongshan itself may be the first.
    expect(hongshan).toMatchObject({ count: 5, countMax: 12, gapToLeader: 0, gapToLeaderMax: 6 });
    const { data } = await atlas.query(
      '{ data: district(code: "420111") { siteCounts { kind count } possibleSiteCounts { kind count } } }',
    );
    expect(data).toMatchObject({
      siteCounts: expect.arrayContaining([{ kind: "EXPORT_BASE", count: 1 }]),
      possibleSiteCounts: expect.arrayContaining([{ kind: "EXPORT_BASE", count: 3 }]),
    });
  });

  test("by hand: Huangpi has six hubs and nothing else, two of the five national ones", async () => {
    const answer = await clusters();
    // 34 in districts and 12 without one are the city's 46; one is Ezhou's airport.
    expect([answer.totalCount, answer.withoutDistrict, answer.outsideCity, answer.city.count]).toEqual([47, 12, 1, 46]);
    const huangpi = clusterOf(answer, "420116");
    expect(huangpi).toMatchObject({ count: 6, countMax: 6, nationalHubs: 2, nationalHubsMax: 2, areaKm2: 2256.7, themes: [] });
    expect(huangpi.density).toBeCloseTo(600 / 2256.7, 10);
    // All of its sites are hubs, as are 14 of the 46 in the city.
    const hubs = huangpi.kinds.find((entry) => entry.kind === "LOGISTICS_HUB");
    expect(hubs).toMatchObject({ count: 6, share: 1, shareMax: 1, notComputable: null });
    expect(hubs?.locationQuotient).toBeCloseTo(46 / 14, 12);
    expect(huangpi.facts).toContainEqual({
      ...{ factKind: "NATIONAL_HUBS", kind: null, numerator: 2, numeratorMax: 2, denominator: 5, denominatorMax: 5 },
      ...{ ratio: 0.4, ratioMax: 0.4, rank: 1 },
    });
    expect(answer.city.facts).toContainEqual({
      ...{ factKind: "NATIONAL_HUBS", kind: null, numerator: 5, numeratorMax: 5, denominator: 5, denominatorMax: 5 },
      ...{ ratio: 1, ratioMax: 1, rank: null },
    });
    const middle = (numbers: number[]) => numbers.sort((one, other) => one - other)[6] as number;
    const [low, high] = [
      middle(answer.districts.map(({ density }) => density)),
      middle(answer.districts.map(({ densityMax }) => densityMax)),
    ];
    const fact = huangpi.facts.find(({ factKind }) => factKind === "DENSITY_TO_MEDIAN");
    expect([fact?.denominator, fact?.denominatorMax]).toEqual([expect.closeTo(low, 12), expect.closeTo(high, 12)]);
    expect([fact?.ratio, fact?.ratioMax]).toEqual([
      expect.closeTo(600 / 2256.7 / high, 9),
      expect.closeTo(600 / 2256.7 / low, 9),
    ]);
    // Qingshan has none at all.
    const qingshan = clusterOf(answer, "420107");
    expect(qingshan).toMatchObject({ count: 0, countMax: 0, sectors: [], withoutSector: 0 });
    expect(qingshan.kinds[0]).toMatchObject({ share: null, locationQuotient: null, notComputable: "NO_SITES" });
    expect(qingshan.nearestNeighbour).toMatchObject({ points: 0, index: null, notComputable: "TOO_FEW_POINTS" });
  });

  test("the nearest-neighbour index is that of Clark and Evans, by distances of Karney's method", async () => {
    const answer = await clusters();
    const { sites } = await atlas.query("{ sites(first: 200) { nodes { district { code } location { point } } } }");
    const all = (
      sites as { nodes: { district: { code: string } | null; location: { point: { coordinates: number[] } } | null }[] }
    ).nodes;
    // Ezhou's airport is the only site with a position and no district.
    const isInCity = (district: object | null, location: object | null) => district !== null || location === null;
    for (const { key, nearestNeighbour } of [answer.city, ...answer.districts]) {
      const points = all
        .filter(({ district, location }) => (key === "city" ? isInCity(district, location) : district?.code === key))
        .flatMap(({ location }) => (location ? [location.point.coordinates] : []));
      expect([key, nearestNeighbour.points]).toEqual([key, points.length]);
      if (points.length < 3) {
        expect(nearestNeighbour).toMatchObject({ meanKm: null, expectedKm: null, index: null, notComputable: "TOO_FEW_POINTS" });
        continue;
      }
      const nearest = points.map((point, index) =>
        Math.min(...points.filter((_, other) => other !== index).map((otherPoint) => kmBetween(point, otherPoint))),
      );
      const mean = sum(nearest) / points.length;
      const expected = 0.5 / Math.sqrt(points.length / nearestNeighbour.areaKm2);
      expect(nearestNeighbour.meanKm).toBeCloseTo(mean, 5);
      expect(nearestNeighbour.expectedKm).toBeCloseTo(expected, 9);
      expect(nearestNeighbour.index).toBeCloseTo(mean / expected, 5);
    }
  });

  test("parts add up to the whole, under any filter", async () => {
    const filters = [
      {},
      { kinds: ["SERVICE_TRADE_PARK", "LOGISTICS_HUB"] },
      { hasLocation: true },
      { districts: ["420111", "420106", "420115"] },
      { themes: ["DESIGN"] },
      { text: "武汉" },
      { kinds: [] },
    ];
    for (const filter of filters) {
      const answer = await clusters(filter);
      const { city, districts } = answer;
      expect(districts).toHaveLength(13);
      expect(city.count + answer.outsideCity).toBe(answer.totalCount);
      expect(sum(districts.map(({ count }) => count)) + answer.withoutDistrict).toBe(city.count);
      expect(city.countMax).toBe(city.count);
      expect(sum(districts.map(({ areaKm2 }) => areaKm2))).toBeCloseTo(8569.15, 6);
      expect(sum(districts.map(({ nationalHubs }) => nationalHubs))).toBeLessThanOrEqual(city.nationalHubs);
      expect(sum(districts.map(({ nationalHubsMax }) => nationalHubsMax))).toBeGreaterThanOrEqual(city.nationalHubs);
      expect(sum(districts.map(({ nearestNeighbour }) => nearestNeighbour.points))).toBe(city.nearestNeighbour.points);
      for (const each of [city, ...districts]) {
        expect(sum(each.kinds.map(({ count }) => count))).toBe(each.count);
        expect(sum(each.kinds.map(({ countMax }) => countMax))).toBe(each.countMax);
        const parks = each.kinds.find((entry) => entry.kind === "SERVICE_TRADE_PARK")?.count ?? 0;
        expect(sum(each.themes.map(({ count }) => count))).toBe(parks);
        if (parks > 0) expect(sum(each.themes.map(({ share }) => share))).toBeCloseTo(1, 12);
        for (const sector of each.sectors) expect(sector.share).toBeCloseTo(sector.count / each.count, 12);
        for (const part of each.kinds) expect((part.shareMax ?? 0) - (part.share ?? 0)).toBeGreaterThanOrEqual(-1e-12);
        if (each.key === "city") continue;
        const others = districts.filter(({ key }) => key !== each.key);
        expect([each.gapToLeader, each.gapToLeaderMax]).toEqual([
          Math.max(0, ...others.map(({ count }) => count - each.countMax)),
          Math.max(0, ...others.map(({ countMax }) => countMax - each.count)),
        ]);
      }
      for (const { kind, count, cityCount } of answer.concentration) {
        const inCity = kind === null ? city.count : city.kinds.find((entry) => entry.kind === kind)?.count;
        expect(cityCount).toBe(inCity);
        const ofKind = (cluster: Cluster) =>
          (kind === null ? cluster.count : cluster.kinds.find((entry) => entry.kind === kind)?.count) ?? 0;
        expect(sum(districts.map(ofKind))).toBe(count);
      }
      for (const { count, herfindahl, gini, notComputable } of answer.concentration) {
        if (count === 0) {
          expect([herfindahl, gini, notComputable]).toEqual([null, null, "NO_SITES"]);
          continue;
        }
        expect(herfindahl).toBeGreaterThanOrEqual(1 / 13 - 1e-12);
        expect(herfindahl).toBeLessThanOrEqual(1 + 1e-12);
        expect(gini).toBeGreaterThanOrEqual(-1e-12);
        expect(gini).toBeLessThanOrEqual(12 / 13 + 1e-12);
      }
      for (const { factKind, kind, denominator, denominatorMax } of districts.flatMap(({ facts }) => facts)) {
        const inCity: Record<string, number | undefined> = {
          SITES: city.count,
          SITES_OF_KIND: city.kinds.find((entry) => entry.kind === kind)?.count,
          NATIONAL_HUBS: city.nationalHubs,
        };
        if (factKind in inCity) expect([denominator, denominatorMax]).toEqual([inCity[factKind], inCity[factKind]]);
      }
      for (const fact of [city, ...districts].flatMap(({ facts }) => facts))
        expect([fact.ratio, fact.ratioMax]).toEqual([
          fact.denominatorMax === 0 ? null : expect.closeTo(fact.numerator / fact.denominatorMax, 9),
          fact.denominator === 0 ? null : expect.closeTo(fact.numeratorMax / fact.denominator, 9),
        ]);
    }
  });

  test("the order in which a filter names things does not matter", async () => {
    const kinds = ["LOGISTICS_HUB", "BONDED_ZONE", "SERVICE_TRADE_PARK"];
    const districts = ["420117", "420102", "420111", "420116"];
    expect(await clusters({ kinds: kinds.toReversed(), districts: districts.toReversed() })).toEqual(
      await clusters({ kinds, districts }),
    );
  });

  test("each index stands in words, in both languages", async () => {
    const { clusterIndexes } = await atlas.query("{ clusterIndexes { index nameZh nameEn wordsZh wordsEn formula } }");
    for (const info of clusterIndexes as Record<string, string>[]) {
      expect(info.wordsZh).toMatch(/\p{Script=Han}/u);
      expect(info.wordsEn).not.toMatch(/\p{Script=Han}/u);
      expect(info.formula).not.toBe("");
    }
    expect(clusterIndexes).toHaveLength(6);
  });

  test("one statement; what does not exist is refused", async () => {
    const before = atlas.database.statements;
    // A filter of no other test: its answer would be kept.
    await clusters({ kinds: ["SERVICE_TRADE_PARK", "EXPORT_BASE"] });
    expect(atlas.database.statements - before).toBe(1);
    expect(await atlas.queryError(QUERY, { filter: { districts: ["420199"] } })).toMatchObject({
      status: 200,
      code: "VALUE_UNKNOWN",
    });
    expect(await atlas.queryError(QUERY, { filter: { bbox: [1, 2, 3] } })).toMatchObject({ code: "BOX_MALFORMED" });
    const { message } = await atlas.queryError(QUERY, { filter: { districts: ["420199"] } }, "zh");
    expect(message).toMatch(/420199 无效/);
  });

  describe("where sites were moved", () => {
    const move = (text: string, values: unknown[] = []) => atlas.database.pool.query(text, values);

    test("equal parts: HHI 1/13, Gini 0; one has all: HHI 1, Gini 12/13", async () => {
      await move(`UPDATE site s SET district_code = p.code, functional_area_id = NULL FROM (
        SELECT o.id, d.code FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM site WHERE kind = 'SERVICE_TRADE_PARK') o
        LEFT JOIN (SELECT code, row_number() OVER (ORDER BY code) AS place FROM district) d ON d.place = o.place) p WHERE s.id = p.id`);
      const evenlySpread = kindOf(await clusters(), "SERVICE_TRADE_PARK");
      expect(evenlySpread?.count).toBe(13);
      expect(evenlySpread?.herfindahl).toBeCloseTo(1 / 13, 12);
      expect(evenlySpread?.gini).toBeCloseTo(0, 12);
      expect(evenlySpread?.leaders).toHaveLength(13);
      await move("UPDATE site SET district_code = '420103' WHERE kind = 'SERVICE_TRADE_PARK'");
      const allInOneDistrict = kindOf(await clusters(), "SERVICE_TRADE_PARK");
      expect(allInOneDistrict).toMatchObject({ count: 22, leaderCount: 22, leaders: [{ code: "420103" }] });
      expect(allInOneDistrict?.herfindahl).toBeCloseTo(1, 12);
      expect(allInOneDistrict?.gini).toBeCloseTo(12 / 13, 12);
    });

    test("three points in a row, a hundredth of a degree of latitude apart", async () => {
      const threeBases = ["base-culture", "base-geo", "base-hr"];
      for (const [index, slug] of threeBases.entries())
        await move(
          `UPDATE site SET district_code = '420107', point = ST_SetSRID(ST_MakePoint(114.45, 30.50 + $1 * 0.01), 4326),
           point_accuracy_m = 10, point_confidence = 'HIGH' WHERE slug = $2`,
          [index, slug],
        );
      const { nearestNeighbour } = clusterOf(await clusters({ kinds: ["EXPORT_BASE"] }), "420107");
      // A degree of latitude at 30.51°: π/180 · a(1 − e²) / (1 − e² sin² φ)^1.5 = 110.861 km. Qingshan has 57.12 km².
      expect(nearestNeighbour).toMatchObject({ points: 3, areaKm2: 57.12, notComputable: null });
      expect(nearestNeighbour.meanKm).toBeCloseTo(1.10861, 5);
      // 0.5 / √(3 / 57.12) = 2.18174 km.
      expect(nearestNeighbour.expectedKm).toBeCloseTo(2.18174, 5);
      expect(nearestNeighbour.index).toBeCloseTo(0.50813, 5);
    });
  });
});
