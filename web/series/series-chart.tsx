import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { showProvenance } from "../provenance/provenance.tsx";
import { Answer } from "../ui/answer.tsx";
import { Chart } from "../ui/chart.tsx";
import styles from "./series.module.css";
import { groupedPoints, seriesGroups } from "./series.ts";
import { AverageGrowth } from "./series-growth.tsx";
import { SeriesMark } from "./series-marks.tsx";
import { seriesOption } from "./series-option.ts";
import { type SeriesRecord, type SeriesSubject, seriesQuery } from "./series-query.ts";
import { SeriesTable } from "./series-table.tsx";

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
    <Answer of={answer} lines={8}>
      {({ observations }) => <Series figures={observations.nodes} />}
    </Answer>
  );
}

const onPick = ({ name }: { name: string }) => showProvenance(name || null);

function Series({ figures }: { figures: readonly SeriesRecord[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const option = useMemo(() => seriesOption(figures, language), [figures, language]);
  const groups = useMemo(() => groupedPoints(figures), [figures]);
  const [any] = figures;
  if (!any) return null;
  const shown = seriesGroups.filter((group) => (groups.get(group) ?? []).length > 0);
  const undated = figures.filter(({ periodEnd }) => !periodEnd).length;
  const label = t("series.chart", { indicator: nameOf(language, any.indicator), count: figures.length });
  return (
    <div className={styles.series}>
      {shown.length > 0 && <Chart option={option} label={label} height={200} onPick={onPick} />}
      <ul className={styles.legend}>
        {shown.map((group) => (
          <li key={group}>
            <SeriesMark group={group} />
            {t(`series.${group}`)}
          </li>
        ))}
      </ul>
      {undated > 0 && <p>{t("series.undated", { count: undated })}</p>}
      <AverageGrowth figures={figures} />
      <details>
        <summary>{t("series.table", { count: figures.length })}</summary>
        <SeriesTable figures={figures} />
      </details>
    </div>
  );
}
