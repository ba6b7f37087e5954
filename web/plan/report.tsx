import type { PlanAnswer } from "./plan-query.ts";

export function Report({ answer }: { answer: PlanAnswer }) {
  return <div hidden>{answer.atlas?.version}</div>;
}
