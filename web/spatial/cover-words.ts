import type { Language } from "../../server/contract/language.ts";
import type { Cover } from "../address/spatial.ts";
import { formatDistance } from "../core/format.ts";

/** Distance and kind in the form for a text; `kind` is the kind's name. */
export const coverWords = ({ km }: Cover, language: Language, kind: string) => ({ distance: formatDistance(km, language), kind });
