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
import type { Language } from "../contract/language.ts";
import { acceptedEncoding, acceptedType } from "../core/accept.ts";
import { Budget } from "../core/budget.ts";
import { AtlasError } from "../core/errors.ts";
import { isNotModified } from "../core/etag.ts";
import { addVaryHeader, disconnection, languageFor, toAtlasError } from "../core/http.ts";
import { REQUEST_LIMITS } from "../core/limits.ts";
import type { Reader } from "../database/pool.ts";
import { bilingualErrors, formatError } from "./answer-errors.ts";
import type { Context } from "./builder.ts";
import { DirectAnswers } from "./direct.ts";
import { boundedBreadth, longQueryError } from "./document-size.ts";
import { graphqlErrors } from "./errors.ts";
import { executionGateway } from "./execute.ts";
import { type Answer, encodings, KeptAnswer, KeptAnswers, keyOf } from "./kept-answers.ts";
import { type GraphqlRequest, readRequest } from "./request.ts";

const JSON_TYPE = "application/json; charset=utf-8";
const GRAPHQL_TYPE = "application/graphql-response+json; charset=utf-8";

const HOUR = 3_600_000;

/** The days that queries about releases and completeness go by: in UTC and in Wuhan, as numbers. */
const today = (): number[] => [0, 8].map((hours) => Math.floor((Date.now() + hours * HOUR) / (24 * HOUR)));

/** Whether an error is not about the query: with the code of an error of the database or the network, or with a status from 500. */
const isServerFailure = (error: unknown): boolean =>
  typeof (error as { code?: unknown }).code === "string" && !(error instanceof AtlasError && error.status < 500);

/** A database of which every statement fails with this error. */
function failingReader({ hasAsMvtGeom, changes }: Reader, error: unknown): Reader {
  const reader: Reader = { rows: () => Promise.reject(error), with: () => reader, hasAsMvtGeom, changes };
  return reader;
}

const isEmpty = (object: object): boolean => Object.keys(object).length === 0;

interface Served {
  database: Reader;
  /** The version of the data now. */
  version: () => Promise<string>;
  /** Every response has `demo` in its extensions. */
  demo: boolean;
}

