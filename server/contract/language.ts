/** The two languages of the atlas, everywhere. */
export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

/** A text in both languages. */
export type BilingualText = Record<Language, string>;

/** A text that is made for each language. */
export const inBothLanguages = (textOf: (language: Language) => string): BilingualText => ({
  zh: textOf("zh"),
  en: textOf("en"),
});

/** A table of texts in one language. */
export const inLanguage = <Name extends string>(
  table: Readonly<Record<Name, BilingualText>>,
  language: Language,
): Record<Name, string> =>
  Object.fromEntries(Object.entries<BilingualText>(table).map(([name, words]) => [name, words[language]])) as Record<
    Name,
    string
  >;

/** A text with a detail in the brackets of its language. In Chinese two pairs in a row become one: "人均地区生产总值（按常住人口推算，2021年）". */
export function withBracketedDetail(text: string, detail: string, language: Language): string {
  if (language === "en") return `${text} (${detail})`;
  return text.endsWith("）") ? `${text.slice(0, -1)}，${detail}）` : `${text}（${detail}）`;
}
