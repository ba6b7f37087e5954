// The atlas measured against a floor: hand-written SQL behind a plain Node server, in turn in one run on the same machine. Fresh answers
// were never given before; repeated ones come from the store of answers. Prints the tables of docs/benchmarks.md.
import { isDeepStrictEqual } from "node:util";
import pg from "pg";
import { type Benchmark, benchmarks, drawSamples, type Sample } from "./benchmarks.ts";
import { SITES } from "./data.ts";
import { type BenchRequest, CONNECTIONS, type Load, loadServer } from "./load.ts";
import { type Measured, measuredQuery, measuredTile, queryRequests } from "./measured.ts";
import { openBenchDatabase } from "./postgres.ts";
import { type BenchServer, memoryMb, startServer } from "./processes.ts";

const VARIANTS = 500;
const ROUNDS = 3;

const database = await openBenchDatabase();
const pool = new pg.Pool({ connectionString: database.url });
const samples = await drawSamples(pool, VARIANTS);
await pool.end();
const [bare, atlas] = [await startServer("bare", database.url), await startServer("atlas", database.url)];

try {
  console.log(`${SITES} sites, ${CONNECTIONS} connections, ${VARIANTS} variants, ${new Date().toISOString().slice(0, 10)}\n`);
  console.log(
    "| query | floor /s | fresh /s | ratio | aim | repeated /s | ratio | aim | fresh p50 / p97.5 ms | server CPU ms: floor / fresh | database CPU ms: floor / fresh |",
  );
  console.log(`| --- |${" ---: |".repeat(10)}`);
  for (const [index, benchmark] of benchmarks.entries()) {
    await checkAnswers(index, benchmark);
    await measure(measuredQuery(index, benchmark, samples));
  }
  const { tiles } = (await (await fetch(`${atlas.url}/tiles/sites.json`)).json()) as { tiles: [string] };
  await measure(measuredTile(13, tiles[0], { fresh: 1, repeated: 15 }, samples));
  await measure(measuredTile(10, tiles[0], { fresh: 10, repeated: 277 }, samples));
  await measureBeside();
  console.log(`\nMemory of the server at the end: ${memoryMb(atlas.pid).toFixed(0)} MB`);
} finally {
  await Promise.all([bare.stop(), atlas.stop()]);
  database.stop();
}

/** Both must give the same answer, or there is nothing to compare. */
async function checkAnswers(index: number, benchmark: Benchmark): Promise<void> {
  for (const sample of samples.slice(0, 5)) {
    const requests = queryRequests(index, benchmark, sample);
    const expected = await (await send(bare, requests.floor)).json();
    const answer = (await (await send(atlas, requests.atlas)).json()) as { data: never };
    if (answer.data && isDeepStrictEqual(benchmark.answer(answer.data), expected)) continue;
    throw new Error(
      `${benchmark.name}: ${JSON.stringify(answer).slice(0, 1000)}\nis not ${JSON.stringify(expected).slice(0, 1000)}`,
    );
  }
}

async function send(server: BenchServer, { path, body }: BenchRequest): Promise<Response> {
  const post = body !== undefined && { method: "POST", headers: { "content-type": "application/json" }, body };
  return fetch(`${server.url}${path}`, post || {});
}

async function measure({ name, aim, before, ...requests }: Measured): Promise<void> {
  for (const request of before) await (await send(atlas, request)).arrayBuffer();
  const measured = { databasePid: database.pid };
  const loads = { floor: [] as Load[], fresh: [] as Load[], repeated: [] as Load[] };
  for (let round = 0; round <= ROUNDS; round++) {
    for (const kind of ["floor", "fresh", "repeated"] as const) {
      const load = await loadServer(kind === "floor" ? bare : atlas, requests[kind], measured);
      // The first round warms caches and the compiler.
      if (round > 0) loads[kind].push(load);
    }
  }
  const of = (kind: keyof typeof loads, part: keyof Load) => median(loads[kind].map((load) => load[part]));
  const ratio = (kind: keyof typeof loads) => (of(kind, "rate") / of("floor", "rate")).toFixed(2);
  const cells = [
    name,
    of("floor", "rate").toFixed(0),
    of("fresh", "rate").toFixed(0),
    ratio("fresh"),
    aim.fresh,
    of("repeated", "rate").toFixed(0),
    ratio("repeated"),
    aim.repeated,
    `${of("fresh", "p50")} / ${of("fresh", "p97_5")}`,
    `${of("floor", "serverMs").toFixed(2)} / ${of("fresh", "serverMs").toFixed(2)}`,
    database.pid ? `${of("floor", "databaseMs").toFixed(2)} / ${of("fresh", "databaseMs").toFixed(2)}` : "",
  ];
  console.log(`| ${cells.join(" | ")} |`);
}

/** The list beside ten heavy queries at once: once a second, and from ten clients that send the next as soon as they are answered. */
async function measureBeside(): Promise<void> {
  const [list, , , , heavy] = benchmarks as [Benchmark, Benchmark, Benchmark, Benchmark, Benchmark];
  // Beyond what the measurements above have sent.
  let difference = 1e9;
  const nextList = () => {
    const sample = samples[difference % samples.length] as Sample;
    return queryRequests(0, list, sample, difference++).atlas;
  };
  const nextHeavy = () => queryRequests(4, heavy, samples[0] as Sample, difference++).atlas;
  const quiet = await loadServer(atlas, nextList);
  const durations: number[] = [];
  const timer = setInterval(() => {
    for (let count = 0; count < 10; count++) {
      const start = performance.now();
      void send(atlas, nextHeavy()).then(() => durations.push(performance.now() - start));
    }
  }, 1000);
  const besideBursts = await loadServer(atlas, nextList).finally(() => clearInterval(timer));
  const [beside, ten] = await Promise.all([loadServer(atlas, nextList), loadServer(atlas, nextHeavy, { connections: 10 })]);
  console.log(`
Q1 alone: p97.5 ${quiet.p97_5} ms.
Beside ten Q5 at once, every second: p97.5 ${besideBursts.p97_5} ms; the slowest Q5 takes ${Math.max(...durations).toFixed(0)} ms.
Beside ten clients that send one Q5 after another: p97.5 ${beside.p97_5} ms; Q5: p50 ${ten.p50} ms, p97.5 ${ten.p97_5} ms.`);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
