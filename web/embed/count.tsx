import { useTranslation } from "react-i18next";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import type { Result } from "../explore/result.ts";
import styles from "./embed.module.css";

interface CountProps {
  result: Result;
  /** The next answer is under way; what is shown is of the question before. */
  fetching: boolean;
}

/** How many sites meet the filter, and how many of them the map cannot show: without it a map of one dot would look complete. */
export function Count({ result, fetching }: CountProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { totalCount, facets } = result;
  const unplaced = facets.withoutPoint;
  return (
    <small className={styles.count} aria-busy={fetching || undefined}>
      {t("list.count", { count: totalCount, formatted: formatCount(totalCount, language) })}
      {unplaced > 0 && `${language === "zh" ? "，" : ", "}${t("list.unplacedCount", { count: unplaced })}`}
    </small>
  );
}
