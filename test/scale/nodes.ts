// Three nodes of PostgreSQL: a primary and two replicas by streaming replication. Whether a node is the primary is answered over HTTP, as
// Patroni does; promoting a replica, which is also Patroni's part, is done by `promote`.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "../bench/postgres.ts";

const DEBIAN = "/usr/lib/postgresql";
const programs = join(DEBIAN, readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))[0] ?? "15", "bin");
// PostgreSQL refuses to run as root.
const user = process.getuid?.() === 0 ? Number(execFileSync("id", ["-u", "postgres"], { encoding: "utf8" })) : undefined;

export class Node {
  readonly port: number;
  readonly apiPort: number;
  private readonly folder: string;
  private readonly api: Server;
  private process: ChildProcess | undefined;

  private constructor(folder: string, port: number, apiPort: number) {
    this.folder = join(folder, "data");
    this.port = port;
    this.apiPort = apiPort;
    this.api = createServer(async (_request, response) => {
      const isPrimary = await this.isInRecovery().then(
        (isInRecovery) => !isInRecovery,
        () => false,
      );
      response.writeHead(isPrimary ? 200 : 503).end();
    }).listen(apiPort, "127.0.0.1");
  }

  static async create(folder: string): Promise<Node> {
    mkdirSync(folder, { recursive: true });
    if (user !== undefined) chownSync(folder, user, user);
    return new Node(folder, await freePort(), await freePort());
  }

  get url(): string {
    return `postgresql://postgres@127.0.0.1:${this.port}/postgres`;
  }

  initialise(): void {
    this.run("initdb", "-D", this.folder, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8");
  }

  /** Makes it a replica of the primary at that address, which stays the address when another node becomes the primary. */
  copyFrom(primaryUrl: string): void {
    this.run("pg_basebackup", "-D", this.folder, "-d", primaryUrl, "-R", "-X", "stream", "-c", "fast");
  }

  async start(): Promise<void> {
    const settings = [
      ["listen_addresses", "127.0.0.1"],
      ["port", String(this.port)],
      ["unix_socket_directories", ""],
      ["max_connections", "200"],
      ["hot_standby_feedback", "on"],
      ["wal_keep_size", "512MB"],
    ];
    const parameters = ["-D", this.folder, ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`])];
    this.process = spawn(join(programs, "postgres"), parameters, { stdio: "ignore", ...identity() });
    for (;;) {
      if ((await this.isInRecovery().catch(() => undefined)) !== undefined) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** A commit is confirmed once a replica has it: what was confirmed outlives the primary. */
  async confirmOnceReplicated(): Promise<void> {
    await this.query("ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (*)'");
    await this.query("SELECT pg_reload_conf()");
  }

  /** How much of the write-ahead log a replica has received, in bytes. */
  async received(): Promise<number> {
    const [row] = await this.query<{ bytes: number }>("SELECT (pg_last_wal_receive_lsn() - '0/0')::float8 AS bytes");
    return row?.bytes ?? -1;
  }

  async promote(): Promise<void> {
    await this.query("SELECT pg_promote(true)");
  }

  /** Like a power cut: the server and all its processes are gone at once. */
  async kill(): Promise<void> {
    if (!this.process || this.process.exitCode !== null || this.process.signalCode !== null) return;
    const pids = [this.process.pid as number, ...childrenOf(this.process.pid as number)];
    const exited = new Promise((resolve) => this.process?.once("exit", resolve));
    for (const pid of pids) ignoreErrors(() => process.kill(pid, "SIGKILL"));
    await exited;
  }

  async close(): Promise<void> {
    this.api.closeAllConnections();
    this.api.close();
    await this.kill();
  }

  async query<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 2000, query_timeout: 20_000 });
    client.on("error", () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private async isInRecovery(): Promise<boolean> {
    const [row] = await this.query<{ value: boolean }>("SELECT pg_is_in_recovery() AS value");
    return row?.value ?? false;
  }

  private run(program: string, ...parameters: string[]): void {
    execFileSync(join(programs, program), parameters, { stdio: ["ignore", "ignore", "inherit"], cwd: "/", ...identity() });
  }
}

const identity = () => (user === undefined ? {} : { uid: user });

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);

function ignoreErrors(act: () => void): void {
  try {
    act();
  } catch {
    // The process has ended by itself.
  }
}
