import type { tables } from "../generated/model.ts";
import type { Records } from "./upsert.ts";

/** The rows of one table in the data files, by column name. */
export interface FileTable {
  model: keyof typeof tables;
  /** The columns of its key. */
  key: readonly string[];
  rows: Records;
  /** Whether rows that disappear from the files are kept, because others refer to them permanently. */
  keepsMissingRows?: boolean;
  /** The model that each row belongs to, and the column with its id. While the owner is missing from the files, its rows are kept. */
  owner?: { model: "Site" | "FunctionalArea"; column: string };
  /** The model whose rows the database deletes together with a row of this table, and their column with its key. */
  partTable?: { model: keyof typeof tables; column: string };
  /** Columns that are computed from others and not compared. */
  derived?: readonly string[];
}

/** The key of a row as text. */
export const keyOf = ({ key }: FileTable, row: Record<string, unknown>): string => key.map((column) => row[column]).join("/");

/** A table of links: one row for each record and each entry that it lists. */
export function linkTable<T>(
  table: Omit<FileTable, "rows" | "key"> & { columns: [string, string] },
  records: readonly T[],
  key: (record: T) => unknown,
  entries: (record: T) => readonly string[],
): FileTable {
  const { columns, ...rest } = table;
  const [from, to] = columns;
  const rows = records.flatMap((record) => [...new Set(entries(record))].map((entry) => ({ [from]: key(record), [to]: entry })));
  return { ...rest, key: columns, rows };
}
