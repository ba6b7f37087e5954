import type { Language } from "../../server/contract/language.ts";
import { textIn } from "../core/language.tsx";
import type { ComparedSite } from "./comparison-query.ts";

type ApprovedSite = Pick<ComparedSite, "historyZh" | "historyEn" | "basisZh" | "basisEn">;

/**
 * How a site was approved and built, and on what document, unless the first says all of the second. The Chinese texts tell: each
 * word has one form there.
 */
export function approvalOf(site: ApprovedSite, language: Language): { text: string; basis: string } {
  const [history, basis] = [textIn(language, site, "history") ?? "", textIn(language, site, "basis") ?? ""];
  if (!history) return { text: basis, basis: "" };
  const isRepeated = site.basisZh !== null && [...site.basisZh].every((character) => site.historyZh?.includes(character));
  return { text: history, basis: isRepeated ? "" : basis };
}
