import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { formatPeriod } from "../core/period.ts";
import { showProvenance } from "../provenance/provenance.tsx";
import { Answer } from "../ui/answer.tsx";
import { Chart } from "../ui/chart.tsx";
import styles from "./series.module.css";
import { breakDays, comparableSince, groupedPoints, seriesGroups } from "./series.ts";
import { AverageGrowth } from "./series-growth.tsx";
import { BreakMark, SeriesMark } from "./series-marks.tsx";
import { seriesOption } from "./series-option.ts";
import { type SeriesRecord, type SeriesSubject, seriesQuery } from "./series-query.ts";
import { SeriesTable } from "./series-table.tsx";
import "./words.ts";

interface SeriesChartProps {
  subject: SeriesSubject;
  /** By slug. */
  indicator: string;
}

/** All figures of one indicator about one subject over time: chart, legend, growth, and the same as a table. */
export function SeriesChart({ subject, indicator }: SeriesChartProps) {
  const filter = { ...subject, indicators: [indicator] };
  const answer = useAnswer(seriesQuery, { filter, asOf: useAddress().asOf });
  return (
    <Answer answer={answer} lines={8}>
      {({ observations }) => <SeriesChartAndTable figures={observations.nodes} />}
    </Answer>
  );
}

const onPick = ({ name }: { name: string }) => showProvenance(name || null);

function SeriesChartAndTable({ figures }: { figures: readonly SeriesRecord[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const option = useMemo(() => seriesOption(figures, language), [figures, language]);
  const groups = useMemo(() => groupedPoints(figures), [figures]);
  const [anyFigure] = figures;
  if (!anyFigure) return null;
  const shownGroups = seriesGroups.filter((group) => (groups.get(group) ?? []).length > 0);
  const days = breakDays(figures);
  const undated = figures.filter(({ periodEnd }) => !periodEnd).length;
  const label = t("seriesChart.chart", { indicator: nameOf(language, anyFigure.indicator), count: figures.length });
  return (
    <div className={styles.series}>
      {shownGroups.length > 0 && <Chart option={option} label={label} height={200} onPick={onPick} />}
      <ul className={styles.legend}>
        {shownGroups.map((group) => (
          <li key={group}>
            <SeriesMark group={group} />
            {t(`seriesChart.${group}`)}
          </li>
        ))}
        {days.length > 0 && (
          <li>
            <BreakMark />
            {t("series.break")}
          </li>
        )}
      </ul>
      <Breaks days={days} figures={figures} />
      {undated > 0 && <p>{t("seriesChart.undated", { count: undated })}</p>}
      <AverageGrowth figures={figures} />
      <details>
        <summary>{t("seriesChart.table", { count: figures.length })}</summary>
        <SeriesTable figures={figures} />
      </details>
    </div>
  );
}

/** What the upright lines mean: from when on the figures are not comparable with earlier ones, and why. */
function Breaks({ days, figures }: { days: readonly string[]; figures: readonly SeriesRecord[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return days.map((day) => {
    const note = figures.find((figure) => comparableSince(figure) === day)?.explained?.note;
    const year = { periodKind: "YEAR", periodStart: day, periodEnd: `${day.slice(0, 4)}-12-31` } as const;
    const isNewYear = day.endsWith("-01-01");
    const from = formatPeriod(isNewYear ? year : { ...year, periodKind: "DAY", periodEnd: day }, language);
    return (
      <p key={day} data-break={day}>
        {t("seriesChart.broken", { from })} {note && textIn(language, note, "detail")}
      </p>
    );
  });
}
