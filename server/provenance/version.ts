import { builder } from "../core/builder.ts";
import type { Reader } from "../core/database.ts";
import { type Row, value } from "../core/fields.ts";
import { rowsOf } from "../core/paging.ts";
import { sql } from "../core/sql.ts";

/**
 * The data version: the number of the newest published change set, 0 before the first. It is in every tile address and
 * ETag. Publishing is one at a time (see imports/publish.ts), so a higher number never becomes visible before a lower one.
 */
export async function dataVersion(database: Reader): Promise<number> {
  const [row] = await database.rows<{ version: number }>(sql`SELECT coalesce(max(id), 0) AS version FROM change_set`);
  return row?.version ?? 0;
}

const Atlas = builder.objectRef<Row>("Atlas");
Atlas.implement({
  description: "The state of the atlas.",
  fields: (t) => ({
    version: t.int({ description: "Data version: it changes with every published change.", ...value((row) => sql`${row}.id`) }),
    publishedAt: t.field({
      type: "DateTime",
      description: "When that version was published (UTC).",
      ...value((row) => sql`${row}.created_at`),
    }),
  }),
});

builder.queryField("atlas", (t) =>
  t.field({
    type: Atlas,
    nullable: true,
    description: "The state of the atlas; empty before the first data is published.",
    resolve: async (_root, _args, { database }, info) =>
      (await rowsOf(database, info, sql`FROM change_set t0 ORDER BY t0.id DESC LIMIT 1`))[0] ?? null,
  }),
);
