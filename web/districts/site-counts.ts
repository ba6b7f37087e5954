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
  least: number;
  most: number;
}

/** The kinds that the district has or may have. */
export function countRanges(recorded: readonly KindCount[], possible: readonly KindCount[]): CountRange[] {
  return recorded
    .map(({ kind, count }) => ({
      kind,
      least: count,
      most: count + (possible.find((more) => more.kind === kind)?.count ?? 0),
    }))
    .filter(({ most }) => most > 0);
}

/** "4", or "4–7" where it is not known. */
export const rangeText = ({ least, most }: Omit<CountRange, "kind">, language: Language): string =>
  least === most
    ? formatCount(least, language)
    : numberRange(formatCount(least, language), formatCount(most, language), language);
