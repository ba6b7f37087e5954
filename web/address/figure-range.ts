import type { FigureRange } from "../../server/contract/filter-parts.ts";
import type { Language } from "../../server/contract/language.ts";
import { quantityRange, quantityText } from "../../server/contract/quantities.ts";
import type { Unit } from "../core/format.ts";

/** The bounds of a range in words: "≥ 1.5 亿元", "50–1,000 firms"; empty where it has none. */
export function formatRange({ atLeast, atMost }: FigureRange, unit: Unit, language: Language): string {
  if (atLeast !== null && atMost !== null) return quantityRange(atLeast, atMost, unit, language);
  if (atLeast !== null) return `≥ ${quantityText(atLeast, unit, language, "floor")}`;
  return atMost === null ? "" : `≤ ${quantityText(atMost, unit, language, "ceil")}`;
}
