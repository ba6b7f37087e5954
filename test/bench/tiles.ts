// How large the tiles of the synthetic sites are and how long they take, zoom by zoom: eight at a time, as a browser requests them.
// npx tsx test/bench/tiles.ts; the database as for `npm run bench`.
// "bareSql" is what a person would write by hand: ST_AsMVT over every site of the same tile, measured in the same run.
import pg from "pg";
import { TILE_SQL } from "./benchmarks.ts";
import { openBenchDatabase } from "./postgres.ts";
import { startServer } from "./processes.ts";

const CONCURRENCY = 8;
const MAX_TILES = 48;
const ZOOMS = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
// Where the synthetic sites lie, in degrees.
const [WEST, SOUTH, EAST, NORTH] = [113.2, 29.6, 115.4, 31.6];

interface Measurement {
  ms: number;
  /** As it travels, and as the map unpacks it. */
  sent: number;
  bytes: number;
}

const database = await openBenchDatabase();

const pool = new pg.Pool({ connectionString: database.url, max: 10 });
const server = await startServer("atlas", database.url);
try {
  const { tiles } = (await (await fetch(`${server.url}/tiles/sites.json`)).json()) as { tiles: [string] };
  console.log("| zoom | tiles | largest KB | sent KB | p50 ms | p95 ms | slowest ms | again p95 ms | bareSql p50 ms | ratio |");
  console.log(`|${" ---: |".repeat(10)}`);
  for (const zoom of ZOOMS) {
    const tileIndexes = tilesAt(zoom);
    const firstMeasurements = await measureAll(tileIndexes, (tile) => fetchTile(tiles[0], tile));
    const repeatedMeasurements = await measureAll(tileIndexes, (tile) => fetchTile(tiles[0], tile));
    const bareSql = await measureAll(tileIndexes, queryTile);
    const ratio = percentile(firstMeasurements, 0.5) / percentile(bareSql, 0.5);
    const maximumOf = (part: keyof Measurement, list = firstMeasurements) => Math.max(...list.map((each) => each[part]));
    console.log(
      `| ${zoom} | ${tileIndexes.length} | ${kb(maximumOf("bytes"))} | ${kb(maximumOf("sent"))} | ${ms(percentile(firstMeasurements, 0.5))} | ${ms(percentile(firstMeasurements, 0.95))} | ` +
        `${ms(maximumOf("ms"))} | ${ms(percentile(repeatedMeasurements, 0.95))} | ${ms(percentile(bareSql, 0.5))} | ${ratio.toFixed(2)} |`,
    );
  }
} finally {
  await Promise.all([server.stop(), pool.end()]);
  database.stop();
}

type TileIndex = readonly [z: number, x: number, y: number];

// Every tile that holds some of the city, or as many as one run can take, evenly drawn.
function tilesAt(z: number): TileIndex[] {
  const column = (lon: number) => Math.floor(((lon + 180) / 360) * 2 ** z);
  const line = (lat: number) => Math.floor((0.5 - Math.log(Math.tan(((90 + lat) * Math.PI) / 360)) / (2 * Math.PI)) * 2 ** z);
  const all: TileIndex[] = [];
  for (let x = column(WEST); x <= column(EAST); x++) for (let y = line(NORTH); y <= line(SOUTH); y++) all.push([z, x, y]);
  const step = Math.max(1, all.length / MAX_TILES);
  return Array.from({ length: Math.min(all.length, MAX_TILES) }, (_, index) => all[Math.floor(index * step)] as TileIndex);
}

async function measureAll(tileIndexes: TileIndex[], one: (tile: TileIndex) => Promise<Measurement>): Promise<Measurement[]> {
  const [remainingTiles, answers] = [[...tileIndexes], [] as Measurement[]];
  const work = async () => {
    for (let tile = remainingTiles.shift(); tile; tile = remainingTiles.shift()) answers.push(await one(tile));
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return answers;
}

async function fetchTile(template: string, [z, x, y]: TileIndex): Promise<Measurement> {
  const start = performance.now();
  const address = template.replace("{z}", String(z)).replace("{x}", String(x)).replace("{y}", String(y));
  const response = await fetch(address, { headers: { "accept-encoding": "gzip" } });
  const { byteLength } = await response.arrayBuffer();
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const sent = Number(response.headers.get("content-length") ?? 0);
  return { ms: performance.now() - start, bytes: byteLength, sent };
}

async function queryTile(tile: TileIndex): Promise<Measurement> {
  const start = performance.now();
  const { rows } = await pool.query<{ tile: Buffer }>(TILE_SQL, [...tile]);
  const bytes = rows[0]?.tile.length ?? 0;
  return { ms: performance.now() - start, bytes, sent: bytes };
}

function percentile(list: Measurement[], part: number): number {
  const sorted = list.map((each) => each.ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function kb(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}

function ms(time: number): string {
  return time < 10 ? time.toFixed(1) : time.toFixed(0);
}
