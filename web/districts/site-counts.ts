import type { Language } from "../../server/contract/language.ts";
import { numberRange } from "../../server/contract/quantities.ts";
import { formatCount } from "../core/format.ts";
import type { SiteKind } from "../core/graphql.ts";

interface KindCount {
  kind: SiteKind;
  count: number;
}

/** How many sites of a kind a district has: at least those whose recorded district it is, at most also those that may lie in it. */
export interface CountRange {
  kind: SiteKind;
  min: number;
  max: number;
}

/** The kinds that the district has or may have. */
export function countRanges(certain: readonly KindCount[], possible: readonly KindCount[]): CountRange[] {
  return certain
    .map(({ kind, count }) => ({
      kind,
      min: count,
      max: count + (possible.find((possibleKind) => possibleKind.kind === kind)?.count ?? 0),
    }))
    .filter(({ max }) => max > 0);
}

/** "4", or "4–7" where it is not known. */
export const rangeText = ({ min, max }: Omit<CountRange, "kind">, language: Language): string =>
  min === max ? formatCount(min, language) : numberRange(formatCount(min, language), formatCount(max, language), language);
