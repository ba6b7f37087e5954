import pg from "pg";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { REQUEST_LIMITS } from "../core/limits.ts";
import { Canceller } from "./cancel.ts";
import { type Database, databaseOf, type Query, type Reader, types, withClient } from "./database.ts";
import { databaseErrors } from "./errors.ts";
import { NamedStatements } from "./named-statements.ts";
import { listenForChanges } from "./notifications.ts";
import { WatchedPool } from "./watched-pool.ts";

/** Opens PostgreSQL with at most `max` connections, one that listens, and one for what must not wait. Throws the errors of its version, address and rights. */
export async function openServer(connectionString: string, max: number): Promise<Database> {
  const pool = new WatchedPool({
    connectionString,
    max,
    connectionTimeoutMillis: REQUEST_LIMITS.seconds * 1000,
    statement_timeout: REQUEST_LIMITS.seconds * 1000,
    // Just-in-time compilation of spatial statements takes longer than it saves, because the planner overestimates transformations.
    options: "-c jit=off",
  });
  try {
    await checkServer(pool);
  } catch (error) {
    await pool.end();
    throw connectionError(error, new URL(connectionString));
  }
  const named = new NamedStatements();
  const notifications = await listenForChanges(connectionString);
  const changes = () => {
    const others = notifications.count();
    return others === undefined ? undefined : others + pool.writes;
  };
  const urgent = urgentPool(connectionString);
  const canceller = new Canceller(urgent);
  const apart: Pick<Reader, "rows"> = {
    rows: async ({ text, values }) => (await urgent.query({ text, values, types })).rows,
  };
  const query: Query = (statement, { signal, lane }) => {
    let isLate = false;
    const onLate = () => {
      isLate = true;
    };
    const run = (client: pg.PoolClient) =>
      canceller.run(client, () => (lane ? client.query(statement) : named.query(client, statement)), signal, onLate);
    return withClient(pool.connectReader(), run, (client) => isLate || named.isFull(client));
  };
  return databaseOf({ pool, apart, writesTiles: true, changes }, query, async () => {
    await notifications.close();
    await urgent.end();
    await pool.end();
  });
}

/** Who asks whether the database answers is told within this time. */
const URGENT_MS = 5000;

/** One connection for short statements that must not wait until one of the readers' is free: cancellations, and whether the database answers. */
function urgentPool(connectionString: string): pg.Pool {
  const timeouts = { connectionTimeoutMillis: URGENT_MS, query_timeout: URGENT_MS };
  const pool = new pg.Pool({ connectionString, max: 1, application_name: "atlas control", ...timeouts });
  pool.on("error", () => undefined);
  return pool;
}

async function checkServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ number: number; version: string; postgis: string | null }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version,
       (SELECT max(version) FROM pg_available_extension_versions WHERE name = 'postgis' AND version >= '3.3') AS postgis`,
  );
  const [server] = rows;
  if (!server || server.number < 150000)
    throw new AtlasError(databaseErrors.DATABASE_TOO_OLD, { version: server?.version ?? "?" });
  if (!server.postgis) throw new AtlasError(databaseErrors.DATABASE_WITHOUT_POSTGIS);
}

function connectionError(error: unknown, url: URL): unknown {
  const serverAddress = `${url.hostname}:${url.port || 5432}`;
  const { code } = error as { code?: string };
  if (code === "28P01" || code === "28000") return new AtlasError(databaseErrors.DATABASE_REFUSED, { place: serverAddress });
  if (code === "3D000")
    return new AtlasError(databaseErrors.DATABASE_MISSING, { place: serverAddress, name: url.pathname.slice(1) });
  if (error instanceof AtlasError || code === undefined)
    return error instanceof AtlasError ? error : new AtlasError(commonErrors.DATABASE_UNREACHABLE, { place: serverAddress });
  return /^E[A-Z]+$/.test(code) ? new AtlasError(commonErrors.DATABASE_UNREACHABLE, { place: serverAddress }) : error;
}
