// A statement that would hold the embedded database for ever is ended; who waited and who comes later is answered, and
// nothing that was stored is lost.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openEmbedded } from "../../server/database/embedded-database.ts";
import { sql } from "../../server/database/sql.ts";
import { WatchedPool } from "../../server/database/watched-pool.ts";
import { preparedFolder, SERVER } from "../atlas.ts";

test("the embedded database outlives a statement without an end", async () => {
  const folder = mkdtempSync(join(tmpdir(), "atlas-timeout-"));
  cpSync(preparedFolder(), folder, { recursive: true });
  const database = await openEmbedded(folder, 3);
  try {
    await database.pool.query("UPDATE change_set SET reason = 'kept'");
    const endlessQuery = database.rows(sql`SELECT count(*) FROM generate_series(1, 1e18::bigint)`);
    const waiting = database.rows(sql`SELECT count(*) AS sites FROM site`);
    await expect(endlessQuery).rejects.toMatchObject({ code: "TIMEOUT" });
    expect(await waiting).toEqual([{ sites: 47 }]);
    expect(await database.rows(sql`SELECT DISTINCT reason FROM change_set`)).toEqual([{ reason: "kept" }]);
    // And once more, with no client waiting.
    await expect(database.rows(sql`SELECT count(*) FROM generate_series(1, 1e18::bigint)`)).rejects.toMatchObject({
      code: "TIMEOUT",
    });
    expect(await database.rows(sql`SELECT count(*) AS sites FROM site`)).toEqual([{ sites: 47 }]);
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

// The embedded database has the same pool, of one connection.
test.runIf(SERVER)("what writes waits for its turn longer than what reads", async () => {
  const pool = new WatchedPool({ connectionString: SERVER, max: 1, connectionTimeoutMillis: 50 });
  const first = await pool.connect();
  const second = pool.connect();
  await expect(pool.connectReader()).rejects.toThrow("timeout exceeded when trying to connect");
  await expect(pool.connectReader()).rejects.toThrow("timeout exceeded when trying to connect");
  first.release();
  (await second).release();
  await pool.end();
});
