// Answers documents that have succeeded before, and whose rows PostgreSQL can write as JSON (json-rows.ts), without Apollo: the document is
// known to be valid, only the root fields are resolved, and their rows are put into the response as text. Everything of which it is not
// certain that the answer is the same goes the ordinary way, errors included.
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  isLeafType,
  isListType,
  isNonNullType,
} from "graphql";
import { LRUCache } from "lru-cache";
import type { Context } from "./builder.ts";
import { controlError } from "./control.ts";
import { isPaging, nameOf, type Operation, operationOf, type RootField } from "./direct-document.ts";
import { coerce } from "./execute.ts";
import { type JsonInfo, JsonRow, needsResolvers } from "./json-rows.ts";

/** All documents together, in characters; parsed they take about a hundred times that. */
const MAX_CHARACTERS = 500_000;

/** The answer cannot be written as text. */
class NeedsResolvers extends Error {}

export class DirectAnswers {
  private readonly schema: GraphQLSchema;
  private readonly operations = new LRUCache<string, Operation>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_operation, key) => key.length,
  });

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  /** Adds a document that was validated and answered without errors, if it can be answered directly. */
  add(query: string, operationName: string | null, document: DocumentNode): void {
    const operation = operationOf(this.schema, document, operationName);
    if (operation) this.operations.set(operationKey(query, operationName), operation);
  }

  /** `data` as JSON; undefined where the ordinary way must answer. Throws the errors of resolvers. */
  async answer(
    query: string,
    operationName: string | null,
    variables: Record<string, unknown>,
    context: Context,
  ): Promise<string | undefined> {
    const key = operationKey(query, operationName);
    const operation = this.operations.get(key);
    if (!operation || controlError(operation.document, variables)) return undefined;
    const coerced = coerce(this.schema, operation.document, operationName, variables);
    if (!coerced) return undefined;
    try {
      const fields = await Promise.all(operation.rootFields.map((field) => this.rootField(operation, field, coerced, context)));
      return `{${fields.join(",")}}`;
    } catch (error) {
      if (!(error instanceof NeedsResolvers)) throw error;
      this.operations.delete(key);
      return undefined;
    }
  }

  private async rootField(
    { definition, fragments }: Operation,
    { node, field, neverNull }: RootField,
    variableValues: Record<string, unknown>,
    context: Context,
  ): Promise<string> {
    const key = nameOf(node);
    const parentType = this.schema.getQueryType() as GraphQLObjectType;
    const info: JsonInfo = {
      schema: this.schema,
      fragments,
      operation: definition,
      rootValue: {},
      variableValues,
      parentType,
      fieldName: field.name,
      fieldNodes: [node],
      returnType: field.type,
      path: pathOf(key, parentType),
      rowsAsJson: true,
    };
    const value = await field.resolve?.({}, getArgumentValues(field, node, variableValues), context, info);
    const json = write(field.type, value, node, context, info);
    if (needsResolvers(json, neverNull)) throw new NeedsResolvers();
    return `${JSON.stringify(key)}:${json}`;
  }
}

const operationKey = (query: string, operationName: string | null): string => `${JSON.stringify(operationName)} ${query}`;
const pathOf = (key: string, { name }: GraphQLObjectType) => ({ prev: undefined, key, typename: name });

function write(type: GraphQLOutputType, value: unknown, node: FieldNode, context: Context, info: JsonInfo): string {
  if (isNonNullType(type)) {
    if (value === null || value === undefined) throw new NeedsResolvers();
    return write(type.ofType, value, node, context, info);
  }
  if (value instanceof JsonRow) return value.json;
  if (value === null || value === undefined) return "null";
  if (isListType(type)) {
    if (!Array.isArray(value)) throw new NeedsResolvers();
    return `[${value.map((item) => write(type.ofType, item, node, context, info)).join(",")}]`;
  }
  if (isLeafType(type)) return JSON.stringify(type.serialize(value));
  if (!isPaging(type)) throw new NeedsResolvers();
  const children = (node.selectionSet?.selections ?? []) as readonly FieldNode[];
  const fields = children.map((child) => {
    const field = type.getFields()[child.name.value];
    if (!field) return `${JSON.stringify(nameOf(child))}:${JSON.stringify(type.name)}`;
    const { nodesAsJson } = value as { nodesAsJson?: JsonRow };
    if (field.name === "nodes" && nodesAsJson) return `${JSON.stringify(nameOf(child))}:${nodesAsJson.json}`;
    const resolved = field.resolve ? field.resolve(value, {}, context, info) : (value as Record<string, unknown>)[field.name];
    return `${JSON.stringify(nameOf(child))}:${write(field.type, resolved, child, context, info)}`;
  });
  return `{${fields.join(",")}}`;
}
