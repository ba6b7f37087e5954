// Downloads as streams: what happens when data is published, readers go away or too many come while files are being made.
import { once } from "node:events";
import { type ClientRequest, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import fastifyCompress from "@fastify/compress";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { prepareRoutes } from "../../server/core/http.ts";
import type { Database } from "../../server/database/pool.ts";
import { DOWNLOAD_LIMITS } from "../../server/exports/download.ts";
import { formats } from "../../server/exports/formats.ts";
import { serveExports } from "../../server/exports/routes.ts";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";

const PAGE_SIZE = 5;

describe.each(databases)("on %s", (kind) => {
  let atlas: TestAtlas;
  let app: FastifyInstance;
  let address: string;
  /** Runs before each page is read. */
  let beforePage: (page: number) => Promise<unknown>;
  let pages: number;

  beforeAll(async () => {
    atlas = await openAtlas(kind);
  });
  afterAll(() => atlas.close());

  beforeEach(async () => {
    pages = 0;
    beforePage = async () => undefined;
    const watchedDatabase: Database = {
      ...atlas.database,
      with: () => watchedDatabase,
      rows: async (statement) => {
        if (/json_agg\(page\)/.test(statement.text)) await beforePage(++pages);
        return atlas.database.rows(statement);
      },
    };
    app = Fastify();
    prepareRoutes(app);
    await app.register(fastifyCompress, { threshold: 1024, encodings: ["br", "gzip"] });
    serveExports(app, watchedDatabase, "https://atlas.example.org", PAGE_SIZE);
    await app.listen({ host: "127.0.0.1", port: 0 });
    address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/download/`;
  });
  afterEach(() => app.close());

  const open = async (file: string, encoding = "identity"): Promise<{ request: ClientRequest; response: IncomingMessage }> => {
    const request = get(address + file, { agent: false, headers: { "accept-encoding": encoding } });
    const [response] = (await once(request, "response")) as [IncomingMessage];
    return { request, response };
  };

  test("many small pages make the same file as one, compressed or not", async () => {
    const { sites } = await atlas.query("{ sites(first: 200) { totalCount } }");
    const { totalCount } = sites as { totalCount: number };
    const uncompressed = JSON.parse(await text((await open("sites.geojson")).response));
    expect(pages).toBe(Math.floor(totalCount / PAGE_SIZE) + 1);
    expect(uncompressed.features).toHaveLength(totalCount);
    expect(uncompressed.atlas.address).toBe("https://atlas.example.org/?lang=en");
    const packed = await fetch(`${address}sites.geojson`, { headers: { "accept-encoding": "br" } });
    expect(packed.headers.get("content-encoding")).toBe("br");
    expect(((await packed.json()) as typeof uncompressed).features).toEqual(uncompressed.features);
  });

  // What follows is between the server and its clients: the same whatever the database.
  const testOnce = test.runIf(kind === "embedded");

  testOnce("a client that disconnects ends the query and frees its slot", async () => {
    const files = Object.keys(formats).map((format) => `sites.${format}`);
    for (const [index, file] of [...files, ...files].entries()) {
      const [gate, release] = deferred();
      const [reached, reach] = deferred();
      beforePage = async (page) => {
        if (page < 2) return;
        reach();
        await gate;
      };
      pages = 0;
      const connectionClosed = new Promise((resolve) => app.server.once("connection", (socket) => socket.once("close", resolve)));
      const request = get(address + file, { agent: false, headers: { "accept-encoding": index % 2 ? "br" : "identity" } });
      request.on("error", () => undefined);
      await reached;
      request.destroy();
      await connectionClosed;
      release();
      // Long enough for a reader that has not stopped to read another page.
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect([file, pages]).toEqual([file, 2]);
    }
    expect(await text((await open("sites.csv")).response)).toContain("air-tianhe");
  });

  testOnce("more files than can be made at a time are refused, until one is done", async () => {
    const [gate, release] = deferred();
    beforePage = () => gate;
    const running = await Promise.all(Array.from({ length: DOWNLOAD_LIMITS.downloads }, () => open("sites.csv")));
    const refused = await fetch(`${address}sites.csv?lang=zh`);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "10"]);
    expect(await refused.json()).toMatchObject({ title: "DOWNLOADS_BUSY", detail: expect.stringContaining("正在生成") });
    release();
    for (const { response } of running) expect(await text(response)).toContain("air-tianhe");
    expect(await text((await open("sites.csv")).response)).toContain("air-tianhe");
  });

  test.each(Object.entries(formats))("%s is broken off where data is published meanwhile", async (format, { isReadInParts }) => {
    for (const encoding of isReadInParts ? ["identity"] : ["identity", "br"]) {
      pages = 0;
      beforePage = async (page) => {
        if (page === 3)
          await atlas.database.pool.query(
            `INSERT INTO change_set (origin, author, reason, digest) VALUES ('IMPORT', 'test', 'test', 'test')`,
          );
      };
      const answer = fetch(`${address}sites.${format}`, { headers: { "accept-encoding": encoding } });
      // What is kept is complete before the first byte is sent, so the problem can be reported.
      if (isReadInParts) expect(await (await answer).json()).toMatchObject({ title: "DATA_CHANGED", status: 503 });
      else await expect(answer.then((response) => response.arrayBuffer())).rejects.toThrow();
      expect(pages).toBe(3);
      beforePage = async () => undefined;
      const secondResponse = await fetch(`${address}sites.${format}`);
      expect((await secondResponse.arrayBuffer()).byteLength).toBeGreaterThan(1000);
      expect(secondResponse.headers.get("content-disposition")).not.toContain("-v1.");
    }
  });
});

/** A promise, and what resolves it. */
function deferred(): [held: Promise<void>, release: () => void] {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  return [gate, () => release()];
}
