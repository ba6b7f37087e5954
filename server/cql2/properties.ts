// The flat columns of a table in files, the OGC API and CQL2. All use the same list, so a column has the same name everywhere.
import type { EnumWords } from "../contract/enum-words.ts";
import type { Language } from "../contract/language.ts";
import { isDemo } from "../database/mode.ts";
import { empty, identifier, join, type Sql, sql } from "../database/sql.ts";

/** A public column. */
export interface Property {
  /** Heading, in both languages. */
  title: Record<Language, string>;
  /** What it is about, where the same is held in both languages: the heading of a sheet that has only its own. */
  topic?: Record<Language, string>;
  type: "string" | "integer" | "number" | "boolean";
  /** The allowed values, if they form a closed list, and their meanings (each in both languages). */
  values?: readonly string[];
  meanings?: Readonly<Record<string, { description?: string }>>;
  /** The words of these values, where they are codes. */
  words?: keyof EnumWords;
  /** What a workbook shows in place of slugs: names in its language. */
  names?: Readonly<Record<Language, (row: Sql) => Sql>>;
  /** Its value for a row; null if missing. Lists are texts separated by "; ". */
  sql: (row: Sql) => Sql;
  /** The same as a column of a lookup, so that columns of one lookup are read together: one row at most for each row of the table. */
  lookup?: { name: string; rows: (row: Sql) => Sql; column: string };
}
export type Properties = Readonly<Record<string, Property>>;

/** A property of all tables: whether the row belongs to a demonstration with synthetic figures. */
export const demoProperty = {
  title: { zh: "演示数据（含虚构数字）", en: "Demonstration (synthetic figures)" },
  type: "boolean",
  sql: () => isDemo,
} as const satisfies Property;

/** The properties as a SELECT list, for rows with the alias `row` that are joined with `propertyLookups`. */
export const propertyColumns = (properties: Properties, row: Sql): Sql =>
  join(
    Object.entries(properties).map(([name, { lookup, sql: value }]) => {
      const column = lookup ? sql`${identifier(lookup.name)}.${identifier(lookup.column)}` : value(row);
      return sql`${column} AS ${identifier(name)}`;
    }),
  );

/** The joins with the lookups of the properties, each once. */
export function propertyLookups(properties: Properties, row: Sql): Sql {
  const lookups = new Map(
    Object.values(properties).flatMap(({ lookup }) => (lookup ? [[lookup.name, lookup.rows] as const] : [])),
  );
  const joins = [...lookups].map(([name, rows]) => sql`LEFT JOIN LATERAL (${rows(row)}) ${identifier(name)} ON true`);
  return joins.length > 0 ? join(joins, " ") : empty;
}
