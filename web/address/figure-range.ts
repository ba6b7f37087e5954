import type { Language } from "../../server/contract/language.ts";
import { formatNumber, formatQuantity, type Unit } from "../core/format.ts";
import type { FigureRange } from "./filter.ts";

/** The bounds of a range in words: "≥ 1.5 亿元", "50–1,000 firms"; empty where it has none. */
export function formatRange({ atLeast, atMost }: FigureRange, unit: Unit, language: Language): string {
  if (atLeast !== null && atMost !== null) return `${formatNumber(atLeast, language)}–${formatQuantity(atMost, unit, language)}`;
  if (atLeast !== null) return `≥ ${formatQuantity(atLeast, unit, language)}`;
  return atMost === null ? "" : `≤ ${formatQuantity(atMost, unit, language)}`;
}
