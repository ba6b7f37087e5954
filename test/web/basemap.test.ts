import { VectorTile, type VectorTileFeature } from "@mapbox/vector-tile";
import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { distance } from "@turf/distance";
import type { FeatureCollection, Position } from "geojson";
import type { StyleSpecification } from "maplibre-gl";
import Pbf from "pbf";
import { afterAll, describe, expect, it, vi } from "vitest";
import { fromGcj02, toGcj02 } from "../../web/core/coordinates.ts";
import { movedPoints, movedShapes, type TileName } from "../../web/map/basemaps/moved-tile.ts";
import { shapeInDatum, sourcesInDatum } from "../../web/map/datum.ts";
import { atlasLayers } from "../../web/map/layers/order.ts";

vi.stubGlobal("window", { location: { href: "http://atlas.test/" } });
afterAll(() => void vi.unstubAllGlobals());
const { basemapStyleOf } = await import("../../web/map/basemaps/foreign-style.ts");
const { protomapsLayers } = await import("../../web/map/basemaps/protomaps.ts");
const { protomapsImage } = await import("../../web/map/basemaps/icons.ts");
const { tiandituStyle } = await import("../../web/map/basemaps/tianditu.ts");

const metres = (one: Position, other: Position) => distance(one, other, { units: "metres" });

