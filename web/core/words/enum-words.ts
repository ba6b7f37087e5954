import type { EnumWords } from "../../../server/contract/enum-words.ts";
import type { graphql } from "../graphql.ts";

type Values<Name extends Parameters<typeof graphql.scalar>[0]> = Record<
  Extract<ReturnType<typeof graphql.scalar<Name>>, string>,
  string
>;

/** A word for every value of every enum that the page shows: those of the model (server/contract), and those of the API alone. */
export interface PageEnumWords extends EnumWords {
  /** Completes "preferred: …". */
  preferenceRule: Values<"PreferenceRule">;
  targetState: Values<"TargetState">;
  missingKind: Values<"MissingKind">;
}
