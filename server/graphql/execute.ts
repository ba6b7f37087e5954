// Executes queries. A document that succeeds repeatedly is compiled to a function (graphql-jit), which is several times cheaper than
// interpreting it for every row. graphql-js interprets it the first times, when variables are invalid, and when compiling would not pay
// off. Apollo uses this as the executor of a gateway. A test checks that both give the same results.
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

// A compiled document takes a few megabytes. The page and regular clients have few different documents.
const MAX_COMPILED = 50;
const MAX_CACHED = 1000;
// Compiling costs as much as about twenty interpretations, so a document that is sent once is not compiled.
export const RUNS_BEFORE_COMPILING = 3;
// The compiler generates code for every field of every possible type, so the size is multiplied with each nested abstract type.
const MAX_FIELDS = 150;
const MAX_ABSTRACT_DEPTH = 2;

/** Called with a document when it succeeds for the third time. */
type OnRepeated = (query: string, operationName: string | null, document: DocumentNode) => void;

export function executionGateway(schema: GraphQLSchema, onRepeated: OnRepeated): Gateway {
  const runCounts = new LRUCache<string, number>({ max: MAX_CACHED });
  const compiled = new LRUCache<string, CompiledQuery>({ max: MAX_COMPILED });
  const executor: Executor = async ({ document, queryHash, request, context }) => {
    // The requested name: Apollo drops a name that does not exist. An empty name is different from none.
    const operationName = request.operationName ?? null;
    const key = JSON.stringify([queryHash, operationName]);
    const variables = request.variables ?? {};
    const refusal = controlError(document, variables);
    if (refusal) return { errors: [refusal] };
    const query = compiled.get(key);
    const coerced = query && coerce(schema, document, operationName, variables);
    if (query && coerced) return withGraphqlErrors(await query.query({}, context, coerced));
    const result = await execute({
      ...{ schema, document, operationName, variableValues: variables, contextValue: context },
      // Each error of a variable repeats its value.
      options: { maxCoercionErrors: 1 },
    });
    if (query || result.errors) return result;
    const runCount = (runCounts.get(key) ?? 0) + 1;
    runCounts.set(key, runCount);
    if (runCount !== RUNS_BEFORE_COMPILING) return result;
    onRepeated(request.query ?? "", operationName, document);
    const newlyCompiled = compile(schema, document, operationName);
    if (newlyCompiled) compiled.set(key, newlyCompiled);
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

/** The variables coerced by graphql-js, with defaults; undefined if one is invalid, which graphql-js then reports itself. */
export function coerce(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
  variables: Record<string, unknown>,
): Record<string, unknown> | undefined {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  return getVariableValues(schema, definitions, variables, { maxErrors: 1 }).coerced;
}

// The compiler generates code for every path into a variable. For the recursive filter this blocked the event loop for five seconds. The
// variables are coerced already, so the compiler gets them as values of this scalar.
const Coerced = new GraphQLScalarType({ name: "Coerced" });

function compile(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): CompiledQuery | undefined {
  if (expandedFields(document, MAX_FIELDS) > MAX_FIELDS || !isSimple(schema, document)) return undefined;
  const coercedType = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: Coerced.name } } as const;
  const withCoercedVariables = visit(document, {
    VariableDefinition: (definition) => ({ ...definition, type: coercedType, defaultValue: undefined }),
  });
  const getType = (name: string) => (name === Coerced.name ? Coerced : schema.getType(name));
  const schemaWithCoerced: GraphQLSchema = Object.create(schema, { getType: { value: getType } });
  const query = compileQuery(schemaWithCoerced, withCoercedVariables, operationName ?? undefined);
  return isCompiledQuery(query) ? (query as CompiledQuery) : undefined;
}

// Whether abstract types are not nested deeply (fragments count as if they were used everywhere), and no variable is used inside the
// literal of a scalar, which has no type there and where the compiler would drop it.
function isSimple(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  const depths = [0];
  const limits = { maxDepth: 0, hasUntypedVariable: false };
  const enterField = () => {
    const depth = (depths.at(-1) ?? 0) + (isAbstractType(getNamedType(types.getType())) ? 1 : 0);
    depths.push(depth);
    limits.maxDepth = Math.max(limits.maxDepth, depth);
  };
  const enterVariable = () => {
    if (!types.getInputType()) limits.hasUntypedVariable = true;
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: { enter: enterField, leave: () => void depths.pop() },
      Variable: { enter: enterVariable },
    }),
  );
  return !limits.hasUntypedVariable && limits.maxDepth * document.definitions.length <= MAX_ABSTRACT_DEPTH;
}

// The compiler's errors have their own class, which Apollo would wrap and thereby lose their path.
function withGraphqlErrors({ errors, ...result }: ExecutionResult): ExecutionResult {
  if (!errors) return result;
  const formatted = errors.map(({ message, locations, path, originalError }) =>
    Object.assign(new GraphQLError(message, { path, originalError }), { locations }),
  );
  return { ...result, errors: formatted };
}
