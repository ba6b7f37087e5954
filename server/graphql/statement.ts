// A question about many rows at once is one statement: named tables first, then the fields that the query selects, which
// read from them. PostgreSQL does not compute a named table that no selected field reads.

import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from "graphql";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError, type ErrorDefinition } from "../core/errors.ts";
import type { Reader } from "../database/pool.ts";
import { join, type Sql, sql } from "../database/sql.ts";
import { graphqlErrors } from "./errors.ts";
import type { NoticeSource } from "./notice.ts";
import { ownSets, type Row, selectList } from "./select.ts";
import { type Unknown, unknownOf, type Vocabulary } from "./vocabulary.ts";

/** A limit that only the database can check: `count` above `max` is refused, as POINTS_TOO_MANY by default. */
export interface Bound {
  count: Sql;
  max: number;
  error?: ErrorDefinition;
}

export interface Statement {
  /** `name AS (…)`, in the order in which they may read each other. */
  tables: Sql[];
  vocabularies: readonly Vocabulary[];
  bound?: Bound;
  /** What was repaired in the filter (see sites/filter-lookups.ts). */
  notices: NoticeSource[];
}

/**
 * Runs one statement whose row `t0` is `root`, a SELECT of one row, and whose fields may read the tables.
 * Throws VALUE_UNKNOWN for what is not in a vocabulary and the bound's error beyond the bound.
 */
export async function answer(database: Reader, info: GraphQLResolveInfo, root: Sql, statement: Statement): Promise<Row> {
  const type = getNamedType(info.returnType) as GraphQLObjectType;
  const row = await ask(database, selectList(info, type, ownSets(info), 0), root, statement);
  return { ...row, notices: statement.notices };
}

/** The same for callers that name the columns to read: `columns` is a select list over the row `t0`. */
export async function ask(database: Reader, columns: Sql, root: Sql, { tables, vocabularies, bound }: Statement): Promise<Row> {
  const [row = {}] = await database.rows<Row>(sql`WITH RECURSIVE ${join(tables)}
    SELECT ${columns}, ${unknownOf(vocabularies)} AS "__unknown", ${bound ? bound.count : sql`NULL::int`} AS "__count" FROM (${root}) t0`);
  const unknown = row.__unknown as Unknown | null;
  if (unknown) throw new AtlasError(commonErrors.VALUE_UNKNOWN, { ...unknown });
  const count = row.__count as number | null;
  if (bound && count !== null && count > bound.max)
    throw new AtlasError(bound.error ?? graphqlErrors.POINTS_TOO_MANY, { argument: "filter", value: count, max: bound.max });
  return row;
}

/** Checks a length; throws NUMBER_OUT_OF_RANGE. */
export function checkLength(argument: string, value: number, min: number, max: number): number {
  if (value >= min && value <= max) return value;
  throw new AtlasError(commonErrors.NUMBER_OUT_OF_RANGE, { argument, min, max, value });
}
