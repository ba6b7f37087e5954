import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import type { Comparison } from "./comparison-query.ts";
import styles from "./tools.module.css";

/** The years with values, each with the number of measures that have them. Without a choice each value is the latest of its own. */
export function PeriodChoice({ comparison }: { comparison: Comparison | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { period } = useAddress();
  const years = [...(comparison?.years ?? [])].sort((one, other) => other - one);
  const periods = [...new Set([...(period ? [period] : []), ...years.map(String)])].sort().reverse();
  const countOf = (periodOption: string) =>
    comparison?.columns.filter(({ years: columnYears }) => columnYears.includes(Number(periodOption))).length ?? 0;
  return (
    <label className={styles.period}>
      <span>{t("districtsPage.period")}</span>
      <select value={period ?? ""} onChange={(event) => navigate({ period: event.currentTarget.value || null })}>
        <option value="">{t("districtsPage.newest")}</option>
        {periods.map((periodOption) => (
          <option key={periodOption} value={periodOption}>
            {countOf(periodOption) > 0
              ? t("districtsPage.slotCount", { slot: namedPeriodText(periodOption, language), count: countOf(periodOption) })
              : namedPeriodText(periodOption, language)}
          </option>
        ))}
      </select>
    </label>
  );
}
