import { tables } from "../generated/model.ts";
import type { Prisma } from "../generated/prisma/client.ts";

export type Transaction = Prisma.TransactionClient;
export type Records = readonly Record<string, unknown>[];

const quoteIdentifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const parameters = (records: Records): string => JSON.stringify(records);

/**
 * Inserts records by column name, or updates those whose key exists: one statement, whatever their number. Geometry is
 * given as GeoJSON and becomes EPSG:4326. The text of the statement is made of names of the data model only.
 */
export async function upsert(
  tx: Transaction,
  model: keyof typeof tables,
  key: readonly string[],
  records: Records,
): Promise<void> {
  const [first] = records;
  if (!first) return;
  const table = tables[model].table;
  const columns = Object.keys(first);
  const changed = columns
    .filter((column) => !key.includes(column))
    .map((column) => `${quoteIdentifier(column)} = EXCLUDED.${quoteIdentifier(column)}`);
  const names = columns.map(quoteIdentifier).join(", ");
  await tx.$executeRawUnsafe(
    `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)
     ON CONFLICT (${key.map(quoteIdentifier).join(", ")}) DO ${changed.length > 0 ? `UPDATE SET ${changed.join(", ")}` : "NOTHING"}`,
    parameters(records),
  );
}

/** Runs one statement over records handed in as `$1::jsonb`. */
export const runOverRecords = (tx: Transaction, statement: string, records: Records): Promise<number> =>
  tx.$executeRawUnsafe(statement, parameters(records));

/** A point as GeoJSON; null where a coordinate is missing. */
export const geojsonPoint = (lon: number | null, lat: number | null) =>
  lon === null || lat === null ? null : { type: "Point", coordinates: [lon, lat] };

/**
 * Writes all at once. Where that contradicts what others have written (they refer to one of the items, have removed what it refers to,
 * or use a value that must be unique), each is written alone, until no more can be written: one item may have to wait for another.
 * Returns those that could not be written.
 */
export async function writeAsManyAsPossible<T>(
  tx: Transaction,
  items: readonly T[],
  write: (items: readonly T[]) => Promise<unknown>,
): Promise<readonly T[]> {
  let refused = await findRefused(tx, items, write);
  for (let previousCount = items.length; refused.length > 0 && refused.length < previousCount; ) {
    previousCount = refused.length;
    refused = await findRefused(tx, refused, write);
  }
  return refused;
}

// By halves: a single item among thousands is reached in a dozen steps.
async function findRefused<T>(
  tx: Transaction,
  items: readonly T[],
  write: (items: readonly T[]) => Promise<unknown>,
): Promise<readonly T[]> {
  if (items.length === 0 || (await succeeds(tx, () => write(items)))) return [];
  if (items.length === 1) return items;
  const halfLength = Math.ceil(items.length / 2);
  return [
    ...(await findRefused(tx, items.slice(0, halfLength), write)),
    ...(await findRefused(tx, items.slice(halfLength), write)),
  ];
}

async function succeeds(tx: Transaction, write: () => Promise<unknown>): Promise<boolean> {
  await tx.$executeRaw`SAVEPOINT written`;
  try {
    await write();
    return true;
  } catch (error) {
    if (!isContradiction(error)) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT written`;
    return false;
  }
}

// foreign_key_violation or unique_violation, as Prisma passes on what the database says.
const isContradiction = (error: unknown): boolean =>
  /\b2350[35]\b/.test(JSON.stringify(error) + String((error as Error).message));
