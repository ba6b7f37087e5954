// Queries over many sites at once, against an independent calculation. Turf is spherical, so lengths agree to 0.6 %.
import { area } from "@turf/area";
import { bearing } from "@turf/bearing";
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { circle } from "@turf/circle";
import { distance } from "@turf/distance";
import { feature, featureCollection, polygon } from "@turf/helpers";
import { intersect } from "@turf/intersect";
import type { Polygon } from "geojson";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, readAtlas, type TestAtlas } from "../atlas.ts";
import { kmBetween } from "../geodesic.ts";

type Position = [number, number];
interface SiteWithKind {
  slug: string;
  kind: string;
  district: { code: string } | null;
  location: { point: { coordinates: Position } } | null;
}
interface Group {
  key: string;
  kind: string | null;
  district: { code: string } | null;
  count: number;
  kinds: { kind: string; count: number }[];
  center: { coordinates: Position } | null;
  geometry: Polygon | null;
  radiusKm: number | null;
}

const GROUP = "key kind count radiusKm center geometry district { code } kinds { kind count }";

describe.each(databases)("spatial queries on %s", (kind) => {
  let atlas: TestAtlas;
  let allSites: SiteWithKind[];
  let located: { slug: string; kind: string; position: Position }[];
  beforeAll(async () => {
    atlas = await readAtlas(kind);
    const { sites } = await atlas.query("{ sites(first: 200) { nodes { slug kind district { code } location { point } } } }");
    allSites = (sites as { nodes: SiteWithKind[] }).nodes;
    located = allSites.flatMap(({ slug, kind: siteKind, location }) =>
      location ? [{ slug, kind: siteKind, position: location.point.coordinates }] : [],
    );
  });
  afterAll(() => atlas.close());

  const groupsOf = async (
    by: string,
    moreArguments = "",
  ): Promise<{ groups: Group[]; totalGroups: number; withoutPoint: number }> =>
    (await atlas.query(`{ siteGroups(by: ${by}${moreArguments}) { totalGroups withoutPoint groups { ${GROUP} } } }`))
      .siteGroups as never;
  const near = (a: number, b: number, share = 0.006) => Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b), 0.01);

  test("a catchment counts what lies in a circle, a polygon, a box and districts, and how large they are", async () => {
    const centre: Position = [114.41, 30.48];
    const querySpatial = async (filter: string) =>
      (
        await atlas.query(
          `{ catchment(filter: ${filter}) { areaKm2 totalCount withoutPoint kinds { kind count } districts { code count } } }`,
        )
      ).catchment as {
        areaKm2: number | null;
        totalCount: number;
        withoutPoint: number;
        kinds: { count: number }[];
        districts: { count: number }[];
      };
    const round = await querySpatial("{ near: { point: [114.41, 30.48], withinKm: 10 } }");
    expect(round.totalCount).toBe(located.filter(({ position }) => distance(centre, position) <= 10).length);
    expect(near(round.areaKm2 ?? 0, Math.PI * 100, 0.001)).toBe(true);

    const square: Position[] = [
      [114.2, 30.4],
      [114.5, 30.4],
      [114.5, 30.7],
      [114.2, 30.7],
      [114.2, 30.4],
    ];
    const sitesInSquare = await querySpatial(`{ within: { type: "Polygon", coordinates: [${JSON.stringify(square)}] } }`);
    expect(sitesInSquare.totalCount).toBe(
      located.filter(({ position }) => booleanPointInPolygon(position, polygon([square]))).length,
    );
    expect(near(sitesInSquare.areaKm2 ?? 0, area(polygon([square])) / 1e6)).toBe(true);
    const box = await querySpatial("{ bbox: [114.2, 30.4, 114.5, 30.7] }");
    expect(near(box.areaKm2 ?? 0, sitesInSquare.areaKm2 ?? 0, 0.0005)).toBe(true);
    expect((await querySpatial("{ bbox: [-180, -90, 180, 90] }")).areaKm2).toBeCloseTo(510_065_621.724, 0);

    const districts = await querySpatial(`{ districts: ["420102", "420103"] }`);
    expect(districts.totalCount).toBe(
      allSites.filter(({ district }) => ["420102", "420103"].includes(district?.code ?? "")).length,
    );
    const official = (await atlas.query("{ districts { code areaKm2 } }")).districts as { code: string; areaKm2: number }[];
    expect(districts.areaKm2).toBeCloseTo(
      official.filter(({ code }) => code === "420102" || code === "420103").reduce((sum, each) => sum + each.areaKm2, 0),
      3,
    );

    const all = await querySpatial("{}");
    expect(all).toMatchObject({ areaKm2: null, totalCount: 47, withoutPoint: 13 });
    for (const counts of [all.kinds, all.districts]) expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(47);
    expect(await querySpatial("{ kinds: [] }")).toMatchObject({
      totalCount: 0,
      districts: [],
      kinds: [{ count: 0 }, { count: 0 }, { count: 0 }, { count: 0 }],
    });
  });

  test("an empty result by distance says how far the nearest is, and how many sites are at an unknown distance", async () => {
    const querySpatial = async (filter: string) =>
      (await atlas.query(`{ sites(filter: ${filter}, first: 0) { totalCount distances { nearestKm withoutPoint } } }`)).sites;
    const zones = located.filter((site) => site.kind === "BONDED_ZONE");
    const far: Position = [115.2, 31.4];
    const countWithoutPoint = (siteKind: string) => allSites.filter((site) => site.kind === siteKind && !site.location).length;
    const expected = Math.min(...zones.map(({ position }) => kmBetween(far, position)));
    expect(await querySpatial("{ kinds: [BONDED_ZONE], near: { point: [115.2, 31.4], withinKm: 5 } }")).toEqual({
      totalCount: 0,
      distances: { nearestKm: expect.closeTo(expected, 3), withoutPoint: countWithoutPoint("BONDED_ZONE") },
    });

    const hubs = (await atlas.query("{ sites(filter: { hubLevels: [NATIONAL] }, first: 50) { nodes { slug } } }")).sites;
    const national = (hubs as { nodes: { slug: string }[] }).nodes.map(({ slug }) => slug);
    const bases = located.filter((site) => site.kind === "EXPORT_BASE");
    const between = bases.flatMap(({ position }) =>
      located.filter(({ slug }) => national.includes(slug)).map((hub) => kmBetween(position, hub.position)),
    );
    const near = "nearKind: { kind: LOGISTICS_HUB, level: NATIONAL, withinKm: 0.001 }";
    expect(await querySpatial(`{ kinds: [EXPORT_BASE], ${near} }`)).toEqual({
      totalCount: 0,
      distances: {
        nearestKm: between.length > 0 ? expect.closeTo(Math.min(...between), 3) : null,
        withoutPoint: countWithoutPoint("EXPORT_BASE"),
      },
    });
    // Near a site that meets a filter: the only biotech park.
    const park = located.find(({ slug }) => slug === "park-biolake")?.position ?? far;
    const nearBiotech =
      'nearKind: { kind: SERVICE_TRADE_PARK, withinKm: 0.001, where: { themes: [BIOTECH], districts: ["420111"] } }';
    expect(await querySpatial(`{ kinds: [BONDED_ZONE], ${nearBiotech} }`)).toMatchObject({
      totalCount: 0,
      distances: { nearestKm: expect.closeTo(Math.min(...zones.map(({ position }) => kmBetween(park, position))), 3) },
    });
    expect(await querySpatial("{ kinds: [BONDED_ZONE] }")).toMatchObject({ distances: null });
    // 32.2 km are 32200.000000000004 m.
    for (const filter of ["near: { point: [114.3, 30.6], withinKm: 32.2 }", "nearKind: { kind: BONDED_ZONE, withinKm: 32.2 }"])
      expect((await atlas.query(`{ sites(filter: { ${filter} }) { distances { certain possible } } }`)).sites).toEqual({
        distances: { certain: expect.any(Number), possible: expect.any(Number) },
      });
  });

  test("a result by distance says which sites are certainly and which possibly within it, and how many hubs have no position", async () => {
    const { sites } = await atlas.query(
      "{ sites(first: 200) { nodes { slug kind location { point accuracyM } ... on LogisticsHub { level } } } }",
    );
    const all = (sites as { nodes: (SiteWithKind & { level?: string; location: { accuracyM: number } | null })[] }).nodes;
    const at = all.flatMap(({ location, ...rest }) =>
      location ? [{ ...rest, km: location.accuracyM / 1000, point: location.point.coordinates }] : [],
    );
    const hubs = at.filter(({ level }) => level === "NATIONAL");
    const within = (limit: number, errors: 1 | -1) =>
      at.filter((site) =>
        hubs.some((hub) => hub.slug !== site.slug && kmBetween(site.point, hub.point) + errors * (site.km + hub.km) <= limit),
      ).length;
    const distances = "distances { certain possible withoutPoint neighboursWithoutPoint }";
    for (const km of [5, 15]) {
      const answer = (
        await atlas.query(
          `{ sites(filter: { nearKind: { kind: LOGISTICS_HUB, level: NATIONAL, withinKm: ${km} } }) { totalCount ${distances} } }`,
        )
      ).sites as { totalCount: number; distances: { certain: number; possible: number } };
      expect(answer.distances).toEqual({
        certain: within(km, 1),
        possible: within(km, -1),
        withoutPoint: all.filter(({ location }) => !location).length,
        neighboursWithoutPoint: all.filter(({ level, location }) => level === "NATIONAL" && !location).length,
      });
      const { uncertain } = (
        (await atlas.query(
          `{ sites(filter: { nearKind: { kind: LOGISTICS_HUB, level: NATIONAL, withinKm: ${km} } }) { distances { uncertain { slug nameEn isCounted } } } }`,
        )) as { sites: { distances: { uncertain: { slug: string; isCounted: boolean }[] } } }
      ).sites.distances;
      expect(uncertain.length).toBe(answer.distances.possible - answer.distances.certain);
      expect(uncertain.filter(({ isCounted }) => isCounted).length).toBe(answer.totalCount - answer.distances.certain);
      expect(answer.distances.certain).toBeLessThan(answer.totalCount);
      expect(answer.distances.possible).toBeGreaterThanOrEqual(answer.totalCount);
    }
    // Edges along meridians and parallels: the distance to the box is that to its nearest side or corner.
    const [west, south, east, north] = [114.2, 30.5, 114.45, 30.65];
    const kmToSides = ([x, y]: Position) =>
      Math.min(
        ...(
          [
            [west, y],
            [east, y],
            [x, south],
            [x, north],
          ] as Position[]
        ).map((foot) => kmBetween([x, y], foot)),
      );
    const isInside = ([x, y]: Position) => x >= west && x <= east && y >= south && y <= north;
    const kmToBox = ([x, y]: Position) =>
      isInside([x, y]) ? 0 : kmBetween([x, y], [Math.min(Math.max(x, west), east), Math.min(Math.max(y, south), north)]);
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    for (const area of [
      `within: { type: "Polygon", coordinates: [${JSON.stringify(ring)}] }`,
      `bbox: ${JSON.stringify([west, south, east, north])}`,
    ]) {
      const answer = (await atlas.query(`{ sites(filter: { ${area} }) { totalCount ${distances} } }`)).sites as typeof all & {
        totalCount: number;
      };
      expect(answer).toMatchObject({
        totalCount: at.filter(({ point }) => isInside(point)).length,
        distances: {
          certain: at.filter(({ point, km }) => isInside(point) && kmToSides(point) > km).length,
          possible: at.filter(({ point, km }) => kmToBox(point) <= km).length,
          withoutPoint: all.filter(({ location }) => !location).length,
        },
      });
      const far = area.replaceAll("114.", "116.");
      const [kind, zones] = ["BONDED_ZONE", located.filter((each) => each.kind === "BONDED_ZONE")];
      const empty = (await atlas.query(`{ sites(filter: { kinds: [${kind}], ${far} }) { totalCount distances { nearestKm } } }`))
        .sites;
      const km = zones.map(({ position: [x, y] }) => kmBetween([x, y], [116.2, Math.min(Math.max(y, south), north)]));
      expect(empty).toEqual({ totalCount: 0, distances: { nearestKm: expect.closeTo(Math.min(...km), 0) } });
    }
    // Beside an area a box counts as exact.
    const [half, polygon] = [(west + east) / 2, `within: { type: "Polygon", coordinates: [${JSON.stringify(ring)}] }`];
    const both = `${polygon}, bbox: ${JSON.stringify([west, 29, half, 32])}`;
    expect((await atlas.query(`{ sites(filter: { ${both} }) { ${distances} } }`)).sites).toMatchObject({
      distances: {
        certain: at.filter(({ point, km }) => isInside(point) && point[0] <= half && kmToSides(point) > km).length,
        possible: at.filter(({ point, km }) => kmToBox(point) <= km && point[0] >= west && point[0] <= half).length,
      },
    });
    const centre: Position = [114.3, 30.6];
    const circle = (errors: 1 | -1) => at.filter(({ point, km }) => kmBetween(centre, point) + errors * km <= 9).length;
    expect(
      (await atlas.query(`{ sites(filter: { near: { point: [114.3, 30.6], withinKm: 9 } }) { ${distances} } }`)).sites,
    ).toMatchObject({
      distances: { certain: circle(1), possible: circle(-1), neighboursWithoutPoint: 0 },
    });
  });

  test("groups by district and kind hold every site once", async () => {
    const byDistrict = await groupsOf("DISTRICT");
    const byKind = await groupsOf("KIND");
    const byBoth = await groupsOf("DISTRICT_KIND");
    for (const { groups, totalGroups, withoutPoint } of [byDistrict, byKind, byBoth]) {
      expect([groups.reduce((sum, { count }) => sum + count, 0), totalGroups, withoutPoint]).toEqual([47, groups.length, 13]);
      expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
    }
    for (const { key, district, kinds, count, kind: groupKind } of byDistrict.groups) {
      expect([district?.code ?? "-", groupKind]).toEqual([key, null]);
      expect(kinds.reduce((sum, each) => sum + each.count, 0)).toBe(count);
    }
    for (const { kind: siteKind, count, center, geometry, radiusKm } of byKind.groups) {
      expect(count).toBe(allSites.filter((site) => site.kind === siteKind).length);
      const points = located.filter((site) => site.kind === siteKind).map(({ position }) => position);
      const mean = [0, 1].map(
        (axis) => points.reduce((sum, position) => sum + (position[axis as 0 | 1] ?? 0), 0) / points.length,
      );
      expect(center?.coordinates).toEqual(mean.map((each) => expect.closeTo(each, 6)));
      expect([geometry, radiusKm]).toEqual([null, null]);
    }
    for (const { key, kind: siteKind, district } of byBoth.groups) expect(key).toBe(`${district?.code ?? "-"}/${siteKind}`);
    expect((await groupsOf("DISTRICT_KIND", ", first: 2")).groups).toEqual(byBoth.groups.slice(0, 2));
  });

  test.each([0.2, 1, 5, 40])("hexagons of %f km hold their points, are equal and do not overlap", async (sizeKm) => {
    const { groups, withoutPoint } = await groupsOf("HEX", `, sizeKm: ${sizeKm}`);
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(located.length);
    expect(withoutPoint).toBe(13);
    const cells = groups.map(({ geometry }) => feature(geometry as Polygon));
    for (const [index, cell] of cells.entries()) {
      expect(located.filter(({ position }) => booleanPointInPolygon(position, cell))).toHaveLength(groups[index]?.count ?? -1);
      // 3/2 times the root of 3 times the square of the edge
      expect(near(area(cell) / 1e6, 1.5 * Math.sqrt(3) * sizeKm ** 2)).toBe(true);
      for (const other of cells.slice(index + 1)) {
        const shared = intersect(featureCollection([cell, other]));
        expect(shared ? area(shared) / area(cell) : 0).toBeLessThan(1e-4);
      }
    }
  });

  test.each([0.05, 2, 5, 50])("clusters of %f km are those of a chain from neighbour to neighbour", async (radiusKm) => {
    const { groups } = await groupsOf("CLUSTER", `, radiusKm: ${radiusKm}`);
    const chains = linked(located, radiusKm);
    expect(Object.fromEntries(groups.map(({ key, count }) => [key, count]))).toEqual(
      Object.fromEntries(chains.map((chain) => [chain.map(({ slug }) => slug).sort()[0], chain.length])),
    );
    for (const { key, center, geometry, radiusKm } of groups) {
      const members = chains.find((chain) => chain.some(({ slug }) => slug === key)) ?? [];
      const farthest = Math.max(...members.map(({ position }) => distance(position, center?.coordinates as Position)));
      expect([key, near(radiusKm ?? -1, farthest)]).toEqual([key, true]);
      if (geometry) for (const { position } of members) expect(distanceToHull(position, geometry)).toBe(true);
      else expect(members.length < 3 || isLine(members.map(({ position }) => position))).toBe(true);
    }
  });

  test("coverage divides the districts, and grows with the distance", async () => {
    type Covered = { areaKm2: number; coveredKm2: number; share: number; sites: number; coveredSites: number };
    type Coverage = Covered & {
      points: number;
      withoutPoint: number;
      districts: (Covered & { district: { code: string } })[];
      covered: Polygon | null;
      uncovered: Polygon | null;
    };
    const querySpatial = async (withinKm: number, moreArguments = ""): Promise<Coverage> =>
      (
        await atlas.query(`{ coverage(filter: { kinds: [LOGISTICS_HUB] }, withinKm: ${withinKm}${moreArguments}) { areaKm2 coveredKm2 share points withoutPoint
          districts { district { code } areaKm2 coveredKm2 share sites coveredSites } covered uncovered } }`)
      ).coverage as never;
    const hubs = located.filter((site) => site.kind === "LOGISTICS_HUB");
    const others = located.filter((site) => site.kind !== "LOGISTICS_HUB");
    let last = -1;
    for (const withinKm of [0.1, 5, 20, 100]) {
      const coverageWithin = await querySpatial(withinKm);
      expect([coverageWithin.points, coverageWithin.withoutPoint]).toEqual([hubs.length, 3]);
      expect(coverageWithin.share).toBeGreaterThan(last);
      last = coverageWithin.share;
      const [covered, uncovered] = [
        coverageWithin.covered ? area(coverageWithin.covered) / 1e6 : 0,
        coverageWithin.uncovered ? area(coverageWithin.uncovered) / 1e6 : 0,
      ];
      expect(near(covered + uncovered, coverageWithin.areaKm2)).toBe(true);
      // Shapes are simplified to about 50 m, which is much of a circle of 100 m.
      if (withinKm > 1) expect(near(covered, coverageWithin.coveredKm2, 0.02)).toBe(true);
      expect(coverageWithin.districts).toHaveLength(13);
      for (const part of coverageWithin.districts) {
        expect(part.share).toBeGreaterThanOrEqual(0);
        expect(part.share).toBeLessThanOrEqual(1);
        expect(part.share).toBeCloseTo(part.coveredKm2 / part.areaKm2, 3);
        const codes = allSites.filter(
          ({ district, slug }) => district?.code === part.district.code && others.some((o) => o.slug === slug),
        );
        expect(part.sites).toBe(codes.length);
        const reached = codes.filter(({ location }) =>
          hubs.some(({ position }) => distance(position, location?.point.coordinates as Position) <= withinKm),
        );
        expect(part.coveredSites).toBe(reached.length);
      }
      expect(coverageWithin.districts.reduce((sum, part) => sum + part.coveredKm2, 0)).toBeCloseTo(coverageWithin.coveredKm2, 1);
    }
    expect(await querySpatial(100)).toMatchObject({ share: expect.closeTo(1, 1), uncovered: null });
    expect((await querySpatial(5, `, districts: ["420112"]`)).districts.map(({ district }) => district.code)).toEqual(["420112"]);
  });

  test("one circle covers the area of a circle, and none covers nothing", async () => {
    const { coverage } = await atlas.query(
      `{ coverage(filter: { kinds: [LOGISTICS_HUB], text: "container wujiashan" }, withinKm: 2) { points coveredKm2 } }`,
    );
    const { points, coveredKm2 } = coverage as { points: number; coveredKm2: number };
    expect([points, near(coveredKm2, area(circle([114, 30], 2, { steps: 128 })) / 1e6)]).toEqual([1, true]);
    expect(
      (await atlas.query("{ coverage(filter: { kinds: [] }, withinKm: 2) { points share coveredKm2 covered } }")).coverage,
    ).toEqual({ points: 0, share: 0, coveredKm2: 0, covered: null });
  });

  test("no district has no area", async () => {
    const coverageQuery =
      "{ coverage(filter: {}, withinKm: 2, districts: []) { areaKm2 coveredKm2 share districts { share } uncovered } }";
    expect((await atlas.query(coverageQuery)).coverage).toEqual({
      areaKm2: 0,
      coveredKm2: 0,
      share: 0,
      districts: [],
      uncovered: null,
    });
  });

  test("the nearest and the gates have their distance and direction", async () => {
    type Near = { distanceKm: number; bearingDegrees: number | null; site: { slug: string } };
    const { sites } = await atlas.query(
      "{ sites(first: 200) { nodes { slug nearest(first: 3) { distanceKm bearingDegrees site { slug } } nearestGateways { gateway distanceKm bearingDegrees site { slug ... on LogisticsHub { facility } } } } } }",
    );
    const positionOfSlug = new Map(located.map((site) => [site.slug, site.position]));
    for (const site of (sites as { nodes: { slug: string; nearest: Near[]; nearestGateways: (Near & { gateway: string })[] }[] })
      .nodes) {
      const from = positionOfSlug.get(site.slug);
      if (!from) {
        expect([site.nearest, site.nearestGateways]).toEqual([[], []]);
        continue;
      }
      // There is one port, which has no other to reach.
      const gates = ["PORT", "AIRPORT", "RAIL_TERMINAL", "BONDED_ZONE"].filter(
        (gatewayKind) => gatewayKind !== "PORT" || site.slug !== "port-yangluo",
      );
      expect(site.nearestGateways.map(({ gateway }) => gateway)).toEqual(gates);
      for (const { distanceKm, bearingDegrees, site: other } of [...site.nearest, ...site.nearestGateways]) {
        expect(other.slug).not.toBe(site.slug);
        const to = positionOfSlug.get(other.slug) as Position;
        expect([site.slug, other.slug, near(distanceKm, distance(from, to))]).toEqual([site.slug, other.slug, true]);
        if (bearingDegrees === null) expect(distanceKm).toBe(0);
        else expect(Math.abs(((bearingDegrees - bearing(from, to) + 540) % 360) - 180)).toBeLessThan(0.3);
      }
      const zone = site.nearestGateways.find(({ gateway }) => gateway === "BONDED_ZONE");
      const zones = located.filter((other) => other.kind === "BONDED_ZONE" && other.slug !== site.slug);
      expect(near(zone?.distanceKm ?? -1, Math.min(...zones.map((other) => distance(from, other.position))))).toBe(true);
    }
  });
});

/** Single linkage: chains of points no farther apart than `km`. */
function linked<P extends { position: Position }>(points: P[], km: number): P[][] {
  const unvisited = new Set(points);
  const chains: P[][] = [];
  for (const first of points) {
    if (!unvisited.delete(first)) continue;
    const chain = [first];
    for (const member of chain)
      for (const other of unvisited)
        if (distance(member.position, other.position) <= km && unvisited.delete(other)) chain.push(other);
    chains.push(chain);
  }
  return chains;
}

const distanceToHull = (position: Position, hull: Polygon): boolean =>
  booleanPointInPolygon(position, hull) ||
  hull.coordinates[0]?.some(([x, y]) => distance([x as number, y as number], position) < 0.001) === true;

const isLine = (points: Position[]): boolean => {
  const different = new Set(points.map(String));
  return different.size < 3;
};
