// How a query is executed. A document that keeps coming back and keeps being answered is compiled into a function
// (graphql-jit), which answers several times cheaper than walking it for every row. The first times, where something is
// wrong with the variables, and where compiling would not pay, graphql-js walks it. Apollo takes this as the executor that
// a gateway may bring. A test holds that both give the same answers.
import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  GraphQLScalarType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isAbstractType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import { LRUCache } from "lru-cache";
import type { Context } from "./builder.ts";
import { controlError } from "./control.ts";
import { expandedFields } from "./document-size.ts";

type Gateway = ApolloServerOptionsWithGateway<Context>["gateway"];
type Executor = NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>;

// A compiled document holds a few megabytes; those of the page and of steady clients are few.
const MAX_COMPILED = 50;
const MAX_REMEMBERED = 1000;
// Compiling costs as much as walking some twenty times; a stranger's one-off query is never worth it.
export const WALKED_FIRST = 3;
// The compiler writes code for every field of every possible type, so that these multiply it.
const MAX_FIELDS = 150;
const MAX_ABSTRACT_DEPTH = 2;

export function executing(schema: GraphQLSchema): Gateway {
  const answered = new LRUCache<string, number>({ max: MAX_REMEMBERED });
  const compiled = new LRUCache<string, CompiledQuery>({ max: MAX_COMPILED });
  const executor: Executor = async ({ document, queryHash, request, context }) => {
    // The name as it was requested: Apollo leaves one out that does not exist. An empty name is another than none.
    const operationName = request.operationName ?? null;
    const key = JSON.stringify([queryHash, operationName]);
    const variables = request.variables ?? {};
    const refusal = controlError(document, variables);
    if (refusal) return { errors: [refusal] };
    const query = compiled.get(key);
    const coerced = query && coerce(schema, document, operationName, variables);
    if (query && coerced) return understood(await query.query({}, context, coerced));
    const result = await execute({ schema, document, operationName, variableValues: variables, contextValue: context });
    if (query || result.errors) return result;
    const times = (answered.get(key) ?? 0) + 1;
    answered.set(key, times);
    const made = times === WALKED_FIRST ? compile(schema, document, operationName) : undefined;
    if (made) compiled.set(key, made);
    return result;
  };
  return {
    load: async () => ({ executor }),
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    stop: async () => undefined,
  };
}

/** The variables as graphql-js reads them, defaults included; nothing where one is wrong, which graphql-js then says best. */
function coerce(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
  variables: Record<string, unknown>,
): Record<string, unknown> | undefined {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  return getVariableValues(schema, definitions, variables, { maxErrors: 1 }).coerced;
}

// The compiler would write code for every path into a variable. A filter that holds filters has so many that this took five
// seconds of the event loop; the variables that it gets are coerced already, so it takes them as they are.
const Coerced = new GraphQLScalarType({ name: "Coerced" });

function compile(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): CompiledQuery | undefined {
  if (expandedFields(document, MAX_FIELDS) > MAX_FIELDS || !isSimple(schema, document)) return undefined;
  const coercedType = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: Coerced.name } } as const;
  const taking = visit(document, {
    VariableDefinition: (definition) => ({ ...definition, type: coercedType, defaultValue: undefined }),
  });
  const getType = (name: string) => (name === Coerced.name ? Coerced : schema.getType(name));
  const knowing: GraphQLSchema = Object.create(schema, { getType: { value: getType } });
  const query = compileQuery(knowing, taking, operationName ?? undefined);
  return isCompiledQuery(query) ? (query as CompiledQuery) : undefined;
}

// Interfaces and unions are not nested deeply (fragments count as if they stood in every place), and no variable stands
// inside the literal of a scalar (a place of no type), where the compiler would lose it.
function isSimple(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  const depths = [0];
  const stats = { deepest: 0, lost: false };
  const enterField = () => {
    const depth = (depths.at(-1) ?? 0) + (isAbstractType(getNamedType(types.getType())) ? 1 : 0);
    depths.push(depth);
    stats.deepest = Math.max(stats.deepest, depth);
  };
  const enterVariable = () => {
    if (!types.getInputType()) stats.lost = true;
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: { enter: enterField, leave: () => void depths.pop() },
      Variable: { enter: enterVariable },
    }),
  );
  return !stats.lost && stats.deepest * document.definitions.length <= MAX_ABSTRACT_DEPTH;
}

// The compiler's errors are of a class of its own, which Apollo would wrap and so lose their path.
function understood({ errors, ...result }: ExecutionResult): ExecutionResult {
  if (!errors) return result;
  const formatted = errors.map(({ message, locations, path, originalError }) =>
    Object.assign(new GraphQLError(message, { path, originalError }), { locations }),
  );
  return { ...result, errors: formatted };
}
