import { EventEmitter, once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import Fastify from "fastify";
import { expect, test } from "vitest";
import { closeInTime } from "../../server/core/closing.ts";

/** Node itself never gives up on a connection here. */
const open = () => {
  const app = Fastify({ http: { headersTimeout: 0, requestTimeout: 0 } });
  closeInTime(app);
  return app;
};

test("a connection that was opened ahead of need does not hold up the end", async () => {
  const app = open();
  await app.listen({ port: 0, host: "127.0.0.1" });
  const accepted = once(app.server, "connection");
  const ahead = connect((app.server.address() as AddressInfo).port, "127.0.0.1");
  const cut = once(ahead, "close");
  await accepted;
  await app.close();
  await cut;
});

test("what is being answered is answered before the end", async () => {
  const app = open();
  const steps = new EventEmitter();
  const [arrived, closing] = [once(steps, "arrived"), once(steps, "closing")];
  app.get("/", async () => {
    steps.emit("arrived");
    await closing;
    return "answered";
  });
  app.addHook("preClose", async () => void steps.emit("closing"));
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const answer = fetch(url);
  await arrived;
  await app.close();
  expect(await (await answer).text()).toBe("answered");
});
