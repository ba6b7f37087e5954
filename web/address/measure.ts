import { INDICATOR_SLUGS } from "../../server/contract/city.ts";
import { Fault, numberFault } from "../../server/contract/faults.ts";
import { type Measure as ContractMeasure, type FormulaName, formulaNames, parseMeasure } from "../../server/contract/measures.ts";
import { type PeriodKind, parsePeriod, YEAR_BOUNDS } from "../../server/contract/period.ts";

/** A measure as the page has it: an average growth starts where most have a figure. */
export type Measure = Omit<ContractMeasure, "fromYear">;

/** Reads `gdp`, `gdp:PER_KM2`, `sites`, `sites.EXPORT_BASE:PER_HEAD`; null for anything else. */
export function readMeasure(text: string | null | undefined): Measure | null {
  const parsed = parseMeasure(text ?? "");
  if (parsed instanceof Fault) return null;
  const { indicator, kind, formula, fromYear } = parsed;
  const isNamed = indicator === null || /^[a-z0-9][a-z0-9-]{0,79}$/.test(indicator);
  return isNamed && fromYear === null ? { indicator, kind, formula } : null;
}

const growthFormulas: readonly FormulaName[] = ["YEAR_ON_YEAR", "AVERAGE_GROWTH"];

/** The formulas that make sense of a count of sites, an amount or a rate; only sites have employees. */
export function formulasFor({ indicator, kind }: Pick<Measure, "indicator" | "kind">, isRate: boolean): readonly FormulaName[] {
  if (isRate) return ["VALUE"];
  return formulaNames.filter((formula) => {
    if (formula === "PER_WORKER") return false;
    // People by people is one, and so is GDP by GDP.
    if (formula === "PER_HEAD" && indicator?.startsWith("population")) return false;
    if (formula === "LOCATION_QUOTIENT" && indicator === INDICATOR_SLUGS.gdp) return false;
    if (indicator !== null) return true;
    // Sites are counted as they are today; all of them are specialised in nothing.
    return !growthFormulas.includes(formula) && (formula !== "LOCATION_QUOTIENT" || kind !== null);
  });
}

/** The measure as the API takes it. */
export function measureInput({ indicator, kind, formula }: Measure) {
  return { indicator: indicator ?? undefined, kind: kind ?? undefined, formula };
}

const RECURRING: readonly PeriodKind[] = ["YEAR", "HALF_YEAR", "QUARTER", "MONTH"];

/** A recurring period as written in addresses: 2024, 2024-H1, 2024-Q3, 2024-05. */
export function readPeriod(text: string | null | undefined): string | null {
  const { kind, end } = parsePeriod(text ?? "") ?? {};
  const year = Number(end?.slice(0, 4));
  return text && kind && RECURRING.includes(kind) && !numberFault(year, YEAR_BOUNDS) ? text : null;
}

/** How values are put into classes on the map: by which method, into how many. */
export interface Classification {
  method: "quantile" | "equal" | "natural";
  count: number;
}

export const defaultClassification: Classification = { method: "quantile", count: 5 };

/** The map without figures, as written in the address. */
export const noFigures = {
  colourMeasure: null,
  sizeIndicator: null,
  period: null,
  classification: null,
  smallMultiples: false,
} as const;

/** The default of the figures map: the density of sites. It needs no year, and every district has a value. */
export const defaultFigures = {
  colourMeasure: { indicator: null, kind: null, formula: "PER_KM2" },
  groups: null,
  coverage: null,
} as const;

/** Reads `natural:4`: 3 to 7 classes; null for anything else. */
export function readClassification(text: string | null): Classification | null {
  const [name, countText] = text?.split(":") ?? [];
  const method = (["quantile", "equal", "natural"] as const).find((candidate) => candidate === name);
  return method && countText && /^[3-7]$/.test(countText) ? { method, count: Number(countText) } : null;
}

export const writeClassification = (classification: Classification | null): string | null =>
  classification && `${classification.method}:${classification.count}`;
