import { isDemo } from "../database/mode.ts";
import type { Database, Reader } from "../database/pool.ts";
import { type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { type Row, valueBySql } from "../graphql/fields.ts";
import { rowsOf } from "../graphql/paging.ts";

// Raised when the encoding or the properties of tiles change although the data does not.
const TILE_FORMAT_VERSION = 2;

/** Identifies the data in tile addresses: its version and a digest, since a recreated database starts again at 1. */
const tilesOf = (row: Sql): Sql => sql`${row}.id || '-' || left(${row}.digest, 8) || ${`-${TILE_FORMAT_VERSION}`}::text`;

export interface DataVersion {
  version: number;
  tiles: string;
  demo: boolean;
}

const latest = new WeakMap<Reader, { changes: number; version: DataVersion }>();

/**
 * The data version, as in tile addresses and ETags, and whether it includes synthetic figures. Publications are serialised (see
 * imports/publish.ts), so a higher number never becomes visible before a lower one. It is kept in memory until the data may have changed.
 */
export async function dataVersion(database: Reader): Promise<DataVersion> {
  const changes = database.changes();
  const kept = latest.get(database);
  if (kept && kept.changes === changes) return kept.version;
  const version = await readVersion(database);
  if (changes !== undefined) latest.set(database, { changes, version });
  return version;
}

/** The same as the database has it now, for readiness checks: never behind other statements where that can be avoided. */
export const versionNow = (database: Database): Promise<DataVersion> =>
  database.control ? readVersion(database.control) : dataVersion(database);

async function readVersion(database: Pick<Reader, "rows">): Promise<DataVersion> {
  const [row] = await database.rows<DataVersion>(
    sql`SELECT coalesce(last_change.version, 0) AS version, coalesce(last_change.tiles, '0') AS tiles, ${isDemo} AS demo
      FROM (SELECT) one
      LEFT JOIN (SELECT last_change.id AS version, ${tilesOf(sql`last_change`)} AS tiles FROM change_set last_change
        ORDER BY last_change.id DESC LIMIT 1) last_change ON true`,
  );
  return row ?? { version: 0, tiles: "0", demo: false };
}

const Atlas = builder.objectRef<Row>("Atlas");
Atlas.implement({
  description: "The state of the atlas.",
  fields: (t) => ({
    version: t.int({
      description: "Data version: it changes with every published change.",
      ...valueBySql((row) => sql`${row}.id`),
    }),
    tiles: t.string({
      description: "The token of that version in tile addresses: /tiles/{layer}/{tiles}/{z}/{x}/{y}.mvt",
      ...valueBySql(tilesOf),
    }),
    publishedAt: t.field({
      type: "DateTime",
      description: "Time of publication (UTC).",
      ...valueBySql((row) => sql`${row}.created_at`),
    }),
    demo: t.boolean({
      description: "Whether this is a demonstration, whose gaps are filled with synthetic figures (Observation.synthetic).",
      ...valueBySql(() => isDemo),
    }),
  }),
});

builder.queryField("atlas", (t) =>
  t.field({
    type: Atlas,
    nullable: true,
    description: "The state of the atlas; empty until data is published.",
    resolve: async (_root, _args, { database }, info) =>
      (await rowsOf(database, info, sql`FROM change_set row0 ORDER BY row0.id DESC LIMIT 1`))[0] ?? null,
  }),
);
