// A question about many sites at once is one statement: named tables first, then the fields that the query selects, which
// read from them. PostgreSQL does not compute a named table that no selected field reads.
import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from "graphql";
import type { Reader } from "../core/database.ts";
import { AtlasError } from "../core/errors.ts";
import type { Told } from "../core/notice.ts";
import { ownSets, type Row, selectList } from "../core/select.ts";
import { join, raw, type Sql, sql } from "../core/sql.ts";
import { checkText, type SiteFilter } from "../sites/filter.ts";
import { siteConditions } from "../sites/filter-sql.ts";

/** The sites that meet the filter, as the table `matched`. */
export const matched = (filter: SiteFilter): Sql => sql`matched AS MATERIALIZED (
  SELECT s.id, s.slug, s.kind, s.district_code, s.point FROM site s WHERE ${siteConditions(filter, sql`s`)})`;

/** What was named but does not exist, found by the same statement that would have read it. */
export interface Vocabulary {
  argument: string;
  table: "indicator" | "district";
  key: "id" | "code";
  entries: readonly string[] | null | undefined;
}

/** A bound that only the database can tell: refused where `count` is more than `most`. */
export interface Bound {
  count: Sql;
  most: number;
}

export interface Question {
  /** `name AS (…)`, in the order in which they may read each other. */
  tables: Sql[];
  vocabulary: Vocabulary;
  bound?: Bound;
  /** What checkKnown has mended in the filter. */
  notices: Told[];
}

/**
 * Runs one statement whose row `t0` is `root`, a SELECT of one row, and whose fields may read the tables.
 * Throws VALUE_UNKNOWN for what is not in the vocabulary and POINTS_TOO_MANY beyond the bound.
 */
export async function answer(database: Reader, info: GraphQLResolveInfo, root: Sql, question: Question): Promise<Row> {
  const { tables, vocabulary, bound, notices } = question;
  const type = getNamedType(info.returnType) as GraphQLObjectType;
  const [row = {}] = await database.rows<Row>(sql`WITH RECURSIVE ${join(tables)}
    SELECT ${selectList(info, type, ownSets(info), 0)}, ${unknownOf(vocabulary)} AS "__unknown",
      ${bound ? bound.count : sql`NULL::int`} AS "__points" FROM (${root}) t0`);
  const unknown = row.__unknown as { value: string; known: string } | null;
  if (unknown) throw new AtlasError("VALUE_UNKNOWN", { argument: vocabulary.argument, ...unknown });
  const points = row.__points as number | null;
  if (bound && points !== null && points > bound.most)
    throw new AtlasError("POINTS_TOO_MANY", { argument: "filter", value: points, most: bound.most });
  return { ...row, notices };
}

function unknownOf({ table, key, entries }: Vocabulary): Sql {
  if (!entries?.length) return sql`NULL::json`;
  return sql`(SELECT json_build_object('value', entry, 'known', (SELECT string_agg(k.${raw(key)}, ', ' ORDER BY k.${raw(key)}) FROM ${raw(table)} k))
    FROM unnest(${entries}::text[]) entry WHERE NOT EXISTS (SELECT FROM ${raw(table)} k WHERE k.${raw(key)} = entry) LIMIT 1)`;
}

/** Checks a length; throws NUMBER_OUT_OF_RANGE. */
export function checkLength(argument: string, value: number, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  throw new AtlasError("NUMBER_OUT_OF_RANGE", { argument, least, most, value });
}

/** Checks a list of names; throws LIST_TOO_LONG and the errors of checkText. */
export function checkEntries(argument: string, list: readonly string[] | null | undefined, most: number): void {
  if (list && list.length > most) throw new AtlasError("LIST_TOO_LONG", { argument, most, value: list.length });
  for (const entry of list ?? []) checkText(entry, argument);
}
