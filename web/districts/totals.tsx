import "./words.ts";
import { useTranslation } from "react-i18next";
import { countNotes } from "../../server/contract/count-notes.ts";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import styles from "./charts.module.css";
import type { ClustersAnswer } from "./clusters-query.ts";

/**
 * How the numbers of sites of this page add up: with a recorded district, without one, outside the city; and what they consist of.
 */
export function SiteTotals({ answer }: { answer: ClustersAnswer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { totalCount, withoutDistrict, outsideCity } = answer.clusters;
  const notes = countNotes(answer.sites.facets, language);
  const allHaveDistrict = withoutDistrict === 0 && outsideCity === 0;
  if (allHaveDistrict && notes.length === 0) return null;
  const counts = { withDistrict: totalCount - withoutDistrict - outsideCity, withoutDistrict, outsideCity };
  const words = (Object.keys(counts) as (keyof typeof counts)[])
    .filter((name) => counts[name] > 0)
    .map((name) => t(`districtWords.totals.${name}`, { count: formatCount(counts[name], language) as never }));
  const [colon, comma, stop] = language === "zh" ? ["：", "；", "。"] : [": ", "; ", "."];
  return (
    <p className={styles.note} data-totals>
      {t("districtWords.totals.all", { count: formatCount(totalCount, language) as never })}
      {!allHaveDistrict && colon + words.join(comma)}
      {[stop, ...notes].join(language === "zh" ? "" : " ")}
    </p>
  );
}
