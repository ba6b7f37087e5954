// Several servers of the same data: readers are answered as long as one of them is there. Here every replica is the primary itself behind
// a proxy of its own, so it has all data at once; test/scale has real ones.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { type Database, openDatabase } from "../../server/database/pool.ts";
import { READ_ONLY, readAtlas, SERVER, urlOf } from "../atlas.ts";
import { TcpProxy } from "../tcp-proxy.ts";

describe.runIf(SERVER)("a primary and two replicas", () => {
  let proxies: [primary: TcpProxy, first: TcpProxy, second: TcpProxy];
  let [database, app] = [undefined, undefined] as unknown as [Database, Awaited<ReturnType<typeof serve>>];
  beforeAll(async () => {
    await readAtlas("PostgreSQL" as never);
    const address = urlOf(SERVER as string, READ_ONLY.real);
    proxies = [new TcpProxy(address), new TcpProxy(address), new TcpProxy(address)];
    const [primary, ...replicas] = await Promise.all(proxies.map((proxy) => proxy.open()));
    database = await openDatabase(readConfig({ DATABASE_URL: primary, DATABASE_READ_URLS: replicas.join(), DATABASE_POOL: "3" }));
    app = await serve(database);
  });
  afterAll(async () => {
    await proxies[1].cut();
    await app.close();
    await database.close();
  });

  let difference = 0;
  const ask = async () => {
    const payload = { query: "{ sites(first: 1) { totalCount } }", variables: { difference: difference++ } };
    const response = await app.inject({ method: "POST", url: "/graphql", payload });
    return response.statusCode === 200 ? response.json().data?.sites.totalCount : response.json();
  };
  const askAll = async () => new Set(await Promise.all(Array.from({ length: 40 }, ask)));
  const current = () => database.replicas?.state.current;

  test("take statements in turn", async () => {
    expect(current()).toBe(2);
    const before = proxies.map(({ connections }) => connections);
    expect(await askAll()).toEqual(new Set([47]));
    const [primary, ...replicas] = proxies.map(({ connections }, index) => connections - (before[index] ?? 0));
    expect(primary).toBe(0);
    for (const opened of replicas) expect(opened).toBeGreaterThan(0);
  });

  test("answer when one falls silent, cancelling included", async () => {
    proxies[1].silence();
    expect(await askAll()).toEqual(new Set([47]));
    expect(current()).toBe(1);
  });

  test("answer when the primary is gone, and are ready", async () => {
    await proxies[0].cut();
    expect(await askAll()).toEqual(new Set([47]));
    const ready = await app.inject("/readyz");
    expect([ready.statusCode, ready.json().status]).toEqual([200, "ok"]);
  });

  test("answer when all replicas have missed what the primary wrote last, and it is gone", async () => {
    expect(database.changes()).toBeUndefined();
    expect(current()).toBe(1);
  });

  test("say so when none is left", async () => {
    await proxies[2].cut();
    expect(await ask()).toMatchObject({ errors: [{ extensions: { code: "DATABASE_DOWN" } }] });
  });
});
