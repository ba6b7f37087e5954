import type { Language } from "../../server/contract/language.ts";
import { addWords } from "../core/i18n.ts";
import { enDistrictWords } from "./words-en.ts";
import { type DistrictWords, zhDistrictWords } from "./words-zh.ts";

declare module "../core/i18n.ts" {
  interface PageWords extends DistrictWords {}
}

/** The words that come with the page Districts: the first paint is sooner without. */
export const districtWords: Record<Language, DistrictWords> = { zh: zhDistrictWords, en: enDistrictWords };

addWords(districtWords);
