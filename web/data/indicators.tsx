import { useTranslation } from "react-i18next";
import { formatCount } from "../core/format.ts";
import { nameOf, text, useLanguage } from "../core/language.tsx";
import styles from "./data.module.css";
import type { DataAnswer } from "./data-query.ts";

/** What is measured, in which unit, how it is defined, and how many figures there are. */
export function Indicators({ indicators }: { indicators: DataAnswer["indicators"] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("dataPage.indicator")}</th>
          <th scope="col">{t("dataPage.unit")}</th>
          <th scope="col">{t("dataPage.figures")}</th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((indicator) => (
          <tr key={indicator.slug}>
            <th scope="row">
              {nameOf(language, indicator)}
              <small>{text(language, indicator, "definition")}</small>
            </th>
            <td>{nameOf(language, indicator.unit)}</td>
            <td>{formatCount(indicator.observationCount, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
