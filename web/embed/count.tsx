import { useTranslation } from "react-i18next";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import styles from "./embed.module.css";

interface CountProps {
  totalCount: number;
  /** How many of them have no published location. */
  withoutPoint: number;
  /** The next answer is on its way; the shown one belongs to the previous filter. */
  isFetching: boolean;
}

/** How many sites meet the filter, and how many of them the map cannot show: without it a map of one dot would look complete. */
export function SiteCount({ totalCount, withoutPoint, isFetching }: CountProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <small className={styles.count} aria-busy={isFetching || undefined}>
      {t("list.count", { count: totalCount, formatted: formatCount(totalCount, language) })}
      {withoutPoint > 0 && `${language === "zh" ? "，" : ", "}${t("list.unplacedCount", { count: withoutPoint })}`}
    </small>
  );
}
