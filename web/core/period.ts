import type { Language } from "../../server/contract/language.ts";
import { periodText, periodWithNote } from "../../server/contract/period-words.ts";
import type { PeriodKind } from "./graphql.ts";
import { textIn } from "./language.tsx";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

export interface Period {
  periodKind: PeriodKind;
  /** First and last day, ISO 8601; both empty where the source gives no time. */
  periodStart: string | null;
  periodEnd: string | null;
}

/** The period a figure is about, as people write it: "2023年上半年", "H1 2023", "2017年1—5月", "Jan–May 2017". */
export function formatPeriod({ periodKind, periodStart, periodEnd }: Period, language: Language): string {
  if (periodKind === "UNDATED" || !periodEnd) return (language === "zh" ? zh : en).period.undated;
  return periodText(periodKind, periodStart, periodEnd, language);
}

/** The same with the note on it, which may say more than the period itself. */
export const formatNotedPeriod = (
  figure: Period & { periodNoteZh: string | null; periodNoteEn: string | null },
  language: Language,
): string => periodWithNote(formatPeriod(figure, language), textIn(language, figure, "periodNote"), language);
