import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { useAddress } from "../address/navigation.ts";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import type { Edition } from "./site-rows.ts";
import styles from "./table.module.css";

interface PrintHeadProps {
  conditions: readonly string[];
  total: number;
  edition: Edition | null;
}

/** The heading of a printed table: title, filter, data version, date. */
export function PrintHead({ conditions, total, edition }: PrintHeadProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const day = (moment: string) => namedPeriodText(moment.slice(0, 10), language);
  const { kinds } = useAddress().filter;
  const kindNames = kinds.map((kind) => t(`kind.${kind}`)).join(language === "zh" ? "、" : ", ");
  const all = [kindNames, ...conditions].filter(Boolean);
  const filter = all.length > 0 ? all.join(language === "zh" ? "；" : "; ") : t("table.all");
  return (
    <header className={styles.printHead}>
      <h2>{t("table.title")}</h2>
      <p>
        {filter} · {t("list.count", { count: total, formatted: formatCount(total, language) })}
      </p>
      <p>
        {edition && `${t("table.version", { version: edition.version, date: day(edition.publishedAt) })} · `}
        {t("table.printed", { date: day(today()) })}
      </p>
    </header>
  );
}

/** The day where the reader is. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
