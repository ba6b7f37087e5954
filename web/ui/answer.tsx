import type { ReactNode } from "react";
import type { Answer as AnswerState } from "../core/answer.ts";
import { Failure, LoadingLines } from "./states.tsx";

interface AnswerProps<Data> {
  answer: AnswerState<Data>;
  /** Roughly the number of lines of the content. */
  lines: number;
  children: (data: Data) => ReactNode;
}

/** The content of an answer; grey lines while it loads, and the error with a retry button if it fails. */
export function Answer<Data>({ answer: { data, error, retry }, lines, children }: AnswerProps<Data>) {
  if (error) return <Failure error={error} onRetry={retry} />;
  if (data === undefined) return <LoadingLines lines={lines} />;
  return children(data);
}