/** Fractions of the whole Web Mercator square. */
const square = ([lon = 0, lat = 0]: Position): [number, number] => [
  (lon + 180) / 360,
  (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2,
];
const tileOf = (z: number, point: Position): TileName => {
  const [x, y] = square(point).map((part) => Math.floor(part * 2 ** z)) as [number, number];
  return { z, x, y };
};

/** A tile as the atlas serves it: these points and those of the margin around it, in 4096 units. */
function serveTile(points: Readonly<Record<string, Position>>) {
  return async ({ z, x, y }: TileName): Promise<Uint8Array> => {
    const features = Object.entries(points).flatMap(([slug, point]) => {
      const [east, south] = square(point);
      const tilePoint = [Math.round((east * 2 ** z - x) * 4096), Math.round((south * 2 ** z - y) * 4096)];
      return Math.min(...tilePoint) < -256 || Math.max(...tilePoint) > 4352
        ? []
        : [{ id: 1, type: 1, tags: { slug }, geometry: [tilePoint] }];
    });
    return features.length === 0
      ? new Uint8Array()
      : fromGeojsonVt({ sites: { features } } as never, { version: 2, extent: 4096 });
  };
}

function featuresOf(bytes: Uint8Array, name: string): VectorTileFeature[] {
  const layer = new VectorTile(new Pbf(bytes)).layers[name];
  return layer ? Array.from({ length: layer.length }, (_, index) => layer.feature(index)) : [];
}

/** Every point that a tile draws, in degrees. */
function decodePoints(bytes: Uint8Array, { z, x, y }: TileName): [string, Position][] {
  return featuresOf(bytes, "sites").map((feature) => {
    const { geometry } = feature.toGeoJSON(x, y, z) as { geometry: { coordinates: Position } };
    return [String(feature.properties.slug), geometry.coordinates];
  });
}

describe("over a basemap in GCJ-02", () => {
  // A grid over the city, 34 by 34 points some 4 km apart: every place of a point in its tile comes up.
  const points = Object.fromEntries(
    Array.from({ length: 34 * 34 }, (_, index): [string, Position] => [
      `p${index}`,
      [113.7 + (index % 34) * 0.0411, 29.97 + Math.floor(index / 34) * 0.0417],
    ]),
  );

  it("sites of a tile stand within a metre of their place there, each in the tile that draws it", async () => {
    for (const point of Object.values(points).filter((_, index) => index % 5 === 0)) {
      const tile = tileOf(14, toGcj02(point as [number, number]));
      const pointsInTile = decodePoints(await movedPoints(tile, serveTile(points)), tile);
      const pointsAtPlace = pointsInTile.filter(([slug]) => points[slug] === point);
      expect(pointsAtPlace.length).toBe(1);
      expect(metres(pointsAtPlace[0]?.[1] ?? [0, 0], toGcj02(point as [number, number]))).toBeLessThan(1);
      expect(metres(fromGcj02(pointsAtPlace[0]?.[1] as [number, number]), point)).toBeLessThan(1);
    }
  });

  it("no site is lost or doubled at any zoom", async () => {
    for (const z of [6, 9, 12]) {
      const corners = [tileOf(z, [113.6, 31.5]), tileOf(z, [115.2, 29.9])] as const;
      const countsBySlug = new Map<string, number>();
      for (let x = corners[0].x; x <= corners[1].x; x++) {
        for (let y = corners[0].y; y <= corners[1].y; y++) {
          for (const [slug, place] of decodePoints(await movedPoints({ z, x, y }, serveTile(points)), { z, x, y })) {
            const inside = tileOf(z, place);
            if (inside.x === x && inside.y === y) countsBySlug.set(slug, (countsBySlug.get(slug) ?? 0) + 1);
          }
        }
      }
      expect(countsBySlug.size).toBe(34 * 34);
      expect([...countsBySlug.values()].filter((count) => count !== 1)).toEqual([]);
    }
  });

  it("at low zooms one or few tiles are read for one", async () => {
    const read = vi.fn(serveTile(points));
    await movedPoints(tileOf(14, [114.4, 30.5]), read);
    expect(read.mock.calls.length).toBeLessThanOrEqual(6);
  });

  it("districts are moved whole and then cut", () => {
    const ring = [
      [114.3, 30.5],
      [114.4, 30.5],
      [114.4, 30.6],
      [114.3, 30.5],
    ];
    const shapes: FeatureCollection = {
      type: "FeatureCollection",
      features: [{ type: "Feature", properties: { code: "420111" }, geometry: { type: "MultiPolygon", coordinates: [[ring]] } }],
    };
    const tile = tileOf(12, toGcj02([114.3, 30.5]));
    const [feature] = featuresOf(movedShapes("districts", shapes)(tile), "districts");
    expect(feature?.properties.code).toBe("420111");
    const shape = feature?.toGeoJSON(tile.x, tile.y, tile.z) as { geometry: { coordinates: Position[][] } };
    const nearest = Math.min(...shape.geometry.coordinates.flat().map((corner) => metres(corner, toGcj02([114.3, 30.5]))));
    expect(nearest).toBeLessThan(1);
  });

  it("shapes of every kind are moved, and tiles requested by the protocol; otherwise nothing changes", () => {
    const point = { type: "Point" as const, coordinates: [114.3, 30.6] };
    const collection = { type: "GeometryCollection" as const, geometries: [point] };
    const moved = shapeInDatum(
      { type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry: collection }] },
      "GCJ-02",
    );
    const [feature] = (moved as { features: { geometry: typeof collection }[] }).features;
    expect(feature?.geometry.geometries[0]?.coordinates).toEqual(toGcj02([114.3, 30.6]));
    const sources = {
      a: { type: "vector" as const, tiles: ["http://a/tiles/sites/1/{z}/{x}/{y}.mvt"] },
      b: { type: "geojson" as const, data: point },
    };
    expect(sourcesInDatum(sources, "CGCS2000")).toBe(sources);
    expect(sourcesInDatum(sources, "GCJ-02")).toEqual({
      a: { type: "vector", tiles: ["gcj02://http://a/tiles/sites/1/{z}/{x}/{y}.mvt"] },
      b: { type: "geojson", data: { type: "Point", coordinates: toGcj02([114.3, 30.6]) } },
    });
  });
});

