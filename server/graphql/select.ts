// Turns a GraphQL selection into one SQL statement.
//
// Every field defines how it is read from its parent's row: as a value, or as rows of another table. This file combines the selected
// fields into nested `SELECT … AS json`. A root field with all its nested fields is therefore one statement that reads only what was
// selected; there is never one query per row.
import { createHash } from "node:crypto";
import {
  doTypesOverlap,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLFloat,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isUnionType,
  type SelectionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from "graphql";
import { empty, identifier, join, raw, type Sql, sql } from "../database/sql.ts";

/** A row as the database returns it: selected fields by their key (see `keyOf`). */
export type Row = Record<string, unknown>;
export type Arguments = Record<string, unknown>;

/** How a field is read. `row` is the alias of the parent's row, `child` the alias for the rows of the field. */
export type Read =
  /** A column or an expression. */
  | { value: (row: Sql, args: Arguments) => Sql }
  /** An object with the same row; null if `condition` is false. */
  | { sameRow: { condition: (row: Sql) => Sql } }
  /** At most one row: `FROM … WHERE …`. */
  | { singleRow: (row: Sql, child: Sql, args: Arguments) => Sql }
  /** Rows in order: `FROM … WHERE … ORDER BY … LIMIT …`. */
  | { rows: (row: Sql, child: Sql, args: Arguments) => Sql }
  /** At most one row of one of several types: `FROM … WHERE …` by type name. */
  | { oneOf: Record<string, (row: Sql, child: Sql) => Sql> };

/** The same for a field without arguments. */
export type ReadWithoutArguments =
  | { value: (row: Sql) => Sql }
  | Extract<Read, { sameRow: unknown } | { oneOf: unknown }>
  | { singleRow: (row: Sql, child: Sql) => Sql }
  | { rows: (row: Sql, child: Sql) => Sql };

interface SelectionInfo extends Pick<GraphQLResolveInfo, "schema" | "fragments" | "variableValues"> {
  /** The `asOf` of an enclosing field, inherited by nested fields without one of their own. */
  asOf?: unknown;
  asJson?: boolean;
}
type AnyField = GraphQLField<unknown, unknown>;

interface Selected {
  field: AnyField;
  args: Arguments;
  key: string;
  selectionSets: SelectionSetNode[];
}

/** What rows written as JSON are selected by: columns have the names of the response, in its order. */
export const selectionOfJson = (info: GraphQLResolveInfo): SelectionInfo => ({ ...selectionInfoOf(info), asJson: true });

/** The column of a field's value in its row; if the field has arguments, it consists of the field's name and arguments. */
export function keyOf(field: AnyField, args: Arguments): string {
  if (field.args.length === 0) return field.name;
  const values = JSON.stringify(field.args.map(({ name }) => args[name] ?? null));
  // Short, simple arguments such as a page size are not hashed, because this runs for every row.
  if (/^[\w[\],.]{1,30}$/.test(values)) return `${field.name.slice(0, 30)}_${values}`;
  return `${field.name.slice(0, 30)}_${createHash("md5").update(values).digest("hex").slice(0, 16)}`;
}

/** `SELECT` list of the fields selected from rows of `type` with the alias `t<depth>`. */
export function selectList(
  resolveOrSelectionInfo: SelectionInfo | GraphQLResolveInfo,
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
  depth: number,
): Sql {
  const info = "fieldNodes" in resolveOrSelectionInfo ? selectionInfoOf(resolveOrSelectionInfo) : resolveOrSelectionInfo;
  const row = rowAlias(depth);
  const columns: Sql[] = [];
  if (!info.asJson) columns.push(...columnsOfResolvers(type, row));
  for (const selected of collectFields(info, type, selectionSets)) {
    if (selected.field === TypeNameMetaFieldDef)
      columns.push(sql`${discriminatorOf(type)?.(row) ?? sql`${type.name}::text`} AS ${identifier(selected.key)}`);
    const read = selected.field.extensions.read as Read | undefined;
    if (!read) continue;
    const expression = fieldSql(info, selected, read, depth);
    columns.push(sql`${expression} AS ${identifier(selected.key)}`);
  }
  if (columns.length > 0) return join(columns);
  return info.asJson ? empty : sql`1 AS "_"`;
}

const discriminatorOf = (type: GraphQLCompositeType) => type.extensions.discriminator as ((row: Sql) => Sql) | undefined;

/** Columns that the resolvers of the type need, whatever is selected. */
function columnsOfResolvers(type: GraphQLCompositeType, row: Sql): Sql[] {
  const discriminator = discriminatorOf(type);
  const hiddenColumns = type.extensions.carries as Record<string, (row: Sql) => Sql> | undefined;
  const columns = Object.entries(hiddenColumns ?? {}).map(
    ([name, expression]) => sql`${expression(row)} AS ${identifier(`__${name}`)}`,
  );
  return discriminator ? [sql`${discriminator(row)} AS "__typename"`, ...columns] : columns;
}

function selectionInfoOf({
  schema,
  fragments,
  variableValues,
  parentType,
  fieldName,
  fieldNodes: [node],
}: GraphQLResolveInfo): SelectionInfo {
  const field = parentType.getFields()[fieldName];
  const takesMoment = field?.args.some(({ name }) => name === "asOf");
  const asOf = field && node && takesMoment ? getArgumentValues(field, node, variableValues).asOf : undefined;
  return { schema, fragments, variableValues, asOf };
}

/** Alias of the rows at a depth: `row0`, `row1`, … */
export const rowAlias = (depth: number): Sql => raw(`row${depth}`);

function fieldSql(outerInfo: SelectionInfo, { field, args, selectionSets }: Selected, read: Read, depth: number): Sql {
  const info = args.asOf ? { ...outerInfo, asOf: args.asOf } : outerInfo;
  const row = rowAlias(depth);
  const child = rowAlias(depth + 1);
  const type = getNamedType(field.type);
  if ("value" in read) {
    const value = read.value(row, args);
    // A decimal would be written with all its zeros.
    return info.asJson && getNullableType(field.type) === GraphQLFloat ? sql`(${value})::float8` : value;
  }
  if (!isCompositeType(type)) throw new Error(`${field.name} has no fields to read`);
  if ("sameRow" in read)
    return sql`(SELECT row_to_json(selected) FROM (SELECT ${selectList(info, type, selectionSets, depth)}
      WHERE ${read.sameRow.condition(row)}) selected)`;
  if ("singleRow" in read)
    return singleRowJson(selectList(info, type, selectionSets, depth + 1), read.singleRow(row, child, args));
  if ("rows" in read) return rowsJson(selectList(info, type, selectionSets, depth + 1), read.rows(row, child, args));
  const variants = Object.entries(read.oneOf).map(([name, rowSource]) => {
    const variant = info.schema.getType(name) as GraphQLCompositeType;
    const list = selectList(info, variant, selectionSets, depth + 1);
    return singleRowJson(
      info.asJson || discriminatorOf(variant) ? list : sql`${name}::text AS "__typename", ${list}`,
      rowSource(row, child),
    );
  });
  return sql`coalesce(${join(variants)})`;
}

export const singleRowJson = (list: Sql, rowSource: Sql): Sql =>
  sql`(SELECT row_to_json(selected) FROM (SELECT ${list} ${rowSource}) selected)`;
export const rowsJson = (list: Sql, rowSource: Sql): Sql =>
  sql`(SELECT coalesce(json_agg(selected), '[]'::json) FROM (SELECT ${list} ${rowSource}) selected)`;

/** Selected fields of `type` by field name, for types whose fields are not read from a row (connections). */
export function selectionsByField(
  info: SelectionInfo,
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
): Map<string, SelectionSetNode[]> {
  const byName = new Map<string, SelectionSetNode[]>();
  for (const { field, selectionSets: nested } of collectFields(info, type, selectionSets))
    byName.set(field.name, [...(byName.get(field.name) ?? []), ...nested]);
  return byName;
}

/** The selection sets of the field that is being resolved. */
export const selectionSetsOf = (info: GraphQLResolveInfo): SelectionSetNode[] =>
  info.fieldNodes.flatMap((node) => node.selectionSet ?? []);

// A field with the same arguments is read once, even if it has several aliases or is in several fragments.
function collectFields(info: SelectionInfo, type: GraphQLCompositeType, selectionSets: readonly SelectionSetNode[]): Selected[] {
  const selected = new Map<string, Selected>();
  const visitSelections = (current: GraphQLCompositeType, selections: readonly SelectionNode[]): void => {
    for (const node of selections) {
      if (!isIncluded(node, info)) continue;
      if (node.kind === "Field") {
        const field =
          info.asJson && node.name.value === TypeNameMetaFieldDef.name
            ? TypeNameMetaFieldDef
            : isUnionType(current)
              ? undefined
              : current.getFields()[node.name.value];
        if (field) addField(info, selected, field, node);
        continue;
      }
      const fragment = node.kind === "FragmentSpread" ? info.fragments[node.name.value] : node;
      const condition = fragment?.typeCondition ? info.schema.getType(fragment.typeCondition.name.value) : current;
      if (fragment && isCompositeType(condition) && doTypesOverlap(info.schema, condition, type))
        visitSelections(condition, fragment.selectionSet.selections);
    }
  };
  for (const set of selectionSets) visitSelections(type, set.selections);
  return [...selected.values()];
}

function addField(info: SelectionInfo, fields: Map<string, Selected>, field: AnyField, node: FieldNode): void {
  const args = field.args.length > 0 ? (getArgumentValues(field, node, info.variableValues) as Arguments) : {};
  // The key contains the field's own arguments, because the resolver looks it up by them. The field is read with the inherited asOf.
  const key = info.asJson ? (node.alias ?? node.name).value : keyOf(field, args);
  const isOfMoment = info.asOf && !args.asOf && field.args.some(({ name }) => name === "asOf");
  const selected = fields.get(key) ?? { field, args: isOfMoment ? { ...args, asOf: info.asOf } : args, key, selectionSets: [] };
  fields.set(key, selected);
  if (node.selectionSet) selected.selectionSets.push(node.selectionSet);
}

function isIncluded(node: SelectionNode, info: SelectionInfo): boolean {
  if (!node.directives || node.directives.length === 0) return true;
  try {
    if (getDirectiveValues(GraphQLSkipDirective, node, info.variableValues)?.if === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues)?.if !== false;
  } catch (error) {
    if (info.asJson) throw error;
    // The directive has an invalid value, which graphql-js reports.
    return true;
  }
}
