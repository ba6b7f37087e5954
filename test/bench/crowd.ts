// Many clients at once: 500 connections for two minutes (BENCH_SECONDS), then 1,000 clients that leave before they are answered.
// npx tsx test/bench/crowd.ts; the database as for `npm run bench`.
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { benchmarks, drawSamples, type Sample } from "./benchmarks.ts";
import { INDICATORS } from "./data.ts";
import { loadServer } from "./load.ts";
import { freePort, openBenchDatabase } from "./postgres.ts";
import { type BenchServer, memoryMb, startServer } from "./processes.ts";

const CONNECTIONS = 500;
const LEAVING_CLIENTS = 1000;
const SECONDS = Number(process.env.BENCH_SECONDS || 120);
const SAMPLE_SECONDS = 2;

const database = await openBenchDatabase();
const pool = new pg.Pool({ connectionString: database.url });
const samples = await drawSamples(pool, 500);
const metricsPort = await freePort();
const server = await startServer("atlas", database.url, { METRICS_PORT: String(metricsPort) });
try {
  await measureConnections(server);
  await measureLeaving(server);
} finally {
  await Promise.all([server.stop(), pool.end()]);
  database.stop();
}

/** Lists, boxes and nearest sites in turn, none answered before; an answer that is an error ends the run. */
async function measureConnections(server: BenchServer): Promise<void> {
  let turn = 0;
  const nextRequest = () => {
    const { query, variant } = benchmarks[turn % 3] as (typeof benchmarks)[number];
    const { variables } = variant(samples[turn % samples.length] as Sample);
    return { path: "/graphql", body: JSON.stringify({ query, variables: { ...variables, difference: turn++ } }) };
  };
  // The compiler and the caches are warm before anything counts.
  await loadServer(server, nextRequest, { seconds: 5 });
  const memory = [memoryMb(server.pid)];
  const delays: number[] = [];
  await readEventLoopDelay();
  const timer = setInterval(async () => {
    memory.push(memoryMb(server.pid));
    delays.push(await readEventLoopDelay());
  }, SAMPLE_SECONDS * 1000);
  const load = await loadServer(server, nextRequest, { connections: CONNECTIONS, seconds: SECONDS });
  clearInterval(timer);
  console.log(
    `${CONNECTIONS} connections for ${SECONDS} s: ${load.rate.toFixed(0)} answers a second, no error, p50 ${load.p50} ms, p97.5 ${load.p97_5} ms; ` +
      `p99 of the event loop's delay: median ${middle(delays).toFixed(0)} ms, highest ${Math.max(...delays).toFixed(0)} ms; ` +
      `memory ${memory[0]?.toFixed(0)} MB before, at most ${Math.max(...memory).toFixed(0)} MB, ${memory.at(-1)?.toFixed(0)} MB at the end`,
  );
}

/** The 99th percentile in ms since the last reading. */
async function readEventLoopDelay(): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  return Number(/^atlas_nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(metrics)?.[1]) * 1000;
}

/** Sums in a wide box, which no total answers, and which take longer than these clients wait. */
async function measureLeaving(server: BenchServer): Promise<void> {
  const query = `query ($bbox: [Float!]!) { siteGroups(by: DISTRICT, filter: { bbox: $bbox }, indicators: ["${INDICATORS[1]}"]) {
    groups { key figures { sum } } } }`;
  let answered = 0;
  const leave = async (client: number) => {
    await wait((client % 100) * 20);
    const body = JSON.stringify({ query, variables: { bbox: [113, 29, 115 + client / 1e6, 32] } });
    const signal = AbortSignal.timeout(20 + (client % 10) * 20);
    const headers = { "content-type": "application/json" };
    const wasAnswered = await fetch(`${server.url}/graphql`, { method: "POST", headers, body, signal }).then(
      (response) => response.ok,
      () => false,
    );
    if (wasAnswered) answered++;
  };
  await Promise.all(Array.from({ length: LEAVING_CLIENTS }, (_, client) => leave(client)));
  const start = performance.now();
  while (performance.now() - start < 10_000 && (await countRunning()) > 0) await wait(10);
  console.log(
    `${LEAVING_CLIENTS} clients that leave: ${answered} were answered before; ${await countRunning()} statements are left ` +
      `${(performance.now() - start).toFixed(0)} ms after the last has left`,
  );
}

async function countRunning(): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(
    "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND backend_type = 'client backend' AND pid <> pg_backend_pid()",
  );
  return Number(rows[0]?.count);
}

function middle(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