describe("layers", () => {
  const options = { language: "zh", theme: "light", offsets: {}, filteredDistricts: [] } as const;
  const ids = atlasLayers({ ...options, onForeignBasemap: true }).map(({ id }) => id);

  it("over a basemap of others leave out the embedded basemap and keep their order", () => {
    for (const droppedLayer of [
      "background",
      "city-edge",
      "city-line",
      "rivers",
      "river-courses",
      "river-names",
      "landmark-names",
      "metro-lines",
      "metro-stations",
    ]) {
      expect(ids).not.toContain(droppedLayer);
    }
    const embedded = atlasLayers({ ...options, onForeignBasemap: false }).map(({ id }) => id);
    expect(embedded.filter((id) => ids.includes(id))).toEqual(ids);
    expect(ids.slice(0, 4)).toEqual(["land", "value-fill", "value-none", "seams"]);
    expect(ids.slice(-2)).toEqual(["chosen-sites", "compared-sites"]);
  });

  it.each(["light", "dark"] as const)(
    "of Protomaps are valid, from the viewer's fonts, with every image at hand: %s",
    (theme) => {
      for (const language of ["zh", "en"] as const) {
        const layers = protomapsLayers(theme, language);
        const style = {
          version: 8,
          glyphs: "{fontstack}/{range}",
          sources: { protomaps: { type: "vector", url: "pmtiles://x" } },
          layers,
        };
        expect(validateStyleMin(JSON.parse(JSON.stringify(style))).map(({ message }) => message)).toEqual([]);
        expect(layers.some(({ id }) => id === "pois")).toBe(false);
        const fontStacks = new Set(
          layers.map((layer) => JSON.stringify((layer.layout as Record<string, unknown>)?.["text-font"])),
        );
        fontStacks.delete(undefined as never);
        expect(fontStacks.size).toBe(1);
      }
      for (const id of ["townspot", "capital", "arrow", "generic_shield-4char", "NL:S-road-3char"]) {
        const image = protomapsImage(id, theme, 3);
        expect([id, (image?.data.length ?? 0) === (image?.width ?? 1) * (image?.height ?? 1) * 4]).toEqual([id, true]);
      }
      expect(protomapsImage("restaurant", theme, 3)).toBeNull();
    },
  );
});

describe("a style of others", () => {
  const style: StyleSpecification = {
    version: 8,
    glyphs: "https://fonts.test/{fontstack}/{range}.pbf",
    sprite: "sprites/day",
    sources: {
      sites: { type: "vector", tiles: ["../tiles/{z}/{x}/{y}.pbf"] },
      all: { type: "vector", url: "https://tiles.test/all.json" },
    },
    layers: [
      { id: "background", type: "background" },
      { id: "sites", type: "circle", source: "sites", "source-layer": "sites" },
    ],
  };

  it("is loaded with addresses resolved against its own, prefixed ids, and no font host", () => {
    const basemapStyle = basemapStyleOf(style, "https://maps.test/styles/day/style.json");
    expect(Object.keys(basemapStyle.sources)).toEqual(["basemap/sites", "basemap/all"]);
    expect(basemapStyle.sources["basemap/sites"]).toMatchObject({ tiles: ["https://maps.test/styles/tiles/{z}/{x}/{y}.pbf"] });
    expect(basemapStyle.layers.map(({ id }) => id)).toEqual(["basemap/background", "basemap/sites"]);
    expect(basemapStyle.layers[1]).toMatchObject({ source: "basemap/sites" });
    expect(basemapStyle.sprite).toBe("https://maps.test/styles/day/sprites/day");
    expect(basemapStyle).not.toHaveProperty("glyphs");
  });

  it("Tianditu is two layers of raster tiles in Web Mercator with the deployer's key", () => {
    const { sources, layers } = tiandituStyle("tianditu", "abc");
    expect(layers.map(({ id }) => id)).toEqual(["basemap/vec", "basemap/cva"]);
    const [tile] = (sources["basemap/vec"] as { tiles: string[] }).tiles;
    expect(tile).toContain("https://t0.tianditu.gov.cn/vec_w/wmts?");
    expect(tile).toContain("TILEMATRIXSET=w");
    expect(tile).toContain("tk=abc");
    expect(Object.keys(tiandituStyle("tianditu-imagery", "abc").sources)).toEqual(["basemap/img", "basemap/cia"]);
  });
});
