import "./words.ts";
import { useTranslation } from "react-i18next";
import { formatCount } from "../core/format.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import styles from "./charts.module.css";
import { formatIndex } from "./cluster-table.tsx";
import own from "./clusters.module.css";
import type { Concentration, IndexLabel } from "./clusters-query.ts";

interface TableProps {
  concentrations: readonly Concentration[];
  indexes: readonly IndexLabel[];
}

/** How unevenly the districts share the sites of each kind, and the leading district. */
export function ConcentrationTable({ concentrations, indexes }: TableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const indexHead = (name: string) => {
    const index = indexes.find((each) => each.index === name);
    return (
      <th scope="col" className={own.number}>
        {index ? textIn(language, index, "name") : name}
      </th>
    );
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={`${styles.scroll} scrolls-sideways`} aria-label={t("districtWords.clusters.concentration")} tabIndex={0}>
      <table className={`${styles.picked} ${own.clusters}`}>
        <thead>
          <tr>
            <th scope="col">{t("table.kind")}</th>
            <th scope="col" className={own.number}>
              {t("list.title")}
            </th>
            {indexHead("HERFINDAHL")}
            {indexHead("GINI")}
            <th scope="col">{t("districtWords.clusters.most")}</th>
          </tr>
        </thead>
        <tbody>
          {concentrations.map((concentration) => (
            <tr key={concentration.kind ?? "all"}>
              <th scope="row">
                {concentration.kind ? (
                  <>
                    <KindMark kind={concentration.kind} /> {t(`kind.${concentration.kind}`)}
                  </>
                ) : (
                  t("districtsPage.sites")
                )}
              </th>
              <td className={own.number}>
                {concentration.count === concentration.cityCount
                  ? formatCount(concentration.count, language)
                  : t("districtWords.clusters.placed", { count: concentration.count, all: concentration.cityCount })}
              </td>
              <td className={own.number}>{formatIndex(concentration.herfindahl, language)}</td>
              <td className={own.number}>{formatIndex(concentration.gini, language)}</td>
              <td>
                {concentration.leaders.map((leader) => nameOf(language, leader)).join(language === "zh" ? "、" : ", ")}
                {concentration.leaderCount === null && concentration.leaders.length > 1 && (
                  <small>{t("districtWords.clusters.oneOf")}</small>
                )}
                {concentration.leaderCount !== null && concentration.leaderCount > 0 && (
                  <small>
                    {t(concentration.leaders.length > 1 ? "districtWords.clusters.each" : "districtWords.clusters.one", {
                      count: concentration.leaderCount,
                    })}
                  </small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
