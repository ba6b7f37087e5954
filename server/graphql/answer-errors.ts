// Errors of GraphQL in the client's language. Apollo formats them before the language is known, so the messages are written again.
import type { ApolloServerPlugin } from "@apollo/server";
import { ApolloServerErrorCode, unwrapResolverError } from "@apollo/server/errors";
import type { FastifyBaseLogger } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Language } from "../contract/language.ts";
import { databaseFailure } from "../core/database-failures.ts";
import { AtlasError } from "../core/errors.ts";
import { toAtlasError } from "../core/http.ts";
import { REQUEST_LIMITS } from "../core/limits.ts";
import type { Context } from "./builder.ts";
import { graphqlErrors } from "./errors.ts";
import { inChinese } from "./library-errors.ts";

/** An error of the closed set as formatted in a response. */
export const formatError = (error: AtlasError, language: Language): GraphQLFormattedError => ({
  message: error.textIn(language),
  extensions: { code: error.code, ...error.details },
});

export const bilingualErrors = (log: FastifyBaseLogger): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ request, response, errors, contextValue: { language } }) {
        if (response.body.kind !== "single" || !errors) return;
        const { singleResult } = response.body;
        // Apollo uses this status only for operations other than queries by GET.
        const isNotAQuery = response.http.status === 405;
        const [retryAfter] = errors.flatMap((error) => retryAfterOf(error) ?? []);
        if (retryAfter !== undefined) {
          response.http.status = 503;
          response.http.headers.set("retry-after", String(retryAfter));
        }
        singleResult.errors = singleResult.errors?.map((apollo, index) => {
          const code = apollo.extensions?.code;
          const replacement = isNotAQuery
            ? new AtlasError(graphqlErrors.GET_ANSWERS_QUERIES)
            : operationError(code, request.operationName);
          return replacement ? formatError(replacement, language) : translated(log, apollo, errors[index], language);
        });
      },
    };
  },
});

function retryAfterOf(error: unknown): number | undefined {
  const cause = unwrapResolverError(error);
  return (cause instanceof AtlasError ? cause : databaseFailure(cause))?.retryAfterSeconds;
}

function operationError(code: unknown, name: string | undefined): AtlasError | undefined {
  if (code !== ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE) return undefined;
  return name === undefined
    ? new AtlasError(graphqlErrors.OPERATION_NEEDED)
    : new AtlasError(graphqlErrors.OPERATION_UNKNOWN, { name });
}

/** Messages of graphql-js repeat names and values of the request, however long; the reason is at the end. */
const MAX_MESSAGE = 1000;
const shortened = (message: string): string =>
  message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE / 2)} … ${message.slice(-MAX_MESSAGE / 2)}` : message;

function translated(
  log: FastifyBaseLogger,
  unshortened: GraphQLFormattedError,
  error: GraphQLError | undefined,
  language: Language,
): GraphQLFormattedError {
  const apollo = { ...unshortened, message: shortened(unshortened.message) };
  const cause = unwrapResolverError(error);
  const { code, atlas } = (apollo.extensions ?? {}) as { code?: string; atlas?: unknown };
  if (atlas instanceof AtlasError) return { ...apollo, ...formatError(atlas, language) };
  // Errors of graphql-js about the request are for the client. Errors about our response have a path and are internal.
  if (cause instanceof GraphQLError && (code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR || !cause.path)) {
    if (
      code === ApolloServerErrorCode.GRAPHQL_PARSE_FAILED &&
      /^Syntax Error: Document contains more tha[nt] \d+ tokens/.test(cause.message)
    ) {
      return {
        ...apollo,
        ...formatError(new AtlasError(graphqlErrors.QUERY_TOO_LONG, { max: REQUEST_LIMITS.tokens }), language),
      };
    }
    const extensions = { code: code === ApolloServerErrorCode.INTERNAL_SERVER_ERROR ? "BAD_REQUEST" : code };
    if (language === "en") return { ...apollo, extensions };
    const message = `查询有误：${inChinese(apollo.message)}`;
    return { ...apollo, message, extensions: { ...extensions, original: apollo.message } };
  }
  return { ...apollo, ...formatError(toAtlasError(log, cause), language) };
}
