import { describe, expect, it } from "vitest";
import { formatPosition, parsePosition } from "../../web/address/coordinate-text.ts";
import { fromGcj02, fromGrid, isShifted, toGcj02, toGrid } from "../../web/core/coordinates.ts";

const city: [number, number][] = [];
for (let lon = 113.6; lon < 115.2; lon += 0.1) for (let lat = 29.9; lat < 31.4; lat += 0.1) city.push([lon, lat]);

describe("GCJ-02", () => {
  // Computed with the form known since 2010, in another language.
  it.each([
    [114.3, 30.6, 114.30543824023968, 30.597584196497422],
    [116.404, 39.915, 116.41024449916938, 39.91640428150164],
    [121.4737, 31.2304, 121.47822305927693, 31.22845773757727],
    [87.6, 43.8, 87.60283897227161, 43.80121203029208],
  ])("shifts %d, %d as all maps do", (lon, lat, shiftedLon, shiftedLat) => {
    const [x, y] = toGcj02([lon, lat]);
    expect(Math.abs(x - shiftedLon)).toBeLessThan(1e-11);
    expect(Math.abs(y - shiftedLat)).toBeLessThan(1e-11);
  });

  it("comes back to less than 1e-8 degrees, all over the city", () => {
    for (const [lon, lat] of city) {
      const [x, y] = fromGcj02(toGcj02([lon, lat]));
      expect(Math.max(Math.abs(x - lon), Math.abs(y - lat))).toBeLessThan(1e-9);
    }
  });

  it("is WGS-84 outside China", () => {
    expect(isShifted([2.35, 48.86])).toBe(false);
    expect(toGcj02([2.35, 48.86])).toEqual([2.35, 48.86]);
    expect(fromGcj02([-74, 40.7])).toEqual([-74, 40.7]);
  });
});

describe("CGCS2000 / 3-degree Gauss-Krueger CM 114E", () => {
  // ST_Transform(point, 4547) of PostGIS 3.3 with PROJ 9: easting and northing in metres.
  it.each([
    [114.3, 30.6, 528770.2372556805, 3386666.2505623596],
    [114, 30, 500000, 3320113.3978450196],
    [113.69, 29.96, 470077.1912967188, 3315719.7394157005],
    [115.09, 31.37, 603698.4284959706, 3472510.717491099],
    [118, 33.5, 871809.0336786921, 3715372.8919431423],
    [111, 28, 204838.44680024782, 3102071.646718014],
  ])("puts %d, %d where PROJ does, to a tenth of a millimetre", (lon, lat, easting, northing) => {
    const [x, y] = toGrid([lon, lat]);
    expect(Math.abs(x - northing)).toBeLessThan(1e-4);
    expect(Math.abs(y - easting)).toBeLessThan(1e-4);
    const [backLon, backLat] = fromGrid([northing, easting]);
    expect(Math.abs(backLon - lon)).toBeLessThan(1e-9);
    expect(Math.abs(backLat - lat)).toBeLessThan(1e-9);
  });

  it("has X to the north and Y to the east", () => {
    const [x, y] = toGrid([114.3, 30.6]);
    expect(toGrid([114.3, 30.7])[0]).toBeGreaterThan(x + 11_000);
    expect(toGrid([114.4, 30.6])[1]).toBeGreaterThan(y + 9_000);
  });
});

describe("places in writing", () => {
  const map = [111, 28, 118, 33.5] as const;
  const read = (text: string, system: "wgs84" | "gcj02" | "grid" = "wgs84") => parsePosition(text, system, map);

  it.each([
    "30.6, 114.3",
    "114.3,30.6",
    "114.3 30.6",
    "30.6，114.3",
    "30.6°N 114.3°E",
    "东经114.3，北纬30.6",
    " 114.300 ; 30.60 ",
    "１１４.３，３０.６",
    "１１４．３、３０．６",
    "114。3，30。6",
    "(114.3, 30.6)",
    "（114.3，30.6）",
    "[114.3, 30.6]",
    "【114.3度，30.6度】",
    "东经１１４．３º　北纬３０．６º",
  ])("are understood in either order: %s", (text) => expect(read(text)).toEqual({ position: [114.3, 30.6] }));

  it.each([
    `30°35'N 114°18'E`,
    "30°35′N, 114°18′E",
    `114º18'00"E 30º35'00"N`,
    "北纬30度35分，东经114度18分",
    "30°35′0″N 114°18′0″E",
    "30.583333333333332N 114.3E",
  ])("are understood in degrees and minutes, whatever the map shows coordinates in: %s", (text) => {
    for (const system of ["wgs84", "grid"] as const) expect(read(text, system)).toEqual({ position: [114.3, 30 + 35 / 60] });
    expect(read(text, "gcj02")).toEqual({ position: fromGcj02([114.3, 30 + 35 / 60]) });
  });

  it.each([
    ["30°35′30″N 114°18′36″E", [114.31, 30 + 35.5 / 60]],
    ["30°35.5'N 114°18.6'E", [114.31, 30 + 35.5 / 60]],
  ] as const)("have seconds or parts of a minute: %s", (text, [lon, lat]) => {
    const result = read(text);
    const position = "position" in result ? result.position : [];
    expect(position[0]).toBeCloseTo(lon, 9);
    expect(position[1]).toBeCloseTo(lat, 9);
  });

  it.each(["30°75'N 114°18'E", "30°35'70\"N 114°18'E"])("have fewer than 60 minutes and seconds: %s", (text) =>
    expect(read(text)).toEqual({ problem: "notTwo" }),
  );

  it.each(["", "114.3", "1,2,3", "here, there", "1e2,30", "114.3.2, 30", "--114, 30", "NaN, 30"])(
    "must be two numbers: %j",
    (text) => expect(read(text)).toEqual({ problem: "notTwo" }),
  );

  it.each(["0, 0", "116.4, 39.9", "-114.3, 30.6", "3386666, 528770"])("must lie on the map: %s", (text) =>
    expect(read(text)).toEqual({ problem: "outside" }),
  );

  it.each(["wgs84", "gcj02", "grid"] as const)("read back as they were written: %s", (system) => {
    const formattedPosition = formatPosition([114.305, 30.593], system);
    for (const text of [formattedPosition, formattedPosition.split(", ").reverse().join(",")]) {
      const result = read(text, system);
      const [lon, lat] = "position" in result ? result.position : [];
      expect(lon).toBeCloseTo(114.305, 4);
      expect(lat).toBeCloseTo(30.593, 4);
    }
  });

  it("are written with five decimals or decimetres", () => {
    expect(formatPosition([114.3, 30.6], "wgs84")).toBe("114.30000, 30.60000");
    expect(formatPosition([114.3, 30.6], "gcj02")).toBe("114.30544, 30.59758");
    expect(formatPosition([114.3, 30.6], "grid")).toBe("3386666.3, 528770.2");
  });
});
