import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { filterWords } from "../address/filter-words.ts";
import { useAddress } from "../address/navigation.ts";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { today } from "../core/today.ts";
import type { DataVersion } from "./site-rows.ts";
import styles from "./table.module.css";

interface PrintHeadProps {
  conditions: readonly string[];
  /** What the filter leaves open, and what the counts consist of. */
  notes: readonly string[];
  /** Null where the rows could not be loaded. */
  total: number | null;
  dataVersion: DataVersion | null;
}

/** The heading of a printed table: title, filter, data version, date. */
export function PrintHead({ conditions, notes, total, dataVersion }: PrintHeadProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const day = (moment: string) => namedPeriodText(moment.slice(0, 10), language);
  const filter = filterWords(useAddress().filter, conditions, t, language);
  return (
    <header className={styles.printHead}>
      <h2>{t("table.title")}</h2>
      <p>
        {filter}
        {total !== null && ` · ${t("list.count", { count: total, formatted: formatCount(total, language) })}`}
      </p>
      {notes.length > 0 && <p>{notes.join(language === "zh" ? "" : " ")}</p>}
      <p>
        {dataVersion && `${t("table.version", { version: dataVersion.version, date: day(dataVersion.publishedAt) })} · `}
        {t("table.printed", { date: day(today()) })}
      </p>
    </header>
  );
}
