import "./words.ts";
import { useTranslation } from "react-i18next";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import styles from "./charts.module.css";
import type { ClustersAnswer } from "./clusters-query.ts";

/** How the numbers of sites of this page add up: with a recorded district, without one, outside the city. */
export function SiteTotals({ clusters }: Pick<ClustersAnswer, "clusters">) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { totalCount, withoutDistrict, outsideCity } = clusters;
  if (withoutDistrict === 0 && outsideCity === 0) return null;
  const counts = { placed: totalCount - withoutDistrict - outsideCity, unplaced: withoutDistrict, outside: outsideCity };
  const words = (Object.keys(counts) as (keyof typeof counts)[])
    .filter((name) => counts[name] > 0)
    .map((name) => t(`districtWords.totals.${name}`, { count: formatCount(counts[name], language) as never }));
  const [colon, comma, stop] = language === "zh" ? ["：", "；", "。"] : [": ", "; ", "."];
  return (
    <p className={styles.note} data-totals>
      {t("districtWords.totals.all", { count: formatCount(totalCount, language) as never })}
      {colon}
      {words.join(comma)}
      {stop}
    </p>
  );
}
