import type { Language } from "../core/address.ts";
import { formatDistance } from "../core/format.ts";
import type { Cover } from "../core/spatial.ts";

/** Distance and kind as they stand within a sentence; `kind` is the kind's name. */
export function coverWords({ km }: Cover, language: Language, kind: string) {
  return { distance: formatDistance(km, language), kind: language === "en" ? kind.toLowerCase() : kind };
}
