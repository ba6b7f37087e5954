import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { bySeries, type FigureRecord, type ListedFigure, type Series, type SourceRecord } from "./figure.ts";
import styles from "./figures.module.css";
import { formatFigure } from "./format.ts";
import { nameOf, text, useLanguage } from "./language.tsx";
import { formatPeriod } from "./period.ts";
import { ConflictMark, ProvenanceBelow, ProvenanceToggle } from "./provenance.tsx";
import type { SeriesSubject } from "./series-query.ts";
import { SparkLine } from "./spark-line.tsx";
import { Waiting } from "./states.tsx";
import { yearlyTrend } from "./trend.ts";

// The chart's library is larger than the drawer; it comes with the first series that is opened.
const SeriesChart = lazy(async () => ({ default: (await import("./series-chart.tsx")).SeriesChart }));

/** Gives the number of a source in the list at the foot. */
export type NumberOf = (source: SourceRecord) => number | undefined;

interface FiguresProps {
  figures: readonly ListedFigure[];
  /** Which of them stand for the latest. */
  latest: readonly { id: string }[];
  /** What they are about. */
  subject: SeriesSubject;
  numberOf: NumberOf;
}

/** Figures by indicator: the latest large, the earlier ones below, each with its period and its sources. */
export function Figures({ figures, latest, subject, numberOf }: FiguresProps) {
  const heads = new Set(latest.map(({ id }) => id));
  return (
    <ul className={styles.series}>
      {bySeries(figures, heads).map((series) => (
        <SeriesBlock key={series.indicator.slug} series={series} subject={subject} numberOf={numberOf} />
      ))}
    </ul>
  );
}

interface SeriesBlockProps extends Pick<FiguresProps, "subject" | "numberOf"> {
  series: Series;
}

function SeriesBlock({ series, subject, numberOf }: SeriesBlockProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const [drawn, setDrawn] = useState(false);
  const [latest, ...earlier] = series.figures;
  const trend = yearlyTrend(series.figures);
  if (!latest) return null;
  const indicator = nameOf(language, series.indicator);
  const trendLabel = t("site.trend", { indicator, from: trend.at(0)?.year, to: trend.at(-1)?.year });
  return (
    <li>
      <div className={styles.indicator} title={text(language, series.indicator, "definition")}>
        {indicator}
      </div>
      <div className={styles.latest}>
        <Value figure={latest} large />
        {trend.length > 0 && (
          <button
            type="button"
            className={styles.spark}
            aria-expanded={drawn}
            title={t("series.open", { indicator })}
            onClick={() => setDrawn(!drawn)}
          >
            <SparkLine points={trend} label={trendLabel} />
          </button>
        )}
      </div>
      <Provenance figure={latest} numberOf={numberOf} />
      {drawn && (
        <Suspense fallback={<Waiting lines={8} />}>
          <SeriesChart subject={subject} indicator={series.indicator.slug} />
        </Suspense>
      )}
      {open && (
        <ul className={styles.earlier}>
          {earlier.map((figure) => (
            <li key={figure.id}>
              <Value figure={figure} />
              <Provenance figure={figure} numberOf={numberOf} />
            </li>
          ))}
        </ul>
      )}
      {earlier.length > 0 && (
        <button type="button" className={styles.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t("site.fewer") : t("site.earlier", { count: earlier.length })}
        </button>
      )}
      {earlier.length > 0 && (
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={drawn}
          aria-label={t("series.open", { indicator })}
          onClick={() => setDrawn(!drawn)}
        >
          {t("series.title")}
        </button>
      )}
    </li>
  );
}

function Value({ figure, large }: { figure: FigureRecord; large?: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <span className={large ? styles.large : styles.small} title={t("site.published", { text: figure.published })}>
      {formatFigure(figure, language)}
    </span>
  );
}

/** Period, status where it is not final, how sure where it is not, notes, footnotes to the sources, and on demand all that is known of it. */
function Provenance({ figure, numberOf }: { figure: ListedFigure; numberOf: NumberOf }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const remarks = [
    formatPeriod(figure, language),
    figure.status === "OFFICIAL" || figure.status === "REPORTED" ? "" : t(`figureStatus.${figure.status}`),
    figure.confidence === "HIGH" ? "" : t(`confidence.${figure.confidence}`),
  ].filter(Boolean);
  const notes = [text(language, figure, "periodNote"), text(language, figure, "note")].filter(Boolean);
  return (
    <div className={styles.provenance}>
      <span>{remarks.join(" · ")}</span>
      <Footnotes sources={figure.sources} numberOf={numberOf} />
      {figure.conflicting && figure.conflicting.length > 0 && <ConflictMark />}
      <ProvenanceToggle
        name={`${nameOf(language, figure.indicator)}, ${formatPeriod(figure, language)}`}
        open={open}
        onToggle={() => setOpen(!open)}
      />
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {open ? <ProvenanceBelow id={figure.id} /> : <OnPaper figure={figure} />}
    </div>
  );
}

/** What a reader of paper cannot ask for: the words of the source, and how official and how sure they are. */
function OnPaper({ figure }: { figure: FigureRecord }) {
  const { t } = useTranslation();
  return (
    <p className={styles.onPaper}>
      {[
        t("site.published", { text: figure.published }),
        t(`figureStatus.${figure.status}`),
        t(`confidence.${figure.confidence}`),
      ].join(" · ")}
    </p>
  );
}

/** Footnote marks that lead to the list of sources. */
export function Footnotes({ sources, numberOf }: { sources: readonly SourceRecord[]; numberOf: NumberOf }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <span className={styles.footnotes}>
      {sources.map((source) => {
        const number = numberOf(source);
        if (number === undefined) return null;
        const name = `${text(language, source, "publisher")}: ${text(language, source, "title")}`;
        return (
          <button
            key={source.slug}
            type="button"
            title={name}
            aria-label={t("site.source", { number })}
            onClick={() => showSource(number)}
          >
            {number}
          </button>
        );
      })}
    </span>
  );
}

/** Goes to a source in the list at the foot and marks it. Only the drawer scrolls, not what lies around it. */
function showSource(number: number) {
  const entry = document.getElementById(`source-${number}`);
  const drawer = entry?.closest("aside");
  if (!entry || !drawer) return;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const [box, frame] = [entry.getBoundingClientRect(), drawer.getBoundingClientRect()];
  const toMiddle = box.top + box.height / 2 - (frame.top + frame.height / 2);
  drawer.scrollBy({ top: toMiddle, behavior: calm ? "auto" : "smooth" });
  entry.focus({ preventScroll: true });
}
