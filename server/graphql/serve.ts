// GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/): Apollo Server, with requests read by request.ts.
//
// Pages of other origins may query: all data is public, nothing can be changed, and there are no credentials. When mutations or credentials
// are added: GET, which another page can send without a preflight, executes queries only (405 for anything else); POST accepts
// application/json only (415), which requires a preflight; preflights allow any origin but never credentials. A session cookie must then
// be SameSite, and requests with a different Origin must be refused.
import { ApolloServer, HeaderMap } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { FormattedExecutionResult, GraphQLSchema } from "graphql";
import { acceptedType } from "../core/accept.ts";
import { AtlasError } from "../core/errors.ts";
import { languageFor, toAtlasError, vary } from "../core/http.ts";
import { LIMITS } from "../core/limits.ts";
import type { Reader } from "../database/pool.ts";
import { bilingualErrors, formatted } from "./answer-errors.ts";
import type { Context } from "./builder.ts";
import { boundedBreadth } from "./document-size.ts";
import { graphqlErrors } from "./errors.ts";
import { executionGateway } from "./execute.ts";
import { readRequest } from "./request.ts";

const JSON_TYPE = "application/json; charset=utf-8";
const GRAPHQL_TYPE = "application/graphql-response+json; charset=utf-8";

/** Serves the schema at /graphql. In a demonstration, every response has `demo` in its extensions. */
export async function serveGraphql(app: FastifyInstance, schema: GraphQLSchema, database: Reader, demo: boolean): Promise<void> {
  const apollo = new ApolloServer<Context>({
    gateway: executionGateway(schema),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [boundedBreadth],
    persistedQueries: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // Cache hints are not used, and this plugin would call a function for every field of every row.
      ApolloServerPluginCacheControlDisabled(),
      bilingualErrors(app.log),
    ],
  });
  await apollo.start();
  app.addHook("onClose", () => apollo.stop());

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const type = acceptedType(request.headers.accept, [JSON_TYPE, GRAPHQL_TYPE]);
    if (!type)
      throw new AtlasError(graphqlErrors.NOT_ACCEPTABLE, { offered: "application/json, application/graphql-response+json" });
    // Apollo only uses the method.
    const http = { method: request.method === "POST" ? "POST" : "GET", headers: new HeaderMap(), search: "", body: undefined };
    const { query, operationName, variables } = readRequest(request);
    const response = await apollo.executeOperation(
      { query, http, ...(operationName !== undefined && { operationName }), ...(variables && { variables }) },
      { contextValue: { database, language: languageFor(request) } },
    );
    if (response.body.kind !== "single") throw new Error("incremental delivery is not supported");
    const { status = 200, headers } = response.http;
    for (const [name, value] of headers) reply.header(name, value);
    // By the specification, application/json reports an invalid document in the body and not by the status.
    const isRefused = status >= 400 && status !== 405;
    return send(reply, type, isRefused ? (type === JSON_TYPE ? 200 : 400) : status, response.body.singleResult);
  }

  function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { statusCode } = error as { statusCode?: number };
    const atlasError = toAtlasError(request.log, error);
    const type = acceptedType(request.headers.accept, [JSON_TYPE, GRAPHQL_TYPE]) ?? JSON_TYPE;
    return send(reply, type, statusCode ?? atlasError.status, { errors: [formatted(atlasError, languageFor(request))] });
  }

  function send(reply: FastifyReply, type: string, status: number, result: FormattedExecutionResult): FastifyReply {
    const { errors, data, extensions } = result;
    vary(reply, "accept", "accept-language");
    return reply
      .code(status)
      .header("content-type", type)
      .send(JSON.stringify({ errors, data, extensions: demo ? { ...extensions, demo } : extensions }));
  }

  await app.register(async (scope) => {
    // Only JSON is accepted: text/plain would need no preflight (see above).
    scope.removeContentTypeParser("text/plain");
    scope.route({ url: "/graphql", method: ["GET", "POST"], handler: answer, errorHandler: refuse });
  });
}
