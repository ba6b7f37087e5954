import type { Language } from "../../server/contract/language.ts";
import { addWords } from "../core/i18n.ts";
import { enSiteComparison } from "./words-en.ts";
import { type SiteComparisonWords, zhSiteComparison } from "./words-zh.ts";

declare module "../core/i18n.ts" {
  interface PageWords extends SiteComparisonWords {}
}

/**
 * The words of sites side by side. They come with the first picked site: no other view needs them, and the first paint is sooner
 * without.
 */
export const siteComparisonWords: Record<Language, SiteComparisonWords> = { zh: zhSiteComparison, en: enSiteComparison };

addWords(siteComparisonWords);
