import type { Language } from "../../server/contract/language.ts";
import { namedPeriodText } from "../../server/contract/period-words.ts";

/** A day or moment (ISO 8601, UTC) as people write it: "25 Nov 2026", "25 Nov 2026, 15:31 UTC". */
export function formatMoment(asOf: string, language: Language): string {
  const [day = "", time] = asOf.split("T");
  const date = namedPeriodText(day, language);
  const minutes = time?.slice(0, 5);
  if (!minutes) return date;
  return language === "zh" ? `${date} ${minutes}（UTC）` : `${date}, ${minutes} UTC`;
}
