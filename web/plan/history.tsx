import { useTranslation } from "react-i18next";
import { formatFigure, withComma } from "../core/format.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { formatNotedPeriod } from "../core/period.ts";
import type { FigureRecord } from "../provenance/figure.ts";
import { type FootnoteNumberOf, Footnotes } from "../provenance/footnotes.tsx";
import { ProvenanceLink } from "../provenance/provenance.tsx";
import styles from "./target.module.css";

/** The figures that the chart shows and the rule reads, newest first, each with remarks and sources. */
export function History({ figures, footnoteNumberOf }: { figures: readonly FigureRecord[]; footnoteNumberOf: FootnoteNumberOf }) {
  const { t } = useTranslation();
  return (
    <table className={styles.history}>
      <caption className="visually-hidden">{t("targetCard.points")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("targetCard.period")}</th>
          <th scope="col">{t("targetCard.value")}</th>
          <th scope="col">{t("targetCard.source")}</th>
        </tr>
      </thead>
      <tbody>
        {[...figures].reverse().map((figure) => (
          <HistoryRow key={figure.id} figure={figure} footnoteNumberOf={footnoteNumberOf} />
        ))}
      </tbody>
    </table>
  );
}

function HistoryRow({ figure, footnoteNumberOf }: { figure: FigureRecord; footnoteNumberOf: FootnoteNumberOf }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const period = formatNotedPeriod(figure, language);
  const remarks = [
    figure.status === "OFFICIAL" || figure.status === "REPORTED" ? "" : t(`figureStatus.${figure.status}`),
    figure.confidence === "HIGH" ? "" : t(`confidence.${figure.confidence}`),
    textIn(language, figure, "note"),
  ].filter(Boolean);
  return (
    <tr>
      <th scope="row">
        <ProvenanceLink id={figure.id} name={withComma(language, nameOf(language, figure.indicator), period)}>
          {period}
        </ProvenanceLink>
      </th>
      <td>
        {formatFigure(figure, language)}
        {remarks.length > 0 && <small>{remarks.join(" · ")}</small>}
      </td>
      <td>
        <Footnotes sources={figure.sources} footnoteNumberOf={footnoteNumberOf} />
      </td>
    </tr>
  );
}
