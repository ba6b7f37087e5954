import type { FeatureCollection, MultiPolygon } from "geojson";
import { addProtocol } from "maplibre-gl";
import { client } from "../../core/client.ts";
import { graphql } from "../../core/graphql.ts";
import { gcj02Protocol } from "../datum.ts";
import { movedPoints, movedShapes, type TileName } from "./moved-tile.ts";

let isRegistered = false;

/** Lets the map request tiles in GCJ-02: `gcj02://` before the address of a tile of the atlas. */
export function convertTiles(): void {
  if (isRegistered) return;
  isRegistered = true;
  addProtocol(gcj02Protocol, async ({ url }, { signal }) => {
    const address = url.slice(`${gcj02Protocol}://`.length);
    const [, z, x, y] = numbers.exec(address) ?? [];
    const tile = { z: Number(z), x: Number(x), y: Number(y) };
    const data = address.includes("/tiles/districts/")
      ? (await districtTiles())(tile)
      : await movedPoints(tile, (source) => fetchTile(address, source, signal));
    return { data };
  });
}

const numbers = /\/(\d+)\/(\d+)\/(\d+)\.mvt/;

async function fetchTile(address: string, { z, x, y }: TileName, signal: AbortSignal): Promise<Uint8Array> {
  const answer = await fetch(address.replace(numbers, `/${z}/${x}/${y}.mvt`), { signal });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  return new Uint8Array(await answer.arrayBuffer());
}

const boundariesQuery = graphql(`
  query DistrictBoundaries {
    districts { code nameZh nameEn boundary }
  }
`);

let districts: Promise<(tile: TileName) => Uint8Array> | undefined;

/** The districts' tiles, cut from their whole shapes; requested again after a failure. */
function districtTiles(): Promise<(tile: TileName) => Uint8Array> {
  districts ??= cutDistricts().catch((error: unknown) => {
    districts = undefined;
    throw error;
  });
  return districts;
}

async function cutDistricts(): Promise<(tile: TileName) => Uint8Array> {
  const { data, error } = await client.query(boundariesQuery, {}).toPromise();
  if (!data) throw error ?? new Error("no districts");
  const features = data.districts.map(({ boundary, code, ...names }) => ({
    type: "Feature" as const,
    id: Number(code),
    properties: { code, ...names },
    geometry: boundary as MultiPolygon,
  }));
  return movedShapes("districts", { type: "FeatureCollection", features } satisfies FeatureCollection);
}
