import type { Language } from "../../server/contract/language.ts";
import type { SiteKind } from "../core/graphql.ts";
import { nameOf } from "../core/language.tsx";
import { en } from "../core/words/en.ts";
import { zh } from "../core/words/zh.ts";

interface Names {
  nameZh: string;
  nameEn: string;
}

interface Named {
  /** Null where sites are counted. */
  indicator: Names | null;
  kind: SiteKind | null;
  formula: string;
}

/** What is measured, without how it is put in proportion. */
export function baseName({ indicator, kind }: Pick<Named, "indicator" | "kind">, language: Language): string {
  const words = language === "zh" ? zh : en;
  if (indicator) return nameOf(language, indicator);
  return kind ? words.kind[kind] : words.districtsPage.sites;
}

/** A measure's full name: "GDP, per km²". The formulas' names are the API's. */
export function columnName(column: Named, formulas: readonly (Names & { formula: string })[], language: Language): string {
  const base = baseName(column, language);
  const formula = formulas.find((each) => each.formula === column.formula);
  if (column.formula === "VALUE" || !formula) return base;
  return language === "zh"
    ? `${base}（${formula.nameZh}）`
    : `${base}, ${formula.nameEn.charAt(0).toLowerCase()}${formula.nameEn.slice(1)}`;
}
