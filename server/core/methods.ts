// The methods of each address: other methods get 405 with Allow, and OPTIONS is answered everywhere. Also finds the address that differs
// by a trailing slash. Everything is collected from the registered routes, so that no route lists its methods twice.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { commonErrors } from "./common-errors.ts";
import { AtlasError } from "./errors.ts";

export interface Methods {
  /** Methods of the route that an address belongs to; undefined for an address without a route. */
  allowedAt(path: string): string | undefined;
  /** The address of a route that differs from `path` only by a trailing slash; undefined if `path` is an address itself. */
  slashVariant(path: string): string | undefined;
}

/** Collects the routes that are registered after this call. */
export function collectMethods(app: FastifyInstance): Methods {
  const routes = new Map<string, Set<string>>();
  app.addHook("onRoute", ({ url, method }) => {
    // Files of the page: whether an address exists depends on the file system.
    if (url === "/*") return;
    const methods = routes.get(url) ?? new Set();
    for (const each of [method].flat()) methods.add(each);
    routes.set(url, methods);
  });
  const routeOf = (path: string): string | undefined =>
    routes.has(path) ? path : [...routes.keys()].find((url) => matches(url, path));
  return {
    allowedAt(path) {
      const route = routeOf(path);
      const methods = route && routes.get(route);
      return methods && ["GET", "HEAD", "POST"].filter((method) => methods.has(method)).join(", ");
    },
    slashVariant(path) {
      if (routes.has(path)) return undefined;
      const other = path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
      // The last parameter of a route may be anything, but no address ends with a slash because of it.
      return (other.endsWith("/") ? routes.has(other) : routeOf(other)) ? other : undefined;
    },
  };
}

const matches = (url: string, path: string): boolean =>
  new RegExp(
    `^${url
      .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
      .replaceAll(/:\w+/g, "[^/]+")
      .replaceAll("*", ".*")}$`,
  ).test(path);

/** The path of a request, without its query. */
export const pathOf = (url: string): string => url.split("?", 1)[0] ?? "";

/** Answers requests without a route before the body is read: OPTIONS (including preflights) and 405. */
export async function answerOtherMethod(
  methods: Methods,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const allowed = request.is404 ? methods.allowedAt(pathOf(request.url)) : undefined;
  if (allowed === undefined) return undefined;
  reply.header("allow", allowed);
  if (request.method !== "OPTIONS") throw new AtlasError(commonErrors.METHOD_UNFIT, { method: request.method, allowed });
  // Content-Type by name as well, because older browsers do not support the asterisk, which never includes Authorization.
  return reply
    .headers({
      "access-control-allow-methods": allowed,
      "access-control-allow-headers": "content-type, *",
      "access-control-max-age": "86400",
    })
    .code(204)
    .send();
}
