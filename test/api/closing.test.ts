import { Agent, get } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { serve } from "../../server/app.ts";
import { readAtlas } from "../atlas.ts";

test("what arrives on an open connection while the server closes is answered", async () => {
  const { database } = await readAtlas();
  const app = await serve(database);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const status = () =>
    new Promise((resolve, reject) => {
      const { port } = app.server.address() as AddressInfo;
      get({ agent, port, host: "127.0.0.1", path: "/healthz" }, (response) => {
        response.resume().on("end", () => resolve(response.statusCode));
      }).on("error", reject);
    });
  const statuses: unknown[] = [];
  app.addHook("preClose", async () => void statuses.push(await status()));
  await app.listen({ port: 0, host: "127.0.0.1" });
  statuses.push(await status());
  await app.close();
  agent.destroy();
  expect(statuses).toEqual([200, 200]);
});
