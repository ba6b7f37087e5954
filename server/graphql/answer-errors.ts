// Errors of GraphQL in the reader's language. Apollo formats them without knowing who reads them, so they are put into words once more.
import type { ApolloServerPlugin } from "@apollo/server";
import { ApolloServerErrorCode, unwrapResolverError } from "@apollo/server/errors";
import type { FastifyBaseLogger } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Language } from "../contract/language.ts";
import { AtlasError } from "../core/errors.ts";
import { explain } from "../core/http.ts";
import { LIMITS } from "../core/limits.ts";
import type { Context } from "./builder.ts";
import { graphqlErrors } from "./errors.ts";

/** An error of the closed set as it stands in an answer. */
export const formatted = (error: AtlasError, language: Language): GraphQLFormattedError => ({
  message: error.textIn(language),
  extensions: { code: error.code, ...error.details },
});

export const bilingualErrors = (log: FastifyBaseLogger): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ request, response, errors, contextValue: { language } }) {
        if (response.body.kind !== "single" || !errors) return;
        const { singleResult } = response.body;
        // Apollo has one reason for this status.
        const isByGet = response.http.status === 405;
        singleResult.errors = singleResult.errors?.map((apollo, index) => {
          const code = apollo.extensions?.code;
          const known = isByGet ? new AtlasError(graphqlErrors.GET_ANSWERS_QUERIES) : operationError(code, request.operationName);
          return known ? formatted(known, language) : inWords(log, apollo, errors[index], language);
        });
      },
    };
  },
});

function operationError(code: unknown, name: string | undefined): AtlasError | undefined {
  if (code !== ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE) return undefined;
  return name === undefined
    ? new AtlasError(graphqlErrors.OPERATION_NEEDED)
    : new AtlasError(graphqlErrors.OPERATION_UNKNOWN, { name });
}

function inWords(
  log: FastifyBaseLogger,
  apollo: GraphQLFormattedError,
  error: GraphQLError | undefined,
  language: Language,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const { code, atlas } = (apollo.extensions ?? {}) as { code?: string; atlas?: unknown };
  if (atlas instanceof AtlasError) return { ...apollo, ...formatted(atlas, language) };
  // What graphql-js says of the request itself is for the reader; what it says of our answer to it, at a path, is not.
  if (cause instanceof GraphQLError && (code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR || !cause.path)) {
    if (
      code === ApolloServerErrorCode.GRAPHQL_PARSE_FAILED &&
      /^Syntax Error: Document contains more tha[nt] \d+ tokens/.test(cause.message)
    ) {
      return { ...apollo, ...formatted(new AtlasError(graphqlErrors.QUERY_TOO_LONG, { max: LIMITS.tokens }), language) };
    }
    const message = language === "zh" ? `查询有误：${apollo.message}` : apollo.message;
    return {
      ...apollo,
      message,
      extensions: { code: code === ApolloServerErrorCode.INTERNAL_SERVER_ERROR ? "BAD_REQUEST" : code },
    };
  }
  return { ...apollo, ...formatted(explain(log, cause), language) };
}
