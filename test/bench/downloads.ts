// Seconds, bytes and extra memory of downloading all synthetic sites in each format, by a reader who takes what comes
// and by one who stops for a while. The database as for `npm run bench`.
import { setTimeout } from "node:timers/promises";
import { formats } from "../../server/exports/formats.ts";
import { openBenchDatabase } from "./postgres.ts";
import { type BenchServer, memoryMb, startServer } from "./processes.ts";

const PAUSE_SECONDS = 5;
const GOAL_MB = 150;

const database = await openBenchDatabase();

console.log(
  `| format | reader | seconds | MB before compression | extra MB of memory (goal ${GOAL_MB}) |\n| --- | --- | ---: | ---: | ---: |`,
);
for (const format of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(formats)) {
  for (const [reader, encoding, pauseMs] of [
    ["steady", "identity", 0],
    ["steady, br", "br", 0],
    [`pauses ${PAUSE_SECONDS} s`, "identity", PAUSE_SECONDS],
  ] as const) {
    // A server of its own for each: what one download leaves behind must not hide what the next one takes.
    const server = await startServer("atlas", database.url);
    const { seconds, bytes, extra } = await measure(server, format, encoding, pauseMs);
    console.log(`| ${format} | ${reader} | ${seconds.toFixed(1)} | ${(bytes / 1e6).toFixed(1)} | ${extra.toFixed(0)} |`);
    await server.stop();
  }
}
database.stop();

async function measure(server: BenchServer, format: string, encoding: string, pauseMs: number) {
  const address = `${server.url}/download/sites.${format}`;
  // Code and connections are there before memory is looked at.
  for (const code of [420101, 420102]) {
    await (await fetch(`${address}?districts=${code}&bbox=114,30,114.01,30.1`)).arrayBuffer();
  }
  const before = memoryMb(server.pid);
  let maxMemory = before;
  const memoryTimer = setInterval(() => {
    maxMemory = Math.max(maxMemory, memoryMb(server.pid));
  }, 20);
  const started = performance.now();
  const response = await fetch(address, { headers: { "accept-encoding": encoding } });
  if (!response.ok || !response.body) throw new Error(`${format}: ${response.status} ${await response.text()}`);
  let bytes = 0;
  let isPaused = false;
  for await (const chunk of response.body) {
    bytes += chunk.length;
    if (pauseMs === 0 || isPaused || bytes < 1e6) continue;
    isPaused = true;
    await setTimeout(pauseMs * 1000);
  }
  clearInterval(memoryTimer);
  return { seconds: (performance.now() - started) / 1000, bytes, extra: maxMemory - before };
}
