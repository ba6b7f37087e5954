// Answers are kept as bytes until the data changes, by any program.
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";

const query = "{ atlas { version } sites(first: 20) { totalCount nodes { slug nameZh nameEn district { nameZh } } } }";

describe.each(databases)("kept answers on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await openAtlas(kind);
  });
  afterAll(() => atlas.close());

  const get = (text: string, headers: Record<string, string> = {}) =>
    atlas.app.inject({ method: "GET", url: `/graphql?query=${encodeURIComponent(text)}`, headers });
  const statementsOf = async (run: () => Promise<unknown>) => {
    const before = atlas.database.statements;
    await run();
    return atlas.database.statements - before;
  };
  const versionNow = async () => ((await atlas.query(query)).atlas as { version: number }).version;
  const insertChange = `INSERT INTO change_set (id, origin, author, reason, digest, created_at)
    SELECT max(id) + 1, 'IMPORT', 'test', 'test', md5(random()::text), now() FROM change_set`;

  test("the second time without a statement, the same answer, by POST and by GET", async () => {
    const first = await atlas.query(query);
    expect(await statementsOf(async () => expect(await atlas.query(query)).toEqual(first))).toBe(0);
    expect(JSON.parse((await get(query)).body).data).toEqual(first);
    expect(await statementsOf(() => get(query))).toBe(0);
  });

  test("ten at once are made once", async () => {
    const once = "{ sites(first: 7) { nodes { slug } } }";
    expect(await statementsOf(() => Promise.all(Array.from({ length: 10 }, () => atlas.query(once))))).toBe(1);
  });

  test("in each encoding that the client accepts, with a tag of its own and 304", async () => {
    await get(query);
    const uncompressed = await get(query, { "accept-encoding": "identity" });
    expect(uncompressed.headers["content-encoding"]).toBeUndefined();
    const forms = { br: brotliDecompressSync, gzip: gunzipSync };
    const tags = new Set([uncompressed.headers.etag]);
    for (const [encoding, decompress] of Object.entries(forms)) {
      const response = await get(query, { "accept-encoding": encoding });
      expect(response.headers["content-encoding"]).toBe(encoding);
      expect(decompress(response.rawPayload).toString()).toBe(uncompressed.body);
      tags.add(response.headers.etag);
      const conditionalResponse = await get(query, {
        "accept-encoding": encoding,
        "if-none-match": String(response.headers.etag),
      });
      expect([conditionalResponse.statusCode, conditionalResponse.body, conditionalResponse.headers.etag]).toEqual([
        304,
        "",
        response.headers.etag,
      ]);
      expect(conditionalResponse.headers.vary).toMatch(/accept-language.*accept-encoding/);
    }
    expect(tags.size).toBe(3);
  });

  test("not one with errors, and each in its language", async () => {
    const invalidQuery = '{ sites(first: 5, after: "nonsense") { nodes { slug } } }';
    const [en, zh] = [await atlas.queryError(invalidQuery), await atlas.queryError(invalidQuery, {}, "zh")];
    expect(en.code).toBe(zh.code);
    expect(en.message).not.toBe(zh.message);
    expect(await atlas.queryError(invalidQuery)).toEqual(en);
  });

  test("until this server publishes", async () => {
    const before = await versionNow();
    const etag = String((await get(query)).headers.etag);
    await atlas.database.pool.query(insertChange);
    expect(await versionNow()).toBe(before + 1);
    expect((await get(query, { "if-none-match": etag })).statusCode).toBe(200);
  });

  test.runIf(kind === "PostgreSQL")(
    "until another server publishes, also after the connection for notifications was lost",
    async () => {
      const other = new pg.Client(atlas.database.pool.options as pg.ClientConfig);
      await other.connect();
      for (const isLost of [false, true]) {
        const before = await versionNow();
        if (isLost)
          await other.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND application_name = 'atlas notifications'`);
        await other.query(insertChange);
        await expect.poll(versionNow).toBe(before + 1);
        await expect.poll(() => atlas.database.changes()).toBeTypeOf("number");
      }
      await other.end();
    },
  );

  test.runIf(kind === "PostgreSQL")(
    "also after the regular check for publications that were not notified, if there is none",
    async () => {
      const other = new pg.Client(atlas.database.pool.options as pg.ClientConfig);
      await other.connect();
      const changes = atlas.database.changes();
      const { rows } = await other.query("SELECT now() AS started");
      const checks = async () =>
        (
          await other.query(
            "SELECT FROM pg_stat_activity WHERE application_name = 'atlas notifications' AND datname = current_database() AND state = 'idle' AND query_start > $1",
            [rows[0]?.started],
          )
        ).rowCount;
      await expect.poll(checks).toBe(1);
      // Its answer is read.
      await expect.poll(checks).toBe(1);
      expect(atlas.database.changes()).toBe(changes);
      await other.end();
    },
  );
});
