// How a query is executed. A document that keeps coming back is compiled into a function (graphql-jit), which answers
// several times cheaper than walking it for every row; the first times, and where compiling would not pay, graphql-js
// walks it. Apollo takes this as the executor that a gateway may bring. A test holds that both give the same answers.
import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import { LRUCache } from "lru-cache";
import type { Context } from "./builder.ts";

type Gateway = ApolloServerOptionsWithGateway<Context>["gateway"];
type Executor = NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>;

const MOST_DOCUMENTS = 1000;
// Compiling costs as much as walking some twenty times; a stranger's one-off query is never worth it.
export const WALKED_FIRST = 3;
// The compiler writes code for every possible type of every abstract field, so nesting these multiplies it.
const MOST_ABSTRACT_DEPTH = 2;

interface Known {
  times: number;
  compiled?: CompiledQuery | undefined;
}

export function executing(schema: GraphQLSchema): Gateway {
  const documents = new LRUCache<string, Known>({ max: MOST_DOCUMENTS });
  const executor: Executor = async ({ document, operationName, queryHash, request, context }) => {
    const key = `${queryHash} ${operationName ?? ""}`;
    const known = documents.get(key) ?? { times: 0 };
    documents.set(key, known);
    if (++known.times === WALKED_FIRST + 1) known.compiled = compile(schema, document, operationName);
    const variables = request.variables ?? {};
    if (known.compiled) return understood(await known.compiled.query({}, context, variables));
    return execute({ schema, document, operationName, variableValues: variables, contextValue: context });
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

function compile(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): CompiledQuery | undefined {
  if (abstractDepth(schema, document) > MOST_ABSTRACT_DEPTH) return undefined;
  const query = compileQuery(schema, document, operationName ?? undefined);
  return isCompiledQuery(query) ? (query as CompiledQuery) : undefined;
}

// How deep fields of interfaces and unions stand within each other; fragments count as if they stood in every place.
function abstractDepth(schema: GraphQLSchema, document: DocumentNode): number {
  const types = new TypeInfo(schema);
  const depths = [0];
  let deepest = 0;
  const isAbstract = () => isAbstractType(getNamedType(types.getType()));
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter: () => {
          depths.push((depths.at(-1) ?? 0) + (isAbstract() ? 1 : 0));
          deepest = Math.max(deepest, depths.at(-1) ?? 0);
        },
        leave: () => void depths.pop(),
      },
    }),
  );
  const fragments = document.definitions.length - 1;
  return deepest * (fragments + 1);
}

// The compiler's errors are of a class of its own, which Apollo would wrap and so lose their path. Without a path and a
// cause they are about the variables, which is for the asker to mend.
function understood({ errors, ...result }: ExecutionResult): ExecutionResult {
  if (!errors) return result;
  const known = errors.map(({ message, locations, path, originalError }) => {
    const extensions = path || originalError ? {} : { code: "BAD_USER_INPUT" };
    return Object.assign(new GraphQLError(message, { path, originalError, extensions }), { locations });
  });
  return { ...result, errors: known };
}
