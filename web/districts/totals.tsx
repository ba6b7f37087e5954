import { useTranslation } from "react-i18next";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import styles from "./charts.module.css";
import type { ClustersAnswer } from "./clusters-query.ts";

/** How the numbers of sites of this page add up: with a recorded district, without one, outside the city. */
export function Totals({ clusters }: Pick<ClustersAnswer, "clusters">) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { totalCount, withoutDistrict, outsideCity } = clusters;
  if (withoutDistrict === 0 && outsideCity === 0) return null;
  const parts = { placed: totalCount - withoutDistrict - outsideCity, unplaced: withoutDistrict, outside: outsideCity };
  const words = (Object.keys(parts) as (keyof typeof parts)[])
    .filter((part) => parts[part] > 0)
    .map((part) => t(`districtsPage.totals.${part}`, { count: formatCount(parts[part], language) as never }));
  const [colon, comma, stop] = language === "zh" ? ["：", "；", "。"] : [": ", "; ", "."];
  return (
    <p className={styles.note} data-totals>
      {t("districtsPage.totals.all", { count: formatCount(totalCount, language) as never })}
      {colon}
      {words.join(comma)}
      {stop}
    </p>
  );
}
