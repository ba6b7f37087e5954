// The atlas measured against a floor: hand-written SQL behind a plain Node server, in turn in one run on the same machine. Fresh answers
// were never given before; repeated ones come from the store of answers. Prints the table of docs/benchmarks.md.
import { isDeepStrictEqual } from "node:util";
import pg from "pg";
import { type Benchmark, benchmarks, drawSamples, type Sample } from "./benchmarks.ts";
import { SITES } from "./data.ts";
import { CONNECTIONS, type Load, loadServer } from "./load.ts";
import { openBenchDatabase } from "./postgres.ts";
import { memoryMb, startServer } from "./processes.ts";

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
    await measure(index, benchmark);
  }
  await measureBeside();
  console.log(`\nMemory of the server at the end: ${memoryMb(atlas.pid).toFixed(0)} MB`);
} finally {
  await Promise.all([bare.stop(), atlas.stop()]);
  database.stop();
}

/** Both must give the same answer, or there is nothing to compare. */
async function checkAnswers(index: number, benchmark: Benchmark): Promise<void> {
  for (const sample of samples.slice(0, 5)) {
    const expected = await send(bare.url, bodyOf(index, benchmark, sample).bare);
    const answer = (await send(`${atlas.url}/graphql`, bodyOf(index, benchmark, sample).atlas)) as { data: never };
    if (answer.data && isDeepStrictEqual(benchmark.answer(answer.data), expected)) continue;
    throw new Error(
      `${benchmark.name}: ${JSON.stringify(answer).slice(0, 1000)}\nis not ${JSON.stringify(expected).slice(0, 1000)}`,
    );
  }
}

async function send(url: string, body: string): Promise<unknown> {
  const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
  return response.json();
}

/** Requests for one variant. A variable that no query declares makes a request differ from all before it, and changes nothing else. */
function bodyOf(index: number, { query, variant }: Benchmark, sample: Sample, difference?: number) {
  const { variables, values } = variant(sample);
  return {
    bare: JSON.stringify({ benchmark: index, values }),
    atlas: JSON.stringify({ query, variables: { ...variables, ...(difference !== undefined && { difference }) } }),
  };
}

async function measure(index: number, benchmark: Benchmark): Promise<void> {
  let [turn, difference] = [0, 0];
  const nextSample = () => samples[turn++ % samples.length] as Sample;
  const kinds = {
    floor: () => loadServer(bare, "/", () => bodyOf(index, benchmark, nextSample()).bare, { databasePid: database.pid }),
    fresh: () =>
      loadServer(atlas, "/graphql", () => bodyOf(index, benchmark, nextSample(), difference++).atlas, {
        databasePid: database.pid,
      }),
    repeated: () => loadServer(atlas, "/graphql", () => bodyOf(index, benchmark, nextSample()).atlas),
  };
  // Repeated answers have all been given before.
  for (const sample of samples) await send(`${atlas.url}/graphql`, bodyOf(index, benchmark, sample).atlas);
  const loads = { floor: [] as Load[], fresh: [] as Load[], repeated: [] as Load[] };
  for (let round = 0; round <= ROUNDS; round++) {
    for (const kind of ["floor", "fresh", "repeated"] as const) {
      const load = await kinds[kind]();
      // The first round warms caches and the compiler.
      if (round > 0) loads[kind].push(load);
    }
  }
  const of = (kind: keyof typeof loads, part: keyof Load) => median(loads[kind].map((load) => load[part]));
  const ratio = (kind: keyof typeof loads) => (of(kind, "rate") / of("floor", "rate")).toFixed(2);
  const cells = [
    benchmark.name,
    of("floor", "rate").toFixed(0),
    of("fresh", "rate").toFixed(0),
    ratio("fresh"),
    benchmark.aim.fresh,
    of("repeated", "rate").toFixed(0),
    ratio("repeated"),
    benchmark.aim.repeated,
    `${of("fresh", "p50")} / ${of("fresh", "p97_5")}`,
    `${of("floor", "serverMs").toFixed(2)} / ${of("fresh", "serverMs").toFixed(2)}`,
    database.pid ? `${of("floor", "databaseMs").toFixed(2)} / ${of("fresh", "databaseMs").toFixed(2)}` : "",
  ];
  console.log(`| ${cells.join(" | ")} |`);
}

/** The list beside ten heavy queries at once: once a second, and from ten clients that send the next as soon as they are answered. */
async function measureBeside(): Promise<void> {
  const [list, , , , heavy] = benchmarks as [Benchmark, Benchmark, Benchmark, Benchmark, Benchmark];
  let difference = 1e9;
  const sendList = () => {
    const sample = samples[difference % samples.length] as Sample;
    return bodyOf(0, list, sample, difference++).atlas;
  };
  const sendHeavy = () => bodyOf(4, heavy, samples[0] as Sample, difference++).atlas;
  const quiet = await loadServer(atlas, "/graphql", sendList);
  const durations: number[] = [];
  const timer = setInterval(() => {
    for (let count = 0; count < 10; count++) {
      const start = performance.now();
      void send(`${atlas.url}/graphql`, sendHeavy()).then(() => durations.push(performance.now() - start));
    }
  }, 1000);
  const besideBursts = await loadServer(atlas, "/graphql", sendList).finally(() => clearInterval(timer));
  const [beside, ten] = await Promise.all([
    loadServer(atlas, "/graphql", sendList),
    loadServer(atlas, "/graphql", sendHeavy, { connections: 10 }),
  ]);
  console.log(`
Q1 alone: p97.5 ${quiet.p97_5} ms.
Beside ten Q5 at once, every second: p97.5 ${besideBursts.p97_5} ms; the slowest Q5 takes ${Math.max(...durations).toFixed(0)} ms.
Beside ten clients that send one Q5 after another: p97.5 ${beside.p97_5} ms; Q5: p50 ${ten.p50} ms, p97.5 ${ten.p97_5} ms.`);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
