// Areas that come in with rings that cross or overlap, and areas that go out: what they enclose, and which way their rings turn.

import fc from "fast-check";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { GraphQLObjectType, getNamedType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kinds, siteKinds } from "../../server/contract/kinds.ts";
import { Budget } from "../../server/core/budget.ts";
import { sql } from "../../server/database/sql.ts";
import { checkArea, isKnownValid } from "../../server/geometry/area.ts";
import { schema } from "../../server/schema.ts";
import { databases, readAtlas, type TestAtlas } from "../atlas.ts";
import { runs } from "../runs.ts";

interface Page {
  pageInfo: { startCursor: string | null; endCursor: string | null };
}

const rectangle = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const outer = rectangle(114, 30, 115, 31);
const inner = rectangle(114.25, 30.4, 114.45, 30.65);

/** Twice the area of a ring in square degrees: above zero where it turns counter-clockwise. */
const signedArea = (ring: Position[]): number =>
  ring.slice(1).reduce((sum, [x = 0, y = 0], index) => {
    const [before = 0, below = 0] = ring[index] ?? [];
    return sum + before * y - x * below;
  }, 0);

/** Every polygon's rings anywhere within an answer. */
function polygonsIn(value: unknown): Position[][][] {
  if (typeof value !== "object" || value === null) return [];
  const { type, coordinates } = value as Partial<Polygon | MultiPolygon>;
  if (type === "Polygon") return [coordinates as Position[][]];
  if (type === "MultiPolygon") return coordinates as Position[][][];
  return Object.values(value).flatMap(polygonsIn);
}

