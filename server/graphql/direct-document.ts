// Which documents can be answered directly (direct.ts): queries whose root fields, and what stands above the rows of a list, are selected
// plainly, and whose rows can be read as JSON.
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { namesNeverNull, nullPattern } from "./json-rows.ts";

export interface RootField {
  node: FieldNode;
  field: GraphQLField<unknown, unknown>;
  /** See nullPattern. */
  neverNull: RegExp;
}

export interface Operation {
  document: DocumentNode;
  definition: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  rootFields: RootField[];
}

/** The name of a field in the response. */
export const nameOf = (node: FieldNode): string => (node.alias ?? node.name).value;

/** Connections, their edges and pageInfo: what stands above the rows of a list. */
export function isPaging(type: GraphQLNamedType): type is GraphQLObjectType {
  if (!isObjectType(type)) return false;
  const has = (...names: string[]) => names.every((name) => name in type.getFields());
  return type.name === "PageInfo" || has("edges", "pageInfo") || has("node", "cursor");
}

/** The operation of a valid document, if it can be answered directly. */
export function operationOf(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): Operation | undefined {
  const definition = getOperationAST(document, operationName);
  if (definition?.operation !== "query") return undefined;
  const fragments = Object.fromEntries(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const nodes = plainFields(definition.selectionSet);
  const queryType = schema.getQueryType() as GraphQLObjectType;
  const rootFields = nodes?.map((node) => rootFieldOf(schema, fragments, queryType.getFields()[node.name.value], node));
  if (!rootFields?.every((field) => field !== undefined)) return undefined;
  return { document, definition, fragments, rootFields };
}

function rootFieldOf(
  schema: GraphQLSchema,
  fragments: Operation["fragments"],
  field: GraphQLField<unknown, unknown> | undefined,
  node: FieldNode,
): RootField | undefined {
  const rows = field?.resolve && node.selectionSet && rowSelections(getNamedType(field.type), node.selectionSet);
  // Several selections of the same rows would be read together.
  if (!rows || rows.length > 1) return undefined;
  const names = rows.map(({ type, set }) => namesNeverNull(schema, fragments, type, set));
  return names.includes(undefined) ? undefined : { node, field, neverNull: nullPattern(names[0] ?? new Set()) };
}

/** What is selected of the rows of a list or a single object; undefined if it is not selected plainly. */
function rowSelections(
  type: GraphQLNamedType,
  set: SelectionSetNode,
): { type: GraphQLCompositeType; set: SelectionSetNode }[] | undefined {
  if (!isCompositeType(type)) return undefined;
  if (!isPaging(type)) return [{ type, set }];
  const nested = plainFields(set)?.map((node) => {
    const field = type.getFields()[node.name.value];
    return field && node.selectionSet ? rowSelections(getNamedType(field.type), node.selectionSet) : [];
  });
  return nested?.every((selections) => selections !== undefined) ? nested.flat() : undefined;
}

/** The selections if they are fields under different names, always included. */
function plainFields({ selections }: SelectionSetNode): FieldNode[] | undefined {
  const fields = selections.filter((node) => node.kind === Kind.FIELD && !node.directives?.length) as FieldNode[];
  const names = new Set(fields.map(nameOf));
  return names.size === selections.length ? fields : undefined;
}
