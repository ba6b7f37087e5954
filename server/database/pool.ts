import { REQUEST_LIMITS } from "../core/limits.ts";
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
  databasePool: number;
  dataDir: string;
}

/** Opens PostgreSQL or the embedded database. Both use the same driver. */
export async function openDatabase(config: DatabaseSettings): Promise<Database> {
  return config.databaseUrl
    ? openServer(config.databaseUrl, config.databasePool)
    : openEmbedded(config.dataDir, REQUEST_LIMITS.seconds);
}
