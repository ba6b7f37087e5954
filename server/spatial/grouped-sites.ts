import { identifier, join, type Sql, sql } from "../database/sql.ts";

/** The sites to summarise, and how they are grouped. */
export interface GroupedSites {
  /** A table with `id`, `kind` and the columns of the group. */
  table: Sql;
  /** The columns that distinguish groups; none if there is one group. */
  columns: readonly string[];
  /** The key of a group as text, of a row with these columns. */
  key: (row: Sql) => Sql;
}

/** The columns of the groups, and the kind. */
export const withKind = (columns: readonly string[]): string[] => [...new Set([...columns, "kind"])];

export const columnsOf = (row: Sql, names: readonly string[]): Sql => join(names.map((name) => sql`${row}.${identifier(name)}`));
