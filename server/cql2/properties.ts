// The flat, named columns of a table in files, OGC API and CQL2. One list for all of them, so that a column has the same name
// everywhere.
import type { Language } from "../contract/language.ts";
import { isDemo } from "../database/mode.ts";
import { identifier, join, type Sql, sql } from "../database/sql.ts";

/** A column as outsiders see it. */
export interface Property {
  /** Heading, in both languages. */
  title: Record<Language, string>;
  type: "string" | "integer" | "number" | "boolean";
  /** All that it may be, where that is a closed list, and what each value means (both languages at once). */
  values?: readonly string[];
  meanings?: Readonly<Record<string, { description?: string }>>;
  /** Its value for a row; null if missing. Lists come as text with "; " between. */
  sql: (row: Sql) => Sql;
}
export type Properties = Readonly<Record<string, Property>>;

/** Of every row of every table: whether it belongs to a demonstration with synthetic figures. */
export const demoProperty = {
  title: { zh: "演示数据（含虚构数字）", en: "Demonstration (made-up figures)" },
  type: "boolean",
  sql: () => isDemo,
} as const satisfies Property;

/** The properties as a select list under their own names, for rows under the alias `row`. */
export const propertyColumns = (properties: Properties, row: Sql): Sql =>
  join(Object.entries(properties).map(([name, property]) => sql`${property.sql(row)} AS ${identifier(name)}`));
