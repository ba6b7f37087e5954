// The mode of a database: the atlas's own data, or a demonstration in which gaps are filled with synthetic figures. The first start
// writes the mode to the database (see the migration `demo`), and it never changes.

import type pg from "pg";
import { AtlasError } from "../core/errors.ts";
import { databaseErrors } from "./errors.ts";
import { type Sql, sql } from "./sql.ts";

/** Whether this is the database of a demonstration, as an expression that is evaluated once per statement. */
export const isDemo: Sql = sql`coalesce((SELECT demo FROM atlas_mode), false)`;

interface RequestedMode {
  demo: boolean;
  /** Where the database is, for the error message. */
  location: string;
}

/** Throws DEMO_OVER_REAL_DATA or DEMO_DATABASE if the database has the other mode. Called before anything in it is changed. */
export async function checkMode(pool: pg.Pool, requested: RequestedMode): Promise<void> {
  const { rows } = await pool.query("SELECT to_regclass('atlas_mode') AS mode, to_regclass('change_set') AS data");
  const [row] = rows;
  if (row?.mode) return checkModeMatches(await modeOf(pool), requested);
  // Published before databases had a mode.
  if (row?.data && (await pool.query("SELECT FROM change_set LIMIT 1")).rowCount) checkModeMatches(false, requested);
}

/** Sets the mode of a database without one, permanently; throws like `checkMode` if another start was faster or it contains data. */
export async function claimMode(pool: pg.Pool, requested: RequestedMode): Promise<void> {
  await pool.query(
    "INSERT INTO atlas_mode (demo) SELECT $1 WHERE NOT ($1 AND EXISTS (SELECT FROM change_set)) ON CONFLICT DO NOTHING",
    [requested.demo],
  );
  checkModeMatches((await modeOf(pool)) ?? false, requested);
}

async function modeOf(pool: pg.Pool): Promise<boolean | undefined> {
  return (await pool.query<{ demo: boolean }>("SELECT demo FROM atlas_mode")).rows[0]?.demo;
}

// A database without a mode can get either.
function checkModeMatches(isDemoDatabase: boolean | undefined, { demo, location }: RequestedMode): void {
  if (isDemoDatabase === undefined || isDemoDatabase === demo) return;
  throw new AtlasError(demo ? databaseErrors.DEMO_OVER_REAL_DATA : databaseErrors.DEMO_DATABASE, { place: location });
}
