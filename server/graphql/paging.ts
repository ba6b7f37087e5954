import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType, type SelectionSetNode } from "graphql";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { REQUEST_LIMITS } from "../core/limits.ts";
import type { Reader } from "../database/pool.ts";
import { empty, identifier, join, type Sql, sql } from "../database/sql.ts";
import { graphqlErrors } from "./errors.ts";
import { JsonRow, wantsJson } from "./json-rows.ts";
import {
  type Cursor,
  countedPageStatement,
  jsonListStatement,
  type List,
  type PageBounds,
  pageStatement,
} from "./page-statement.ts";
import { type Row, selectionOfJson, selectionSetsOf, selectionsByField, selectList, singleRowJson } from "./select.ts";

interface PageArguments {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}

interface Connection {
  /** The nodes, where nothing else is wanted of the rows. */
  nodesAsJson?: JsonRow;
  edges: { node: Row; cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  [extra: string]: unknown;
}

/**
 * One page of a list as a Relay connection: one statement for the rows with all nested fields, and one for the extras
 * if requested (see List.counted). Paging is by key, so it costs the same on every page. Throws PAGE_BOTH_WAYS, NUMBER_OUT_OF_RANGE, CURSOR_INVALID.
 */
export async function readPage(database: Reader, info: GraphQLResolveInfo, args: PageArguments, list: List): Promise<Connection> {
  const bounds = checkPage(info.fieldName, args, list);
  const type = getNamedType(info.returnType) as GraphQLObjectType;
  const selectedFields = selectionsByField(info, type, selectionSetsOf(info));
  const edgeType = getNamedType(type.getFields().edges?.type) as GraphQLObjectType;
  const edgeFields = selectionsByField(info, edgeType, selectedFields.get("edges") ?? []);
  const nodeType = getNamedType(edgeType.getFields().node?.type) as GraphQLObjectType;
  const nodeSets = [...(edgeFields.get("node") ?? []), ...(selectedFields.get("nodes") ?? [])];

  const wantsRows = selectedFields.has("edges") || selectedFields.has("nodes") || selectedFields.has("pageInfo");
  const wantsCursors = selectedFields.has("pageInfo") || edgeFields.has("cursor");
  const columns = () => nodeColumns(info, nodeType, nodeSets);
  const isCounted = list.counted !== undefined && wantsRows && selectedFields.delete("totalCount");
  const wantsOnlyNodes = wantsRows && !selectedFields.has("edges") && !selectedFields.has("pageInfo");
  if (wantsJson(info) && wantsOnlyNodes && !isCounted && !bounds.backward) {
    const [nodes, extras] = await Promise.all([
      database.rows<{ json: string }>(jsonListStatement(selectList(selectionOfJson(info), nodeType, nodeSets, 0), list, bounds)),
      extrasOf(database, info, type, selectedFields, list),
    ]);
    return { ...connection([], extras, bounds, list.order.name), nodesAsJson: new JsonRow(`[${nodes[0]?.json ?? ""}]`) };
  }
  const [rows, extras] = await Promise.all([
    isCounted
      ? database.rows<Row>(countedPageStatement(columns(), list, list.counted as Sql, bounds))
      : wantsRows
        ? database.rows<Row>(pageStatement(columns(), wantsCursors, list, bounds))
        : [],
    extrasOf(database, info, type, selectedFields, list),
  ]);
  if (!isCounted) return connection(rows, extras, bounds, list.order.name);
  // Where there is no row on the page, there is one with the number.
  const onPage = rows.filter(({ _onPage }) => _onPage === true);
  return connection(onPage, { ...extras, totalCount: rows[0]?._total }, bounds, list.order.name);
}

/** The columns of the selected fields, or a single one with their JSON (see json-rows.ts). */
function nodeColumns(info: GraphQLResolveInfo, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Sql {
  if (!wantsJson(info)) return selectList(info, type, sets, 0);
  return sql`${singleRowJson(selectList(selectionOfJson(info), type, sets, 0), empty)}::text AS "_json"`;
}

const nodeOf = (row: Row): Row | JsonRow => (typeof row._json === "string" ? new JsonRow(row._json) : row);

// A separate statement, so that the page is returned as plain rows: wrapping it in JSON would cost the database 50 % more.
async function extrasOf(
  database: Reader,
  info: GraphQLResolveInfo,
  type: GraphQLObjectType,
  selectedFields: Map<string, SelectionSetNode[]>,
  list: List,
): Promise<Row> {
  const columns: Sql[] = [];
  for (const [name, expression] of Object.entries(list.extras ?? {})) {
    const sets = selectedFields.get(name);
    if (!sets) continue;
    const fieldType = getNamedType(type.getFields()[name]?.type) as GraphQLObjectType;
    const selected = new Set(sets.length > 0 ? selectionsByField(info, fieldType, sets).keys() : []);
    columns.push(sql`${expression(selected)} AS ${identifier(name)}`);
  }
  const [row] = columns.length > 0 ? await database.rows<Row>(sql`SELECT ${join(columns)}`) : [];
  return row ?? {};
}

function connection(fetchedRows: Row[], extras: Row, { size, backward, after, before }: PageBounds, order: string): Connection {
  const hasMore = fetchedRows.length > size;
  const rows = hasMore ? fetchedRows.slice(0, size) : fetchedRows;
  if (backward) rows.reverse();
  const edges = rows.map((row) => ({ node: nodeOf(row) as Row, cursor: "_key" in row ? cursorOf(order, row) : "" }));
  return {
    ...extras,
    edges,
    pageInfo: {
      hasNextPage: backward ? Boolean(before) : hasMore,
      hasPreviousPage: backward ? hasMore : Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function checkPage(argument: string, { first, after, last, before }: PageArguments, { order }: List): PageBounds {
  if ((first ?? null) !== null && (last ?? null) !== null) throw new AtlasError(graphqlErrors.PAGE_BOTH_WAYS, { argument });
  const backward = (last ?? null) !== null || ((first ?? null) === null && (before ?? null) !== null);
  const size = (backward ? last : first) ?? 50;
  checkSize(backward ? "last" : "first", size, REQUEST_LIMITS.pageSize);
  const cursor = (text: string | null | undefined, name: string) =>
    text === null || text === undefined ? undefined : readCursor(text, order.name, name);
  return { size, backward, after: cursor(after, "after"), before: cursor(before, "before") };
}

const cursorOf = (order: string, row: Row): string =>
  Buffer.from(JSON.stringify([order, row._by, row._key])).toString("base64url");

const isKey = (value: unknown): boolean => typeof value === "number" || (typeof value === "string" && !value.includes("\0"));

/** Beyond the longest name, encoded. */
const MAX_CURSOR_LENGTH = 4000;

function readCursor(text: string, order: string, argument: string): Cursor {
  try {
    if (text.length > MAX_CURSOR_LENGTH) throw new RangeError("too long");
    const [name, by, key] = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (name === order && [by, key].every(isKey)) return [by, key];
  } catch {
    // Not a cursor: reported below.
  }
  throw new AtlasError(graphqlErrors.CURSOR_INVALID, { argument });
}

/** The size of a list in the cost of a query. Invalid sizes, which the resolver refuses, must not lower the cost of the rest. */
export const boundedSize = (size: number, max: number): number => Math.min(Math.max(size, 1), max);

/** Complexity of a connection: multiplied by its page size. */
export const pageComplexity = ({ first, last }: PageArguments) => ({
  field: 1,
  multiplier: boundedSize(first ?? last ?? 50, REQUEST_LIMITS.pageSize),
});

/** Checks the `first` of a list; throws NUMBER_OUT_OF_RANGE. Zero is valid: an empty list, for example with its counts. */
export const listSize = (first: number, max: number): number => checkSize("first", first, max);

function checkSize(argument: string, size: number, max: number): number {
  if (size >= 0 && size <= max) return size;
  throw new AtlasError(commonErrors.NUMBER_OUT_OF_RANGE, { argument, min: 0, max, value: size });
}

/** All rows of a bounded list in one statement. A resolver returns them as they are, because they may be JSON already. */
export async function rowsOf(database: Reader, info: GraphQLResolveInfo, from: Sql): Promise<Row[]> {
  const type = getNamedType(info.returnType) as GraphQLObjectType;
  const rows = await database.rows<Row>(sql`SELECT ${nodeColumns(info, type, selectionSetsOf(info))} ${from}`);
  return wantsJson(info) ? (rows.map(nodeOf) as Row[]) : rows;
}
