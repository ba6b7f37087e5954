// How many random cases a property is tried with. CI tries all of them, a local run a part: TEST_RUNS is the share.
import fc from "fast-check";

const share = Number(process.env.TEST_RUNS ?? 0.1);

/** The number of runs of a property that CI tries `full` times; `least` where fewer prove nothing. */
export const runs = (full: number, least = 1): { numRuns: number } => ({ numRuns: Math.max(least, Math.ceil(full * share)) });

fc.configureGlobal(runs(100));
