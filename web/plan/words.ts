import type { Language } from "../../server/contract/language.ts";
import { addWords } from "../core/i18n.ts";
import { enPlan } from "./words-en.ts";
import { type PlanWords, zhPlan } from "./words-zh.ts";

declare module "../core/i18n.ts" {
  interface PageWords extends PlanWords {}
}

/** The words of the plan. They come with its page: no other needs them, and the first paint is sooner without. */
export const planWords: Record<Language, PlanWords> = { zh: zhPlan, en: enPlan };

addWords(planWords);
