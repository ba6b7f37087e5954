// A later edition of the data files is published as what differs from the edition before. What others have written since then
// is never undone: a row that is no longer as the files published it stays as it is.
import { tables } from "../generated/model.ts";
import { type FileTable, keyOf } from "./file-table.ts";
import { eachAlone, type Transaction, upsert } from "./upsert.ts";

type Step = "WRITE" | "REMOVE" | "KEEP" | "STAY" | "FORGET" | "SAME";

/** What became of the rows of one table, by key. */
export interface Outcome {
  /** Changed by others since, so the new version was not written. */
  kept: string[];
  /** No longer in the files, but not removed. */
  missing: string[];
  /** To be removed once nothing of the files refers to them. */
  removed: string[];
}

// $1 are the rows of the files, $2 the columns that are compared, $3 the ids of owners that are missing from the files.
const compared = ({ model, key, stays, owner }: FileTable): string => `WITH
  given AS (SELECT ${keyText(key)} AS key, ${part} AS row FROM jsonb_populate_recordset(NULL::${tables[model].table}, $1::jsonb) t),
  published AS (SELECT key, row FROM file_row WHERE model = '${model}'),
  stored AS (SELECT ${keyText(key)} AS key, to_jsonb(t) AS row FROM ${tables[model].table} t),
  step AS (SELECT key, g.row AS given, CASE
    WHEN g IS NULL AND s IS NULL THEN 'FORGET'
    WHEN g IS NULL AND (${stays ? "true" : "false"} OR p.row ->> '${owner?.column ?? ""}' = ANY($3::text[])) THEN 'STAY'
    WHEN g IS NULL AND agrees(s.row, p.row) THEN 'REMOVE'
    WHEN s IS NULL AND p IS NULL THEN 'WRITE'
    WHEN agrees(s.row, g.row) THEN 'SAME'
    WHEN agrees(s.row, p.row) THEN 'WRITE'
    ELSE 'KEEP' END AS step
  FROM given g FULL JOIN published p USING (key) LEFT JOIN stored s USING (key) WHERE g.row IS DISTINCT FROM p.row)`;

const keyText = (key: readonly string[]): string => `concat_ws('/', ${key.map((column) => `t.${column}`).join(", ")})`;
const part = "(SELECT jsonb_object_agg(c.key, c.value) FROM jsonb_each(to_jsonb(t)) c WHERE c.key = ANY($2::text[]))";

const columnsOf = ({ rows, derived = [] }: FileTable): string[] =>
  Object.keys(rows[0] ?? {}).filter((column) => !derived.includes(column));

/** Writes the rows that are new or changed in the files, and remembers what the files say now. */
export async function publishTable(tx: Transaction, table: FileTable, missingOwners: readonly string[]): Promise<Outcome> {
  const values = [JSON.stringify(table.rows), columnsOf(table), missingOwners] as const;
  const steps = await tx.$queryRawUnsafe<{ key: string; step: Step; isGiven: boolean }[]>(
    `${compared(table)} SELECT key, step, given IS NOT NULL AS "isGiven" FROM step ORDER BY key`,
    ...values,
  );
  const keys = (step: Step, isGiven?: boolean) =>
    steps.filter((row) => row.step === step && (isGiven ?? row.isGiven) === row.isGiven).map(({ key }) => key);
  const written = new Set(keys("WRITE"));
  const refused = await eachAlone(
    tx,
    table.rows.filter((row) => written.has(keyOf(table, row))),
    (rows) => upsert(tx, table.model, table.key, rows),
  );
  await remember(tx, table, values.slice(0, 2));
  await tx.fileRow.deleteMany({
    where: { model: table.model, key: { in: [...keys("FORGET"), ...keys("REMOVE"), ...keys("KEEP", false)] } },
  });
  return {
    kept: [...keys("KEEP"), ...refused.map((row) => keyOf(table, row))],
    missing: keys("STAY"),
    removed: keys("REMOVE"),
  };
}

/** Removes rows that the files no longer hold; returns those that others refer to, which stay. */
export async function removeRows(
  tx: Transaction,
  { model, key }: FileTable,
  keys: readonly string[],
): Promise<readonly string[]> {
  return eachAlone(tx, keys, (some) =>
    tx.$executeRawUnsafe(`DELETE FROM ${tables[model].table} t WHERE ${keyText(key)} = ANY($1::text[])`, some),
  );
}

const remember = (tx: Transaction, { model, key }: FileTable, values: readonly unknown[]): Promise<number> =>
  tx.$executeRawUnsafe(
    `INSERT INTO file_row (model, key, row) SELECT '${model}', ${keyText(key)}, ${part}
    FROM jsonb_populate_recordset(NULL::${tables[model].table}, $1::jsonb) t
    ON CONFLICT (model, key) DO UPDATE SET row = EXCLUDED.row WHERE file_row.row IS DISTINCT FROM EXCLUDED.row`,
    ...values,
  );

/**
 * Remembers the rows of a database that was published before they were remembered: only the files had written to it then, so what
 * stands in it is what they said. Rows that stay in any case are left out where the files do not name them.
 */
export async function rememberStored(tx: Transaction, table: FileTable): Promise<void> {
  const given = table.rows.map((row) => keyOf(table, row));
  await tx.$executeRawUnsafe(
    `INSERT INTO file_row (model, key, row) SELECT '${table.model}', ${keyText(table.key)}, ${part.replace("$2", "$1")}
    FROM ${tables[table.model].table} t WHERE ${!table.stays} OR ${keyText(table.key)} = ANY($2::text[])`,
    columnsOf(table),
    given,
  );
}
