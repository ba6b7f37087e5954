import pg from "pg";
import { REQUEST_LIMITS } from "../core/limits.ts";
import { checkServer, type DatabaseUrl } from "./connections.ts";
import type { Database } from "./database.ts";
import { openEmbedded } from "./embedded-database.ts";
import { openServer } from "./server-database.ts";

export type { Database, Reader } from "./database.ts";

/**
 * The database to open: PostgreSQL at `databaseUrl` with at most `databasePool` connections and one that listens, otherwise the embedded
 * one in `dataDir`.
 */
export interface DatabaseSettings {
  databaseUrl?: string | undefined;
  /** Replicas of the same database, for reading. */
  databaseReadUrls?: readonly string[];
  /** The same database as another role, for publishing; without it the same role. */
  databaseWriteUrl?: string | undefined;
  /** The same database as the owner of its tables, for migrations; without it the role that publishes. */
  databaseOwnerUrl?: string | undefined;
  databasePool: number;
  dataDir: string;
}

/** Opens PostgreSQL or the embedded database. Both use the same driver. */
export async function openDatabase(config: DatabaseSettings): Promise<Database> {
  const reading = urlOf(config.databaseUrl, "DATABASE_URL");
  if (!reading) return openEmbedded(config.dataDir, REQUEST_LIMITS.seconds);
  const writing = urlOf(config.databaseWriteUrl, "DATABASE_WRITE_URL") ?? reading;
  return openServer({ reading, writing, replicas: config.databaseReadUrls ?? [] }, config.databasePool);
}

/** Runs `use` as the owner of the tables. */
export async function asOwner<Result>(
  database: Database,
  config: DatabaseSettings,
  use: (pool: pg.Pool) => Promise<Result>,
): Promise<Result> {
  const owner = urlOf(config.databaseOwnerUrl, "DATABASE_OWNER_URL");
  if (!owner) return use(database.pool);
  const pool = new pg.Pool({ connectionString: owner.url, max: 1 });
  await checkServer(pool, owner);
  try {
    return await use(pool);
  } finally {
    await pool.end();
  }
}

const urlOf = (url: string | undefined, setting: DatabaseUrl["setting"]): DatabaseUrl | undefined =>
  url ? { url, setting } : undefined;
