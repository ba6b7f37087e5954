// Expensive queries: they use a part of the connections, and are cancelled in the database when no client waits for the answer.
import { type ClientRequest, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { Lane } from "../../server/database/lane.ts";
import { databases, openAtlas, SERVER, type TestAtlas, urlOf } from "../atlas.ts";

/** A query over all sites, another one for each number. */
const heavy = (number: number) =>
  `{ siteGroups(by: DISTRICT_KIND, filter: { maxAccuracyM: ${number} }) { groups { key count } } }`;

describe.each(databases)("too many heavy queries on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await openAtlas(kind);
  });
  afterAll(() => atlas.close());

  test("are refused at once, in both languages, and answered again later", async () => {
    const pool = atlas.database.readers;
    const held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connectReader()));
    const request = async (number: number, language: string, type = "application/json") =>
      await atlas.app.inject({
        method: "POST",
        url: "/graphql",
        headers: { "accept-language": language, accept: type },
        payload: { query: heavy(number) },
      });
    // One has the place in the lane and waits for a connection, thirty wait for the place.
    const waiting = Array.from({ length: 31 }, (_, index) => request(index + 1, "en"));
    const lane = () => atlas.database.lanes.heavy.state;
    await expect.poll(lane).toMatchObject({ running: 1, waiting: 30 });
    const { refused: refusedBefore } = lane();
    for (const [language, word] of [
      ["en", "busy"],
      ["zh", "正忙"],
    ] as const) {
      for (const type of ["application/json", "application/graphql-response+json"]) {
        const refused = await request(100, language, type);
        expect([refused.statusCode, refused.headers["retry-after"]]).toEqual([503, "5"]);
        expect(refused.json().errors[0]).toMatchObject({
          message: expect.stringContaining(word),
          extensions: { code: "TOO_BUSY" },
        });
      }
    }
    expect(lane().refused - refusedBefore).toBeGreaterThanOrEqual(4);
    for (const url of ["/healthz", "/readyz"]) expect((await atlas.app.inject(url)).statusCode).toBe(200);
    for (const client of held) client.release();
    // On a slow machine some may have waited too long.
    for (const answer of await Promise.all(waiting)) expect([200, 503]).toContain(answer.statusCode);
    expect((await request(100, "en")).statusCode).toBe(200);
  });

  test("are those that compute over everything or have very many values, not a full page of a list", async () => {
    const run = vi.spyOn(Lane.prototype, "run");
    const lanesOf = async (query: string) => {
      run.mockClear();
      await atlas.query(query);
      return run.mock.calls.length;
    };
    const page = "slug nameZh district { code nameZh } location { point accuracyM }";
    expect(await lanesOf(`{ sites(first: 200) { nodes { ${page} } } }`)).toBe(0);
    expect(await lanesOf(`{ sites(first: 200) { nodes { ${page} nearest(first: 5) { site { ${page} } } } } }`)).toBe(1);
    expect(await lanesOf(heavy(7))).toBe(1);
    run.mockRestore();
  });
});

