// Seconds of reading all synthetic sites with the latest figures of three indicators in columns, page by page as downloads do: with
// one lookup for each figure and with one for each of its five columns, in turn, in one run. The database as for `npm run bench`.
import { readConfig } from "../../server/config.ts";
import type { Properties } from "../../server/cql2/properties.ts";
import { openDatabase } from "../../server/database/pool.ts";
import type { Download } from "../../server/exports/download.ts";
import { sitePages } from "../../server/exports/pages.ts";
import { figureColumns } from "../../server/indicators/figure-columns.ts";
import { siteProperties } from "../../server/sites/properties.ts";
import { INDICATORS, SITES } from "./data.ts";
import { openBenchDatabase } from "./postgres.ts";

const ROUNDS = 3;

const bench = await openBenchDatabase();
const database = await openDatabase(readConfig({ DATABASE_URL: bench.url }));

const together = await figureColumns(database, INDICATORS, "SITE");
const separateProperties: Properties = Object.fromEntries(
  Object.entries(together).map(([name, { lookup: _lookup, ...property }]) => [name, property]),
);
const seconds: Record<string, number[]> = { together: [], apart: [], "without figures": [] };
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, properties] of Object.entries({ together, apart: separateProperties, "without figures": {} })) {
    const elapsedSeconds = await read({ ...siteProperties, ...properties });
    // The first round warms caches.
    if (round > 0) seconds[name]?.push(elapsedSeconds);
  }
}
for (const [name, elapsedSeconds] of Object.entries(seconds)) console.log(`${name}: ${median(elapsedSeconds).toFixed(2)} s`);
console.log(`ratio: ${(median(seconds.apart ?? []) / median(seconds.together ?? [])).toFixed(2)}`);
await database.close();
bench.stop();

async function read(properties: Properties): Promise<number> {
  const start = performance.now();
  const download = { database, pageSize: 250, version: 1, signal: new AbortController().signal, filter: {}, properties };
  let count = 0;
  for await (const page of sitePages(download as unknown as Download)) count += page.length;
  if (count !== SITES) throw new Error(`${count} sites instead of ${SITES}`);
  return (performance.now() - start) / 1000;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
