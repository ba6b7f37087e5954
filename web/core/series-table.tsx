import { useTranslation } from "react-i18next";
import { formatFigure } from "./format.ts";
import { nameOf, useLanguage } from "./language.tsx";
import { formatPeriod } from "./period.ts";
import { ProvenanceLink } from "./provenance.tsx";
import styles from "./series.module.css";
import { isRival, wholeYears } from "./series.ts";
import { type Nature, useGrowthWords, yearlyGrowth } from "./series-growth.tsx";
import type { SeriesRecord } from "./series-query.ts";

/** The numbers of the chart, newest first: period, figure, growth against the year before, and what to know of it. */
export function SeriesTable({ figures, nature }: { figures: readonly SeriesRecord[]; nature: Nature }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const tell = useGrowthWords();
  const growth = yearlyGrowth({ figures, nature });
  const years = new Map(wholeYears(figures).map(({ figure, year }) => [figure.id, year]));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("series.period")}</th>
          <th scope="col">{t("series.value")}</th>
          <th scope="col">{t("series.growth")}</th>
          <th scope="col">{t("series.remarks")}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => {
          const year = years.get(figure.id);
          const grown = year === undefined ? undefined : growth.get(year);
          const period = formatPeriod(figure, language);
          return (
            <tr key={figure.id}>
              <th scope="row">
                <ProvenanceLink id={figure.id} name={`${nameOf(language, figure.indicator)}, ${period}`}>
                  {period}
                </ProvenanceLink>
              </th>
              <td>{formatFigure(figure, language)}</td>
              <td data-reason={(grown && "why" in grown) || undefined}>{grown ? tell(grown) : ""}</td>
              <td>
                {t(`figureStatus.${figure.status}`)}
                {isRival(figure) && <small>{t("series.rival")}</small>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
