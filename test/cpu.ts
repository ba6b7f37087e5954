// What a request costs the thread that answers all others: CPU time, not wall time, so that a busy machine does not decide.

/** CPU time of this process in ms for `run`: the least of five runs, because the first ones also compile. */
export async function cpuMs(run: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let attempt = 0; attempt < 5; attempt++) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return Math.min(...times);
}

/** What no refused request may take. */
export const MAX_REFUSED_MS = 50;
