// The flat columns of a table in files, the OGC API and CQL2. All use the same list, so a column has the same name everywhere.
import type { EnumWords } from "../contract/enum-words.ts";
import type { Language } from "../contract/language.ts";
import { isDemo } from "../database/mode.ts";
import { identifier, join, type Sql, sql } from "../database/sql.ts";

/** A public column. */
export interface Property {
  /** Heading, in both languages. */
  title: Record<Language, string>;
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
}
export type Properties = Readonly<Record<string, Property>>;

/** A property of all tables: whether the row belongs to a demonstration with synthetic figures. */
export const demoProperty = {
  title: { zh: "演示数据（含虚构数字）", en: "Demonstration (synthetic figures)" },
  type: "boolean",
  sql: () => isDemo,
} as const satisfies Property;

/** The properties as a SELECT list, for rows with the alias `row`. */
export const propertyColumns = (properties: Properties, row: Sql): Sql =>
  join(Object.entries(properties).map(([name, property]) => sql`${property.sql(row)} AS ${identifier(name)}`));
