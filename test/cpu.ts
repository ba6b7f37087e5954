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

/** What no refused request may take, in ms as `cpuMs` counts them. */
export const MAX_REFUSED_MS = 50;
/** What the fixed work takes on the machine that the limit is for. */
const FIXED_WORK_MS = 8;

/** The fixed work: texts are written, parsed and searched, as for a request. */
function fixedWork(): number {
  const numbers = Array.from({ length: 20_000 }, (_, index) => [Math.sin(index), index]);
  const text = JSON.stringify(numbers);
  return JSON.parse(text).length + text.split(/[,[\]]+/).length;
}

async function threadMsOf(work: () => unknown): Promise<number> {
  const before = threadMs();
  await work();
  return threadMs() - before;
}

/**
 * CPU time of this thread in ms for `run`: the least of five runs, because the first ones also compile. Each counts less where the fixed
 * work right before it takes longer than it should.
 */
export async function cpuMs(run: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let attempt = 0; attempt < 5; attempt++) {
    const slowness = (await threadMsOf(fixedWork)) / FIXED_WORK_MS;
    times.push((await threadMsOf(run)) / Math.max(1, slowness));
  }
  return Math.min(...times);
}
