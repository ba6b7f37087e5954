// The measures of a comparison and their text form in an address: gdp, gdp:PER_KM2, gdp:AVERAGE_GROWTH:2018, sites, sites.EXPORT_BASE:PER_HEAD.
import { Fault } from "./faults.ts";
import { type SiteKind, siteKinds } from "./kinds.ts";
import type { Language } from "./language.ts";

/** The formulas that can be applied to a figure; server/compare/formulas.ts describes them. */
export const formulaNames = [
  ...(["VALUE", "PER_KM2", "PER_HEAD", "PER_WORKER", "SHARE_OF_CITY"] as const),
  ...(["YEAR_ON_YEAR", "AVERAGE_GROWTH", "LOCATION_QUOTIENT"] as const),
] as const;
export type FormulaName = (typeof formulaNames)[number];

/** What formulas are called where sites are counted: they are few, so they are given per 100 km² and per 100,000 people. */
export const siteCountFormulas: { [Name in FormulaName]?: { nameZh: string; nameEn: string } } = {
  PER_KM2: { nameZh: "每百平方公里", nameEn: "Per 100 km²" },
  PER_HEAD: { nameZh: "每10万人，按最近一次人口普查", nameEn: "Per 100,000 people of the latest census" },
};

/** A measure's full name: "GDP, per km²", "地区生产总值（每平方公里）"; in Chinese an amount per head is named before what it is of. */
export function withFormula(base: string, formula: { nameZh: string; nameEn: string }, language: Language): string {
  if (language === "en") return `${base}, ${formula.nameEn.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}`;
  const [, before, how] = /^(人均)（(.*)）$/.exec(formula.nameZh) ?? [];
  return before ? `${before}${base}（${how}）` : `${base}（${formula.nameZh}）`;
}

/** An indicator, or the number of sites (of a kind), with a formula. */
export interface Measure {
  /** Slug of the indicator; null counts sites. */
  indicator: string | null;
  /** If sites are counted: their kind; null counts all sites. */
  kind: SiteKind | null;
  formula: FormulaName;
  /** First year of an average growth. */
  fromYear?: number | null;
}

/** Maximum number of measures in a comparison. */
export const MAX_MEASURES = 8;

/** With fewer common measures no subject counts as similar. */
export const MIN_COMMON_MEASURES = 5;

const EXAMPLES = "gdp, gdp:PER_KM2, gdp:AVERAGE_GROWTH:2018, sites, sites.EXPORT_BASE:PER_HEAD";

/** Reads the text form. Only the database can check whether the indicator exists. */
export function parseMeasure(text: string): Measure | Fault {
  const [counted = "", name = "VALUE", year, ...extraParts] = text.split(":");
  const formula = formulaNames.find((each) => each === name);
  if (!formula) return new Fault("VALUE_UNKNOWN", { value: name, allowed: formulaNames.join(", ") });
  if (extraParts.length > 0 || (year !== undefined && !/^\d{4}$/.test(year)))
    return new Fault("VALUE_UNKNOWN", { value: text, allowed: EXAMPLES });
  const fromYear = year === undefined ? null : Number(year);
  if (counted === "sites") return { indicator: null, kind: null, formula, fromYear };
  const [, kindName] = /^sites\.(.*)$/.exec(counted) ?? [];
  const kind = siteKinds.find((each) => each === kindName) ?? null;
  if (kindName !== undefined && !kind) return new Fault("VALUE_UNKNOWN", { value: kindName, allowed: siteKinds.join(", ") });
  return { indicator: kind ? null : counted, kind, formula, fromYear };
}

/** The text form of a measure. */
export function writeMeasure({
  indicator,
  kind,
  formula,
  fromYear,
}: Partial<Omit<Measure, "kind">> & { kind?: string | null }): string {
  const counted = indicator ?? (kind ? `sites.${kind}` : "sites");
  const key = formula === "VALUE" ? counted : `${counted}:${formula}`;
  return typeof fromYear === "number" ? `${key}:${fromYear}` : key;
}

/** The sets of subjects that can be compared, and their names in an address. Sets are never mixed. */
export const subjectSets = { DISTRICT: "districts", FUNCTIONAL_AREA: "areas", SITE: "sites" } as const;
export type SetName = keyof typeof subjectSets;

export const readSubjectSet = (address: string | null): SetName | null =>
  (Object.keys(subjectSets) as SetName[]).find((set) => subjectSets[set] === address) ?? null;
