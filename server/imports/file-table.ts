import type { tables } from "../generated/model.ts";
import type { Records } from "./upsert.ts";

/** The rows that the data files hold of one table, by column name. */
export interface FileTable {
  model: keyof typeof tables;
  /** The columns of its key. */
  key: readonly string[];
  rows: Records;
  /** Rows that go missing from the files stay, since others refer to them for good. */
  stays?: boolean;
  /** The row that each is a part of, and the column that names it: a part stays as long as its owner is missing from the files. */
  owner?: { model: "Site" | "FunctionalArea"; column: string };
  /** Columns that are computed from others; not compared. */
  derived?: readonly string[];
}

/** A key as one text. */
export const keyOf = ({ key }: FileTable, row: Record<string, unknown>): string => key.map((column) => row[column]).join("/");

/** A table of links between the rows of two tables, made of a record's key and the entries that it names. */
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
