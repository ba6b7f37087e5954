// Helpers for fields that are read by SQL. Fields of the data model take type, nullability and description from schema.prisma; other
// fields define their own.
import type { FieldNullability } from "@pothos/core";
import { defaultFieldResolver, type GraphQLField, type GraphQLResolveInfo } from "graphql";
import { empty, identifier, type Sql, sql } from "../database/sql.ts";
import { enums, tables } from "../generated/model.ts";
import { builder, type Context, type SchemaTypes } from "./builder.ts";
import { type Arguments, keyOf, type Read, type ReadWithoutArguments, type Row } from "./select.ts";

export type { Row };

type Model = keyof typeof tables;
type EnumName = keyof typeof enums;
type Column<M extends Model> = Extract<keyof (typeof tables)[M]["columns"], string>;
type Fields = PothosSchemaTypes.FieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, Row>;

/** Resolver: the value in the parent's row for this field and these arguments. */
export const valueInRow = (row: Row, args: object, _context: Context, info: GraphQLResolveInfo): never =>
  row[keyOf(info.parentType.getFields()[info.fieldName] as GraphQLField<unknown, unknown>, args as Arguments)] as never;

/**
 * Options of a field without arguments that is read by SQL. The row has its value under the field's name, where GraphQL looks by
 * default. Pothos can therefore omit the resolver unless a plugin wraps it, which makes the field several times faster.
 */
export const readBySql = (read: ReadWithoutArguments) => ({
  extensions: { read },
  resolve: defaultFieldResolver as typeof valueInRow,
});
export const valueBySql = (expression: (row: Sql) => Sql) => readBySql({ value: expression });

/** Options of a field with arguments that is read by SQL. The row has a column for each combination of arguments. */
export const readBySqlWithArguments = (read: Read) => ({ extensions: { read }, resolve: valueInRow });

/** Options of a field that is computed from values read by SQL. */
export const computedFromSql = <ReadRows, Value>(read: Read, compute: (rows: ReadRows, row: Row) => Value) => ({
  extensions: { read },
  resolve: (row: Row, args: object, context: Context, info: GraphQLResolveInfo) =>
    compute(valueInRow(row, args, context, info) as ReadRows, row) as never,
});

const enumRefs = new Map<string, ReturnType<typeof makeEnum>>();
const makeEnum = (name: EnumName) =>
  builder.enumType(name, {
    description: enums[name].description,
    values: enums[name].values as Record<string, { description: string }>,
  });

/** The GraphQL enum of an enum of the data model. */
export function enumOf(name: EnumName): ReturnType<typeof makeEnum> {
  const ref = enumRefs.get(name) ?? makeEnum(name);
  enumRefs.set(name, ref);
  return ref;
}

export interface ColumnInfo {
  column: string;
  type: string;
  list: boolean;
  required: boolean;
  description?: string;
}

const scalars: Record<string, "String" | "Int" | "Float" | "Boolean" | "Date" | "DateTime"> = {
  String: "String",
  Int: "Int",
  Decimal: "Float",
  Boolean: "Boolean",
  DateTime: "DateTime",
};

/** Fields for columns of the data model, under the same names. */
export function columnFields<M extends Model, N extends Column<M>>(t: Fields, model: M, ...names: N[]) {
  const fields = names.map((name) => [name, columnField(t, tables[model].columns[name as never] as ColumnInfo)] as const);
  return Object.fromEntries(fields) as Record<N, ReturnType<typeof columnField>>;
}

/** A field for one column; `columnOf` is its expression if it is not a column of the parent's row. */
export function columnField(
  t: Fields,
  { column, type, list, required, description }: ColumnInfo,
  columnOf = (row: Sql, name: Sql): Sql => sql`${row}.${name}`,
) {
  // A list of enum values is cast to text[], which the driver parses as a list.
  const cast = list ? sql`::text[]` : empty;
  const read = valueBySql((row) => sql`${columnOf(row, identifier(column))}${cast}`);
  const namedType = type in enums ? enumOf(type as EnumName) : (scalars[type] ?? "String");
  const nullable = (list ? false : !required) as FieldNullability<[unknown]>;
  return t.field({
    type: (list ? [namedType] : namedType) as never,
    nullable: nullable as never,
    description,
    ...read,
    complexity: 1,
  } as never);
}

/** Description of a table of the data model. */
export const modelDescription = (model: Model): { description: string } => ({
  description: (tables[model] as { description?: string }).description ?? "",
});

/** The Relay id of a row: type name and key, base64url. */
const globalId = (type: string, key: string): string => Buffer.from(`${type}:${key}`).toString("base64url");

/** A field with the Relay id: type name and key. */
export const idField = (t: Fields, key: (row: Sql) => Sql) =>
  t.id({
    description: "Globally unique id (Relay).",
    extensions: { read: { value: key } satisfies Read },
    resolve: (row: Row, _args: unknown, _context: Context, info: GraphQLResolveInfo) =>
      globalId(info.parentType.name, String(row.id)),
  });
