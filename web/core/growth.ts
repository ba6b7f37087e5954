import type { graphql, Qualifier } from "./graphql.ts";

/** A figure of one year, as far as growth needs it. */
export interface Yearly {
  year: number;
  value: number;
  valueMax: number | null;
  qualifier: Qualifier;
}

export type NotComputable = ReturnType<typeof graphql.scalar<"NotComputable">>;

/** Growth in percent with what can be said of it, as the API gives it; or why there is none. */
export interface Growth {
  value: number | null;
  valueMax: number | null;
  qualifier: Qualifier | null;
  notComputable: NotComputable | null;
}

const none = (notComputable: NotComputable): Growth => ({ value: null, valueMax: null, qualifier: null, notComputable });

/** From one figure to the other, `years` apart, per year: (later / earlier)^(1 / years) − 1. Bounds give bounds. */
export function growthBetween(earlier: Yearly, later: Yearly, years: number): Growth {
  const [base, end] = [boundsOf(earlier), boundsOf(later)];
  if (base.most <= 0) return none("ZERO_BASE");
  const perYear = (part: number, of: number) => 100 * (Math.max(0, part / of) ** (1 / years) - 1);
  const least =
    end.least === Number.NEGATIVE_INFINITY || base.most === Number.POSITIVE_INFINITY ? null : perYear(end.least, base.most);
  const most = end.most === Number.POSITIVE_INFINITY || base.least <= 0 ? null : perYear(end.most, base.least);
  if (least === null && most === null) return none("BOUNDS_ONLY");
  if (least === null) return { value: most, valueMax: null, qualifier: "AT_MOST", notComputable: null };
  if (most === null) return { value: least, valueMax: null, qualifier: "AT_LEAST", notComputable: null };
  if (least !== most) return { value: least, valueMax: most, qualifier: "RANGE", notComputable: null };
  const isRough = [earlier, later].some(({ qualifier }) => qualifier === "ABOUT" || qualifier === "NEARLY");
  return { value: least, valueMax: null, qualifier: isRough ? "ABOUT" : "EXACT", notComputable: null };
}

/** From the first year to the last, with the span that it is taken over; the years may come in any order. */
export function averageGrowth(years: readonly Yearly[]): { from: number; to: number; growth: Growth } {
  const sorted = [...years].sort((one, other) => one.year - other.year);
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  if (!first || !last || first === last) return { from: 0, to: 0, growth: none("NO_FIGURE") };
  return { from: first.year, to: last.year, growth: growthBetween(first, last, last.year - first.year) };
}

function boundsOf({ value, valueMax, qualifier }: Yearly): { least: number; most: number } {
  switch (qualifier) {
    case "AT_LEAST":
    case "MORE_THAN":
      return { least: value, most: Number.POSITIVE_INFINITY };
    case "AT_MOST":
    case "LESS_THAN":
      return { least: Number.NEGATIVE_INFINITY, most: value };
    case "RANGE":
      return { least: value, most: valueMax ?? value };
    default:
      return { least: value, most: value };
  }
}
