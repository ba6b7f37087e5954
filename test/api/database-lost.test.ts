// While the database does not answer, every endpoint says so with 503 and when to try again; when it is back, so are they.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { type Database, openDatabase } from "../../server/database/pool.ts";
import { READ_ONLY, readAtlas, SERVER, urlOf } from "../atlas.ts";
import { TcpProxy } from "../tcp-proxy.ts";

describe.runIf(SERVER)("the proxy to PostgreSQL", () => {
  let [proxy, port, database, app] = [undefined, 0, undefined, undefined] as unknown as [
    TcpProxy,
    number,
    Database,
    Awaited<ReturnType<typeof serve>>,
  ];
  beforeAll(async () => {
    // Prepares the database that all suites read.
    await readAtlas("PostgreSQL" as never);
    proxy = new TcpProxy(urlOf(SERVER as string, READ_ONLY.real));
    const url = await proxy.open();
    port = Number(new URL(url).port);
    database = await openDatabase(readConfig({ DATABASE_URL: url, DATABASE_POOL: "2" }));
    app = await serve(database);
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const graphql = () => app.inject({ method: "POST", url: "/graphql", payload: { query: "{ sites(first: 1) { totalCount } }" } });

  test("is cut off and open again", async () => {
    expect((await graphql()).statusCode).toBe(200);
    await proxy.cut();
    const answer = await app.inject({ method: "POST", url: "/graphql", payload: { query: "{ districts { code } }" } });
    expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([503, "5"]);
    expect(answer.json().errors[0].extensions.code).toBe("DATABASE_DOWN");
    for (const url of ["/ogc/collections/sites/items", "/download/sites.csv", "/readyz"]) {
      const problem = await app.inject({ url });
      expect([url, problem.statusCode, problem.headers["retry-after"]]).toEqual([url, 503, "5"]);
      expect(problem.json()).toMatchObject({ title: "DATABASE_DOWN", status: 503 });
    }
    expect((await app.inject("/healthz")).statusCode).toBe(200);
    await proxy.open(port);
    await expect.poll(async () => (await graphql()).statusCode).toBe(200);
  });
});
