import { type NotComputableName, notComputable } from "../contract/not-computable.ts";
import { builder } from "../graphql/builder.ts";

/** Why there is no number, as an enum of the API. */
export const NotComputable = builder.enumType("NotComputable", {
  description: "Why there is no number.",
  values: Object.fromEntries(
    Object.entries(notComputable).map(([name, { zh, en }]) => [name, { description: `${zh}. ${en}.` }]),
  ) as Record<NotComputableName, { description: string }>,
});
