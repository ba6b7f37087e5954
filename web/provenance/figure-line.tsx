import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatFigure, withComma } from "../core/format.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { formatNotedPeriod, formatPeriod } from "../core/period.ts";
import type { FigureRecord, ListedFigure } from "./figure.ts";
import styles from "./figures.module.css";
import { type FootnoteNumberOf, Footnotes } from "./footnotes.tsx";
import { ConflictMark, ProvenanceBelow, ProvenanceToggle } from "./provenance.tsx";
import { remarksOf } from "./remarks.ts";

/** A figure in its unit, large where it leads. */
export function Value({ figure, large }: { figure: FigureRecord; large?: boolean }) {
  const language = useLanguage();
  return <span className={large ? styles.large : styles.small}>{formatFigure(figure, language)}</span>;
}

/** Period, status unless final, confidence unless high, notes, footnotes to the sources, and all details on demand. */
export function Remarks({ figure, footnoteNumberOf }: { figure: ListedFigure; footnoteNumberOf: FootnoteNumberOf }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const remarks = [formatNotedPeriod(figure, language), ...remarksOf(figure, t)].filter(Boolean);
  const note = textIn(language, figure, "note");
  return (
    <div className={styles.provenance}>
      <span>{remarks.join(" · ")}</span>
      <Footnotes sources={figure.sources} footnoteNumberOf={footnoteNumberOf} />
      {figure.conflicting && figure.conflicting.length > 0 && <ConflictMark />}
      <ProvenanceToggle
        name={withComma(language, nameOf(language, figure.indicator), formatPeriod(figure, language))}
        isOpen={open}
        onToggle={() => setOpen(!open)}
      />
      {note && <p>{note}</p>}
      {open && <ProvenanceBelow id={figure.id} />}
    </div>
  );
}
