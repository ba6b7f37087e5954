// Requests of the query editor to the API.
import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from "graphql";

/** An answer of the API as it came. */
export interface GraphqlResponse {
  status: number;
  text: string;
}

/** The variables that a text holds: a JSON object, or nothing. Undefined where it is something else. */
export function readVariables(text: string): Record<string, unknown> | undefined {
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Sends a query; what comes is laid out in lines. */
export async function sendQuery(
  query: string,
  variables: Record<string, unknown>,
  signal?: AbortSignal,
): Promise<GraphqlResponse> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query, variables }),
    signal: signal ?? null,
  });
  const text = await response.text();
  try {
    return { status: response.status, text: JSON.stringify(JSON.parse(text), null, 2) };
  } catch {
    return { status: response.status, text };
  }
}

export async function loadSchema(): Promise<GraphQLSchema> {
  const { data } = JSON.parse((await sendQuery(getIntrospectionQuery(), {})).text) as { data: IntrospectionQuery };
  return buildClientSchema(data);
}
