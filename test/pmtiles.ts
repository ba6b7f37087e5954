// A small PMTiles file in the Protomaps schema, made of the atlas's own districts, rivers and names: a basemap for tests, not for use.
import { readFileSync, writeFileSync } from "node:fs";
import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Feature, FeatureCollection, Position } from "geojson";
import { BufferWriter, S2PMTilesWriter } from "s2-pmtiles";

const data = (name: string): FeatureCollection =>
  JSON.parse(readFileSync(new URL(`../prisma/data/${name}.geojson`, import.meta.url), "utf8"));

/** Tiles from zoom 0 to this one; the map draws nearer views from them. */
const deepest = 9;
const vectorTiles = 1;
const uncompressed = 1;

/** Writes the file and says how many tiles are in it. */
export async function writePmtiles(path: string): Promise<number> {
  const indexes = Object.entries(protomapsLayers()).map(
    ([name, features]) =>
      [name, new GeoJSONVT({ type: "FeatureCollection", features }, { maxZoom: deepest, indexMaxZoom: 4 })] as const,
  );
  const buffer = new BufferWriter();
  const writer = new S2PMTilesWriter(buffer, vectorTiles, uncompressed);
  let count = 0;
  for (let z = 0; z <= deepest; z++) {
    for (const [x, y] of tilesOfWuhan(z)) {
      const layers = indexes.flatMap(([name, index]) => {
        const tile = index.getTile(z, x, y);
        return tile && tile.features.length > 0 ? [[name, tile] as const] : [];
      });
      if (layers.length === 0) continue;
      await writer.writeTileXYZ(z, x, y, fromGeojsonVt(Object.fromEntries(layers), { version: 2, extent: 4096 }));
      count++;
    }
  }
  await writer.commit({ vector_layers: [] } as never);
  writeFileSync(path, withHeader(Buffer.from(buffer.commit())));
  return count;
}

function protomapsLayers(): Record<string, Feature[]> {
  const withNames = (feature: Feature, moreProperties: object): Feature => {
    const { nameZh, nameEn } = feature.properties ?? {};
    return {
      ...feature,
      properties: { name: nameZh, "name:zh-Hans": nameZh, "name:en": nameEn, script: "Han", ...moreProperties },
    };
  };
  return {
    earth: data("districts").features.map(({ geometry }) => ({ type: "Feature", properties: { kind: "earth" }, geometry })),
    water: data("rivers")
      .features.filter(({ properties }) => properties?.part === "course")
      .map((river) => withNames(river, { kind: "river" })),
    places: data("landmarks").features.map((landmark) =>
      withNames(landmark, { kind: "locality", min_zoom: 6, population_rank: 9, sort_key: 1 }),
    ),
  };
}

const box: [Position, Position] = [
  [113.6, 29.9],
  [115.1, 31.4],
];

function tilesOfWuhan(z: number): [number, number][] {
  const [west, south, east, north] = box.flat() as [number, number, number, number];
  const col = (lon: number) => Math.floor(((lon + 180) / 360) * 2 ** z);
  const row = (lat: number) => Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z);
  const cols = Array.from({ length: col(east) - col(west) + 1 }, (_, step) => col(west) + step);
  return cols.flatMap((x) =>
    Array.from({ length: row(south) - row(north) + 1 }, (_, step): [number, number] => [x, row(north) + step]),
  );
}

/** The writer leaves most of the mark, and bounds and centre of the header (bytes 102 to 126, degrees times ten million) at zero. */
function withHeader(file: Buffer): Buffer {
  const [west, south, east, north] = box.flat() as [number, number, number, number];
  file.write("PMTiles", 0, "latin1");
  for (const [index, degrees] of [west, south, east, north].entries()) {
    file.writeInt32LE(Math.round(degrees * 1e7), 102 + index * 4);
  }
  file[118] = 8;
  file.writeInt32LE(Math.round(((west + east) / 2) * 1e7), 119);
  file.writeInt32LE(Math.round(((south + north) / 2) * 1e7), 123);
  return file;
}
