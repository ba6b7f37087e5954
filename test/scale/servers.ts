import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";

/** One server of the atlas, on a port that it keeps when it is started again. */
export class AtlasServer {
  readonly port: number;
  private readonly environment: Record<string, string>;
  private process: ChildProcess | undefined;
  private output = "";

  constructor(port: number, environment: Record<string, string>) {
    this.port = port;
    this.environment = environment;
  }

  /** Starts the program in that folder, and waits until it is ready. */
  async start(folder: string): Promise<void> {
    this.output = "";
    const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts"], {
      cwd: folder,
      env: {
        ...process.env,
        LANG: "C",
        LOG_LEVEL: "silent",
        REQUESTS_PER_MINUTE: "0",
        PORT: String(this.port),
        ...this.environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.process = child;
    const ready = new Promise<void>((resolve) => {
      for (const stream of [child.stdout, child.stderr])
        stream?.on("data", (chunk) => {
          this.output += chunk;
          if (this.output.includes("ready: ")) resolve();
        });
    });
    await Promise.race([
      ready,
      once(child, "exit").then(() => {
        throw new Error(`the atlas ended:\n${this.output}`);
      }),
    ]);
  }

  async stop(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    const { process: child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  }

  /** The data version that it answers with; undefined if it does not answer. */
  async version(): Promise<number | undefined> {
    try {
      const body = JSON.stringify({ query: "{ atlas { version } }" });
      const headers = { "content-type": "application/json" };
      const url = `http://127.0.0.1:${this.port}/graphql`;
      const response = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(2000) });
      return ((await response.json()) as { data?: { atlas?: { version: number } } }).data?.atlas?.version;
    } catch {
      return undefined;
    }
  }
}

/** HAProxy with docker/haproxy.cfg and these addresses. */
export function startHaproxy(configuration: string, addresses: Record<string, string>): ChildProcess {
  const program = ["/usr/sbin", "/usr/local/sbin"].find((folder) => readdirSync(folder).includes("haproxy"));
  if (!program) throw new Error("HAProxy is not installed: apt-get install haproxy");
  return spawn(`${program}/haproxy`, ["-db", "-q", "-f", configuration], {
    env: { PATH: process.env.PATH, ...addresses },
    stdio: ["ignore", "inherit", "inherit"],
  });
}
