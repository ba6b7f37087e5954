import { useTranslation } from "react-i18next";
import { formatFigure, withComma } from "../core/format.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { formatPeriod } from "../core/period.ts";
import { ProvenanceLink } from "../provenance/provenance.tsx";
import styles from "./series.module.css";
import { isNotUsed } from "./series.ts";
import { useGrowthWords } from "./series-growth.tsx";
import type { SeriesRecord } from "./series-query.ts";

/** The numbers of the chart, newest first: period, figure, growth over the same period a year before, and remarks. */
export function SeriesTable({ figures }: { figures: readonly SeriesRecord[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const growthText = useGrowthWords();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("seriesChart.period")}</th>
          <th scope="col">{t("seriesChart.value")}</th>
          <th scope="col">{t("seriesChart.growth")}</th>
          <th scope="col">{t("seriesChart.remarks")}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => {
          const period = formatPeriod(figure, language);
          return (
            <tr key={figure.id}>
              <th scope="row">
                <ProvenanceLink id={figure.id} name={withComma(language, nameOf(language, figure.indicator), period)}>
                  {period}
                </ProvenanceLink>
              </th>
              <td>{formatFigure(figure, language)}</td>
              <td data-reason={figure.yearOnYear.value === null || undefined}>
                {isComparable(figure) && growthText(figure.yearOnYear)}
              </td>
              <td>
                {t(`figureStatus.${figure.status}`)}
                {isNotUsed(figure) && <small>{t("seriesChart.notUsed")}</small>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Outcomes of a period that are used: a goal, a single day and a figure that is not used have no growth of their own. */
const isComparable = (figure: SeriesRecord): boolean =>
  figure.isPreferred && !["DAY", "SPAN", "UNDATED"].includes(figure.periodKind);