describe.runIf(SERVER)("while the sites are locked on PostgreSQL", () => {
  let atlas: TestAtlas;
  let locker: pg.Client;
  let observer: pg.Client;
  let origin: string;
  const arrived: IncomingMessage[] = [];
  beforeAll(async () => {
    atlas = await openAtlas("PostgreSQL");
    const { rows } = await atlas.database.pool.query<{ name: string }>("SELECT current_database() AS name");
    [locker, observer] = [1, 2].map(() => new pg.Client({ connectionString: urlOf(SERVER ?? "", rows[0]?.name ?? "") })) as [
      pg.Client,
      pg.Client,
    ];
    await Promise.all([locker.connect(), observer.connect()]);
    await atlas.app.listen({ host: "127.0.0.1", port: 0 });
    atlas.app.server.on("request", (request: IncomingMessage) => arrived.push(request));
    origin = `http://127.0.0.1:${(atlas.app.server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await Promise.all([locker.end(), observer.end()]);
    await atlas.close();
  });

  const graphql = (query: string) => `/graphql?query=${encodeURIComponent(query)}`;
  const endpoints: [name: string, path: (number: number) => string][] = [
    ["siteGroups", (number) => graphql(heavy(number))],
    ["sites", (number) => graphql(`{ sites(first: 10, filter: { maxAccuracyM: ${number} }) { totalCount nodes { slug } } }`)],
    [
      "compare",
      (number) =>
        graphql(
          `{ compare(set: SITE, measures: [{ indicator: "planned-area" }], filter: { maxAccuracyM: ${number} }) { rows { key } } }`,
        ),
    ],
    ["tile", (number) => `/tiles/sites/6/52/26.mvt?accuracy=${number}`],
    ["TileJSON", (number) => `/tiles/sites.json?accuracy=${number}`],
    ["OGC items", (number) => `/ogc/collections/sites/items?accuracy=${number}`],
    ["CSV", (number) => `/download/sites.csv?accuracy=${number}`],
    ["GeoJSON", (number) => `/download/sites.geojson?accuracy=${number}`],
    ["comparison file", (number) => `/download/compare.csv?set=sites&measures=planned-area&accuracy=${number}`],
  ];

  /** Sends requests and waits until the server has them all: none arrives in the midst of a later test. */
  const requestAll = async (paths: string[]): Promise<ClientRequest[]> => {
    arrived.length = 0;
    const requests = paths.map((path) => get(origin + path, { agent: false }).on("error", () => undefined));
    await expect.poll(() => arrived.length).toBe(paths.length);
    return requests;
  };
  /** Statements of the atlas that run or wait. */
  const running = async (): Promise<number> => {
    const { rows } = await observer.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid() AND application_name = ''`,
    );
    return rows[0]?.count ?? 0;
  };
  const whileLocked = async (run: () => Promise<void>) => {
    await locker.query("BEGIN; LOCK TABLE site IN ACCESS EXCLUSIVE MODE");
    try {
      await run();
    } finally {
      await locker.query("ROLLBACK");
    }
  };

  test.each(endpoints)("who leaves cancels the statement: %s", async (_name, pathOf) => {
    await whileLocked(async () => {
      const [request] = await requestAll([pathOf(1)]);
      await expect.poll(running).toBeGreaterThan(0);
      request?.destroy();
      await expect.poll(running).toBe(0);
    });
    // The connection works on.
    expect((await fetch(origin + pathOf(1))).status).toBeLessThan(300);
  });

  test("many who leave in mid-query leave no statement, and no connection that does not work", async () => {
    await whileLocked(async () => {
      const paths = Array.from({ length: 300 }, (_, index) => endpoints[index % endpoints.length]?.[1](1000 + index) ?? "/");
      const requests = await requestAll(paths);
      await expect.poll(running).toBe(atlas.database.readers.options.max);
      for (const request of requests) request.destroy();
      await expect.poll(running).toBe(0);
    });
    expect(await Promise.all(endpoints.map(async ([, pathOf]) => (await fetch(origin + pathOf(2000))).ok))).toEqual(
      endpoints.map(() => true),
    );
  });

  test("heavy queries leave connections to the others", async () => {
    await whileLocked(async () => {
      const requests = await requestAll(Array.from({ length: 20 }, (_, index) => graphql(heavy(3000 + index))));
      await expect.poll(running).toBe(1);
      expect(await atlas.query("{ regions: districts { code } }")).toMatchObject({ regions: { length: 13 } });
      expect(await running()).toBe(1);
      for (const request of requests) request.destroy();
      await expect.poll(running).toBe(0);
    });
  });

  test.each(endpoints.filter(([name]) => ["siteGroups", "tile"].includes(name)))(
    "what two wait for is made for the one who stays: %s",
    async (_name, pathOf) => {
      let answer: Promise<Response> | undefined;
      const path = pathOf(4000);
      const before = atlas.database.statements;
      await whileLocked(async () => {
        const [request] = await requestAll([path]);
        const closed = new Promise((resolve) => arrived[0]?.socket.once("close", resolve));
        await expect.poll(running).toBe(1);
        answer = fetch(origin + path);
        await expect.poll(() => arrived.length).toBe(2);
        request?.destroy();
        await closed;
        expect(await running()).toBe(1);
      });
      expect((await answer)?.status).toBe(200);
      expect(atlas.database.statements - before).toBe(1);
    },
  );

  test("the database is said to be ready although its data has changed and no connection of the readers is free", async () => {
    const { database, app } = atlas;
    const held = await Promise.all(Array.from({ length: database.readers.options.max }, () => database.readers.connectReader()));
    const before = database.changes();
    await observer.query("UPDATE change_set SET reason = reason");
    await expect.poll(() => database.changes()).not.toBe(before);
    const answer = await app.inject("/readyz");
    for (const client of held) client.release();
    expect([answer.statusCode, answer.json().status]).toEqual([200, "ok"]);
  });
});
