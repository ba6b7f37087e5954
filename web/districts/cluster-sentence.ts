import type { TFunction } from "i18next";
import type { Language } from "../../server/contract/language.ts";
import type { Cluster } from "./clusters-query.ts";
import { roundRatio } from "./facts.ts";

/** The facts of a cluster in a row: "3 of 5 national logistics hubs; 2 of 7 export bases; 2.1 times the median site density." Kinds with none are left out. */
export function clusterSentence({ facts }: Pick<Cluster, "facts">, t: TFunction, language: Language): string {
  const clauses = facts.flatMap(({ what, kind, numerator, denominator, ratio }) => {
    const part = { value: numerator, all: denominator };
    if (what === "NATIONAL_HUBS" && numerator > 0) return t("districtsPage.fact.nationalHubs", part);
    if (what === "SITES_OF_KIND" && kind && numerator > 0)
      return t("districtsPage.fact.ofKind", { ...part, kind: t(`kind.${kind}`) });
    if (what === "DENSITY_TO_MEDIAN" && ratio !== null) return t("districtsPage.fact.density", { times: roundRatio(ratio) });
    return [];
  });
  return clauses.length > 0 ? clauses.join(language === "zh" ? "；" : "; ") + (language === "zh" ? "。" : ".") : "";
}
