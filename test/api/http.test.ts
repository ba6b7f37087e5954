// GraphQL over HTTP: the public audit suite, every MUST and every SHOULD.
import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readAtlas, type TestAtlas } from "../atlas.ts";

let atlas: TestAtlas;
let url = "";
beforeAll(async () => {
  atlas = await readAtlas();
  url = `${await atlas.app.listen({ host: "127.0.0.1", port: 0 })}/graphql`;
});
afterAll(() => atlas.close());

test.each(serverAudits({ url: () => url, fetchFn: fetch }).map((audit) => [audit.id, audit.name, audit] as const))(
  "%s %s",
  async (_id, name, audit) => {
    const result = await audit.fn();
    if (name.startsWith("MAY")) return;
    expect(result).toMatchObject({ status: "ok" });
  },
);
