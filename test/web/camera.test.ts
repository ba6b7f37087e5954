import { afterEach, describe, expect, it, vi } from "vitest";
import { noFilter } from "../../server/contract/site-filter.ts";
import { CITY_BOX, coveredEdges } from "../../web/map/camera.ts";
import { comparedBox } from "../../web/map/compared-view.ts";
import { noOverlays } from "../../web/map/overlays.ts";
import { viewOfResult } from "../../web/map/paper-view.ts";

type Side = "top" | "right" | "bottom" | "left";
type Box = [left: number, top: number, right: number, bottom: number];

const rectangle = ([left, top, right, bottom]: Box) => ({ left, top, right, bottom, width: right - left, height: bottom - top });

/** What the map's frame has free of the elements that mark themselves as covering it. */
function edgesOf(frame: Box, coveredSides: [Side, Box][]) {
  const elements = coveredSides.map(([coversMap, box]) => ({
    dataset: { coversMap },
    getBoundingClientRect: () => rectangle(box),
  }));
  vi.stubGlobal("document", { querySelectorAll: () => elements });
  return coveredEdges({ getBoundingClientRect: () => rectangle(frame) } as unknown as HTMLElement);
}
afterEach(() => vi.unstubAllGlobals());

describe("the part of the map that is free", () => {
  it("begins below the toolbars and ends above the notes; the list beside the map covers nothing", () => {
    const frame: Box = [420, 56, 1440, 900];
    const coveredSides: [Side, Box][] = [
      ["bottom", [0, 56, 420, 900]],
      ["top", [480, 68, 629, 106]],
      ["left", [432, 643, 664, 843]],
      ["bottom", [540, 870, 1082, 888]],
    ];
    expect(edgesOf(frame, coveredSides)).toEqual({ top: 66, right: 16, bottom: 46, left: 260 });
  });

  it("lies on a phone between the toolbars and the note above the sheet", () => {
    const frame: Box = [0, 100, 390, 844];
    const coveredSides: [Side, Box][] = [
      ["bottom", [0, 502, 390, 844]],
      ["top", [68, 114, 114, 158]],
      ["bottom", [12, 457, 378, 494]],
    ];
    expect(edgesOf(frame, coveredSides)).toEqual({ top: 74, right: 16, bottom: 403, left: 16 });
  });

  it("is the whole map where a sheet covers everything, and ignores what is hidden", () => {
    const frame: Box = [0, 100, 390, 844];
    const coveredSides: [Side, Box][] = [
      ["bottom", [0, 100, 390, 844]],
      ["top", [0, 0, 0, 0]],
    ];
    expect(edgesOf(frame, coveredSides)).toEqual({ top: 16, right: 16, bottom: 16, left: 16 });
  });
});

it("around compared sites are the circles of their accuracy too", () => {
  const site = { slug: "a", kind: "SERVICE_TRADE_PARK" as const, nameZh: "园", nameEn: "park", hollow: false, columnNumber: 1 };
  const [west, south, east, north] = comparedBox([{ ...site, point: [114, 30], accuracyM: 11_132 }]) ?? [0, 0, 0, 0];
  expect([south, north].map((degrees) => degrees.toFixed(2))).toEqual(["29.90", "30.10"]);
  expect([west, east].map((degrees) => degrees.toFixed(3))).toEqual(["113.885", "114.115"]);
  expect(comparedBox([])).toBeNull();
});

describe("what paper shows of a map that the reader has not moved", () => {
  const hongshan = { code: "420111", nameZh: "洪山区", nameEn: "Hongshan", point: [114.42, 30.53] };
  const unfiltered = { filter: noFilter, bounds: null, districts: [hongshan], sites: [], outlinedDistricts: [] };
  const filtered = { ...unfiltered, bounds: [114.3, 30.5, 114.4, 30.6] as const };

  it("is the whole city without a filter, and under colours of districts", () => {
    expect(viewOfResult(unfiltered, noOverlays)).toEqual({ box: CITY_BOX });
    const values = { tones: {}, patterns: {}, tooltipLines: {} };
    expect(viewOfResult(filtered, { ...noOverlays, values }).box).toEqual(CITY_BOX);
  });

  it("are the sites of the filter with room for their names, a single one in its surroundings", () => {
    const { box, padding, maxZoom } = viewOfResult(filtered, noOverlays);
    expect(box).toEqual(filtered.bounds);
    expect(Math.min(...Object.values(padding ?? { top: 0 }))).toBeGreaterThan(20);
    expect(maxZoom).toBeLessThanOrEqual(12);
  });

  it("are also the names of its districts, and what the sites are near to", () => {
    expect(viewOfResult({ ...filtered, outlinedDistricts: ["420111"] }, noOverlays).box).toEqual([114.3, 30.5, 114.42, 30.6]);
    const site = { slug: "park", kind: "SERVICE_TRADE_PARK" as const, nameZh: "园", nameEn: "park", point: [114.3, 30.5] };
    const sites = [{ ...site, hollow: false, isOutsideCity: false, accuracyM: 100 }];
    const neighbours = [114.25, 114.9].map((lon) => ({ ...site, slug: `hub-${lon}`, point: [lon, 30.5] }));
    expect(viewOfResult({ ...filtered, sites }, { ...noOverlays, neighbours }).box).toEqual([114.25, 30.5, 114.4, 30.6]);
  });

  it("is the area of the filter, whatever is in it", () => {
    const filter = { ...noFilter, bbox: [114, 30.4, 114.2, 30.5] as const };
    expect(viewOfResult({ ...filtered, filter }, noOverlays).box).toEqual(filter.bbox);
  });
});
