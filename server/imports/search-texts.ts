// Writes the search texts of all tables from the rows they depend on: after every publication, and where an earlier version of the
// program has written them.
import { WRITE_LOCK } from "../database/migrations.ts";
import type { Database } from "../database/pool.ts";
import { searchLines, sortKey } from "../search/names.ts";
import { type SearchedTable, searchedTables, type Texts, textsOf, wordsOf } from "../search/searched.ts";
import { runOverRecords, type Transaction } from "./upsert.ts";

/** The version of search/names.ts and searched.ts. Increase it when they generate other texts: the next start then rewrites the stored ones. */
const VERSION = 3;

const BATCH = 5000;

/** Rewrites the search texts that earlier rules have generated; returns the number of changed rows. */
export function renewSearchTexts(database: Database): Promise<number> {
  return database.prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = '120s'`;
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${WRITE_LOCK}::bigint)`;
      return (await tx.searchTextVersion.findFirst())?.version === VERSION ? 0 : await writeSearchTexts(tx);
    },
    { timeout: 600_000, maxWait: 60_000 },
  );
}

/** Writes the search texts of all rows that need another one; returns their number. */
export async function writeSearchTexts(tx: Transaction): Promise<number> {
  let changed = 0;
  for (const table of Object.values(searchedTables)) changed += await writeTable(tx, table);
  await tx.searchTextVersion.updateMany({ data: { version: VERSION } });
  return changed;
}

async function writeTable(tx: Transaction, searched: SearchedTable): Promise<number> {
  const { table, key, joinSql = "" } = searched;
  const sorted = table === "site";
  let changed = 0;
  for (let after = ""; ; ) {
    const rows = await tx.$queryRawUnsafe<{ key: string; name_zh: string; texts: Texts }[]>(
      `SELECT searched.${key} AS key, searched.name_zh, ${textsOf(searched)} AS texts FROM ${table} searched ${joinSql}
      WHERE searched.${key} > $1 ORDER BY searched.${key} LIMIT ${BATCH}`,
      after,
    );
    changed += await runOverRecords(
      tx,
      `UPDATE ${table} row SET search_text = renewed.search_text${sorted ? ", sort_zh = renewed.sort_zh" : ""}
      FROM jsonb_to_recordset($1::jsonb) renewed(key text, search_text text, sort_zh text)
      WHERE row.${key} = renewed.key AND (row.search_text <> renewed.search_text${sorted ? " OR row.sort_zh <> renewed.sort_zh" : ""})`,
      rows.map(({ key, name_zh, texts }) => ({ key, search_text: lines(texts), sort_zh: sortKey(name_zh) })),
    );
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return changed;
    after = last.key;
  }
}

function lines({ NAME: names, ...others }: Texts): string {
  const written = (nameLists: Texts[keyof Texts]) => (nameLists ?? []).flat().filter((text) => text !== null);
  return searchLines(written(names), Object.values(others).flatMap(written).map(wordsOf));
}
