import autocannon from "autocannon";
import { type BenchServer, processorMs } from "./processes.ts";

export const CONNECTIONS = 10;
export const SECONDS = Number(process.env.BENCH_SECONDS || 4);

export interface Load {
  rate: number;
  /** Latency in ms. */
  p50: number;
  p97_5: number;
  /** Processor time for one answer, in ms. */
  serverMs: number;
  databaseMs: number;
}

/** A GET of a path, or a POST of JSON. */
export interface BenchRequest {
  path: string;
  body?: string;
}

/** Sends requests for some seconds, each from `next`. Throws if any answer is an error. */
export async function loadServer(
  server: BenchServer,
  next: () => BenchRequest,
  {
    databasePid,
    connections = CONNECTIONS,
    seconds = SECONDS,
  }: { databasePid?: number | undefined; connections?: number; seconds?: number } = {},
): Promise<Load> {
  const before = [processorMs(server.pid), databasePid ? processorMs(databasePid, true) : 0] as const;
  const result = await autocannon({
    url: server.url,
    connections,
    duration: seconds,
    requests: [
      {
        setupRequest: (request) => {
          const { path, body } = next();
          const headers = body === undefined ? { "accept-encoding": "gzip" } : { "content-type": "application/json" };
          return { ...request, path, headers, method: body === undefined ? "GET" : "POST", ...(body !== undefined && { body }) };
        },
      },
    ],
    verifyBody: (body) => !String(body).includes('"errors"'),
  });
  const after = [processorMs(server.pid), databasePid ? processorMs(databasePid, true) : 0] as const;
  const failures = result.non2xx + result.errors + result.mismatches;
  if (failures > 0) throw new Error(`${next().path}: ${failures} answers went wrong`);
  const count = Math.max(1, result["2xx"]);
  return {
    rate: result.requests.average,
    p50: result.latency.p50,
    p97_5: result.latency.p97_5,
    serverMs: (after[0] - before[0]) / count,
    databaseMs: (after[1] - before[1]) / count,
  };
}
