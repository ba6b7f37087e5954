// Kills the program at random moments of its first start (migrations, publishing, the demonstration's figures) and starts it again on
// what is left, on each database. Nothing that it has announced may be lost, and nothing may be there by half.
//   npx tsx test/kills.ts 50     kills on each database; TEST_DATABASE_URL names a PostgreSQL server
import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";

const root = fileURLToPath(new URL("..", import.meta.url));
const server = process.env.TEST_DATABASE_URL;
const wanted = Number(process.argv[2] ?? 50);

interface Place {
  environment: Record<string, string>;
  remove(): Promise<void>;
}

async function newFolder(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "atlas-kills-"));
  return { environment: { DATA_DIR: folder, DATABASE_URL: "" }, remove: async () => rmSync(folder, { recursive: true }) };
}

async function newDatabase(): Promise<Place> {
  const name = `atlas_kills_${randomUUID().replaceAll("-", "")}`;
  const command = async (text: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(text);
    await client.end();
  };
  await command(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  const url = Object.assign(new URL(server ?? ""), { pathname: `/${name}` }).href;
  return { environment: { DATABASE_URL: url }, remove: () => command(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Starts the demonstration, and kills it after some milliseconds unless it is ready before; returns what it has said. */
async function run({ environment }: Place, killedAfter: number, whenReady: (url: string) => Promise<void>) {
  const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts", "--demo"], {
    cwd: root,
    env: { ...process.env, PORT: "0", LANG: "C", ...environment },
  });
  let text = "";
  const ready = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        text += chunk;
        const url = /ready: (\S+)/.exec(text)?.[1];
        if (url) resolve(url);
      });
  });
  const exited = once(child, "exit");
  const timer = killedAfter < Number.POSITIVE_INFINITY ? setTimeout(() => child.kill("SIGKILL"), killedAfter) : undefined;
  const url = await Promise.race([ready, exited.then(() => undefined)]);
  clearTimeout(timer);
  if (url) await whenReady(url);
  child.kill("SIGKILL");
  await exited;
  return { text, isReady: url !== undefined, wasKilled: child.signalCode === "SIGKILL" };
}

const QUERIES = {
  observations: "indicator { slug } periodStart periodEnd value valueMax status synthetic confidence noteEn",
  sites: "slug nameZh nameEn district { code } location { point } latest: observations(first: 3) { value periodEnd }",
};

interface Page {
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  nodes: object[];
}

/** A digest of all sites and figures, in any order; numbers and times of versions differ where one was begun and not finished. */
async function contentOf(url: string): Promise<string> {
  const rows: string[] = [];
  for (const [list, fields] of Object.entries(QUERIES))
    for (let after: string | null = null, hasNextPage = true; hasNextPage; ) {
      const query = `query ($after: String) { list: ${list}(first: 100, after: $after) { pageInfo { endCursor hasNextPage } nodes { ${fields} } } }`;
      const headers = { "content-type": "application/json" };
      const response: Response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers,
        body: JSON.stringify({ query, variables: { after } }),
      });
      const { data, errors }: { data: { list: Page }; errors?: unknown } = await response.json();
      if (errors) throw new Error(JSON.stringify(errors).slice(0, 500));
      for (const node of data.list.nodes) rows.push(JSON.stringify(node));
      [after, hasNextPage] = [data.list.pageInfo.endCursor, data.list.pageInfo.hasNextPage];
    }
  return `${rows.length} rows, ${createHash("sha256").update(rows.sort().join("\n")).digest("hex").slice(0, 12)}`;
}

const STEPS = [/applied \d+ migrations/, /published the data files as version/, /filled the gaps/];

for (const [kind, open] of [["embedded", newFolder], ...(server ? [["PostgreSQL", newDatabase] as const] : [])] as const) {
  let expected = "";
  const first = await open();
  const started = performance.now();
  await run(first, Number.POSITIVE_INFINITY, async (url) => {
    expected = await contentOf(url);
  });
  const duration = performance.now() - started;
  await first.remove();
  const result = { kills: 0, lost: 0, half: 0, killedAfterStep: [0, 0, 0, 0] };
  while (result.kills < wanted) {
    const place = await open();
    const announced = new Set<number>();
    for (let isReady = false; !isReady; ) {
      const isLast = result.kills >= wanted;
      const after = isLast ? Number.POSITIVE_INFINITY : Math.random() * duration;
      const end = await run(place, after, async (url) => {
        const content = await contentOf(url);
        if (content === expected) return;
        result.half++;
        console.log(`${kind}: ${content} instead of ${expected}`);
      });
      isReady = end.isReady;
      const steps = STEPS.flatMap((step, index) => (step.test(end.text) ? [index] : []));
      // What was announced before and is done again had been lost. Migrations may be announced in parts.
      for (const step of steps) if (step > 0 && announced.has(step)) result.lost++;
      for (const step of steps) announced.add(step);
      if (isReady) continue;
      if (!end.wasKilled) throw new Error(`${kind}: ended by itself: ${end.text.slice(-1000)}`);
      result.kills++;
      result.killedAfterStep[announced.size] = (result.killedAfterStep[announced.size] ?? 0) + 1;
    }
    await place.remove();
  }
  console.log(
    `${kind}: ${result.kills} kills (${result.killedAfterStep.join(", ")} after 0, 1, 2, 3 steps), ${result.lost} lost, ${result.half} half; a start takes ${(duration / 1000).toFixed(1)} s`,
  );
}
