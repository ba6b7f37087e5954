// What a request costs the thread that answers all others: CPU time of that thread, not wall time, and measured against a fixed piece of
// work in the same moment, so that neither a busy machine nor a slow one decides.
import { readFileSync } from "node:fs";

/** CPU time of this thread in ms so far. Only Linux reports it; elsewhere it is that of the process, which is never less. */
function threadMs(): number {
  try {
    return Number.parseInt(readFileSync("/proc/thread-self/schedstat", "utf8"), 10) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
}

/** CPU time of this thread in ms for `run`: the least of five runs, because the first ones also compile. */
export async function cpuMs(run: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let attempt = 0; attempt < 5; attempt++) {
    const before = threadMs();
    await run();
    times.push(threadMs() - before);
  }
  return Math.min(...times);
}

/** What no refused request may take, where the fixed work takes the time below. */
export const MAX_REFUSED_MS = 50;
const FIXED_WORK_MS = 8;

/** The fixed work: texts are written, parsed and searched, as for a request. */
function fixedWork(): number {
  const numbers = Array.from({ length: 20_000 }, (_, index) => [Math.sin(index), index]);
  const text = JSON.stringify(numbers);
  return JSON.parse(text).length + text.split(/[,[\]]+/).length;
}

/** The limit of a refused request on this machine at this moment: more on a slow one, never less. */
export async function maxRefusedMs(): Promise<number> {
  return MAX_REFUSED_MS * Math.max(1, (await cpuMs(fixedWork)) / FIXED_WORK_MS);
}
