import type { AtlasError } from "../core/errors.ts";
import { builder } from "./builder.ts";

/** The reason for a notice. Wrapped, because GraphQL treats a returned error as a failure. */
export interface NoticeSource {
  reason: AtlasError;
}

export const Notice = builder.objectRef<NoticeSource>("Notice");
Notice.implement({
  description: "An input that was changed before use. The query still succeeds.",
  fields: (t) => ({
    code: t.string({ description: "What kind of notice, e.g. POLYGON_REPAIRED.", resolve: ({ reason }) => reason.code }),
    message: t.string({
      description: "What was done, in the language of Accept-Language.",
      resolve: ({ reason }, _args, { language }) => reason.textIn(language),
    }),
  }),
});
