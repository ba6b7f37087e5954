import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { REQUEST_LIMITS } from "../core/limits.ts";
import { PrismaClient } from "../generated/prisma/client.ts";
import { Canceller } from "./cancel.ts";
import { startEmbedded } from "./embedded.ts";
import { databaseErrors } from "./errors.ts";
import { type LaneName, lanesOf } from "./lane.ts";
import { NamedStatements } from "./named-statements.ts";
import { listenForChanges } from "./notifications.ts";
import type { Sql } from "./sql.ts";
import { WatchedPool } from "./watched-pool.ts";

/** For whom statements are run. */
interface ReadOptions {
  /** Aborted when nobody waits for the result any more: statements that run are cancelled, others not started. */
  signal?: AbortSignal | undefined;
  /** The lane that they take; see lane.ts. */
  lane?: LaneName | undefined;
}

/** Read-only access to the database, which is all that the slices of the API get. */
export interface Reader {
  /** Runs one statement and returns its rows. Statements are counted, so that tests can check that a query is one statement. */
  rows<Row extends pg.QueryResultRow>(statement: Sql): Promise<Row[]>;
  /** The same database with these options, besides those it has. */
  with(options: ReadOptions): Reader;
  /** Whether PostGIS can encode vector tiles; the embedded build cannot. */
  writesTiles: boolean;
  /** Grows whenever the data may have changed, by this server or another; undefined while that cannot be known. */
  changes(): number | undefined;
}

export interface Database extends Reader {
  prisma: PrismaClient;
  pool: pg.Pool;
  /** Statements run through `rows` so far. */
  statements: number;
  close(): Promise<void>;
}

// Values are parsed as in JSON, so that a column has the same value in a row and inside a JSON column: counts and decimals are numbers,
// dates and times are ISO 8601 text. These are the type OIDs of PostgreSQL.
const BIGINT = 20;
const NUMERIC = 1700;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const types = {
  getTypeParser: ((oid: number, format: never) => {
    if (oid === BIGINT || oid === NUMERIC) return Number;
    if (oid === DATE || oid === TIMESTAMPTZ) return String;
    return pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
};

/** The database to open: PostgreSQL at `databaseUrl` with at most `databasePool` connections and one that listens, otherwise the embedded one in `dataDir`. */
export interface DatabaseSettings {
  databaseUrl?: string | undefined;
  databasePool: number;
  dataDir: string;
}

/** Opens PostgreSQL or the embedded database. Both use the same driver. */
export async function openDatabase(config: DatabaseSettings): Promise<Database> {
  return config.databaseUrl
    ? openServer(config.databaseUrl, config.databasePool)
    : openEmbedded(config.dataDir, REQUEST_LIMITS.seconds);
}

async function openServer(connectionString: string, max: number): Promise<Database> {
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
  const canceller = new Canceller(connectionString);
  const query: Query = (statement, { signal, lane }) => {
    let isLate = false;
    const onLate = () => {
      isLate = true;
    };
    const run = (client: pg.PoolClient) =>
      canceller.run(client, () => (lane ? client.query(statement) : named.query(client, statement)), signal, onLate);
    return withClient(pool.connectReader(), run, (client) => isLate || named.isFull(client));
  };
  return databaseOf({ pool, writesTiles: true, changes }, query, async () => {
    await notifications.close();
    await canceller.close();
    await pool.end();
  });
}

/**
 * Runs `use` on a connection and releases it, for good where `isSpent` holds then. The connection breaks together with the statement
 * that uses it, so the error event of the connection is ignored.
 */
async function withClient<Result>(
  connecting: Promise<pg.PoolClient>,
  use: (client: pg.PoolClient) => Promise<Result>,
  isSpent: (client: pg.PoolClient) => boolean,
): Promise<Result> {
  const client = await connecting;
  const ignore = () => undefined;
  client.on("error", ignore);
  try {
    return await use(client);
  } finally {
    client.off("error", ignore);
    client.release(isSpent(client));
  }
}

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
  return databaseOf({ pool, writesTiles: false, changes: () => pool.writes }, query, async () => {
    await pool.end();
    await server.close();
  });
}

/** Runs a statement. In a lane it has no name: it runs so long that a plan for its very values always pays. */
type Query = (statement: pg.QueryConfig, options: ReadOptions) => Promise<pg.QueryResult>;

function databaseOf(
  { pool, ...rest }: Pick<Database, "pool" | "writesTiles" | "changes">,
  query: Query,
  close: () => Promise<void>,
): Database {
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const lanes = lanesOf(pool.options.max);
  const readerWith = ({ signal, lane }: ReadOptions): Reader => ({
    ...rest,
    async rows<Row extends pg.QueryResultRow>({ text, values }: Sql): Promise<Row[]> {
      signal?.throwIfAborted();
      database.statements++;
      const run = () => query({ text, values, types }, { signal, lane });
      return (await (lane ? lanes[lane].run(run, signal) : run())).rows as Row[];
    },
    with: (options) => readerWith({ signal, lane, ...options }),
  });
  const database: Database = {
    prisma,
    pool,
    statements: 0,
    ...readerWith({}),
    async close() {
      await prisma.$disconnect();
      await close();
    },
  };
  return database;
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
