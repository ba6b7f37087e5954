import "./words.ts";
import type { TFunction } from "i18next";
import type { Language } from "../../server/contract/language.ts";
import type { Cluster } from "./clusters-query.ts";
import { roundRatio } from "./facts.ts";

/** The facts of a cluster in a row: "3 of 5 national logistics hubs; 2 of 7 export bases; 2.1 times the median site density." Kinds with none are left out. */
export function clusterSentence({ facts }: Pick<Cluster, "facts">, t: TFunction, language: Language): string {
  const rangeText = (low: number, high: number) =>
    low === high ? String(low) : t("districtWords.fact.between", { low: String(low), high: String(high) });
  const clauses = facts.flatMap(({ factKind, kind, numerator, numeratorMax, denominator, ratio, ratioMax }) => {
    const counts = { value: rangeText(numerator, numeratorMax), all: denominator };
    if (factKind === "NATIONAL_HUBS" && numeratorMax > 0) return t("districtWords.fact.nationalHubs", counts);
    if (factKind === "SITES_OF_KIND" && kind && numeratorMax > 0)
      return t("districtWords.fact.ofKind", { ...counts, kind: t(`kind.${kind}`) });
    if (factKind === "DENSITY_TO_MEDIAN" && ratio !== null && ratioMax !== null)
      return t("districtWords.fact.density", { times: rangeText(roundRatio(ratio), roundRatio(ratioMax)) });
    return [];
  });
  return clauses.length > 0 ? clauses.join(language === "zh" ? "；" : "; ") + (language === "zh" ? "。" : ".") : "";
}
