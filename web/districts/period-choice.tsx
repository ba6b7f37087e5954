import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import { countWithYear } from "./common-year.ts";
import type { Comparison } from "./comparison-query.ts";
import styles from "./tools.module.css";

/**
 * The years with values, each with the number of measures that have them: with several picks, of those that all of them have. Without a
 * choice each value is the latest of its own.
 */
export function PeriodChoice({ comparison }: { comparison: Comparison | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { period, picks } = useAddress();
  const years = [...(comparison?.years ?? [])].sort((one, other) => other - one);
  const periods = [...new Set([...(period ? [period] : []), ...years.map(String)])].sort().reverse();
  const countOf = (periodOption: string) =>
    comparison?.columns.filter(({ years: columnYears }) => columnYears.includes(Number(periodOption))).length ?? 0;
  const pickedRows = comparison?.rows.filter(({ key }) => picks.includes(key)) ?? [];
  const textOf = (periodOption: string): string => {
    const slot = namedPeriodText(periodOption, language);
    if (pickedRows.length < 2)
      return countOf(periodOption) > 0 ? t("districtsPage.slotCount", { slot, count: countOf(periodOption) }) : slot;
    const counts = comparison?.columns.map((_, index) => countWithYear(pickedRows, index, Number(periodOption))) ?? [];
    const most = Math.max(...counts);
    const measures = counts.filter((count) => count === most).length;
    if (most === 0) return slot;
    return t(most === pickedRows.length ? "districtsPage.slotAllPicked" : "districtsPage.slotSomePicked", {
      ...{ slot, count: measures, picked: most, all: pickedRows.length },
    });
  };
  return (
    <label className={styles.period}>
      <span>{t("districtsPage.period")}</span>
      <select value={period ?? ""} onChange={(event) => navigate({ period: event.currentTarget.value || null })}>
        <option value="">{t("districtsPage.newest")}</option>
        {periods.map((periodOption) => (
          <option key={periodOption} value={periodOption}>
            {textOf(periodOption)}
          </option>
        ))}
      </select>
    </label>
  );
}
