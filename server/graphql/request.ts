// Reads a GraphQL request from HTTP (GraphQL over HTTP, https://graphql.github.io/graphql-over-http/draft/).
import type { FastifyRequest } from "fastify";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { pathOf } from "../core/methods.ts";
import { graphqlErrors } from "./errors.ts";

/** The largest area has some 15,000: two numbers for each vertex, and the list of them. */
const MAX_VALUES = 20_000;
/** An object takes as long to check as so many numbers. */
const VALUES_OF_OBJECT = 20;
/** Filters in filters in filters, with a MultiPolygon in the innermost, take 20. */
const MAX_DEPTH = 50;

export interface GraphqlRequest {
  query: string;
  /** An empty string is a name that no operation has. null in JSON, or an empty parameter in an address, means no name. */
  operationName: string | undefined;
  variables: Record<string, unknown> | undefined;
  /** `extensions: { cost: true }`: the response states what the query costs. */
  wantsCost: boolean;
}

/** Reads the parameters of the request; throws QUERY_NEEDED, PERSISTED_QUERY_NOT_SUPPORTED, TEXT_NEEDED, OBJECT_NEEDED, TOO_DEEP, VALUES_TOO_MANY, PARAMETER_REPEATED. */
export function readRequest(request: FastifyRequest): GraphqlRequest {
  const parameters = request.method === "POST" ? readObject("body", request.body ?? null) : fromAddress(request.originalUrl);
  const [query, operationName] = [text("query", parameters.query), text("operationName", parameters.operationName)];
  const [variables, extensions] = [
    readObject("variables", parameters.variables),
    readObject("extensions", parameters.extensions),
  ];
  checkSize("variables", variables);
  if (query) return { query, operationName, variables, wantsCost: extensions?.cost === true };
  throw new AtlasError(extensions?.persistedQuery ? graphqlErrors.PERSISTED_QUERY_NOT_SUPPORTED : graphqlErrors.QUERY_NEEDED);
}

// Without recursion, and before anything that needs it: what a client sends may be nested deeper than the stack is.
function checkSize(argument: string, value: unknown): void {
  let level = [value];
  for (let depth = 0, count = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) throw new AtlasError(graphqlErrors.TOO_DEEP, { argument, max: MAX_DEPTH });
    const nextLevel: unknown[] = [];
    for (const each of level) {
      if (typeof each !== "object" || each === null) continue;
      const values = Object.values(each);
      count += Array.isArray(each) ? values.length : Math.max(VALUES_OF_OBJECT, values.length);
      if (count > MAX_VALUES) throw new AtlasError(graphqlErrors.VALUES_TOO_MANY, { argument, max: MAX_VALUES });
      for (const nested of values) nextLevel.push(nested);
    }
    level = nextLevel;
  }
}

function fromAddress(url: string): Record<string, unknown> {
  const parameters = new URLSearchParams(url.slice(pathOf(url).length));
  const singleParameter = (argument: string): string | undefined => {
    const [value, ...others] = parameters.getAll(argument);
    if (others.length > 0) throw new AtlasError(commonErrors.PARAMETER_REPEATED, { argument });
    return value;
  };
  return {
    query: singleParameter("query"),
    operationName: singleParameter("operationName") || undefined,
    variables: fromJson("variables", singleParameter("variables")),
    extensions: fromJson("extensions", singleParameter("extensions")),
  };
}

function fromJson(argument: string, json: string | undefined): unknown {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    throw new AtlasError(graphqlErrors.OBJECT_NEEDED, { argument });
  }
}

function text(argument: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw new AtlasError(graphqlErrors.TEXT_NEEDED, { argument });
  return value;
}

function readObject(argument: "body", value: unknown): Record<string, unknown>;
function readObject(argument: string, value: unknown): Record<string, unknown> | undefined;
function readObject(argument: string, value: unknown): Record<string, unknown> | undefined {
  if ((value === undefined || value === null) && argument !== "body") return undefined;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new AtlasError(graphqlErrors.OBJECT_NEEDED, { argument });
  return value as Record<string, unknown>;
}
