// Requests per second of the atlas as a ratio to bare SQL, both measured in turn in the same run on the same machine.
// BENCH_DATABASE_URL names an empty PostgreSQL database (or one that an earlier run has filled).
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { readConfig } from "../../server/config.ts";
import { migrate } from "../../server/database/migrations.ts";
import { openDatabase } from "../../server/database/pool.ts";
import { fill, SITES } from "./data.ts";
import { type Question, questions, type Sample, samples } from "./queries.ts";

const VARIANTS = 500;
const ROUNDS = 3;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const CONNECTIONS = 10;
const ports = { bare: 4101, atlas: 4102 };

const url = process.env.BENCH_DATABASE_URL;
if (!url) throw new Error("Set BENCH_DATABASE_URL to an empty PostgreSQL database with PostGIS.");
const database = await openDatabase(readConfig({ DATABASE_URL: url }));
await migrate(database.pool);
const { rows } = await database.pool.query<{ count: number }>("SELECT count(*)::int AS count FROM site");
if (rows[0]?.count === 0) {
  console.log(`making up ${SITES} sites`);
  await fill(database.pool);
}
const startTimes = await samples(database.pool, VARIANTS);
await database.close();

const servers = [await run("bare"), await run("atlas")];
console.log(
  `| question | bare requests/s | atlas requests/s | ratio | peer | goal |\n| --- | ---: | ---: | ---: | ---: | ---: |`,
);
try {
  for (const [index, question] of questions.entries()) await measure(index, question);
} finally {
  for (const server of servers) server.kill();
}

async function measure(index: number, question: Question): Promise<void> {
  const rates = { bare: [] as number[], atlas: [] as number[] };
  for (let round = 0; round <= ROUNDS; round++) {
    for (const serverName of ["bare", "atlas"] as const) {
      const rate = await load(serverName, index, question, startTimes);
      // The first round warms caches and the compiler.
      if (round > 0) rates[serverName].push(rate);
    }
  }
  const [bare, atlas] = [median(rates.bare), median(rates.atlas)];
  const ratio = (atlas / bare).toFixed(2);
  console.log(
    `| ${question.name} | ${bare.toFixed(0)} | ${atlas.toFixed(0)} | ${ratio} | ${question.peer ?? ""} | ${question.goal} |`,
  );
}

async function load(
  serverName: keyof typeof ports,
  index: number,
  { query, variant }: Question,
  from: Sample[],
): Promise<number> {
  const requests = from.map((sample) => {
    const { variables, parameters } = variant(sample);
    return {
      method: "POST" as const,
      path: serverName === "bare" ? "/" : "/graphql",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(serverName === "bare" ? { question: index, parameters } : { query, variables }),
    };
  });
  const options = { connections: CONNECTIONS, duration: SECONDS, requests };
  const isRight = (body: unknown) => !String(body).includes('"errors"');
  const result = await autocannon({ url: `http://127.0.0.1:${ports[serverName]}`, ...options, verifyBody: isRight });
  const failures = result.non2xx + result.errors + result.mismatches;
  if (failures > 0) throw new Error(`${serverName}: ${failures} answers went wrong`);
  return result.requests.average;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function run(name: keyof typeof ports): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", fileURLToPath(new URL(`${name}.ts`, import.meta.url))], {
    env: { ...process.env, DATABASE_URL: url, PORT: String(ports[name]), NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout as NodeJS.ReadableStream, "data");
  return child;
}
