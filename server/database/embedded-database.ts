import type pg from "pg";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { REQUEST_LIMITS } from "../core/limits.ts";
import { type Database, databaseOf, type Query, withClient } from "./database.ts";
import { startEmbedded } from "./embedded.ts";
import { NamedStatements } from "./named-statements.ts";
import { WatchedPool } from "./watched-pool.ts";

// Uses one connection: the embedded server runs one statement at a time, and statements of a second connection would become part of an
// open transaction. It has no statement timeout either: a statement that takes longer than `seconds` is stopped by restarting the
// server's thread, which takes about four seconds.
export async function openEmbedded(dataDir: string, seconds: number): Promise<Database> {
  const server = await startEmbedded(dataDir);
  // Waiting longer than this for the one connection is reported as an error.
  const connectionTimeoutMillis = REQUEST_LIMITS.seconds * 1000;
  const pool = new WatchedPool({
    host: server.socketFolder,
    user: "postgres",
    database: "postgres",
    max: 1,
    connectionTimeoutMillis,
  });
  const named = new NamedStatements();
  const connect = async (): Promise<pg.PoolClient> => {
    await server.ready();
    try {
      return await pool.connectReader();
    } catch (error) {
      // The server restarted while this query was waiting for the connection.
      if (!/^(ENOENT|ECONNREFUSED|ECONNRESET)$/.test(String((error as { code?: string }).code))) throw error;
      await server.ready();
      return pool.connectReader();
    }
  };
  const query: Query = async (statement, { signal, lane }) => {
    let isLate = false;
    const run = async (client: pg.PoolClient) => {
      // A statement that runs cannot be cancelled; it ends by its time limit.
      signal?.throwIfAborted();
      const timeout = setTimeout(() => {
        isLate = true;
        server.restart();
      }, seconds * 1000);
      try {
        return await (lane ? client.query(statement) : named.query(client, statement));
      } catch (error) {
        throw isLate ? new AtlasError(commonErrors.TIMEOUT, { seconds }) : error;
      } finally {
        clearTimeout(timeout);
      }
    };
    return withClient(connect(), run, (client) => isLate || named.isFull(client));
  };
  // No other process can open its folder.
  return databaseOf({ pool, readers: pool, hasAsMvtGeom: false, changes: () => pool.writes }, query, async () => {
    await pool.end();
    await server.close();
  });
}
