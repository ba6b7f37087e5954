// What a database is for: the atlas's own data, or a demonstration whose gaps are filled with synthetic figures. The mark stands in
// the database itself (see the migration `demo`) and is written by the first start on it; here it is claimed and read.

import type pg from "pg";
import { AtlasError } from "../core/errors.ts";
import { databaseErrors } from "./errors.ts";
import { type Sql, sql } from "./sql.ts";

/** Whether this is a demonstration's database, as an expression: it costs one look for a whole statement. */
export const isDemo: Sql = sql`coalesce((SELECT m.demo FROM atlas_mode m), false)`;

interface RequestedMode {
  demo: boolean;
  /** Where the database is, for the error message. */
  place: string;
}

/** Throws DEMO_OVER_REAL_DATA or DEMO_DATABASE where the database is for the other; checked before anything in it is changed. */
export async function refuseOtherMode(pool: pg.Pool, requested: RequestedMode): Promise<void> {
  const { rows } = await pool.query("SELECT to_regclass('atlas_mode') AS mode, to_regclass('change_set') AS data");
  const [row] = rows;
  if (row?.mode) return refuse(await modeOf(pool), requested);
  // Published before databases had a mark.
  if (row?.data && (await pool.query("SELECT FROM change_set LIMIT 1")).rowCount) refuse(false, requested);
}

/** Marks a database without a mark for good; throws as `refuseOtherMode` where another start was faster, or data is in it. */
export async function claimMode(pool: pg.Pool, requested: RequestedMode): Promise<void> {
  await pool.query(
    "INSERT INTO atlas_mode (demo) SELECT $1 WHERE NOT ($1 AND EXISTS (SELECT FROM change_set)) ON CONFLICT DO NOTHING",
    [requested.demo],
  );
  refuse((await modeOf(pool)) ?? false, requested);
}

async function modeOf(pool: pg.Pool): Promise<boolean | undefined> {
  return (await pool.query<{ demo: boolean }>("SELECT demo FROM atlas_mode")).rows[0]?.demo;
}

// A database that nobody has claimed yet is open to both.
function refuse(isFor: boolean | undefined, { demo, place }: RequestedMode): void {
  if (isFor === undefined || isFor === demo) return;
  throw new AtlasError(demo ? databaseErrors.DEMO_OVER_REAL_DATA : databaseErrors.DEMO_DATABASE, { place });
}
