import type pg from "pg";
import { AtlasError } from "../core/errors.ts";
import { databaseErrors } from "./errors.ts";
import { firstMigration } from "./migrations.ts";

// Tables in the schema that new tables would be created in. Tables of extensions, such as PostGIS's spatial_ref_sys, hold no user's data.
const TABLES = `SELECT pg_class.relname AS name FROM pg_class
  WHERE pg_class.relnamespace = current_schema()::regnamespace AND pg_class.relkind IN ('r', 'p', 'v', 'm', 'f')
    AND NOT EXISTS (SELECT FROM pg_depend WHERE pg_depend.classid = 'pg_class'::regclass
      AND pg_depend.objid = pg_class.oid AND pg_depend.deptype = 'e')
  ORDER BY pg_class.relname LIMIT 100`;

/**
 * Throws DATABASE_OF_OTHERS if the database has tables and none of them shows that the atlas created it: many programs name a table
 * `site` or `source`, and any that uses Prisma has a table of migrations. `location` is for the message.
 */
export async function checkOwner(pool: pg.Pool, location: string): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(TABLES);
  const names = rows.map(({ name }) => name);
  if (names.length === 0 || (await startedHere(pool, names))) return;
  throw new AtlasError(databaseErrors.DATABASE_OF_OTHERS, { place: location, tables: names.slice(0, 10).join(", ") });
}

// A start that was killed may have got no further than the empty table of migrations.
async function startedHere(pool: pg.Pool, names: readonly string[]): Promise<boolean> {
  if (!names.includes("_prisma_migrations")) return false;
  const { rows } = await pool.query<{ empty: boolean; is_atlas: boolean }>(
    "SELECT count(*) = 0 AS empty, coalesce(bool_or(migration_name = $1), false) AS is_atlas FROM _prisma_migrations",
    [firstMigration()],
  );
  return Boolean(rows[0]?.is_atlas || (rows[0]?.empty && names.length === 1));
}
