import type { MeasureTableFormat } from "../../server/contract/downloads.ts";
import type { Language } from "../../server/contract/language.ts";
import { subjectSets, writeMeasure } from "../../server/contract/measures.ts";
import { LATEST_PER_SUBJECT } from "../../server/contract/period.ts";
import type { Address } from "../address/address.ts";
import { filterQuery } from "../address/filter.ts";
import type { Measure } from "../address/measure.ts";

/** The comparison as a file, requested with the parameters of the page's own address; only the picked rows where some are. */
export function downloadAddress(
  format: MeasureTableFormat,
  { areaSet, period, asOf, picks, filter }: Pick<Address, "areaSet" | "period" | "asOf" | "picks" | "filter">,
  measures: readonly Measure[],
  language: Language,
): string {
  const parts = [
    `set=${subjectSets[areaSet]}`,
    `measures=${measures.map(writeMeasure).join(",")}`,
    `period=${period ?? LATEST_PER_SUBJECT}`,
    picks.length > 0 && `picks=${picks.join(",")}`,
    asOf && `asof=${asOf}`,
    filterQuery(filter),
    `lang=${language}`,
  ];
  return `/download/compare.${format}?${parts.filter(Boolean).join("&")}`;
}