/** Serves the schema at /graphql. */
export async function serveGraphql(app: FastifyInstance, schema: GraphQLSchema, served: Served): Promise<void> {
  const { database, demo } = served;
  const direct = new DirectAnswers(schema);
  const apollo = new ApolloServer<Context>({
    gateway: executionGateway(schema, (...repeated) => direct.add(...repeated)),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: REQUEST_LIMITS.tokens },
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

  const kept = new KeptAnswers();

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const type = acceptedType(request.headers.accept, [JSON_TYPE, GRAPHQL_TYPE]);
    if (!type)
      throw new AtlasError(graphqlErrors.NOT_ACCEPTABLE, { offered: "application/json, application/graphql-response+json" });
    addVaryHeader(reply, "accept", "accept-language");
    const [language, query] = [languageFor(request), readRequest(request)];
    const version = await served.version();
    const key = keyOf([version, today(), type, language, request.method === "POST", query]);
    const make = (signal: AbortSignal) => execute(request, query, { type, language, signal });
    const isCurrent = async () => (await served.version()) === version;
    const answer =
      key === undefined
        ? await make(disconnection(reply))
        : (kept.get(key) ?? (await kept.make(key, disconnection(reply), make, isCurrent)));
    return answer instanceof KeptAnswer ? sendKept(request, reply, type, answer) : send(reply, type, answer);
  }

  async function execute(
    request: FastifyRequest,
    { query, operationName, variables, wantsCost }: GraphqlRequest,
    { type, language, signal }: { type: string; language: Language; signal: AbortSignal },
  ): Promise<Answer> {
    let reader = database.with({ signal });
    const extensionsOf = ({ budget: { cost } }: Context) => ({
      ...(demo && { demo }),
      ...(wantsCost && cost !== undefined && { cost: { complexity: cost, max: REQUEST_LIMITS.complexity } }),
    });
    try {
      const context: Context = { database: reader, language, budget: new Budget() };
      const data = await direct.answer(query, operationName ?? null, variables ?? {}, context);
      if (data !== undefined)
        return { status: 200, headers: [], json: writtenData(data, extensionsOf(context)), isComplete: true };
    } catch (error) {
      // Apollo resolves it again and reports the error, but a statement that failed or took too long is not run again.
      if (isServerFailure(error)) reader = failingReader(database, error);
    }
    // A document that is answered directly has been validated before; any other is checked here, before Apollo validates it.
    const refusal = longQueryError(query);
    if (refusal) {
      const json = written({ errors: [formatError(refusal, language)] }, demo ? { demo } : {});
      return { status: type === JSON_TYPE ? 200 : refusal.status, headers: [], json, isComplete: false };
    }
    // Apollo only uses the method.
    const http = { method: request.method === "POST" ? "POST" : "GET", headers: new HeaderMap(), search: "", body: undefined };
    const contextValue: Context = { database: reader, language, budget: new Budget() };
    const response = await apollo.executeOperation(
      { query, http, ...(operationName !== undefined && { operationName }), ...(variables && { variables }) },
      { contextValue },
    );
    if (response.body.kind !== "single") throw new Error("incremental delivery is not supported");
    const { status = 200, headers } = response.http;
    // By the specification, application/json reports an invalid document in the body and not by the status.
    const isRefused = status >= 400 && status < 500 && status !== 405;
    const result = response.body.singleResult;
    return {
      status: isRefused ? (type === JSON_TYPE ? 200 : 400) : status,
      headers: [...headers],
      json: written(result, extensionsOf(contextValue)),
      isComplete: status === 200 && !result.errors,
    };
  }

  function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { statusCode } = error as { statusCode?: number };
    const atlasError = toAtlasError(request.log, error);
    const type = acceptedType(request.headers.accept, [JSON_TYPE, GRAPHQL_TYPE]) ?? JSON_TYPE;
    addVaryHeader(reply, "accept", "accept-language");
    const json = written({ errors: [formatError(atlasError, languageFor(request))] }, demo ? { demo } : {});
    return send(reply, type, { status: statusCode ?? atlasError.status, headers: [], json });
  }

  const written = ({ errors, data, extensions }: FormattedExecutionResult, added: object): Buffer =>
    Buffer.from(JSON.stringify({ errors, data, extensions: isEmpty(added) ? extensions : { ...extensions, ...added } }));

  const writtenData = (data: string, extensions: object): Buffer =>
    Buffer.from(`{"data":${data}${isEmpty(extensions) ? "" : `,"extensions":${JSON.stringify(extensions)}`}}`);

  function send(reply: FastifyReply, type: string, { status, headers, json }: Omit<Answer, "isComplete">): FastifyReply {
    for (const [name, value] of headers) reply.header(name, value);
    return reply.code(status).header("content-type", type).send(json);
  }

  async function sendKept(request: FastifyRequest, reply: FastifyReply, type: string, kept: KeptAnswer): Promise<FastifyReply> {
    const encoding = (kept.isCompressible && acceptedEncoding(request.headers["accept-encoding"], encodings)) || "identity";
    if (request.method !== "POST") {
      const etag = kept.etag(encoding);
      reply.header("etag", etag).header("cache-control", "no-cache");
      if (isNotModified(request, etag)) return reply.code(304).send();
    }
    if (encoding !== "identity") reply.header("content-encoding", encoding);
    return send(reply, type, { ...kept.answer, json: await kept.bytes(encoding) });
  }

  await app.register(async (scope) => {
    // Only JSON is accepted: text/plain would need no preflight (see above).
    scope.removeContentTypeParser("text/plain");
    // Not a handler that Fastify awaits: it would watch the stream of each response to its end.
    const handler = (request: FastifyRequest, reply: FastifyReply): void => {
      answer(request, reply).catch((error) => reply.send(error));
    };
    scope.route({ url: "/graphql", method: ["GET", "POST"], handler, errorHandler: refuse });
  });
}
