// Three nodes of PostgreSQL, three servers of the atlas and HAProxy on one machine, under readers that never stop and a writer. Takes nodes
// and servers away and brings them back, and reports what readers met: the table of docs/scaling.md. Ends with 1 if a reader got an error
// or a confirmed publication was lost.
//   test/scale/run            SCALE_SECONDS: how long each state is watched (5)
//   SCALE_BEFORE=<commit> test/scale/run     the version that is upgraded from; the same version by default
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { freePort } from "../bench/postgres.ts";
import { Node } from "./nodes.ts";
import { Readers } from "./readers.ts";
import { AtlasServer, startHaproxy } from "./servers.ts";
import { Writer } from "./writer.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const WATCHED_MS = Number(process.env.SCALE_SECONDS || 5) * 1000;
const READERS = 8;

const folder = mkdtempSync(join(tmpdir(), "atlas-scale-"));
// For PostgreSQL, which runs as a user of its own.
chmodSync(folder, 0o755);
const nodes = [
  await Node.create(join(folder, "1")),
  await Node.create(join(folder, "2")),
  await Node.create(join(folder, "3")),
] as const;
const [readersPort, primaryPort] = [await freePort(), await freePort()];
const primaryUrl = `postgresql://postgres@127.0.0.1:${primaryPort}/postgres`;
const servers: AtlasServer[] = [];
for (let index = 0; index < 3; index++) {
  const environment = {
    DATABASE_URL: primaryUrl,
    DATABASE_READ_URLS: nodes.map(({ url }) => url).join(),
    DATABASE_POOL: "5",
    METRICS_PORT: "",
  };
  servers.push(new AtlasServer(await freePort(), environment));
}
const haproxy = startHaproxy(join(root, "docker/haproxy.cfg"), {
  READERS: `127.0.0.1:${readersPort}`,
  PRIMARY: `127.0.0.1:${primaryPort}`,
  ...Object.fromEntries(servers.map(({ port }, index) => [`ATLAS${index + 1}`, `127.0.0.1:${port}`])),
  ...Object.fromEntries(nodes.map(({ port }, index) => [`NODE${index + 1}`, `127.0.0.1:${port}`])),
  ...Object.fromEntries(nodes.map(({ apiPort }, index) => [`NODE${index + 1}_API`, String(apiPort)])),
});
let readers: Readers | undefined;
let writer: Writer | undefined;
let failed = false;

try {
  await prepare();
  console.log(`${READERS} readers, ${new Date().toISOString().slice(0, 10)}\n`);
  console.log("| what happens | reads | failed | slowest, ms | |");
  console.log("| --- | ---: | ---: | ---: | --- |");
  readers = new Readers(`http://127.0.0.1:${readersPort}`, READERS);
  await watch("nothing", async () => "");
  await watch("each server is replaced by one of the next version, one by one", upgrade);
  writer = new Writer(primaryUrl);
  await watch("a publication every quarter of a second", async () => `all servers show one after ${await delayOfVersions()} ms`);
  await watch("a replica is killed", async () => {
    await nodes[2].kill();
    return "";
  });
  await watch("it comes back", async () => {
    await nodes[2].start();
    return "";
  });
  await watch("a server is killed", async () => {
    await servers[0]?.stop("SIGKILL");
    return "";
  });
  await watch("it comes back", async () => {
    await servers[0]?.start(root);
    return "";
  });
  await watch("the primary is killed, and a replica promoted 3 s later", failOver);
} finally {
  await readers?.stop();
  await writer?.stop();
  await Promise.all(servers.map((server) => server.stop("SIGKILL")));
  haproxy.kill("SIGKILL");
  await Promise.all(nodes.map((node) => node.close()));
  execFileSync("git", ["worktree", "prune"], { cwd: root });
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

async function prepare(): Promise<void> {
  const [primary, ...replicas] = nodes;
  primary.initialise();
  await primary.start();
  await reachable(primaryUrl);
  for (const node of replicas) {
    node.copyFrom(primaryUrl);
    await node.start();
  }
  await primary.confirmOnceReplicated();
  const before = folderOf(process.env.SCALE_BEFORE);
  for (const server of servers) await server.start(before);
}

/** A folder with the program of that commit; without one, this program. */
function folderOf(commit: string | undefined): string {
  if (!commit) return root;
  const before = join(folder, "before");
  execFileSync("git", ["worktree", "add", "--detach", "--quiet", before, commit], { cwd: root });
  symlinkSync(join(root, "node_modules"), join(before, "node_modules"));
  return before;
}

async function reachable(url: string): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
    client.on("error", () => undefined);
    const isReachable = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (isReachable) return;
    await wait(100);
  }
}

/** Lets it happen under way, watches for a while, and prints the line of the table. */
async function watch(what: string, happens: () => Promise<string>): Promise<void> {
  readers?.take();
  const note = await happens();
  await wait(WATCHED_MS);
  const { count, slowest, failures } = readers?.take() ?? { count: 0, slowest: 0, failures: [] };
  console.log(`| ${what} | ${count} | ${failures.length} | ${slowest.toFixed(0)} | ${note} |`);
  for (const { after, reason } of failures.slice(0, 5)) console.error(`after ${after} ms: ${reason}`);
  failed ||= failures.length > 0;
}

/** Time from the confirmation of a publication until every server answers with it, in ms. */
async function delayOfVersions(): Promise<number> {
  const version = await (writer as Writer).next();
  const start = performance.now();
  while (!(await Promise.all(servers.map(async (server) => ((await server.version()) ?? 0) >= version))).every(Boolean))
    await wait(5);
  return Math.round(performance.now() - start);
}

async function failOver(): Promise<string> {
  const { confirmed } = writer as Writer;
  const [primary, first, second] = nodes;
  await primary.kill();
  await wait(3000);
  // The one that has received more, as Patroni does.
  const next = (await first.received()) >= (await second.received()) ? first : second;
  await next.promote();
  await next.confirmOnceReplicated();
  await (writer as Writer).next();
  const rows = await next.query<{ id: number }>("SELECT id FROM change_set");
  const kept = new Set(rows.map(({ id }) => id));
  const lost = confirmed.filter((id) => !kept.has(id));
  failed ||= lost.length > 0;
  return `no publication for ${((writer as Writer).longestGap / 1000).toFixed(1)} s; ${lost.length} of ${confirmed.length} confirmed ones lost`;
}

async function upgrade(): Promise<string> {
  for (const server of servers) {
    await server.stop("SIGTERM");
    await server.start(root);
    // HAProxy takes half a second to see it.
    await wait(1000);
  }
  return `from ${process.env.SCALE_BEFORE ?? "the same version"}`;
}
