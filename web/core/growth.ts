import type { Qualifier } from "./graphql.ts";

/** A figure of one year, as far as growth needs it. */
export interface Yearly {
  year: number;
  value: number;
  valueMax: number | null;
  qualifier: Qualifier;
}

/** Why there is no growth: the API's words for it. */
export type NotGrown = "NO_FIGURE" | "NO_BASE" | "ZERO_BASE" | "BOUNDS_ONLY" | "NOT_FOR_RATES";

/** Growth in percent between two bounds; the same twice where it is a number, null where there is no bound on that side. */
export interface Grown {
  least: number | null;
  most: number | null;
  /** One of the figures is about, or nearly, what it says. */
  approximate: boolean;
}

export type Growth = Grown | { why: NotGrown };

export const isGrown = (growth: Growth): growth is Grown => !("why" in growth);

/** From one figure to the other, `years` apart, per year: (later / earlier)^(1 / years) − 1. Bounds give bounds. */
export function growthBetween(earlier: Yearly, later: Yearly, years = 1): Growth {
  const [base, end] = [boundsOf(earlier), boundsOf(later)];
  if (base.most !== null && base.most <= 0) return { why: "ZERO_BASE" };
  if (base.least !== null && base.least <= 0 && base.most === base.least) return { why: "ZERO_BASE" };
  const perYear = (part: number, of: number) => 100 * (Math.max(0, part / of) ** (1 / years) - 1);
  const least = end.least === null || base.most === null ? null : perYear(end.least, base.most);
  const most = end.most === null || base.least === null || base.least <= 0 ? null : perYear(end.most, base.least);
  if (least === null && most === null) return { why: "BOUNDS_ONLY" };
  return { least, most, approximate: [earlier, later].some(({ qualifier }) => qualifier === "ABOUT" || qualifier === "NEARLY") };
}

/** Against the year before; there must be one. */
export function yearOnYear(years: readonly Yearly[], year: number): Growth {
  const [before, now] = [year - 1, year].map((each) => years.find((figure) => figure.year === each));
  if (!now) return { why: "NO_FIGURE" };
  return before ? growthBetween(before, now) : { why: "NO_BASE" };
}

/** From the first year to the last, with the span that it is taken over. */
export function averageGrowth(years: readonly Yearly[]): { from: number; to: number; growth: Growth } {
  const sorted = [...years].sort((one, other) => one.year - other.year);
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  if (!first || !last || first === last) return { from: 0, to: 0, growth: { why: "NO_FIGURE" } };
  return { from: first.year, to: last.year, growth: growthBetween(first, last, last.year - first.year) };
}

function boundsOf({ value, valueMax, qualifier }: Yearly): { least: number | null; most: number | null } {
  switch (qualifier) {
    case "AT_LEAST":
    case "MORE_THAN":
      return { least: value, most: null };
    case "AT_MOST":
    case "LESS_THAN":
      return { least: null, most: value };
    case "RANGE":
      return { least: value, most: valueMax ?? value };
    default:
      return { least: value, most: value };
  }
}
