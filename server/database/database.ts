// What the slices of the server know of the database, over a pool of connections to either kind.
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../generated/prisma/client.ts";
import { type Lane, type LaneName, lanesOf } from "./lane.ts";
import type { Sql } from "./sql.ts";
import type { WatchedPool } from "./watched-pool.ts";

/** For whom statements are run. */
interface ReadOptions {
  /** Aborted when no client waits for the result any more: statements that run are cancelled, others not started. */
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
  hasAsMvtGeom: boolean;
  /** Grows whenever the data may have changed, by this server or another; undefined while that cannot be known. */
  changes(): number | undefined;
}

export interface Database extends Reader {
  /** Reads on a connection of its own, which is there when all others are in use. The embedded database has only one connection. */
  control?: Pick<Reader, "rows">;
  prisma: PrismaClient;
  /** Connections of what writes: migrations and publishing. */
  pool: pg.Pool;
  /** How many replicas there are, and how many of them take statements now; none of the embedded database. */
  replicas?: { readonly state: { count: number; current: number } };
  /** What the lanes are doing. */
  lanes: Readonly<Record<LaneName, Lane>>;
  /** Connections that run the statements of `rows`. In PostgreSQL their transactions are read-only. */
  readers: WatchedPool;
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
export const types = {
  getTypeParser: ((oid: number, format: never) => {
    if (oid === BIGINT || oid === NUMERIC) return Number;
    if (oid === DATE || oid === TIMESTAMPTZ) return String;
    return pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
};

/** Runs a statement. In a lane it has no name: it runs so long that a plan for its very values always pays. */
export type Query = (statement: pg.QueryConfig, options: ReadOptions) => Promise<pg.QueryResult>;

/** The database over these connections, whose statements run by `query`. `close` ends what was opened with it. */
export function databaseOf(
  {
    pool,
    readers,
    control,
    replicas,
    ...rest
  }: Pick<Database, "pool" | "readers" | "control" | "hasAsMvtGeom" | "changes" | "replicas">,
  query: Query,
  close: () => Promise<void>,
): Database {
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const lanes = lanesOf(readers.options.max);
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
    readers,
    lanes,
    ...(control && { control }),
    ...(replicas && { replicas }),
    statements: 0,
    ...readerWith({}),
    async close() {
      await prisma.$disconnect();
      await close();
    },
  };
  return database;
}

/**
 * Runs `use` on a connection and releases it, for good where `isSpent` holds then. The connection breaks together with the statement
 * that uses it, so the error event of the connection is ignored.
 */
export async function withClient<Result>(
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
