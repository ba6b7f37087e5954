// Seconds, bytes and extra memory of downloading all 200,000 made-up sites in each format, by a reader who takes what comes
// and by one who stops for a while. BENCH_DATABASE_URL names an empty PostgreSQL database, or one that an earlier run has filled.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readConfig } from "../../server/config.ts";
import { migrate } from "../../server/database/migrations.ts";
import { openDatabase } from "../../server/database/pool.ts";
import { formats } from "../../server/exports/formats.ts";
import { fill, SITES } from "./data.ts";

const PORT = 4113;
const PAUSE_SECONDS = 5;
const GOAL_MB = 150;

const url = process.env.BENCH_DATABASE_URL;
if (!url) throw new Error("Set BENCH_DATABASE_URL to an empty PostgreSQL database with PostGIS.");
const database = await openDatabase(readConfig({ DATABASE_URL: url }));
await migrate(database.pool);
const { rows } = await database.pool.query<{ count: number }>("SELECT count(*)::int AS count FROM site");
if (rows[0]?.count === 0) {
  console.log(`making up ${SITES} sites`);
  await fill(database.pool);
}
await database.close();

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
    const server = await start();
    const { seconds, bytes, extra } = await measure(server, format, encoding, pauseMs);
    console.log(`| ${format} | ${reader} | ${seconds.toFixed(1)} | ${(bytes / 1e6).toFixed(1)} | ${(extra / 1e6).toFixed(0)} |`);
    server.kill();
    await once(server, "exit");
  }
}

async function measure(server: ChildProcess, format: string, encoding: string, pauseMs: number) {
  const address = `http://127.0.0.1:${PORT}/download/sites.${format}`;
  // Code and connections are there before memory is looked at.
  for (const code of [420101, 420102]) {
    await (await fetch(`${address}?districts=${code}&bbox=114,30,114.01,30.1`)).arrayBuffer();
  }
  const before = memory(server);
  let maxMemory = before;
  const memoryTimer = setInterval(() => {
    maxMemory = Math.max(maxMemory, memory(server));
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

/** Resident memory of a process in bytes (Linux). */
function memory({ pid }: ChildProcess): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024;
}

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", fileURLToPath(new URL("atlas.ts", import.meta.url))], {
    env: { ...process.env, DATABASE_URL: url, PORT: String(PORT), NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout as NodeJS.ReadableStream, "data");
  return child;
}
