import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../../server/contract/language.ts";

/** The language of the page: chosen, in the address or before, or the browser's. */
export function pageLanguage(chosenLanguage: Language | null, preferred: readonly string[]): Language {
  if (chosenLanguage) return chosenLanguage;
  const first = preferred.find((tag) => /^(zh|en)\b/i.test(tag));
  return first?.toLowerCase().startsWith("en") ? "en" : "zh";
}

export function useLanguage(): Language {
  return useTranslation().i18n.language === "en" ? "en" : "zh";
}

export function otherLanguage(language: Language): Language {
  return language === "zh" ? "en" : "zh";
}

/** For the lang attribute: the script matters to screen readers and to the choice of font. */
export const languageTags: Record<Language, string> = { zh: "zh-Hans", en: "en" };

type Key = string;

/** The text of a pair such as nameZh and nameEn in the page's language; the other one where that is missing. */
export function textIn<Name extends Key>(
  language: Language,
  fields: { [key in `${Name}Zh` | `${Name}En`]?: string | null },
  name: Name,
): string {
  const zh = fields[`${name}Zh`] ?? "";
  const en = fields[`${name}En`] ?? "";
  return language === "zh" ? zh || en : en || zh;
}

export function nameOf(language: Language, fields: { nameZh: string; nameEn: string }): string {
  return language === "zh" ? fields.nameZh : fields.nameEn;
}

/** The half of a text that is in both languages, such as "Starting data / 初始数据"; any other text as it is. */
export function halfIn(language: Language, text: string): string {
  const halves = text.split(" / ");
  const [chinese, other] = [halves.find(hasHan), halves.find((half) => !hasHan(half))];
  if (halves.length !== 2 || !chinese || !other) return text;
  return language === "zh" ? chinese : other;
}

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Text that is in the other language than the page, marked so. */
export function InLanguage({ language, children, className }: { language: Language; children: ReactNode; className?: string }) {
  return (
    <span lang={languageTags[language]} className={className}>
      {children}
    </span>
  );
}
