// What is compared, and how an address names it: gdp, gdp:PER_KM2, gdp:AVERAGE_GROWTH:2018, sites, sites.EXPORT_BASE:PER_HEAD.
import { Fault } from "./faults.ts";
import { type SiteKind, siteKinds } from "./kinds.ts";

/** How a figure is put in proportion. Their words stand in server/compare/formulas.ts. */
export const formulaNames = [
  ...(["VALUE", "PER_KM2", "PER_HEAD", "PER_WORKER", "SHARE_OF_CITY"] as const),
  ...(["YEAR_ON_YEAR", "AVERAGE_GROWTH", "LOCATION_QUOTIENT"] as const),
] as const;
export type FormulaName = (typeof formulaNames)[number];

/** An indicator, or the number of sites (of a kind), as it stands or put in proportion. */
export interface Measure {
  /** Slug of the indicator; null counts sites. */
  indicator: string | null;
  /** Only where sites are counted: of this kind; null counts all. */
  kind: SiteKind | null;
  formula: FormulaName;
  /** Where an average growth starts. */
  fromYear?: number | null;
}

/** As many can be compared at once. */
export const MAX_MEASURES = 8;

const EXAMPLES = "gdp, gdp:PER_KM2, gdp:AVERAGE_GROWTH:2018, sites, sites.EXPORT_BASE:PER_HEAD";

/** Reads the text form. Whether there is such an indicator, only the database can say. */
export function parseMeasure(text: string): Measure | Fault {
  const [base = "", name = "VALUE", year, ...more] = text.split(":");
  const formula = formulaNames.find((each) => each === name);
  if (!formula) return new Fault("VALUE_UNKNOWN", { value: name, allowed: formulaNames.join(", ") });
  if (more.length > 0 || (year !== undefined && !/^\d{4}$/.test(year)))
    return new Fault("VALUE_UNKNOWN", { value: text, allowed: EXAMPLES });
  const fromYear = year === undefined ? null : Number(year);
  if (base === "sites") return { indicator: null, kind: null, formula, fromYear };
  const [, kindName] = /^sites\.(.*)$/.exec(base) ?? [];
  const kind = siteKinds.find((each) => each === kindName) ?? null;
  if (kindName !== undefined && !kind) return new Fault("VALUE_UNKNOWN", { value: kindName, allowed: siteKinds.join(", ") });
  return { indicator: kind ? null : base, kind, formula, fromYear };
}

/** The text form of a measure. */
export function writeMeasure({
  indicator,
  kind,
  formula,
  fromYear,
}: Partial<Omit<Measure, "kind">> & { kind?: string | null }): string {
  const base = indicator ?? (kind ? `sites.${kind}` : "sites");
  const key = formula === "VALUE" ? base : `${base}:${formula}`;
  return typeof fromYear === "number" ? `${key}:${fromYear}` : key;
}

/** Who is compared, and what the address calls them. Sets are never mixed. */
export const subjectSets = { DISTRICT: "districts", FUNCTIONAL_AREA: "areas", SITE: "sites" } as const;
export type SetName = keyof typeof subjectSets;

export const setNamed = (address: string | null): SetName | null =>
  (Object.keys(subjectSets) as SetName[]).find((set) => subjectSets[set] === address) ?? null;