describe.each(databases)("areas on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await readAtlas(kind);
  });
  afterAll(() => atlas.close());

  const COUNT_QUERY = `query ($f: SiteFilter!) { sites(filter: $f) { totalCount notices { code } } catchment(filter: $f) { areaKm2 totalCount }
    siteGroups(filter: $f, by: KIND) { groups { count } } }`;
  const countSites = async (filter: object) => {
    const { sites, catchment, siteGroups } = (await atlas.query(COUNT_QUERY, { f: filter })) as {
      sites: { totalCount: number; notices: { code: string }[] };
      catchment: { areaKm2: number; totalCount: number };
      siteGroups: { groups: { count: number }[] };
    };
    const grouped = siteGroups.groups.reduce((sum, { count }) => sum + count, 0);
    return { counts: [sites.totalCount, catchment.totalCount, grouped], areaKm2: catchment.areaKm2, notices: sites.notices };
  };
  const matched = async (parameters: Record<string, string>): Promise<number> =>
    (await atlas.app.inject(`/ogc/collections/sites/items?${new URLSearchParams(parameters)}`)).json().numberMatched;
  const wkt = (polygons: Position[][][]) =>
    `MULTIPOLYGON(${polygons.map((rings) => `(${rings.map((ring) => `(${ring.map((position) => position.join(" "))})`)})`)})`;

  test("an area that is known to be valid is so for PostGIS", async () => {
    // On a small grid, where many corners coincide and many edges touch; half of them moved off it, where numbers are rounded.
    const corner = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));
    const rings = fc.tuple(fc.array(corner, { minLength: 3, maxLength: 7 }), fc.constantFrom(1, 0.1 / 3));
    let known = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(rings, { minLength: 40, maxLength: 40 }), async (drawn) => {
        const areas = drawn.flatMap(([corners, size]) => {
          const ring = corners.map(([x, y]) => [114 + x * size, 30 + y * size]);
          const area = checkArea({ type: "Polygon", coordinates: [[...ring, ring[0]]] }, "within", new Budget());
          return isKnownValid(area) ? [JSON.stringify(area)] : [];
        });
        known += areas.length;
        const invalid = sql`SELECT area FROM unnest(${areas}::text[]) area
          WHERE NOT (ST_IsValid(ST_GeomFromGeoJSON(area)) AND ST_Area(ST_GeomFromGeoJSON(area)) > 0)`;
        expect(await atlas.database.rows(invalid)).toEqual([]);
      }),
      runs(100, 25),
    );
    expect(known).toBeGreaterThan(100);
  });

  test("a page that is read together with the number of all sites is the same", async () => {
    const point = fc.tuple(fc.double({ min: 113.9, max: 114.9, noNaN: true }), fc.double({ min: 30.2, max: 31, noNaN: true }));
    // Three points on a line enclose no area, which is refused.
    const points = fc
      .tuple(point, point, point)
      .filter(([a, b, c]) => Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) > 1e-4);
    const cases = fc.record({
      points,
      order: fc.constantFrom("NAME", "NAME_EN", "AREA"),
      direction: fc.constantFrom("ASC", "DESC"),
      size: fc.integer({ min: 0, max: 9 }),
      isBackward: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ points, order, direction, size, isBackward }) => {
        const within = { type: "Polygon", coordinates: [[...points, points[0]]] };
        const query = (part: string) => `query ($f: SiteFilter!, $cursor: String) {
          sites(filter: $f, orderBy: { field: ${order}, direction: ${direction} }, ${isBackward ? "last" : "first"}: ${size}, ${isBackward ? "before" : "after"}: $cursor) {
            ${part} nodes { slug district { code } } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
        for (let cursor: string | null = null, page = 0; page < 3; page++) {
          const { sites: together } = (await atlas.query(query("totalCount"), { f: { within }, cursor })) as { sites: Page };
          const { sites: apart } = await atlas.query(query(""), { f: { within }, cursor });
          const { sites: counted } = await atlas.query("query ($f: SiteFilter!) { sites(filter: $f) { totalCount } }", {
            f: { within },
          });
          expect(together).toEqual({ ...(apart as object), ...(counted as object) });
          cursor = together.pageInfo[isBackward ? "startCursor" : "endCursor"];
          if (cursor === null) break;
        }
      }),
      runs(40),
    );
  });

  test("overlapping parts count as their union at every endpoint", async () => {
    const within: MultiPolygon = { type: "MultiPolygon", coordinates: [[outer], [inner]] };
    const counts = await countSites({ within });
    expect(counts).toMatchObject({ counts: [33, 33, 33], notices: [{ code: "POLYGON_REPAIRED" }] });
    expect(counts.areaKm2).toBeCloseTo(10_642.456, 3);
    const cql = `S_INTERSECTS(geometry, ${wkt(within.coordinates)})`;
    expect((await countSites({ cql })).counts).toEqual([33, 33, 33]);
    expect([await matched({ within: JSON.stringify(within) }), await matched({ filter: cql })]).toEqual([33, 33]);
    const mercator = (position: Position) => [
      ((position[0] ?? 0) * Math.PI * 6378137) / 180,
      Math.log(Math.tan(((90 + (position[1] ?? 0)) * Math.PI) / 360)) * 6378137,
    ];
    const moved = within.coordinates.map((rings) => rings.map((ring) => ring.map(mercator)));
    const inMercator = {
      filter: `S_INTERSECTS(geometry, ${wkt(moved)})`,
      "filter-crs": "http://www.opengis.net/def/crs/EPSG/0/3857",
    };
    expect(await matched(inMercator)).toBe(33);
    const { features } = (
      await atlas.app.inject(`/download/sites.geojson?within=${encodeURIComponent(JSON.stringify(within))}`)
    ).json();
    expect(features).toHaveLength(33);
  });

  test("a ring that crosses itself is what it winds round; a hole stays a hole", async () => {
    const polygon = (...rings: Position[][]): object => ({ within: { type: "Polygon", coordinates: rings } });
    const countInOuter = await countSites(polygon(outer));
    // A star of one line, with five points: its middle is wound round twice.
    const star = [0, 2, 4, 1, 3, 0].map((corner): Position => {
      const angle = (2 * Math.PI * corner) / 5;
      return [114.35 + 0.4 * Math.sin(angle), 30.55 + 0.4 * Math.cos(angle)];
    });
    const middle = rectangle(114.3, 30.5, 114.4, 30.6);
    const inMiddle = await countSites(polygon(middle));
    expect(inMiddle.counts[0]).toBeGreaterThan(0);
    expect(await countSites({ and: [polygon(star), polygon(middle)] })).toMatchObject({ counts: inMiddle.counts });
    // The same line twice is the same area, and so is one whose hole reaches beyond it without what reaches beyond.
    expect((await countSites(polygon([...outer, ...outer.slice(1)]))).areaKm2).toBeCloseTo(countInOuter.areaKm2, 6);
    const countWithHole = await countSites(polygon(outer, inner));
    const countBeyondHole = await countSites(polygon(outer, rectangle(114.25, 30.4, 114.45, 32)));
    expect(countWithHole.notices).toEqual([]);
    expect(countBeyondHole.notices).toEqual([{ code: "POLYGON_REPAIRED" }]);
    expect(countBeyondHole.areaKm2).toBeLessThan(countWithHole.areaKm2);
    // What covers a hole fills it.
    const filled = await countSites({
      within: { type: "MultiPolygon", coordinates: [[outer, inner], [rectangle(114.2, 30.3, 114.5, 30.7)]] },
    });
    expect(filled.areaKm2).toBeCloseTo(countInOuter.areaKm2, 6);
    expect(filled.counts).toEqual(countInOuter.counts);
    expect((await atlas.queryError(COUNT_QUERY, { f: polygon(inner, inner) })).code).toBe("POLYGON_INVALID");
  });

  // Each geometry of the API with the query that reads it: a new one without a line here fails the test below.
  const GEOMETRIES: Record<string, string> = {
    "District.boundary": "{ districts { boundary } }",
    "District.label": "{ districts { label } }",
    "District.seat": "{ districts { seat } }",
    "FunctionalArea.boundary": "{ functionalAreas { boundary } }",
    "FunctionalArea.label": "{ functionalAreas { label } }",
    "MetroStation.point": "{ sites(first: 200) { nodes { nearestStation { station { point } } } } }",
    "PointMatch.point": '{ search(text: "114.41,30.48") { matches { ... on PointMatch { point } } } }',
    "Location.point": "{ sites(first: 200) { nodes { location { point } } } }",
    "SiteGroup.center": "{ siteGroups(by: KIND) { groups { center } } }",
    "SiteGroup.geometry": `{ hexagons: siteGroups(by: HEX, sizeKm: 5) { groups { geometry } }
      clusters: siteGroups(by: CLUSTER, radiusKm: 20) { groups { geometry } } }`,
    "Coverage.covered": "{ coverage(filter: {}, withinKm: 5) { covered } }",
    "Coverage.uncovered": "{ coverage(filter: {}, withinKm: 5) { uncovered } }",
    "Site.boundary": "{ sites(first: 200) { nodes { boundary } } }",
  };
  const WITH_AREAS = [
    "District.boundary",
    "FunctionalArea.boundary",
    "SiteGroup.geometry",
    "Coverage.covered",
    "Coverage.uncovered",
  ];

  test("every ring in a response has the orientation that RFC 7946 requires: shells counter-clockwise, holes clockwise", async () => {
    const isOfInterface = (name: string) => siteKinds.some((kind) => kinds[kind].type === name);
    const describedFields = Object.values(schema.getTypeMap()).flatMap((type) =>
      type instanceof GraphQLObjectType && !isOfInterface(type.name)
        ? Object.values(type.getFields()).flatMap((field) =>
            getNamedType(field.type).name === "GeoJSON" ? [`${type.name}.${field.name}`] : [],
          )
        : [],
    );
    expect(
      Object.keys(GEOMETRIES)
        .filter((name) => name !== "Site.boundary")
        .sort(),
    ).toEqual(describedFields.sort());
    const responses: [string, unknown][] = [];
    for (const [name, query] of Object.entries(GEOMETRIES)) responses.push([name, await atlas.query(query)]);
    for (const collection of ["sites", "districts", "functional-areas"])
      for (const url of [
        `/ogc/collections/${collection}/items?limit=1000`,
        `/ogc/collections/${collection}/items?limit=1000&crs=http://www.opengis.net/def/crs/EPSG/0/3857`,
      ])
        responses.push([url, (await atlas.app.inject(url)).json()]);
    responses.push(["/ogc/…/420111", (await atlas.app.inject("/ogc/collections/districts/items/420111")).json()]);
    responses.push(["/download", (await atlas.app.inject("/download/sites.geojson")).json()]);
    for (const [name, answer] of responses) {
      const polygons = polygonsIn(answer);
      if (WITH_AREAS.includes(name) || name.includes("districts") || name.includes("420111"))
        expect([name, polygons.length]).not.toEqual([name, 0]);
      for (const [shell, ...holes] of polygons) {
        expect([name, Math.sign(signedArea(shell ?? []))]).toEqual([name, 1]);
        for (const hole of holes) expect([name, Math.sign(signedArea(hole))]).toEqual([name, -1]);
      }
    }
  });
});
