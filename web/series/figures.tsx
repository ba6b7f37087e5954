import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { groupIntoSeries, type ListedFigure, type Series } from "../provenance/figure.ts";
import { Remarks, Value } from "../provenance/figure-line.tsx";
import styles from "../provenance/figures.module.css";
import type { FootnoteNumberOf } from "../provenance/footnotes.tsx";
import { Button } from "../ui/button.tsx";
import { LoadingLines } from "../ui/states.tsx";
import { wholeYears } from "./series.ts";
import type { SeriesSubject } from "./series-query.ts";
import { SparkLine } from "./spark-line.tsx";
import { endsWithBound, yearlyTrend } from "./trend.ts";

// The chart library is larger than the drawer; it is loaded with the first opened series.
const SeriesChart = lazy(async () => ({ default: (await import("./series-chart.tsx")).SeriesChart }));

interface FiguresProps {
  figures: readonly ListedFigure[];
  /** Which of them are shown as the latest. */
  latest: readonly { id: string }[];
  /** The subject of the figures. */
  subject: SeriesSubject;
  footnoteNumberOf: FootnoteNumberOf;
}

/** Figures by indicator: the latest large, the earlier ones below, each with its period and its sources. */
export function Figures({ figures, latest, subject, footnoteNumberOf }: FiguresProps) {
  const latestIds = new Set(latest.map(({ id }) => id));
  return (
    <ul className={styles.series}>
      {groupIntoSeries(figures, latestIds).map((series) => (
        <SeriesBlock key={series.indicator.slug} series={series} subject={subject} footnoteNumberOf={footnoteNumberOf} />
      ))}
    </ul>
  );
}

interface SeriesBlockProps extends Pick<FiguresProps, "subject" | "footnoteNumberOf"> {
  series: Series;
}

function SeriesBlock({ series, subject, footnoteNumberOf }: SeriesBlockProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const [hasBeenOpened, setHasBeenOpened] = useState(false);
  const [latest, ...earlier] = series.figures;
  const trend = yearlyTrend(series.figures);
  if (!latest) return null;
  const indicator = nameOf(language, series.indicator);
  const trendLabel = t("site.trend", { indicator, from: trend.at(0)?.year, to: trend.at(-1)?.year });
  return (
    <li>
      <div className={styles.indicator} title={textIn(language, series.indicator, "definition")}>
        {indicator}
      </div>
      <div className={styles.latest}>
        <Value figure={latest} large />
        {trend.length > 0 && (
          <button
            type="button"
            className={styles.spark}
            aria-expanded={hasBeenOpened}
            title={t("series.open", { indicator })}
            onClick={() => setHasBeenOpened(!hasBeenOpened)}
          >
            <SparkLine points={trend} isBound={endsWithBound(wholeYears(series.figures))} label={trendLabel} />
          </button>
        )}
      </div>
      <Remarks figure={latest} footnoteNumberOf={footnoteNumberOf} />
      {hasBeenOpened && (
        <Suspense fallback={<LoadingLines lines={8} />}>
          <SeriesChart subject={subject} indicator={series.indicator.slug} />
        </Suspense>
      )}
      {isOpen && (
        <ul className={styles.earlier}>
          {earlier.map((figure) => (
            <li key={figure.id}>
              <Value figure={figure} />
              <Remarks figure={figure} footnoteNumberOf={footnoteNumberOf} />
            </li>
          ))}
        </ul>
      )}
      {earlier.length > 0 && (
        <Button variant="link" className={styles.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t("site.fewer") : t("site.earlier", { count: earlier.length })}
        </Button>
      )}
      {earlier.length > 0 && (
        <Button
          variant="link"
          className={styles.toggle}
          aria-expanded={hasBeenOpened}
          aria-label={t("series.open", { indicator })}
          onClick={() => setHasBeenOpened(!hasBeenOpened)}
        >
          {t("series.title")}
        </Button>
      )}
    </li>
  );
}
