import type { TFunction } from "i18next";
import type { Language } from "../../server/contract/language.ts";
import type { Filter } from "../../server/contract/site-filter.ts";

/** The filter in a line, for paper: its kinds, then its other conditions. */
export function filterWords({ kinds }: Filter, conditions: readonly string[], t: TFunction, language: Language): string {
  const kindNames = kinds.map((kind) => t(`kind.${kind}`)).join(language === "zh" ? "、" : ", ");
  const parts = [kindNames, ...conditions].filter(Boolean);
  return parts.length > 0 ? parts.join(language === "zh" ? "；" : "; ") : t("table.all");
}
