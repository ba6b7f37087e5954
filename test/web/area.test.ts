import { describe, expect, it } from "vitest";
import { MAX_PART_CHARACTERS, noFilter, readFilter, writeFilter } from "../../server/contract/site-filter.ts";
import { filterQuery } from "../../web/address/filter.ts";
import { type AreaFilter, areaFilter, areaPolygons, boxOf, drawnArea, noArea, sizeOf } from "../../web/map/area.ts";
import { distanceKm, geodesicCircle, lengthsKm, ringAreaKm2 } from "../../web/map/geodesic.ts";
import { lengthAndArea, measureShape } from "../../web/map/measure-shape.ts";
import { addPoint, noMeasurement } from "../../web/map/use-measure.ts";

const anArea = (change: Partial<AreaFilter>): AreaFilter => ({ ...noArea, ...change });
const triangle = [
  [114, 30],
  [115, 30],
  [115, 31],
  [114, 30],
];

describe("lengths and areas on the ellipsoid", () => {
  // ST_Distance and ST_Area of geography, PostGIS 3.3 with PROJ 9.
  it("are those of PostGIS", () => {
    expect(distanceKm([114.3, 30.6], [114.4, 30.5])).toBeCloseTo(14.66174861602, 8);
    expect(
      ringAreaKm2([
        [114, 30],
        [115, 30],
        [115, 31],
        [114, 31],
        [114, 30],
      ]),
    ).toBeCloseTo(10642.455822, 4);
  });

  it("do not depend on which way round a ring goes", () => {
    expect(ringAreaKm2([...triangle].reverse())).toBeCloseTo(ringAreaKm2(triangle), 9);
  });

  it("sum up along a line", () => {
    const [zero, one = 0, two = 0] = lengthsKm(triangle.slice(0, 3));
    expect(zero).toBe(0);
    expect(two - one).toBeCloseTo(distanceKm([115, 30], [115, 31]), 9);
  });

  it("give a circle whose every corner is as far from its centre", () => {
    const ring = geodesicCircle([114.4, 30.5], 10);
    for (const corner of ring) expect(distanceKm([114.4, 30.5], corner)).toBeCloseTo(10, 6);
    expect(ring.at(0)).toEqual(ring.at(-1));
  });
});

describe("an area", () => {
  it.each([0.05, 1, 10, 100])("is read back as the circle it was, to a thousandth: %d km", (km) => {
    const drawnCircle = drawnArea(anArea({ near: { point: [114.4, 30.5], withinKm: km } }));
    const near = drawnCircle && areaFilter(drawnCircle).near;
    expect(Math.abs((near?.withinKm ?? 0) / km - 1)).toBeLessThan(1e-3);
    expect(near?.point[0]).toBeCloseTo(114.4, 4);
    expect(near?.point[1]).toBeCloseTo(30.5, 3);
  });

  it("is read back as the rectangle or polygon it was", () => {
    const bbox = [114.1, 30.2, 114.5, 30.7] as const;
    const within = { type: "Polygon" as const, coordinates: [triangle] };
    for (const area of [{ bbox }, { within }]) {
      const drawnShape = drawnArea(anArea(area));
      expect(drawnShape && areaFilter(drawnShape)).toEqual(area);
    }
  });

  it("has six decimals in the filter", () => {
    const ring = triangle.map(([lon = 0, lat = 0]) => [lon + 0.12345678, lat + 0.87654321]);
    expect(areaFilter({ shape: "polygon", ring }).within?.coordinates[0]?.[0]).toEqual([114.123457, 30.876543]);
  });

  it("keeps the radius within the limits of the filter", () => {
    const circle = (km: number) => areaFilter({ shape: "circle", ring: geodesicCircle([114, 30], km) }).near?.withinKm;
    expect(circle(0.000001)).toBe(0.01);
    expect(circle(900)).toBe(500);
  });

  it("of several parts or with holes is drawn, but not changed", () => {
    const hole = triangle.map(([lon = 0, lat = 0]) => [lon * 0.1 + 103.3, lat * 0.1 + 27.2]);
    const within = { type: "MultiPolygon" as const, coordinates: [[triangle, hole]] };
    const area = anArea({ within });
    expect(drawnArea(area)).toBeNull();
    expect(areaPolygons(area)).toEqual(within.coordinates);
  });

  it("is as large as it says", () => {
    const circle = drawnArea(anArea({ near: { point: [114.4, 30.5], withinKm: 10 } }));
    expect(circle && sizeOf(circle).areaKm2).toBeCloseTo(Math.PI * 100, 1);
    expect(sizeOf({ shape: "polygon", ring: triangle }).radiusKm).toBeNull();
    expect(boxOf(triangle)).toEqual([114, 30, 115, 31]);
  });

  it("of 200 corners goes into an address and comes back", () => {
    const drawnShape = { shape: "polygon" as const, ring: geodesicCircle([114.4, 30.5], 20, 200) };
    const filter = { ...noFilter, ...areaFilter(drawnShape) };
    const query = new URLSearchParams(writeFilter(filter));
    expect(query.get("within")?.length).toBeLessThan(MAX_PART_CHARACTERS);
    expect(encodeURIComponent(query.get("within") ?? "").length).toBeLessThan(8000);
    expect(readFilter(query).filter.within).toEqual(filter.within);
  });
});

it("the longest area of a link fits into the head of a request for tiles", () => {
  const ring = geodesicCircle([114.4, 30.5], 20, 600).map((point) => point.map((value) => Number(value.toFixed(6))));
  const query = new URLSearchParams({ within: JSON.stringify({ type: "Polygon", coordinates: [ring] }) });
  expect(query.get("within")?.length).toBeGreaterThan(13_000);
  const { within } = readFilter(query).filter;
  expect(within?.coordinates).toEqual([ring]);
  expect(filterQuery({ ...noFilter, within }).length).toBeLessThan(MAX_PART_CHARACTERS + 100);
});

describe("measuring", () => {
  const isNeverNear = () => false;
  const isSamePosition = (expectedPosition: number[]) => (position: number[] | undefined) =>
    String(position) === String(expectedPosition);
  const line = triangle.slice(0, 3).reduce((before, point) => addPoint(before, point, isNeverNear), noMeasurement);

  it("adds a point with each click, and ends with the last point clicked again", () => {
    expect(line.points).toHaveLength(3);
    const ended = addPoint(line, [115, 31], isSamePosition([115, 31]));
    expect(ended).toMatchObject({ next: null, isClosed: false });
    expect(addPoint(ended, [115, 31], isSamePosition([115, 31]))).toBe(ended);
    expect(addPoint(ended, [114, 30], isNeverNear).points).toEqual([[114, 30]]);
  });

  it("closes with the first point clicked again, and has an area then", () => {
    const closed = addPoint(line, [114, 30], isSamePosition([114, 30]));
    expect(closed.isClosed).toBe(true);
    expect(lengthAndArea(closed).km2).toBeCloseTo(ringAreaKm2(triangle), 9);
    expect(lengthAndArea(closed).km).toBeCloseTo(lengthsKm(triangle).at(-1) ?? 0, 9);
    expect(lengthAndArea(line).km2).toBeNull();
  });

  it("writes the length at every point but the first", () => {
    const labels = measureShape(line, "zh").features.map(({ properties }) => properties?.label);
    expect(labels.slice(0, 3)).toEqual(["", "96.49\u00a0公里", "207.3\u00a0公里"]);
  });
});
