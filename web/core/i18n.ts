import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../../server/contract/language.ts";
import { languageTags } from "./language.tsx";
import { en } from "./words/en.ts";
import { type Dictionary, zh } from "./words/zh.ts";

/** The keys of all words: those of every view, and those that a view brings along (see addWords). */
export interface PageWords extends Dictionary {}

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: PageWords };
    returnNull: false;
  }
}

/** Both dictionaries come with the page, so that the switch is at once and works offline. */
export function startLanguage(language: Language) {
  document.documentElement.lang = languageTags[language];
  return i18next.use(initReactI18next).init({
    resources: { zh: { translation: zh }, en: { translation: en } },
    lng: language,
    // A missing key does not compile, so there is nothing to fall back to.
    fallbackLng: false,
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
  });
}

export function setLanguage(language: Language) {
  document.documentElement.lang = languageTags[language];
  return i18next.language === language ? Promise.resolve() : i18next.changeLanguage(language);
}

/** Adds the words that one view brings along, in both languages. */
export function addWords(words: Record<Language, object>): void {
  const add = () => {
    for (const [language, tree] of Object.entries(words)) i18next.addResourceBundle(language, "translation", tree, true);
  };
  if (i18next.isInitialized) add();
  else i18next.on("initialized", add);
}
