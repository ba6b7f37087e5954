import { INDICATORS } from "../../server/contract/city.ts";
import { siteKinds } from "../../server/contract/kinds.ts";
import type { SiteKind } from "../core/graphql.ts";

/** How a figure is put in proportion; the API's formulas. */
export const formulas = [
  ...(["VALUE", "PER_KM2", "PER_HEAD", "PER_WORKER", "SHARE_OF_CITY"] as const),
  ...(["YEAR_ON_YEAR", "AVERAGE_GROWTH", "LOCATION_QUOTIENT"] as const),
] as const;
export type Formula = (typeof formulas)[number];

/** What is compared: an indicator, or the number of sites (of a kind), as it stands or put in proportion. */
export interface Measure {
  /** Slug of the indicator; null counts sites. */
  indicator: string | null;
  /** Only where sites are counted: of this kind; null counts all. */
  kind: SiteKind | null;
  formula: Formula;
}

/** Reads `gdp`, `gdp:PER_KM2`, `sites`, `sites.EXPORT_BASE:PER_HEAD`; null for anything else. */
export function readMeasure(text: string | null | undefined): Measure | null {
  const [base = "", name = "VALUE", ...rest] = text?.split(":") ?? [];
  const formula = formulas.find((candidate) => candidate === name);
  if (!formula || rest.length > 0) return null;
  if (base === "sites") return { indicator: null, kind: null, formula };
  const kind = siteKinds.find((candidate) => base === `sites.${candidate}`);
  if (kind) return { indicator: null, kind, formula };
  return /^[a-z0-9][a-z0-9-]{0,79}$/.test(base) ? { indicator: base, kind: null, formula } : null;
}

export function writeMeasure({ indicator, kind, formula }: Measure): string {
  const base = indicator ?? (kind ? `sites.${kind}` : "sites");
  return formula === "VALUE" ? base : `${base}:${formula}`;
}

const growth: readonly Formula[] = ["YEAR_ON_YEAR", "AVERAGE_GROWTH"];

/** The formulas that make sense of a count of sites, an amount or a rate; employees are known of sites only. */
export function formulasFor({ indicator, kind }: Pick<Measure, "indicator" | "kind">, isRate: boolean): readonly Formula[] {
  if (isRate) return ["VALUE"];
  return formulas.filter((formula) => {
    if (formula === "PER_WORKER") return false;
    // People by people is one, and so is GDP by GDP.
    if (formula === "PER_HEAD" && indicator?.startsWith("population")) return false;
    if (formula === "LOCATION_QUOTIENT" && indicator === INDICATORS.gdp) return false;
    if (indicator !== null) return true;
    // Sites are counted as they are today; all of them are specialised in nothing.
    return !growth.includes(formula) && (formula !== "LOCATION_QUOTIENT" || kind !== null);
  });
}

/** The measure as the API takes it. */
export function measureInput({ indicator, kind, formula }: Measure) {
  return { indicator: indicator ?? undefined, kind: kind ?? undefined, formula };
}

/** A period that comes back every year, as an address names it: 2024, 2024-H1, 2024-Q3, 2024-05. */
export function readSlot(text: string | null | undefined): string | null {
  return text && /^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/.test(text) ? text : null;
}

/** How values are put into classes on the map: by which method, into how many. */
export interface Classing {
  method: "quantile" | "equal" | "natural";
  count: number;
}

export const usualClassing: Classing = { method: "quantile", count: 5 };

/** The map without figures, as the address holds it. */
export const noFigures = { colour: null, size: null, period: null, classing: null, multiples: false } as const;

/** What the map of figures begins with: where the atlas's own places are dense. They have no year, and every district has some or none. */
export const firstFigures = {
  colour: { indicator: null, kind: null, formula: "PER_KM2" },
  groups: null,
  cover: null,
} as const;

/** Reads `natural:4`: 3 to 7 classes; null for anything else. */
export function readClassing(text: string | null): Classing | null {
  const [name, many] = text?.split(":") ?? [];
  const method = (["quantile", "equal", "natural"] as const).find((candidate) => candidate === name);
  return method && many && /^[3-7]$/.test(many) ? { method, count: Number(many) } : null;
}

export const writeClassing = (classing: Classing | null): string | null => classing && `${classing.method}:${classing.count}`;

/** A moment whose knowledge is requested: a day of the calendar, or a day and time in UTC; null for anything else. */
export function readAsOf(text: string | null): string | null {
  const day = /^([1-9]\d{3}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/.exec(text ?? "")?.[1];
  if (!text || !day || Number.isNaN(Date.parse(text))) return null;
  // 30 February is taken for 2 March by the browser, and for none by the server.
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? text : null;
}
