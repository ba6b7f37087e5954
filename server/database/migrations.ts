import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { AtlasError } from "../core/errors.ts";
import { rightsError } from "./connections.ts";
import { databaseErrors } from "./errors.ts";

const folder = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

// Prisma's own table, so that `prisma migrate deploy` and `prisma migrate status` recognise these migrations. Prisma's engine is not used
// to apply them: it is a binary that would have to be downloaded.
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

// Processes that migrate or publish take this lock, so that they run one after the other.
export const WRITE_LOCK = 420100;

/** Applies the missing migrations, each in its own transaction; returns their number. Throws MIGRATION_CHANGED, DATABASE_WITHOUT_RIGHTS. */
export async function migrate(pool: pg.Pool): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query("SET statement_timeout = '120s'");
    await client.query("SELECT pg_advisory_lock($1)", [WRITE_LOCK]);
    const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') AS existing");
    if (!rows[0]?.existing) await client.query(TABLE);
    const recorded = await client.query<{ name: string; checksum: string }>(
      "SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    const applied = new Map(recorded.rows.map((row) => [row.name, row.checksum]));
    let count = 0;
    for (const migration of migrations()) {
      const checksum = applied.get(migration.name);
      if (checksum === migration.checksum) continue;
      if (checksum !== undefined) throw new AtlasError(databaseErrors.MIGRATION_CHANGED, { name: migration.name });
      await apply(client, migration);
      count++;
    }
    return count;
  } catch (error) {
    throw rightsError(error);
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [WRITE_LOCK]).catch(() => undefined);
    await client.query("RESET statement_timeout").catch(() => undefined);
    client.release();
  }
}

/** The name of the migration that every database of the atlas begins with. */
export const firstMigration = (): string | undefined => migrations()[0]?.name;

interface Migration {
  name: string;
  text: string;
  checksum: string;
}

function migrations(): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => {
      const text = readFileSync(`${folder}/${name}/migration.sql`, "utf8");
      return { name, text, checksum: createHash("sha256").update(text).digest("hex") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function apply(client: pg.PoolClient, { name, text, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(text);
    await client.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)",
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}
