// The codes in the columns of workbooks, and the words that are shown for them.
import { formulas } from "../compare/formulas.ts";
import type { EnumWords } from "../contract/enum-words.ts";
import { enumWordsEn } from "../contract/enum-words-en.ts";
import { enumWordsZh } from "../contract/enum-words-zh.ts";
import type { Language } from "../contract/language.ts";
import { inLanguage } from "../contract/language.ts";
import { notComputable } from "../contract/not-computable.ts";
import type { Property } from "../cql2/properties.ts";
import { words } from "./words.ts";
import type { Code } from "./worksheet.ts";

type Table = Readonly<Record<string, string>>;
type CodeWords = Readonly<Record<string, Code>>;

const enumWords: Record<Language, EnumWords> = { zh: enumWordsZh, en: enumWordsEn };

/** The words of an enum's values. In a separate column a qualifier also has words for exact numbers and for ranges. */
const wordsOf = (listName: keyof EnumWords, language: Language): Table =>
  listName === "qualifier"
    ? { ...enumWords[language].qualifier, EXACT: words.exact[language], RANGE: words.range[language] }
    : enumWords[language][listName];

/** The columns of figures, sources and comparisons that hold codes. */
const tables: Partial<Record<keyof typeof words, (language: Language) => Table>> = {
  periodKind: (language) => wordsOf("periodKind", language),
  qualifier: (language) => wordsOf("qualifier", language),
  medianQualifier: (language) => wordsOf("qualifier", language),
  status: (language) => wordsOf("figureStatus", language),
  confidence: (language) => wordsOf("confidence", language),
  areaConfidence: (language) => wordsOf("confidence", language),
  access: (language) => wordsOf("access", language),
  siteKind: (language) => wordsOf("kind", language),
  set: (language) => ({ ...wordsOf("subjectKind", language), SITE: words.sites[language] }),
  formula: (language) =>
    Object.fromEntries(
      Object.entries(formulas).map(([name, formula]) => [name, formula[language === "zh" ? "nameZh" : "nameEn"]]),
    ),
  notComputable: (language) => inLanguage(notComputable, language),
};

const codesOf = (table: Table): CodeWords => Object.fromEntries(Object.entries(table).map(([code, word]) => [code, { word }]));

/** The codes of a column that has its heading in `words`. */
export function codesOfColumn(column: keyof typeof words, language: Language): { codes?: CodeWords } {
  const table = tables[column]?.(language);
  return table ? { codes: codesOf(table) } : {};
}

/** The codes of a property, with what they mean. */
export function codesOfProperty({ words: listName, meanings }: Property, language: Language): { codes?: CodeWords } {
  if (!listName) return {};
  const codes = Object.entries(wordsOf(listName, language)).map(([code, word]) => [
    code,
    { word, meaning: meaningIn(language, meanings?.[code]?.description) },
  ]);
  return { codes: Object.fromEntries(codes) };
}

/** The half of a description that is in the language, where it starts with the Chinese one: "设计. Industrial, fashion and engineering design." */
function meaningIn(language: Language, description = ""): string | undefined {
  const { chinese = "", english = "" } = /^(?<chinese>\p{Script=Han}[^.]*)(?:\. (?<english>.*))?$/su.exec(description)
    ?.groups ?? {
    english: description,
  };
  return (language === "zh" ? chinese : english) || undefined;
}

/** A property that is shown by name in place of a slug. */
export const withNames = (property: Property, language: Language): Property =>
  property.names ? { ...property, sql: property.names[language] } : property;
