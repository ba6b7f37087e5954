// A query over many rows at once is one statement: common table expressions, then the selected fields, which read from them. PostgreSQL
// does not compute a table expression that no selected field reads. Also the notices that come with a response.

import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from "graphql";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError, type ErrorDefinition } from "../core/errors.ts";
import type { Reader } from "../database/pool.ts";
import { join, type Sql, sql } from "../database/sql.ts";
import { builder } from "./builder.ts";
import { graphqlErrors } from "./errors.ts";
import { type Row, selectionSetsOf, selectionsByField, selectList } from "./select.ts";
import { type UnknownEntry, unknownOf, type Vocabulary } from "./vocabulary.ts";

/** The reason for a notice. Wrapped, because GraphQL treats a returned error as a failure. */
export interface NoticeSource {
  reason: AtlasError;
}

export const Notice = builder.objectRef<NoticeSource>("Notice");
Notice.implement({
  description: "An input that was changed before use. The query still succeeds.",
  fields: (t) => ({
    code: t.string({ description: "Code of the notice, e.g. POLYGON_REPAIRED.", resolve: ({ reason }) => reason.code }),
    message: t.string({
      description: "Description of the change, in the language of Accept-Language.",
      resolve: ({ reason }, _args, { language }) => reason.textIn(language),
    }),
  }),
});

/** A limit that only the database can check: a `count` above `max` is refused, by default with POINTS_TOO_MANY. */
export interface CountLimit {
  count: Sql;
  max: number;
  error?: ErrorDefinition;
}

export interface Statement {
  /** Common table expressions `name AS (…)`; each may read those before it. */
  ctes: Sql[];
  vocabularies: readonly Vocabulary[];
  countLimit?: CountLimit;
  /** Repairs of the filter (see sites/filter-lookups.ts). */
  notices: NoticeSource[];
}

/**
 * Resolves a field by one statement. `root` is a SELECT of the row `row0`; its fields may read its CTEs. Throws VALUE_UNKNOWN for
 * entries that are not in a vocabulary, and the error of `countLimit` if it is exceeded.
 */
export async function resolveStatement(
  database: Reader,
  info: GraphQLResolveInfo,
  root: Sql,
  statement: Statement,
): Promise<Row> {
  const type = getNamedType(info.returnType) as GraphQLObjectType;
  const row = await runStatement(database, selectList(info, type, selectionSetsOf(info), 0), root, statement);
  return { ...row, notices: statement.notices };
}

/**
 * The names of the fields that are selected below the field that is being resolved, in the type that the path of fields leads to: with
 * `groups` those of a group. For statements that compute no more than is selected.
 */
export function selectedBelow(info: GraphQLResolveInfo, ...path: string[]): Set<string> {
  let type = getNamedType(info.returnType) as GraphQLObjectType;
  let selectionSets = selectionSetsOf(info);
  for (const name of path) {
    selectionSets = selectionsByField(info, type, selectionSets).get(name) ?? [];
    type = getNamedType(type.getFields()[name]?.type) as GraphQLObjectType;
  }
  return new Set(selectionsByField(info, type, selectionSets).keys());
}

/** Runs such a statement for a given SELECT list `columns` over the row `row0`. */
export async function runStatement(
  database: Reader,
  columns: Sql,
  root: Sql,
  { ctes, vocabularies, countLimit }: Statement,
): Promise<Row> {
  const [row = {}] = await database.rows<Row>(sql`WITH RECURSIVE ${join(ctes)}
    SELECT ${columns}, ${unknownOf(vocabularies)} AS "__unknown", ${countLimit ? countLimit.count : sql`NULL::int`} AS "__count" FROM (${root}) row0`);
  const unknown = row.__unknown as UnknownEntry | null;
  if (unknown) throw new AtlasError(commonErrors.VALUE_UNKNOWN, { ...unknown });
  const count = row.__count as number | null;
  if (countLimit && count !== null && count > countLimit.max)
    throw new AtlasError(countLimit.error ?? graphqlErrors.POINTS_TOO_MANY, {
      argument: "filter",
      value: count,
      max: countLimit.max,
    });
  return row;
}

/** The number itself if it lies within the range; throws NUMBER_OUT_OF_RANGE. */
export function checkRange(argument: string, value: number, min: number, max: number): number {
  if (value >= min && value <= max) return value;
  throw new AtlasError(commonErrors.NUMBER_OUT_OF_RANGE, { argument, min, max, value });
}
