import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serve } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { databases, readAtlas, type TestAtlas } from "../atlas.ts";

const freePort = async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
};

let atlas: TestAtlas;
let port = 0;
beforeAll(async () => {
  atlas = await readAtlas(databases.at(-1));
  port = await freePort();
});
afterAll(() => atlas.close());

const open = () => serve(atlas.database, undefined, readConfig({ METRICS_PORT: String(port) }));

test("are served on a port of their own, and not where readers are", async () => {
  const app = await open();
  await app.inject("/tiles/sites.json");
  await app.inject("/tiles/sites.json?bbox=1");
  await app.inject("/nothing/here");
  expect((await app.inject("/metrics")).statusCode).toBe(404);
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(text).toMatch(/^atlas_data_version \d+$/m);
  expect(text).toMatch(/^atlas_database_connections \d+$/m);
  for (const lane of ["heavy", "tiles"])
    for (const state of ["running", "waiting", "refused"]) expect(text).toContain(`\natlas_${lane}_${state} 0\n`);
  const count = (status: number) => `atlas_request_seconds_count{route="/tiles/:layer",method="GET",status="${status}"} 1\n`;
  expect(text).toContain(count(200));
  expect(text).toContain(count(400));
  expect(text).not.toContain("nothing");
  expect(text).toMatch(/^atlas_nodejs_eventloop_lag_p99_seconds /m);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  await app.close();
});

test("a port that is taken stops the start with its number", async () => {
  const taken = createServer().listen(port, "127.0.0.1");
  await once(taken, "listening");
  const app = await open();
  await expect(app.ready()).rejects.toMatchObject({ code: "PORT_TAKEN", details: { port } });
  taken.close();
  await app.close();
});
