import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import type { FeatureCollection, LineString, Point, Position } from "geojson";
import type { StyleSpecification } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { languages } from "../../server/contract/language.ts";
import { noFilter } from "../../server/contract/site-filter.ts";
import type { Catalogue } from "../../web/explore/catalogue.ts";
import { outlinedDistricts } from "../../web/explore/placed.ts";
import { distanceKm } from "../../web/map/geodesic.ts";
import { circleRing, metresPerPixel } from "../../web/map/geometry.ts";
import type { LayerOptions } from "../../web/map/layers/layer-options.ts";
import { atlasLayers } from "../../web/map/layers/order.ts";
import { overlaySources } from "../../web/map/overlay-sources.ts";
import { noOverlays } from "../../web/map/overlays.ts";
import { palettes } from "../../web/map/palette.ts";
import { atlasSources, type SourceInput, tileAddress } from "../../web/map/sources.ts";
import { offsetsOfSharedPoints } from "../../web/map/spread.ts";
import { toneColour } from "../../web/map/value-tones.ts";
import { someOptions } from "./some-layer-options.ts";

const anInput = (change: Partial<SourceInput> = {}): SourceInput => ({
  origin: "http://atlas.test",
  tiles: "7-abc",
  filter: noFilter,
  area: noFilter,
  embeddedBasemapFiles: {
    ...{ rivers: "/rivers.geojson", landmarks: "/landmarks.geojson" },
    ...{ "metro-lines": "/metro-lines.geojson", "metro-stations": "/metro-stations.geojson" },
  },
  districts: [{ code: "420111", nameZh: "洪山区", nameEn: "Hongshan", point: [114.42, 30.53] }],
  pointedSites: [{ point: [114.5, 30.45], accuracyM: 2000 }],
  overlays: { ...noOverlays, hovered: { site: null, group: null } },
  ...change,
});

const style = (options: LayerOptions, input: SourceInput): StyleSpecification => ({
  version: 8,
  sources: atlasSources(input),
  layers: atlasLayers(options),
});

