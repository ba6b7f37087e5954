import type { Language } from "../../server/contract/language.ts";
import { addWords } from "../core/i18n.ts";
import { enAreaCard } from "./area-words-en.ts";
import { type AreaCardWords, zhAreaCard } from "./area-words-zh.ts";

declare module "../core/i18n.ts" {
  interface PageWords extends AreaCardWords {}
}

/** They come with the first area: the first paint is sooner without. */
export const areaCardWords: Record<Language, AreaCardWords> = { zh: zhAreaCard, en: enAreaCard };

addWords(areaCardWords);
