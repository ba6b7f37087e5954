import type { DocumentInput } from "@urql/core";
import { useCallback, useState } from "react";
import { type AnyVariables, type CombinedError, useQuery } from "urql";

/** What the API has answered to a query, and a way to send it again. */
export interface Answer<Data> {
  data: Data | undefined;
  error: CombinedError | undefined;
  isFetching: boolean;
  retry: () => void;
}

interface AnswerOptions {
  /** Keeps the last data until the next arrives; otherwise there is none while a query with other variables runs. */
  keepLast?: boolean;
  /** Sends no request; there is no data. */
  isPaused?: boolean;
}

export function useAnswer<Data, Variables extends AnyVariables>(
  query: DocumentInput<Data, Variables>,
  variables: Variables,
  { keepLast = false, isPaused = false }: AnswerOptions = {},
): Answer<Data> {
  const [state, execute] = useQuery<Data, AnyVariables>({ query, variables, pause: isPaused });
  const { error, fetching } = state;
  // A refused query has null as its data, and keeps it while the next one runs.
  const current = state.data ?? undefined;
  const [last, setLast] = useState(current);
  if (keepLast && current !== undefined && current !== last) setLast(current);
  const retry = useCallback(() => execute({ requestPolicy: "network-only" }), [execute]);
  const data = keepLast ? (current ?? last) : fetching ? undefined : current;
  return { data: isPaused ? undefined : data, error: isPaused ? undefined : error, isFetching: fetching, retry };
}
