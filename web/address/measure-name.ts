import type { Language } from "../../server/contract/language.ts";
import { type FormulaName, siteCountFormulas, withFormula } from "../../server/contract/measures.ts";
import type { SiteKind } from "../core/graphql.ts";
import { nameOf } from "../core/language.tsx";
import { en } from "../core/words/en.ts";
import { zh } from "../core/words/zh.ts";

interface BilingualName {
  nameZh: string;
  nameEn: string;
}

interface NamedMeasure {
  /** Null where sites are counted. */
  indicator: BilingualName | null;
  kind: SiteKind | null;
  formula: FormulaName;
}

/** What is measured, without how it is put in proportion. */
export function baseName({ indicator, kind }: Pick<NamedMeasure, "indicator" | "kind">, language: Language): string {
  const words = language === "zh" ? zh : en;
  if (indicator) return nameOf(language, indicator);
  return kind ? words.kind[kind] : words.districtsPage.sites;
}

/** A measure's full name: "GDP, per km²". The formulas' names are the API's. */
export function measureName(
  column: NamedMeasure,
  formulas: readonly (BilingualName & { formula: string })[],
  language: Language,
): string {
  const base = baseName(column, language);
  if (column.formula === "VALUE") return base;
  const formula = formulaOf(column.formula, !column.indicator, formulas);
  return formula ? withFormula(base, formula, language) : base;
}

/** What a formula is called for figures, or for counts of sites; empty until the names are there. */
export function formulaName(
  formula: FormulaName,
  countsSites: boolean,
  formulas: readonly (BilingualName & { formula: string })[],
  language: Language,
): string {
  const names = formulaOf(formula, countsSites, formulas);
  return names ? nameOf(language, names) : "";
}

const formulaOf = (
  formula: FormulaName,
  countsSites: boolean,
  formulas: readonly (BilingualName & { formula: string })[],
): BilingualName | undefined => (countsSites && siteCountFormulas[formula]) || formulas.find((each) => each.formula === formula);
