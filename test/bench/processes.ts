import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { freePort } from "./postgres.ts";

export interface BenchServer {
  url: string;
  pid: number;
  stop: () => Promise<void>;
}

/** Starts a program of this folder, which prints a line when it listens; `settings` are environment variables. */
export async function startServer(
  program: "bare" | "atlas",
  databaseUrl: string,
  settings: Record<string, string> = {},
): Promise<BenchServer> {
  const port = await freePort();
  const child: ChildProcess = spawn(
    process.execPath,
    ["--import", "tsx", fileURLToPath(new URL(`${program}.ts`, import.meta.url))],
    {
      env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), NODE_ENV: "production", ...settings },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  await once(child.stdout as NodeJS.ReadableStream, "data");
  const ended = once(child, "exit");
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Clock ticks of Linux's accounting per second, on every machine that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Processor time in ms that a process has taken, and with `children` all its direct children that still live (Linux). */
export function processorMs(pid: number, children = false): number {
  const pids = children ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [String(pid)];
  let ticks = 0;
  for (const one of pids) {
    const [, parent, ...fields] = statOf(one);
    if (Number(one) === pid || (children && Number(parent) === pid)) ticks += Number(fields[9]) + Number(fields[10]);
  }
  return (ticks * 1000) / TICKS_PER_SECOND;
}

/** The fields of /proc/PID/stat from the third: state, parent, group …; empty for a process that has ended. */
function statOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  } catch {
    return [];
  }
}

/** Resident memory of a process in MB (Linux). */
export const memoryMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
