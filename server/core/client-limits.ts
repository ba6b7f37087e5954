import { isIPv6 } from "node:net";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { commonErrors } from "./common-errors.ts";
import { AtlasError } from "./errors.ts";

/** Requests of one client that may be answered at the same time. A browser sends six; its map asks for many tiles in a row. */
export const REQUESTS_AT_ONCE = 60;

/**
 * Refuses requests of a client beyond a number per minute, and beyond a number at the same time: 429 with Retry-After. Health checks are
 * not counted. A client is an IPv4 address or an IPv6 network of 64 bits.
 */
export async function limitClients(app: FastifyInstance, perMinute: number): Promise<void> {
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: "1 minute",
    keyGenerator: clientOf,
    allowList: isHealthCheck,
    errorResponseBuilder: (_request, { ttl }) =>
      new AtlasError(commonErrors.TOO_MANY_REQUESTS, { limit: perMinute, seconds: Math.ceil(ttl / 1000) }),
  });
  const running = new Map<string, number>();
  app.addHook("onRequest", async (request, reply) => {
    if (isHealthCheck(request)) return;
    const client = clientOf(request);
    const count = running.get(client) ?? 0;
    if (count >= REQUESTS_AT_ONCE) {
      reply.header("retry-after", "1");
      throw new AtlasError(commonErrors.TOO_MANY_AT_ONCE, { limit: REQUESTS_AT_ONCE });
    }
    running.set(client, count + 1);
    // Also when the client has left before the answer.
    reply.raw.once("close", () => {
      const remaining = (running.get(client) ?? 1) - 1;
      if (remaining > 0) running.set(client, remaining);
      else running.delete(client);
    });
  });
}

const isHealthCheck = ({ url }: FastifyRequest): boolean => url === "/healthz" || url === "/readyz";

/** Who counts as one client: an owner of an IPv6 network has more addresses than could be remembered. */
export function clientOf({ ip }: Pick<FastifyRequest, "ip">): string {
  if (!isIPv6(ip)) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  return mapped?.[1] ?? networkOf(ip);
}

/** The first four of the eight groups of an IPv6 address. */
function networkOf(ip: string): string {
  const [head = "", tail] = ip.split("%")[0]?.split("::") ?? [];
  const [before, after] = [head, tail ?? ""].map((part) => part.split(":").filter(Boolean)) as [string[], string[]];
  const missing = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return `${[...before, ...missing, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
