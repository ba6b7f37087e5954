// GraphQL over HTTP: Apollo Server on Fastify, with the atlas's bounds and its errors in the asker's language.

import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerErrorCode, unwrapResolverError } from "@apollo/server/errors";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance } from "fastify";
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import type { Language } from "../contract/language.ts";
import { AtlasError } from "../core/errors.ts";
import { explain, languageFor } from "../core/http.ts";
import { LIMITS } from "../core/limits.ts";
import type { Reader } from "../database/pool.ts";
import type { Context } from "./builder.ts";
import { boundedBreadth } from "./document-size.ts";
import { graphqlErrors } from "./errors.ts";
import { executing } from "./execute.ts";

/** Serves the schema at /graphql; every answer of a demonstration says `demo` in its extensions, whatever was selected. */
export async function serveGraphql(app: FastifyInstance, schema: GraphQLSchema, database: Reader, demo: boolean): Promise<void> {
  const apollo = new ApolloServer<Context>({
    gateway: executing(schema),
    introspection: true,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [boundedBreadth],
    persistedQueries: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // Cache hints are not used, and looking for them costs a call for every single field of every row.
      ApolloServerPluginCacheControlDisabled(),
      answerErrors(app),
      ...(demo ? [sayDemo] : []),
    ],
  });
  await apollo.start();
  app.addHook("onClose", () => apollo.stop());
  app.route({
    url: "/graphql",
    method: ["GET", "POST"],
    handler: fastifyApolloHandler(apollo, { context: async (request) => ({ database, language: languageFor(request) }) }),
  });
}

const sayDemo: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body } }) {
        if (body.kind === "single") body.singleResult.extensions = { ...body.singleResult.extensions, demo: true };
      },
    };
  },
};

// Apollo formats errors without the request, so their messages are translated again where the language is available.
const answerErrors = (app: FastifyInstance): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ request, response, errors, contextValue }) {
        if (response.body.kind !== "single" || !errors) return;
        // A client that knows only application/json learns from the body, not from the status, that its document is invalid.
        const isPlain = !request.http?.headers.get("accept")?.includes("application/graphql-response+json");
        const isRefused = errors.every((error) => !error.path) && (response.http.status ?? 200) >= 400;
        if (isRefused) response.http.status = isPlain ? 200 : 400;
        const { singleResult } = response.body;
        singleResult.errors = singleResult.errors?.map((formatted, index) =>
          answer(app, formatted, errors[index], contextValue.language),
        );
      },
    };
  },
});

function answer(
  app: FastifyInstance,
  formatted: GraphQLFormattedError,
  error: GraphQLError | undefined,
  language: Language,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const { code, atlas } = (formatted.extensions ?? {}) as { code?: string; atlas?: unknown };
  if (atlas instanceof AtlasError) return withMessage(formatted, atlas, language);
  // What graphql-js says of the request itself is for the asker; what it says of our answer to it, at a path, is not.
  if (cause instanceof GraphQLError && (code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR || !cause.path)) {
    if (
      code === ApolloServerErrorCode.GRAPHQL_PARSE_FAILED &&
      /^Syntax Error: Document contains more tha[nt] \d+ tokens/.test(cause.message)
    ) {
      return withMessage(formatted, new AtlasError(graphqlErrors.QUERY_TOO_LONG, { most: LIMITS.tokens }), language);
    }
    const message = language === "zh" ? `查询有误：${formatted.message}` : formatted.message;
    return {
      ...formatted,
      message,
      extensions: { code: code === ApolloServerErrorCode.INTERNAL_SERVER_ERROR ? "BAD_REQUEST" : code },
    };
  }
  return withMessage(formatted, explain(app.log, cause), language);
}

const withMessage = (formatted: GraphQLFormattedError, error: AtlasError, language: Language): GraphQLFormattedError => ({
  ...formatted,
  message: error.textIn(language),
  extensions: { code: error.code, ...error.details },
});