describe("the map's style", () => {
  const variants = languages.flatMap((language) =>
    (["light", "dark"] as const).flatMap((theme) => [
      someOptions({ language, theme }),
      someOptions({ language, theme, offsets: { "hub-air": [9, 0], "air-tianhe": [-9, 0] }, filteredDistricts: ["420111"] }),
      someOptions({ language, theme, groups: "hex" }),
      someOptions({ language, theme, groups: "cluster", onForeignBasemap: true }),
      someOptions({ language, theme, values: { tones: {}, patterns: {} }, sizedSlugs: [] }),
      someOptions({
        language,
        theme,
        values: { tones: { "420111": 0.5, "420102": -1 }, patterns: { "420113": "bound", "420114": "notComputable" } },
        sizedSlugs: ["hub-air"],
        onForeignBasemap: true,
      }),
    ]),
  );

  it.each(variants)("is valid: %o", (options) => {
    const input = anInput({ area: { near: { point: [114.3, 30.6], withinKm: 10 }, bbox: [114, 30, 115, 31], within: null } });
    // The validator knows only styles whose labels come from a server; ours are drawn from the viewer's fonts.
    const checked = { ...JSON.parse(JSON.stringify(style(options, input))), glyphs: "{fontstack}/{range}" };
    expect(validateStyleMin(checked).map(({ message }) => message)).toEqual([]);
  });

  it("requests nothing from other hosts, and no glyphs or sprites", () => {
    const wholeStyle = style(someOptions(), anInput());
    expect(wholeStyle.glyphs).toBeUndefined();
    expect(wholeStyle.sprite).toBeUndefined();
    const addresses = JSON.stringify(wholeStyle).match(/https?:\/\/[^/"]+/g) ?? [];
    expect(new Set(addresses)).toEqual(new Set(["http://atlas.test"]));
  });

  it("draws names under symbols, and the chosen and the compared symbols on top", () => {
    const ids = atlasLayers(someOptions()).map(({ id }) => id);
    expect(ids.indexOf("site-names")).toBeLessThan(ids.indexOf("sites"));
    const basemapLayers = [
      "seams",
      "rivers",
      "metro-lines",
      "metro-stations",
      "metro-station-names",
      "landmark-names",
      "site-names",
    ];
    expect(ids.filter((id) => basemapLayers.includes(id))).toEqual(basemapLayers);
    expect(ids.slice(-2)).toEqual(["chosen-sites", "compared-sites"]);
    // What is above looks for room first: names give way to every symbol.
    for (const names of ["site-names", "outside-names", "compared-names"])
      for (const symbols of ["sites", "neighbours", "compared-sites"])
        expect(ids.indexOf(names), `${names} under ${symbols}`).toBeLessThan(ids.indexOf(symbols));
  });

  it("draws how far a filter goes from each site that it refers to", () => {
    const place = { slug: "hub-air", kind: "LOGISTICS_HUB" as const, nameZh: "", nameEn: "", point: [114, 30] };
    const shapes = (withinKm?: number) => {
      const { neighbours } = overlaySources({
        ...noOverlays,
        neighbours: [{ ...place, withinKm }],
        hovered: { site: null, group: null },
      });
      return (neighbours.data as FeatureCollection<LineString | Point>).features.map(({ geometry }) => geometry);
    };
    expect(shapes().map(({ type }) => type)).toEqual(["Point"]);
    const [, circle] = shapes(5);
    const corners = circle?.coordinates as Position[];
    expect(corners.map((corner) => Math.round(distanceKm([114, 30], corner) * 10) / 10)).toEqual(Array(73).fill(5));
  });

  it("sets the name of a site beside its symbol where that was moved off a point that sites share", () => {
    const places = (moved: readonly [number, number]) => {
      const names = atlasLayers(someOptions({ offsets: { "hub-air": moved } })).find(({ id }) => id === "site-names");
      return JSON.stringify(names?.layout);
    };
    // 1.1 em, and nine pixels at 0.95 of their size in ems of 13 pixels.
    expect(places([9, 0])).toContain('"hub-air",["literal",["left",[1.757692');
    expect(places([-9, 0])).toContain('"hub-air",["literal",["left",[0.442307');
  });
});

describe("districts in the colours of their values", () => {
  const layer = (options: LayerOptions, id: string) => atlasLayers(options).find((each) => each.id === id);

  it("are coloured or hatched, never both and never neither", () => {
    const options = someOptions({ values: { tones: { "420111": 0, "420102": 1 }, patterns: { "420113": "bound" } } });
    const fill = layer(options, "value-fill");
    const noValueLayer = layer(options, "value-none");
    const codes = ["in", ["get", "code"], ["literal", ["420102", "420111"]]];
    expect(fill).toMatchObject({ filter: codes, layout: { visibility: "visible" } });
    expect(noValueLayer).toMatchObject({ filter: ["!", codes], layout: { visibility: "visible" } });
    expect(fill?.paint).toMatchObject({
      "fill-color": [
        "match",
        ["get", "code"],
        "420102",
        toneColour("light", 1),
        "420111",
        toneColour("light", 0),
        palettes.light.land,
      ],
    });
    expect(noValueLayer?.paint).toMatchObject({
      "fill-pattern": ["match", ["get", "code"], "420113", "bound/light", "noValue/light"],
    });
  });

  it("lie under seams, names and symbols, and are not there otherwise", () => {
    const ids = atlasLayers(someOptions({ values: { tones: {}, patterns: {} } })).map(({ id }) => id);
    for (const above of ["seams", "rivers", "district-names", "sites"])
      expect(ids.indexOf("value-none")).toBeLessThan(ids.indexOf(above));
    for (const id of ["value-fill", "value-none", "value-mark"])
      expect(layer(someOptions(), id)).toMatchObject({ layout: { visibility: "none" } });
  });
});

describe("sites in the size of their figure", () => {
  it("are circles of the same pixels at every zoom, the small ones above", () => {
    const sizes = [
      { slug: "a", kind: "EXPORT_BASE" as const, point: [114, 30], radius: 32, label: "8" },
      { slug: "b", kind: "EXPORT_BASE" as const, point: [114, 30], radius: 16, label: "2" },
    ];
    const source = overlaySources({ ...noOverlays, sizes, hovered: { site: "b", group: null } }).sizes;
    const data = source.data as FeatureCollection;
    expect(data.features.map(({ properties }) => properties)).toEqual([
      { slug: "a", kind: "EXPORT_BASE", radius: 32, hovered: false },
      { slug: "b", kind: "EXPORT_BASE", radius: 16, hovered: true },
    ]);
    const layer = atlasLayers(someOptions()).find(({ id }) => id === "site-sizes");
    expect(layer?.paint).toMatchObject({ "circle-radius": ["get", "radius"] });
    expect(layer?.layout).toMatchObject({ "circle-sort-key": ["-", 0, ["get", "radius"]] });
  });
});

describe("tile addresses", () => {
  it("name version and filter as the server reads them", () => {
    const filter = { ...noFilter, kinds: ["EXPORT_BASE", "BONDED_ZONE"] as const, text: "光谷" };
    expect(tileAddress("http://a", "sites", "3-abc", filter)).toBe(
      "http://a/tiles/sites/3-abc/{z}/{x}/{y}.mvt?kinds=EXPORT_BASE,BONDED_ZONE&q=%E5%85%89%E8%B0%B7",
    );
    expect(tileAddress("http://a", "districts", "3-abc")).toBe("http://a/tiles/districts/3-abc/{z}/{x}/{y}.mvt");
  });
});

describe("sites on one point", () => {
  it("are set apart, and others left where they are", () => {
    const offsets = offsetsOfSharedPoints([
      { slug: "b", point: [114.2, 30.7] },
      { slug: "a", point: [114.2, 30.7] },
      { slug: "c", point: [114.3, 30.7] },
    ]);
    expect(Object.keys(offsets)).toEqual(["a", "b"]);
    expect(offsets.a?.[0]).toBeLessThan(0);
    expect(offsets.b?.[0]).toBeGreaterThan(0);
  });

  it("keep their distance however many they are", () => {
    const nineSites = Array.from({ length: 9 }, (_, index) => ({ slug: `s${index}`, point: [114, 30] }));
    const places = Object.values(offsetsOfSharedPoints(nineSites));
    for (const [x, y] of places) {
      const nearest = Math.min(
        ...places.filter((each) => each[0] !== x || each[1] !== y).map(([ox, oy]) => Math.hypot(x - ox, y - oy)),
      );
      expect(nearest).toBeGreaterThan(15);
    }
  });
});

describe("geometry", () => {
  it("draws circles in metres", () => {
    const ring = circleRing([114.3, 30.6], 2000);
    const [east] = ring.slice(18, 19);
    const km = ((east?.[0] ?? 0) - 114.3) * 111.195 * Math.cos((30.6 * Math.PI) / 180);
    expect(km).toBeCloseTo(2, 2);
    expect(ring.at(0)).toEqual(ring.at(-1));
  });

  it("knows the size of a pixel", () => {
    expect(metresPerPixel(0) / 2 ** 10).toBeCloseTo(76.437, 2);
  });
});

describe("sites outside the city", () => {
  it("are named while the others are not", () => {
    const layers = atlasLayers(someOptions({ slugsOutsideCity: ["air-huahu"] }));
    const [names, outside] = ["site-names", "outside-names"].map((id) => layers.find((each) => each.id === id));
    expect(outside?.maxzoom).toBe(names?.minzoom);
    expect(JSON.stringify(outside)).toContain('["in",["get","slug"],["literal",["air-huahu"]]]');
  });
});

describe("the metro", () => {
  const layer = (options: LayerOptions, id: string) => atlasLayers(options).find((each) => each.id === id);

  it("appears by zoom: lines, then stations, then their names", () => {
    expect(["metro-lines", "metro-stations", "metro-station-names"].map((id) => layer(someOptions(), id)?.minzoom)).toEqual([
      9.5, 11.5, 13,
    ]);
  });

  it("leaves the colours of values alone, and is not drawn over a basemap of others", () => {
    for (const id of ["metro-lines", "metro-stations", "metro-station-names"]) {
      expect(layer(someOptions(), id)).toMatchObject({ layout: { visibility: "visible" } });
      expect(layer(someOptions({ values: { tones: {}, patterns: {} } }), id)).toMatchObject({
        layout: { visibility: "none" },
      });
      expect(layer(someOptions({ onForeignBasemap: true }), id)).toBeUndefined();
    }
  });
});

it("the filter's districts are outlined, and the one coextensive with a functional area", () => {
  const functionalAreas = [
    { slug: "lkg", coextensiveWith: { code: "420112" } },
    { slug: "ehdz", coextensiveWith: null },
  ];
  const catalogue = { functionalAreas } as Catalogue;
  const outlined = (districts: string[], areas: string[]) => outlinedDistricts(catalogue, { districts, functionalAreas: areas });
  expect(outlined(["420111"], ["ehdz", "lkg"])).toEqual(["420111", "420112"]);
  expect(outlined([], ["ehdz"])).toEqual([]);
});
