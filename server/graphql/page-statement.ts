// The statement of a page of a list.
import { empty, raw, type Sql, sql, wholeNumber } from "../database/sql.ts";

/** The definition of a list. `row0` is the alias of its rows. */
export interface List {
  /** `FROM … row0 WHERE …` */
  from: Sql;
  /** The expression it is ordered by, never null, and the name of the order in cursors. */
  order: { name: string; by: Sql; descending: boolean };
  /** Unique expression that breaks ties. */
  key: Sql;
  /** The table of its rows, if its condition is so costly that a page is read together with `totalCount`: it is computed once then. */
  counted?: Sql | undefined;
  /** Further fields of the connection, each an independent expression. */
  extras?: Record<string, (selected: Set<string>) => Sql>;
}

export type Cursor = [by: string | number, key: string | number];

export interface PageBounds {
  size: number;
  backward: boolean;
  after: Cursor | undefined;
  before: Cursor | undefined;
}

/** The page as rows of these columns. */
export function pageStatement(fields: Sql, withCursors: boolean, { order, key, from }: List, bounds: PageBounds): Sql {
  const cursorColumns = withCursors ? sql`, ${order.by} AS "_by", ${key} AS "_key"` : empty;
  return sql`SELECT ${fields}${cursorColumns} ${from}${onPage(order, order.by, key, bounds)}`;
}

/** The rows of a page from its start, each as JSON with these columns, in one text with commas between them: the driver reads one row. */
export const jsonListStatement = (columns: Sql, { order, key, from }: List, { size, ...bounds }: PageBounds): Sql =>
  sql`SELECT string_agg(row_to_json(page)::text, ',') AS json FROM (
    SELECT ${columns} ${from}${onPage(order, order.by, key, { ...bounds, size: size - 1 })}) page`;

/**
 * The same, each row with the number of all rows as `_total`; and at least one row, without `_onPage` if it is not on the page. The
 * condition is computed once, and further columns for the rows of the page only.
 */
export const countedPageStatement = (fields: Sql, { order, key, from }: List, table: Sql, bounds: PageBounds): Sql => sql`
  WITH matching AS MATERIALIZED (SELECT ${order.by} AS by, ${key} AS key ${from})
  SELECT counted.total AS "_total", page.* FROM (SELECT count(*)::int AS total FROM matching) counted LEFT JOIN (
    SELECT true AS "_onPage", matching.by AS "_by", matching.key AS "_key", ${fields}
    FROM (SELECT matching.by, matching.key FROM matching
      WHERE true${onPage(order, sql`matching.by`, sql`matching.key`, bounds)}) matching
        JOIN ${table} row0 ON ${key} = matching.key) page ON true
  ORDER BY ${inOrder(order, sql`page."_by"`, sql`page."_key"`, bounds)}`;

function onPage(order: List["order"], by: Sql, key: Sql, { size, backward, after, before }: PageBounds): Sql {
  const [afterOperator, beforeOperator] = order.descending ? [raw("<"), raw(">")] : [raw(">"), raw("<")];
  const afterCursor = after ? sql` AND (${by}, ${key}) ${afterOperator} (${after[0]}, ${after[1]})` : empty;
  const beforeCursor = before ? sql` AND (${by}, ${key}) ${beforeOperator} (${before[0]}, ${before[1]})` : empty;
  return sql`${afterCursor}${beforeCursor} ORDER BY ${inOrder(order, by, key, { backward })} LIMIT ${wholeNumber(size + 1)}`;
}

function inOrder({ descending }: List["order"], by: Sql, key: Sql, { backward }: Pick<PageBounds, "backward">): Sql {
  const direction = raw(descending === backward ? "ASC" : "DESC");
  return sql`${by} ${direction}, ${key} ${direction}`;
}
