import { useTranslation } from "react-i18next";
import { formatFigure, withComma } from "../core/format.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { formatNotedPeriod } from "../core/period.ts";
import { type FootnoteNumberOf, Footnotes } from "../provenance/footnotes.tsx";
import { ConflictMark, ProvenanceLink } from "../provenance/provenance.tsx";
import { remarksOf } from "../provenance/remarks.ts";
import styles from "./comparison.module.css";
import type { ComparedFigure } from "./comparison-query.ts";
import { letterOf } from "./figure-notes.ts";

interface FigureCellProps {
  figure: ComparedFigure;
  /** The notes below the table by their text. */
  notes: ReadonlyMap<string, string>;
  footnoteNumberOf: FootnoteNumberOf;
}

/** A figure as published, with its period, which opens its provenance, what is in doubt about it, and its sources by number. */
export function FigureCell({ figure, notes, footnoteNumberOf }: FigureCellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const remarks = remarksOf(figure, t);
  const period = formatNotedPeriod(figure, language);
  const letter = letterOf(figure, notes, language);
  return (
    <>
      <span className={styles.figure} title={letter && (textIn(language, figure, "note") ?? undefined)}>
        {formatFigure(figure, language)}
        {letter && <sup>{letter}</sup>}
      </span>
      <small className={styles.cited}>
        <ProvenanceLink id={figure.id} name={withComma(language, nameOf(language, figure.indicator), period)}>
          {period}
        </ProvenanceLink>
        {remarks.length > 0 && ` · ${remarks.join(" · ")}`}
        <Footnotes sources={figure.sources} footnoteNumberOf={footnoteNumberOf} />
        {figure.conflicting.length > 0 && <ConflictMark short />}
      </small>
    </>
  );
}
