import { randomUUID } from "node:crypto";
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Language } from "../contract/language.ts";
import { acceptedLanguage } from "./accept.ts";
import { commonErrors } from "./common-errors.ts";
import { databaseFailure, logDatabaseFailure } from "./database-failures.ts";
import { AtlasError } from "./errors.ts";
import { checkLengths } from "./lengths.ts";
import { REQUEST_LIMITS } from "./limits.ts";
import { answerOtherMethod, collectMethods, pathOf } from "./methods.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** An HTML page. It opens with any query string. */
    isPage?: boolean;
  }
}

/** The language of a request: ?lang= before Accept-Language. */
export function languageFor(request: FastifyRequest): Language {
  const { lang } = (request.query ?? {}) as { lang?: unknown };
  return lang === "zh" || lang === "en" ? lang : acceptedLanguage(request.headers["accept-language"]);
}

/** The origin at which users reach the atlas: the configured one, otherwise that of the request. Throws REQUEST_MALFORMED for an invalid host. */
export function originOf(request: FastifyRequest, publicUrl: string | undefined): string {
  if (publicUrl) return publicUrl;
  const origin = `${request.protocol}://${request.host}`;
  if (!/^([\w.-]+|\[[\da-f:]+\])(:\d{1,5})?$/i.test(request.host) || !URL.canParse(origin))
    throw new AtlasError(commonErrors.REQUEST_MALFORMED, { reason: "Host" });
  return origin;
}

/** Converts any error to one of the closed set. An unexpected error is logged in full and only reported by a reference. */
export function toAtlasError(log: FastifyBaseLogger, error: unknown): AtlasError {
  if (error instanceof AtlasError) return error;
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE")
    return new AtlasError(commonErrors.BODY_TOO_LARGE, { limit: REQUEST_LIMITS.bodyBytes });
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return new AtlasError(commonErrors.CONTENT_TYPE_UNFIT);
  if (code === "FST_ERR_CTP_EMPTY_JSON_BODY" || code === "FST_ERR_CTP_INVALID_JSON_BODY")
    return new AtlasError(commonErrors.BODY_NOT_JSON);
  // The client disconnected before the response was complete: nothing is sent, and nothing went wrong here.
  if (code === "ERR_STREAM_PREMATURE_CLOSE")
    return new AtlasError(commonErrors.REQUEST_MALFORMED, { reason: (error as Error).message });
  // PostgreSQL's errors about values (class 22: data exception) are for the client.
  if (code?.length === 5 && (code.startsWith("22") || code === "XX000"))
    return new AtlasError(commonErrors.VALUE_UNFIT, { reason: (error as Error).message });
  const failure = databaseFailure(error);
  if (failure) {
    if (failure.code !== "TIMEOUT") logDatabaseFailure(log, error);
    return failure;
  }
  if (statusCode === 403) return new AtlasError(commonErrors.NO_SUCH_PAGE, { path: "…" });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new AtlasError(commonErrors.REQUEST_MALFORMED, { reason: (error as Error).message });
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ err: error, reference }, "unexpected error");
  return new AtlasError(commonErrors.INTERNAL, { reference });
}

/** Aborted when the client disconnects before the response is complete. */
export function disconnection(reply: FastifyReply): AbortSignal {
  const abort = new AbortController();
  const check = () => {
    if (!reply.raw.writableFinished) abort.abort(new AtlasError(commonErrors.CLIENT_DISCONNECTED));
  };
  if (reply.raw.destroyed) check();
  else reply.raw.once("close", check);
  return abort.signal;
}

/** Response headers that pages of other origins may read, besides those that browsers always expose. */
const EXPOSED_HEADERS =
  "accept-ranges, allow, content-crs, content-disposition, content-language, content-range, etag, link, location, retry-after, x-atlas-demo";

/** Adds names of request headers to the header Vary. */
export function addVaryHeader(reply: FastifyReply, ...names: string[]): void {
  const present = String(reply.getHeader("vary") ?? "").split(/,\s*/);
  reply.header("vary", [...new Set([...present, ...names])].filter(Boolean).join(", "));
}

/**
 * Common behaviour of all routes, including errors: any origin may read responses, without credentials (all data is public, and no
 * response depends on the user); addresses are checked, and redirected if they differ from one of the atlas only by a trailing slash;
 * OPTIONS is answered, and other methods without a route get 405. Errors outside
 * of GraphQL are problem details (RFC 9457) in the client's language. Call it before the first route.
 */
export function prepareRoutes(app: FastifyInstance): void {
  const methods = collectMethods(app);
  app.addHook("onRequest", async (request, reply) => {
    reply.header("access-control-allow-origin", "*").header("access-control-expose-headers", EXPOSED_HEADERS);
    checkAddress(request);
    checkLengths(request);
    // Before any handler: a route with parameters would take the part after the slash for an empty one.
    const path = pathOf(request.url);
    const slashVariant = methods.slashVariant(path);
    if (slashVariant) return reply.redirect(slashVariant + request.url.slice(path.length), 308);
    return answerOtherMethod(methods, request, reply);
  });
  // Also on responses that are too short to be compressed: a cache needs this header on every response of an address.
  app.addHook("onSend", async (_request, reply) => addVaryHeader(reply, "accept-encoding"));
  app.setErrorHandler((error, request, reply) => {
    const { statusCode } = error as { statusCode?: number };
    if (statusCode === 403) return sendNotFound(request, reply);
    return sendProblem(request, reply, toAtlasError(request.log, error), statusCode);
  });
  app.setNotFoundHandler(sendNotFound);
}

/**
 * For Fastify's option `rewriteUrl`. The router itself would respond to a path with a malformed escape, without any hook. Such a path is
 * routed to the start page instead, where `checkAddress` refuses it.
 */
export const withoutMalformedPath = ({ url = "/" }: { url?: string | undefined }): string =>
  isDecodable(pathOf(url)) ? url : `/${url.slice(pathOf(url).length)}`;

function checkAddress(request: FastifyRequest): void {
  const path = pathOf(request.originalUrl);
  const query = request.routeOptions.config.isPage ? "" : request.originalUrl.slice(path.length);
  for (const part of [path, query])
    if (!isDecodable(part)) throw new AtlasError(commonErrors.ADDRESS_MALFORMED, { address: request.originalUrl });
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(request, reply, new AtlasError(commonErrors.NO_SUCH_PAGE, { path: request.url }));
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, error: AtlasError, status = error.status): FastifyReply {
  const language = languageFor(request);
  if (error.retryAfterSeconds !== undefined) reply.header("retry-after", error.retryAfterSeconds);
  addVaryHeader(reply, "accept-language");
  return (
    reply
      // These belong to the successful response.
      .removeHeader("etag")
      .removeHeader("content-disposition")
      .code(status >= 400 ? status : 500)
      .type("application/problem+json; charset=utf-8")
      .header("content-language", language === "zh" ? "zh-CN" : "en")
      .header("cache-control", "no-store")
      .send(JSON.stringify({ type: "about:blank", title: error.code, status, detail: error.textIn(language), ...error.details }))
  );
}
