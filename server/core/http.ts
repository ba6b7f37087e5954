import { randomUUID } from "node:crypto";
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Language } from "../contract/language.ts";
import { acceptedLanguage } from "./accept.ts";
import { commonErrors } from "./common-errors.ts";
import { AtlasError } from "./errors.ts";
import { LIMITS } from "./limits.ts";
import { answerMethod, collectMethods, type Methods, pathOf } from "./methods.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** A document for readers: it opens whatever its query says. */
    isPage?: boolean;
  }
}

/** The language of a request: ?lang= before Accept-Language. */
export function languageFor(request: FastifyRequest): Language {
  const { lang } = (request.query ?? {}) as { lang?: unknown };
  return lang === "zh" || lang === "en" ? lang : acceptedLanguage(request.headers["accept-language"]);
}

/** Where users reach the atlas: as it was configured, else as the request says. Throws REQUEST_MALFORMED for a host that is none. */
export function originOf(request: FastifyRequest, publicUrl: string | undefined): string {
  if (publicUrl) return publicUrl;
  const origin = `${request.protocol}://${request.host}`;
  if (!/^([\w.-]+|\[[\da-f:]+\])(:\d{1,5})?$/i.test(request.host) || !URL.canParse(origin))
    throw new AtlasError(commonErrors.REQUEST_MALFORMED, { reason: "Host" });
  return origin;
}

/** Any error as one of the closed set: an unexpected one is logged in full and reported by reference only. */
export function explain(log: FastifyBaseLogger, error: unknown): AtlasError {
  if (error instanceof AtlasError) return error;
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return new AtlasError(commonErrors.BODY_TOO_LARGE, { limit: LIMITS.bodyBytes });
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return new AtlasError(commonErrors.CONTENT_TYPE_UNFIT);
  if (code === "FST_ERR_CTP_EMPTY_JSON_BODY" || code === "FST_ERR_CTP_INVALID_JSON_BODY")
    return new AtlasError(commonErrors.BODY_NOT_JSON);
  if (code === "57014" || /timeout exceeded when trying to connect/.test(String((error as Error).message))) {
    return new AtlasError(commonErrors.TIMEOUT, { seconds: LIMITS.seconds });
  }
  // The client disconnected before the response was complete: nothing is sent, and nothing went wrong here.
  if (code === "ERR_STREAM_PREMATURE_CLOSE")
    return new AtlasError(commonErrors.REQUEST_MALFORMED, { reason: (error as Error).message });
  // What PostgreSQL says of a value (class 22: data exception) is for the client; that the connection is gone, for the operator.
  if (code?.length === 5 && (code.startsWith("22") || code === "XX000"))
    return new AtlasError(commonErrors.VALUE_UNFIT, { reason: (error as Error).message });
  if (code && /^(E[A-Z]{3,}|08|53|57P)/.test(code)) {
    log.error({ err: error }, "the database does not answer");
    return new AtlasError(commonErrors.DATABASE_UNREACHABLE, { place: "DATABASE_URL" });
  }
  if (statusCode === 403) return new AtlasError(commonErrors.NO_SUCH_PAGE, { path: "…" });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new AtlasError(commonErrors.REQUEST_MALFORMED, { reason: (error as Error).message });
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ err: error, reference }, "unexpected error");
  return new AtlasError(commonErrors.INTERNAL, { reference });
}

/** What pages of other origins may read beside the few headers that browsers always show them. */
const EXPOSED = "allow, content-crs, content-disposition, content-language, etag, link, location, retry-after, x-atlas-demo";

/** Adds names of request headers to those that decide what is answered. */
export function vary(reply: FastifyReply, ...names: string[]): void {
  const present = String(reply.getHeader("vary") ?? "").split(/,\s*/);
  reply.header("vary", [...new Set([...present, ...names])].filter(Boolean).join(", "));
}

/**
 * What holds at every door and for every answer, errors included: any origin may read it, without credentials (all data is public, and
 * nothing depends on who asks); addresses are checked; methods without a route get OPTIONS or 405. Errors outside of GraphQL are problem
 * details (RFC 9457) in the reader's language. Called before the first route.
 */
export function openDoors(app: FastifyInstance): void {
  const methods = collectMethods(app);
  app.addHook("onRequest", async (request, reply) => {
    reply.header("access-control-allow-origin", "*").header("access-control-expose-headers", EXPOSED);
    checkAddress(request);
    return answerMethod(methods, request, reply);
  });
  // On answers that are too short to be packed as well: what a cache keeps of one address goes by this header.
  app.addHook("onSend", async (_request, reply) => vary(reply, "accept-encoding"));
  app.setErrorHandler((error, request, reply) => {
    const { statusCode } = error as { statusCode?: number };
    if (statusCode === 403) return answerMissing(methods, request, reply);
    return sendProblem(request, reply, explain(request.log, error), statusCode);
  });
  app.setNotFoundHandler((request, reply) => answerMissing(methods, request, reply));
}

/**
 * Fastify's option `rewriteUrl`. Its router answers a path with a malformed escape by itself, past all hooks; such a path is routed to the
 * start page, where `checkAddress` refuses it.
 */
export const routable = ({ url = "/" }: { url?: string | undefined }): string =>
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

function answerMissing(methods: Methods, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = pathOf(request.url);
  const respelled = methods.respelled(path);
  if (respelled) return reply.redirect(respelled + request.url.slice(path.length), 308);
  return sendProblem(request, reply, new AtlasError(commonErrors.NO_SUCH_PAGE, { path: request.url }));
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, error: AtlasError, status = error.status): FastifyReply {
  const language = languageFor(request);
  vary(reply, "accept-language");
  return (
    reply
      // What is refused is not what the tag stands for.
      .removeHeader("etag")
      .code(status >= 400 ? status : 500)
      .type("application/problem+json; charset=utf-8")
      .header("content-language", language === "zh" ? "zh-CN" : "en")
      .header("cache-control", "no-store")
      .send(JSON.stringify({ type: "about:blank", title: error.code, status, detail: error.textIn(language), ...error.details }))
  );
}

/** Which hosts the pages may ask besides their own, and who may frame the one that is made to be framed. */
interface PageRules {
  /** Origins of basemaps. */
  hosts: readonly string[];
  /** Origins that may frame /embed. */
  embedOrigins: readonly string[];
}

/** The content security policy of the pages, or of the framed one. */
function policy({ hosts, embedOrigins }: PageRules, isEmbed: boolean): string {
  const foreign = hosts.map((host) => ` ${host}`).join("");
  // By default requests fall under default-src; a connect-src only widens it for basemaps.
  const connect = foreign && ` connect-src 'self'${foreign};`;
  return (
    `default-src 'self';${connect} img-src 'self' data: blob:${foreign}; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; ` +
    "font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; " +
    `frame-ancestors ${isEmbed ? embedOrigins.join(" ") : "'self'"}`
  );
}

/** Headers that keep a page to its own origin and to the hosts that the operator named. */
export function guardPages(app: FastifyInstance, rules: PageRules): void {
  const [own, framed] = [policy(rules, false), policy(rules, true)];
  // Hosts of map tiles tell by the origin whether a key is used where it may be.
  const referrer = rules.hosts.length > 0 ? "strict-origin" : "no-referrer";
  app.addHook("onSend", async (request, reply) => {
    reply.header("x-content-type-options", "nosniff").header("referrer-policy", referrer);
    if (!String(reply.getHeader("content-type")).startsWith("text/html")) return;
    reply.header("content-security-policy", request.routeOptions.url === "/embed" ? framed : own);
  });
}
