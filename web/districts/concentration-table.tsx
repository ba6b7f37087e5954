import { useTranslation } from "react-i18next";
import { formatCount } from "../core/format.ts";
import { nameOf, text, useLanguage } from "../core/language.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import styles from "./charts.module.css";
import { formatIndex } from "./cluster-table.tsx";
import own from "./clusters.module.css";
import type { Concentration, IndexWords } from "./clusters-query.ts";

interface TableProps {
  parts: readonly Concentration[];
  indexes: readonly IndexWords[];
}

/** How unevenly the districts share the sites of each kind, and the leading district. */
export function ConcentrationTable({ parts, indexes }: TableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const head = (name: string) => {
    const index = indexes.find((each) => each.index === name);
    return (
      <th scope="col" className={own.number}>
        {index ? text(language, index, "name") : name}
      </th>
    );
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={styles.scroll} aria-label={t("districtsPage.clusters.concentration")} tabIndex={0}>
      <table className={`${styles.picked} ${own.clusters}`}>
        <thead>
          <tr>
            <th scope="col">{t("table.kind")}</th>
            <th scope="col" className={own.number}>
              {t("list.title")}
            </th>
            {head("HERFINDAHL")}
            {head("GINI")}
            <th scope="col">{t("districtsPage.clusters.most")}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.kind ?? "all"}>
              <th scope="row">
                {part.kind ? (
                  <>
                    <KindMark kind={part.kind} /> {t(`kind.${part.kind}`)}
                  </>
                ) : (
                  t("districtsPage.sites")
                )}
              </th>
              <td className={own.number}>
                {part.count === part.cityCount
                  ? formatCount(part.count, language)
                  : t("districtsPage.clusters.placed", { count: part.count, all: part.cityCount })}
              </td>
              <td className={own.number}>{formatIndex(part.herfindahl, language)}</td>
              <td className={own.number}>{formatIndex(part.gini, language)}</td>
              <td>
                {part.leaders.map((leader) => nameOf(language, leader)).join(language === "zh" ? "、" : ", ")}
                {part.leaderCount === null && part.leaders.length > 1 && <small>{t("districtsPage.clusters.oneOf")}</small>}
                {part.leaderCount !== null && part.leaderCount > 0 && (
                  <small>
                    {t(part.leaders.length > 1 ? "districtsPage.clusters.each" : "districtsPage.clusters.one", {
                      count: part.leaderCount,
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
