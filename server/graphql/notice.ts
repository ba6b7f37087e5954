import type { AtlasError } from "../core/errors.ts";
import { builder } from "./builder.ts";

/** Something that was taken otherwise than it was given. Wrapped, since GraphQL takes a bare error for a failure. */
export interface NoticeSource {
  reason: AtlasError;
}

export const Notice = builder.objectRef<NoticeSource>("Notice");
Notice.implement({
  description: "Something that was taken otherwise than it was given; the question is answered all the same.",
  fields: (t) => ({
    code: t.string({ description: "What kind of notice, e.g. POLYGON_REPAIRED.", resolve: ({ reason }) => reason.code }),
    message: t.string({
      description: "What was done, in the language of Accept-Language.",
      resolve: ({ reason }, _args, { language }) => reason.textIn(language),
    }),
  }),
});
