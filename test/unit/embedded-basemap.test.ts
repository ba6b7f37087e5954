// The files of the embedded basemap: rivers, landmarks and the metro, as the files in prisma/data say.
import { readFileSync } from "node:fs";
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { lineString } from "@turf/helpers";
import { length } from "@turf/length";
import { pointToLineDistance } from "@turf/point-to-line-distance";
import type { Feature, FeatureCollection, LineString, Point, Polygon, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { kmBetween } from "../geodesic.ts";

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const data = <G extends Point | LineString | Polygon>(name: string) =>
  JSON.parse(read(`prisma/data/${name}.geojson`)) as FeatureCollection<G> & { licence?: string; note: string };
const names = ({ properties }: Feature): string[] => [properties?.nameZh, properties?.nameEn];

const stations = data<Point>("metro-stations");
const lines = data<LineString>("metro-lines");
const rivers = data<LineString | Polygon>("rivers");
const landmarks = data<Point>("landmarks");

describe("metro", () => {
  it("has its stations and lines in both languages, with the licence in files, notice and attribution", () => {
    expect([stations.features.length, lines.features.length]).toEqual([271, 12]);
    for (const each of [...stations.features, ...lines.features]) {
      expect(names(each)[0]).toMatch(/\p{Script=Han}/u);
      expect(names(each)[1]).toMatch(/^[\x20-\x7e]+$/);
    }
    for (const { licence } of [stations, lines]) expect(licence).toMatch(/© OpenStreetMap contributors.*ODbL\) 1\.0/);
    expect(read("NOTICE")).toMatch(/metro-stations\.geojson[\s\S]*OpenStreetMap contributors[\s\S]*Open Database License/);
  });

  it("runs from station to station, through all that name the line and no other", () => {
    for (const { properties, geometry } of lines.features) {
      const stationsOfLine = stations.features.filter((station) => station.properties?.lines.includes(properties?.id));
      const places = (list: Position[]) => list.map(String).sort();
      expect(places(geometry.coordinates)).toEqual(places(stationsOfLine.map(({ geometry: { coordinates } }) => coordinates)));
    }
  });
});

describe("landmarks", () => {
  // In GCJ-02 the two stations lay 0.57 and 0.52 km from the metro stations of their names.
  it.each([
    ["wuhan-station", "武汉火车站", 0.3],
    ["hankou-station", "汉口火车站", 0.3],
    ["tianhe-airport", "天河机场", 0.4],
    ["optics-valley", "光谷广场", 0.1],
    ["wuchang-station", "武昌站东广场", 0.5],
  ])("%s is near the metro station %s", (id, station, km) => {
    const landmark = landmarks.features.find(({ properties }) => properties?.id === id);
    const stop = stations.features.find(({ properties }) => properties?.nameZh === station);
    expect(kmBetween(landmark?.geometry.coordinates ?? [], stop?.geometry.coordinates ?? [])).toBeLessThan(km);
  });
});

describe("rivers", () => {
  const part = (id: string, geometryPart: "course" | "area") =>
    rivers.features.find(({ properties }) => properties?.id === id && properties.part === geometryPart);
  const centreLine = (id: string) => (part(id, "course") as Feature<LineString>).geometry.coordinates;
  const area = (id: string) => part(id, "area") as Feature<Polygon>;

  it("bend gently: no turn of the course is sharp", () => {
    for (const [id, most] of [
      ["yangtze", 25],
      ["han", 40],
    ] as const) {
      const line = centreLine(id);
      const headings = line.slice(1).map(([x = 0, y = 0], index) => {
        const [fromX = 0, fromY = 0] = line[index] ?? [];
        return (Math.atan2(y - fromY, (x - fromX) * 0.862) * 180) / Math.PI;
      });
      const turnAngles = headings
        .slice(1)
        .map((heading, index) => Math.abs(((heading - (headings[index] ?? 0) + 540) % 360) - 180));
      expect([id, Math.max(...turnAngles) < most]).toEqual([id, true]);
    }
  });

  it.each([
    ["yangtze", 1000, 2000],
    ["han", 200, 400],
  ])("the %s is between %i and %i metres wide", (id, minWidth, maxWidth) => {
    const bankLine = lineString(area(id).geometry.coordinates[0] ?? []);
    // The ends are as near as the banks there, so the first and last kilometres are left out.
    for (const position of centreLine(id).slice(3, -3)) {
      const width = 2000 * pointToLineDistance(position, bankLine, { units: "kilometers" });
      expect(width).toBeGreaterThan(minWidth * 0.95);
      expect(width).toBeLessThan(maxWidth);
    }
    expect(length(lineString(centreLine(id)))).toBeGreaterThan(45);
  });

  it("leave all metro stations dry, and the first bridge over water", () => {
    for (const id of ["yangtze", "han"]) {
      const stationsInWater = stations.features.filter((station) => booleanPointInPolygon(station, area(id)));
      expect(stationsInWater.map(({ properties }) => properties?.nameZh)).toEqual([]);
    }
    const bridge = landmarks.features.find(({ properties }) => properties?.id === "first-bridge") as Feature<Point>;
    expect(booleanPointInPolygon(bridge, area("yangtze"))).toBe(true);
  });
});
