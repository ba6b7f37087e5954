import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../server/config.ts";
import { migrate } from "../../server/database/migrations.ts";
import { openDatabase } from "../../server/database/pool.ts";
import { fill } from "./data.ts";

export interface BenchDatabase {
  url: string;
  /** Process id of the PostgreSQL server, where it was started here: its processor time is counted. */
  pid?: number;
  stop: () => void;
}

const DEBIAN = "/usr/lib/postgresql";

/** A migrated database with the synthetic sites: at BENCH_DATABASE_URL, or in a throw-away cluster of Debian's PostgreSQL. */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const { BENCH_DATABASE_URL } = process.env;
  const server = BENCH_DATABASE_URL ? { url: BENCH_DATABASE_URL, stop: () => undefined } : await startCluster();
  const database = await openDatabase(readConfig({ DATABASE_URL: server.url }));
  await migrate(database.pool);
  await fill(database.pool);
  await database.close();
  return server;
}

async function startCluster(): Promise<BenchDatabase> {
  const version = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))[0] : undefined;
  if (!version) throw new Error("Set BENCH_DATABASE_URL to an empty PostgreSQL database with PostGIS, or install postgresql.");
  const folder = mkdtempSync(join(tmpdir(), "atlas-bench-"));
  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? Number(execFileSync("id", ["-u", "postgres"], { encoding: "utf8" })) : undefined;
  if (user !== undefined) chownSync(folder, user, user);
  const run = (program: string, ...parameters: string[]) =>
    execFileSync(join(DEBIAN, version, "bin", program), ["-D", join(folder, "data"), ...parameters], {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
      ...(user !== undefined && { uid: user }),
    });
  const port = await freePort();
  run("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8");
  run(
    "pg_ctl",
    "start",
    "--silent",
    `--log=${join(folder, "log")}`,
    "-o",
    `-h 127.0.0.1 -p ${port} -k ${folder} -c shared_buffers=1GB`,
  );
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    pid: Number(readFileSync(join(folder, "data/postmaster.pid"), "utf8").split("\n", 1)[0]),
    stop() {
      run("pg_ctl", "stop", "--silent", "--mode=immediate");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}
