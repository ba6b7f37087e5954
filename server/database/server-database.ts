import pg from "pg";
import { REQUEST_LIMITS } from "../core/limits.ts";
import { Canceller } from "./cancel.ts";
import { checkServer, type DatabaseUrl } from "./connections.ts";
import { type Database, databaseOf, type Query, type Reader, types, withClient } from "./database.ts";
import { NamedStatements } from "./named-statements.ts";
import { listenForChanges } from "./notifications.ts";
import { WatchedPool } from "./watched-pool.ts";

/**
 * Opens PostgreSQL with at most `max` connections that read, one that listens, and one for what must not wait. What writes has a pool of
 * its own, whose connections are closed when it has written. Throws the errors of its version, address and rights.
 */
export async function openServer(reading: DatabaseUrl, writing: DatabaseUrl, max: number): Promise<Database> {
  const settings = {
    max,
    connectionTimeoutMillis: REQUEST_LIMITS.seconds * 1000,
    statement_timeout: REQUEST_LIMITS.seconds * 1000,
  };
  // Just-in-time compilation of spatial statements takes longer than it saves, because the planner overestimates transformations.
  const readOptions = "-c jit=off -c default_transaction_read_only=on";
  const readers = new WatchedPool({ ...settings, connectionString: reading.url, options: readOptions });
  await checkServer(readers, reading);
  const pool = new WatchedPool({ ...settings, connectionString: writing.url, options: "-c jit=off" });
  if (writing !== reading) await checkServer(pool, writing).catch((error) => readers.end().then(() => Promise.reject(error)));
  const named = new NamedStatements();
  const notifications = await listenForChanges(reading.url);
  const changes = () => {
    const others = notifications.count();
    return others === undefined ? undefined : others + pool.writes;
  };
  const controlPool = openControlPool(reading.url);
  const canceller = new Canceller(controlPool);
  const control: Pick<Reader, "rows"> = {
    rows: async ({ text, values }) => (await controlPool.query({ text, values, types })).rows,
  };
  const query: Query = (statement, { signal, lane }) => {
    let isLate = false;
    const onLate = () => {
      isLate = true;
    };
    const run = (client: pg.PoolClient) =>
      canceller.run(client, () => (lane ? client.query(statement) : named.query(client, statement)), signal, onLate);
    return withClient(readers.connectReader(), run, (client) => isLate || named.isFull(client));
  };
  return databaseOf({ pool, readers, control, writesTiles: true, changes }, query, async () => {
    await notifications.close();
    await Promise.all([controlPool.end(), readers.end(), pool.end()]);
  });
}

/** The longest wait for the control connection or its answer: a readiness check must not hang with the database. */
const CONTROL_TIMEOUT_MS = 5000;

/** One connection for short statements that must not wait until one of the readers' is free: cancellations, and whether the database answers. */
function openControlPool(connectionString: string): pg.Pool {
  const timeouts = { connectionTimeoutMillis: CONTROL_TIMEOUT_MS, query_timeout: CONTROL_TIMEOUT_MS };
  const pool = new pg.Pool({ connectionString, max: 1, application_name: "atlas control", ...timeouts });
  pool.on("error", () => undefined);
  return pool;
}
