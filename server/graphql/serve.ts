// GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/): Apollo Server behind the atlas's own reading of requests.
//
// Foreign pages may query: all data is public, nothing is changed, and there are no credentials. For the day when there are mutations or
// credentials: GET, which a foreign page can send without a preflight, executes queries only (405 for anything else); POST is taken as
// application/json only (415), which needs a preflight; and preflights allow any origin but never credentials. A session by cookie must
// still be SameSite, and its requests be refused where Origin is another.
import { ApolloServer, HeaderMap } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { FormattedExecutionResult, GraphQLSchema } from "graphql";
import { acceptedType } from "../core/accept.ts";
import { AtlasError } from "../core/errors.ts";
import { explain, languageFor, vary } from "../core/http.ts";
import { LIMITS } from "../core/limits.ts";
import type { Reader } from "../database/pool.ts";
import { bilingualErrors, formatted } from "./answer-errors.ts";
import type { Context } from "./builder.ts";
import { boundedBreadth } from "./document-size.ts";
import { graphqlErrors } from "./errors.ts";
import { executing } from "./execute.ts";
import { readRequest } from "./request.ts";

const PLAIN = "application/json; charset=utf-8";
const RESPONSE = "application/graphql-response+json; charset=utf-8";

/** Serves the schema at /graphql; every answer of a demonstration says `demo` in its extensions, whatever was selected. */
export async function serveGraphql(app: FastifyInstance, schema: GraphQLSchema, database: Reader, demo: boolean): Promise<void> {
  const apollo = new ApolloServer<Context>({
    gateway: executing(schema),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [boundedBreadth],
    persistedQueries: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // Cache hints are not used, and looking for them costs a call for every single field of every row.
      ApolloServerPluginCacheControlDisabled(),
      bilingualErrors(app.log),
    ],
  });
  await apollo.start();
  app.addHook("onClose", () => apollo.stop());

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const type = acceptedType(request.headers.accept, [PLAIN, RESPONSE]);
    if (!type)
      throw new AtlasError(graphqlErrors.NOT_ACCEPTABLE, { offered: "application/json, application/graphql-response+json" });
    // Apollo looks at the method only.
    const http = { method: request.method === "POST" ? "POST" : "GET", headers: new HeaderMap(), search: "", body: undefined };
    const { query, operationName, variables } = readRequest(request);
    const response = await apollo.executeOperation(
      { query, http, ...(operationName !== undefined && { operationName }), ...(variables && { variables }) },
      { contextValue: { database, language: languageFor(request) } },
    );
    if (response.body.kind !== "single") throw new Error("there is no incremental delivery");
    const { status = 200, headers } = response.http;
    for (const [name, value] of headers) reply.header(name, value);
    // A client that accepts only application/json learns from the body, not from the status, that its document is wrong.
    const isRefused = status >= 400 && status !== 405;
    return send(reply, type, isRefused ? (type === PLAIN ? 200 : 400) : status, response.body.singleResult);
  }

  function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { statusCode } = error as { statusCode?: number };
    const explained = explain(request.log, error);
    const type = acceptedType(request.headers.accept, [PLAIN, RESPONSE]) ?? PLAIN;
    return send(reply, type, statusCode ?? explained.status, { errors: [formatted(explained, languageFor(request))] });
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
    // JSON is left as the only body. See above: text/plain would need no preflight.
    scope.removeContentTypeParser("text/plain");
    scope.route({ url: "/graphql", method: ["GET", "POST"], handler: answer, errorHandler: refuse });
  });
}
