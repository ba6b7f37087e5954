import type { Language } from "../../server/contract/language.ts";
import type { Cover } from "../address/spatial.ts";
import { formatDistance } from "../core/format.ts";

/** Distance and kind in the form for a sentence; `kind` is the kind's name. */
export function coverWords({ km }: Cover, language: Language, kind: string) {
  return { distance: formatDistance(km, language), kind: language === "en" ? kind.toLowerCase() : kind };
}
