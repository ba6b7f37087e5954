import { createServer } from "node:http";
import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { awaitListening } from "./port.ts";

/** A number that is read whenever the metrics are. */
export interface Reading {
  name: string;
  help: string;
  read: () => number | Promise<number>;
}

/**
 * Serves metrics for Prometheus on a port of its own, which readers need not reach: requests by route, method and status, the process and
 * its event loop, and these readings. Nothing in it is about a person. The routes of `app` that are added later are measured.
 */
export function serveMetrics(app: FastifyInstance, address: { host: string; port: number }, readings: readonly Reading[]): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "atlas_" });
  const durations = new Histogram({
    name: "atlas_request_seconds",
    help: "Time to answer a request, by route, method and status",
    labelNames: ["route", "method", "status"],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  for (const { name, help, read } of readings)
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read());
      },
    });
  app.addHook("onResponse", async ({ routeOptions, method }, reply) => {
    // The pattern, not the address: there are only so many.
    durations.observe({ route: routeOptions.url ?? "none", method, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  const server = createServer(async (request, response) => {
    if (request.url !== "/metrics") return response.writeHead(404).end();
    try {
      response.writeHead(200, { "content-type": registry.contentType }).end(await registry.metrics());
    } catch (error) {
      app.log.error({ err: error }, "the metrics could not be read");
      response.writeHead(503).end();
    }
  });
  app.addHook("onReady", () =>
    awaitListening(address, new Promise<void>((resolve, reject) => server.once("error", reject).listen(address, resolve))),
  );
  app.addHook("preClose", async () => {
    server.closeAllConnections();
    server.close();
  });
}
