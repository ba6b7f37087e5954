// How many random cases a property is tried with. CI tries all of them, a local run a part: TEST_RUNS is the share.
import fc from "fast-check";

const share = Number(process.env.TEST_RUNS ?? 0.25);

/** The number of runs of a property that CI tries `full` times. */
export const runs = (full: number): { numRuns: number } => ({ numRuns: Math.max(1, Math.ceil(full * share)) });

fc.configureGlobal(runs(100));
