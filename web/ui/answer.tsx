import type { ReactNode } from "react";
import type { Answer as AnswerState } from "../core/answer.ts";
import { Failure, Waiting } from "./states.tsx";

interface AnswerProps<Data> {
  of: AnswerState<Data>;
  /** As many grey lines as the content has, about. */
  lines: number;
  children: (data: Data) => ReactNode;
}

/** What an answer says; before it grey lines, and in its place what went wrong with a way to try again. */
export function Answer<Data>({ of: { data, error, retry }, lines, children }: AnswerProps<Data>) {
  if (error) return <Failure error={error} onRetry={retry} />;
  if (data === undefined) return <Waiting lines={lines} />;
  return children(data);
}
