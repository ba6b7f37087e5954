// Updates the search texts of databases that an earlier version of the program has published: publishing only writes changed rows.
import { WRITE_LOCK } from "../database/migrations.ts";
import type { Database } from "../database/pool.ts";
import { searchText, sortKey } from "./names.ts";
import { over, type Transaction } from "./upsert.ts";

/** The version of names.ts. Increase it when names.ts generates other texts: the next start then rewrites the stored ones. */
const VERSION = 1;

const BATCH = 5000;

interface Named {
  key: string;
  name_zh: string;
  name_en: string;
  aliases: string[];
}

/** Rewrites the search texts that earlier rules have generated; returns the number of changed rows. */
export function renewSearchTexts(database: Database): Promise<number> {
  return database.prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = '120s'`;
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${WRITE_LOCK}::bigint)`;
      if ((await tx.searchTextVersion.findFirst())?.version === VERSION) return 0;
      const sites = await updateSearchTexts(tx, "site", "slug", "aliases");
      const districts = await updateSearchTexts(tx, "district", "code", "ARRAY[]::text[]");
      const areas = await updateSearchTexts(tx, "functional_area", "id", "ARRAY[]::text[]");
      await tx.searchTextVersion.updateMany({ data: { version: VERSION } });
      return sites + districts + areas;
    },
    { timeout: 600_000, maxWait: 60_000 },
  );
}

async function updateSearchTexts(
  tx: Transaction,
  table: "site" | "district" | "functional_area",
  key: string,
  aliases: string,
): Promise<number> {
  const sorted = table === "site";
  let changed = 0;
  for (let after = ""; ; ) {
    const rows = await tx.$queryRawUnsafe<Named[]>(
      `SELECT ${key} AS key, name_zh, name_en, ${aliases} AS aliases FROM ${table} WHERE ${key} > $1 ORDER BY ${key} LIMIT ${BATCH}`,
      after,
    );
    changed += await over(
      tx,
      `UPDATE ${table} row SET search_text = g.search_text${sorted ? ", sort_zh = g.sort_zh" : ""}
      FROM jsonb_to_recordset($1::jsonb) g(key text, search_text text, sort_zh text)
      WHERE row.${key} = g.key AND (row.search_text <> g.search_text${sorted ? " OR row.sort_zh <> g.sort_zh" : ""})`,
      rows.map(({ key, name_zh, name_en, aliases }) => ({
        key,
        search_text: searchText([name_zh, name_en, ...aliases]),
        sort_zh: sortKey(name_zh),
      })),
    );
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return changed;
    after = last.key;
  }
}
