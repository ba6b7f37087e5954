// A later edition of the data files is published as the difference from the previous edition. It never undoes the changes of others: a
// row that differs from its published version is left unchanged.
import { tables } from "../generated/model.ts";
import { type FileTable, keyOf } from "./file-table.ts";
import { type Transaction, upsert, writeAsManyAsPossible } from "./upsert.ts";

/**
 * What happens to a row whose version in the files has changed: others have changed it, so it is kept (KEEP_CHANGED); the files no longer
 * contain it, but it must stay (KEEP_MISSING); it is gone everywhere, so its published copy goes too (FORGET); it is as in the files (SAME).
 */
type Step = "WRITE" | "REMOVE" | "KEEP_CHANGED" | "KEEP_MISSING" | "FORGET" | "SAME";

/** The result of publishing a table, by key. */
export interface PublishResult {
  /** Changed or removed by others, so the new version was not written. */
  kept: string[];
  /** No longer in the files, but not removed. */
  missing: string[];
  /** To be removed once no other row of the files refers to them. */
  removed: string[];
}

// Compares the rows of the files, those last published and those stored. $1 are the rows of the files, $2 the compared columns, $3 the ids
// of owners that are missing from the files.
const comparisonSql = ({ model, key, keepsMissingRows, owner }: FileTable): string => `WITH
  incoming AS (SELECT ${keyText(key)} AS key, ${comparedColumns} AS row FROM jsonb_populate_recordset(NULL::${tables[model].table}, $1::jsonb) compared),
  published AS (SELECT key, row FROM file_row WHERE model = '${model}'),
  stored AS (SELECT ${keyText(key)} AS key, to_jsonb(compared) AS row FROM ${tables[model].table} compared),
  step AS (SELECT key, incoming.row AS incoming, CASE
    WHEN incoming IS NULL AND stored IS NULL THEN 'FORGET'
    WHEN incoming IS NULL AND (${keepsMissingRows ? "true" : "false"} OR published.row ->> '${owner?.column ?? ""}' = ANY($3::text[])) THEN 'KEEP_MISSING'
    WHEN incoming IS NULL AND agrees(stored.row, published.row) THEN 'REMOVE'
    WHEN stored IS NULL THEN CASE WHEN published IS NULL THEN 'WRITE' ELSE 'KEEP_CHANGED' END
    WHEN agrees(stored.row, incoming.row) THEN 'SAME'
    WHEN agrees(stored.row, published.row) THEN 'WRITE'
    ELSE 'KEEP_CHANGED' END AS step
  FROM incoming FULL JOIN published USING (key) LEFT JOIN stored USING (key) WHERE incoming.row IS DISTINCT FROM published.row)`;

const keyText = (key: readonly string[]): string => `concat_ws('/', ${key.map((column) => `compared.${column}`).join(", ")})`;
const comparedColumns =
  "(SELECT coalesce(jsonb_object_agg(field.key, field.value), '{}') FROM jsonb_each(to_jsonb(compared)) field WHERE field.key = ANY($2::text[]))";

const columnsOf = ({ rows, derived = [] }: FileTable): string[] =>
  Object.keys(rows[0] ?? {}).filter((column) => !derived.includes(column));

/** Writes the rows that are new or changed in the files, and stores a copy of them as last published. */
export async function publishTable(tx: Transaction, table: FileTable, missingOwners: readonly string[]): Promise<PublishResult> {
  const values = [JSON.stringify(table.rows), columnsOf(table), missingOwners] as const;
  const steps = await tx.$queryRawUnsafe<{ key: string; step: Step; isIncoming: boolean }[]>(
    `${comparisonSql(table)} SELECT key, step, incoming IS NOT NULL AS "isIncoming" FROM step ORDER BY key`,
    ...values,
  );
  const keys = (step: Step, isIncoming?: boolean) =>
    steps.filter((row) => row.step === step && (isIncoming ?? row.isIncoming) === row.isIncoming).map(({ key }) => key);
  const written = new Set(keys("WRITE"));
  const refused = await writeAsManyAsPossible(
    tx,
    table.rows.filter((row) => written.has(keyOf(table, row))),
    (rows) => upsert(tx, table.model, table.key, rows),
  );
  await storeAsPublished(tx, table, values.slice(0, 2));
  await tx.fileRow.deleteMany({
    where: { model: table.model, key: { in: [...keys("FORGET"), ...keys("REMOVE"), ...keys("KEEP_CHANGED", false)] } },
  });
  return {
    kept: [...keys("KEEP_CHANGED"), ...refused.map((row) => keyOf(table, row))],
    missing: keys("KEEP_MISSING"),
    removed: keys("REMOVE"),
  };
}

/** Removes rows that are no longer in the files; returns those that are kept, because others refer to them or have added a part. */
export async function removeRows(
  tx: Transaction,
  { model, key, partTable }: FileTable,
  keys: readonly string[],
): Promise<readonly string[]> {
  const withParts = partTable && keys.length > 0 ? await keysWithParts(tx, { model, key, partTable }, keys) : [];
  const refused = await writeAsManyAsPossible(
    tx,
    keys.filter((each) => !withParts.includes(each)),
    (subset) =>
      tx.$executeRawUnsafe(`DELETE FROM ${tables[model].table} compared WHERE ${keyText(key)} = ANY($1::text[])`, subset),
  );
  return [...withParts, ...refused];
}

// The files' own parts have been removed before. The remaining ones were added by others, and would be deleted together with the row.
async function keysWithParts(
  tx: Transaction,
  { model, key, partTable }: Required<Pick<FileTable, "model" | "key" | "partTable">>,
  keys: readonly string[],
): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ key: string }[]>(
    `SELECT ${keyText(key)} AS key FROM ${tables[model].table} compared WHERE ${keyText(key)} = ANY($1::text[])
      AND EXISTS (SELECT FROM ${tables[partTable.model].table} part WHERE part.${partTable.column} = ${keyText(key)})`,
    keys,
  );
  return rows.map(({ key }) => key);
}

const storeAsPublished = (tx: Transaction, { model, key }: FileTable, values: readonly unknown[]): Promise<number> =>
  tx.$executeRawUnsafe(
    `INSERT INTO file_row (model, key, row) SELECT '${model}', ${keyText(key)}, ${comparedColumns}
    FROM jsonb_populate_recordset(NULL::${tables[model].table}, $1::jsonb) compared
    ON CONFLICT (model, key) DO UPDATE SET row = EXCLUDED.row WHERE file_row.row IS DISTINCT FROM EXCLUDED.row`,
    ...values,
  );

/**
 * Stores the last published rows for a database from before they were stored. At that time only the files could write to it, so its
 * rows are those of the files. Rows of tables whose rows are never removed are only included if they are in the files.
 */
export async function storeCurrentAsPublished(tx: Transaction, table: FileTable): Promise<void> {
  const keys = table.rows.map((row) => keyOf(table, row));
  await tx.$executeRawUnsafe(
    `INSERT INTO file_row (model, key, row) SELECT '${table.model}', ${keyText(table.key)}, ${comparedColumns.replace("$2", "$1")}
    FROM ${tables[table.model].table} compared WHERE ${!table.keepsMissingRows} OR ${keyText(table.key)} = ANY($2::text[])`,
    columnsOf(table),
    keys,
  );
}
