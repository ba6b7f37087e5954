// What one client may send: per minute and at the same time.
import { EventEmitter, once } from "node:events";
import Fastify from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serve } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { clientOf, limitClients, REQUESTS_AT_ONCE } from "../../server/core/client-limits.ts";
import { prepareRoutes } from "../../server/core/http.ts";
import { readAtlas, type TestAtlas } from "../atlas.ts";

let atlas: TestAtlas;
beforeAll(async () => {
  atlas = await readAtlas();
});
afterAll(() => atlas.close());

const LIMIT = 3;
const open = (settings: Record<string, string> = {}) =>
  serve(atlas.database, undefined, readConfig({ REQUESTS_PER_MINUTE: String(LIMIT), ...settings }));
type App = Awaited<ReturnType<typeof open>>;
const statuses = async (app: App, count: number, remoteAddress: string, headers = {}, url = "/tiles/sites.json") => {
  const all: number[] = [];
  for (let sent = 0; sent < count; sent++) all.push((await app.inject({ url, remoteAddress, headers })).statusCode);
  return all;
};

test("more than a number per minute are refused, in the reader's language, with the time to wait; other clients go on", async () => {
  const app = await open();
  expect(await statuses(app, LIMIT + 1, "192.0.2.1")).toEqual([200, 200, 200, 429]);
  const graphql = {
    method: "POST",
    url: "/graphql",
    remoteAddress: "192.0.2.1",
    payload: { query: "{ atlas { version } }" },
  } as const;
  const refused = await app.inject({ ...graphql, headers: { "accept-language": "zh" } });
  const [error] = refused.json().errors;
  expect([refused.statusCode, error.extensions.code]).toEqual([429, "TOO_MANY_REQUESTS"]);
  expect(error.message).toMatch(/^该地址一分钟内的请求超过 3 次。请在 \d+ 秒后重试。$/);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  expect(await statuses(app, 1, "192.0.2.2")).toEqual([200]);
  expect(await statuses(app, 2 * LIMIT, "192.0.2.1", {}, "/healthz")).toEqual(Array(2 * LIMIT).fill(200));
  await app.close();
});

test("an IPv6 network is one client; a proxy's word for the client counts only where it is trusted", async () => {
  const app = await open();
  await statuses(app, LIMIT, "2001:db8:1:2::1");
  expect(await statuses(app, 1, "2001:db8:1:2:ffff::9")).toEqual([429]);
  expect(await statuses(app, 1, "2001:db8:1:3::1")).toEqual([200]);
  await statuses(app, LIMIT, "192.0.2.3");
  expect(await statuses(app, 1, "192.0.2.3", { "x-forwarded-for": "198.51.100.1" })).toEqual([429]);
  await app.close();
  const behindProxy = await open({ TRUSTED_PROXIES: "loopback,192.0.2.0/24" });
  await statuses(behindProxy, LIMIT, "192.0.2.3", { "x-forwarded-for": "198.51.100.1" });
  expect(await statuses(behindProxy, 1, "192.0.2.3", { "x-forwarded-for": "198.51.100.2" })).toEqual([200]);
  expect(await statuses(behindProxy, 1, "192.0.2.3", { "x-forwarded-for": "198.51.100.1" })).toEqual([429]);
  await behindProxy.close();
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["2001:db8::", "2001:db8:0:0::/64"],
  ["2001:0DB8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
])("%s is the client %s", (ip, client) => {
  expect(clientOf({ ip })).toBe(client);
});

test("more than a number at the same time are refused until one of them has ended", async () => {
  const app = Fastify();
  prepareRoutes(app);
  await limitClients(app, 1_000_000);
  const steps = new EventEmitter({ captureRejections: true }).setMaxListeners(0);
  let arrived = 0;
  app.get("/", async () => {
    if (++arrived === REQUESTS_AT_ONCE) steps.emit("full");
    await once(steps, "end");
    return "";
  });
  app.get("/other", () => "");
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  const full = once(steps, "full");
  const running = Array.from({ length: REQUESTS_AT_ONCE }, () => fetch(url));
  await full;
  const refused = await fetch(`${url}/other`);
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
  expect((await refused.json()).title).toBe("TOO_MANY_AT_ONCE");
  steps.emit("end");
  for (const answer of await Promise.all(running)) await answer.text();
  await expect.poll(async () => (await fetch(`${url}/other`)).status).toBe(200);
  await app.close();
});
