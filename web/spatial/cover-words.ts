import type { Language } from "../../server/contract/language.ts";
import type { CoverageChoice } from "../address/spatial.ts";
import { formatDistance } from "../core/format.ts";

/** Distance and kind in the form for a text; `kind` is the kind's name. */
export const coverWords = ({ km }: CoverageChoice, language: Language, kind: string) => ({
  distance: formatDistance(km, language),
  kind,
});
