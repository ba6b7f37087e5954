import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddress } from "../address/navigation.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { Chart, type ChartPicture } from "../ui/chart.tsx";
import { PictureButtons } from "../ui/picture-buttons.tsx";
import { type Axis, axesHeight, axesOption, type Profile } from "./axes.ts";
import { captionOf } from "./caption.ts";
import styles from "./charts.module.css";
import { clusterSentence } from "./cluster-sentence.ts";
import type { Cluster } from "./clusters-query.ts";
import { type ColumnDisplay, isSingleNumber } from "./column-display.ts";
import type { ComparisonAnswer, Row } from "./comparison-query.ts";
import { PickedTable } from "./picked-table.tsx";
import { scaledToBest, scalingOf } from "./scaling.ts";
import { sentenceOf } from "./sentences.ts";
import { MarkNotes, ValueMarks } from "./value-marks.tsx";

interface PickedAreasProps {
  /** In the order in which they were picked. */
  rows: readonly Row[];
  displays: readonly ColumnDisplay[];
  answer: ComparisonAnswer;
  /** Their clusters, where they are districts. */
  clusters: readonly Cluster[];
}

/** Two to four subjects side by side: in words, on parallel axes, as a table. */
export function PickedAreas({ answer, rows, displays, clusters }: PickedAreasProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.section} data-empty={rows.length < 2 || undefined}>
      <h2 id="picked">{t("districtsPage.picked")}</h2>
      {rows.length < 2 ? (
        <p className={styles.note}>{t("districtsPage.pickMore")}</p>
      ) : (
        <>
          <Summary rows={rows} displays={displays} clusters={clusters} />
          <PickedTable rows={rows} displays={displays} />
          <MarkNotes rows={rows} />
          <Axes answer={answer} rows={rows} displays={displays} />
        </>
      )}
    </div>
  );
}

/** Facts about each in a sentence. */
function Summary({ rows, displays, clusters }: Omit<PickedAreasProps, "answer">) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={styles.summary} data-summary>
      {rows.map((row) => (
        <section key={row.key}>
          <h3>{nameOf(language, row)}</h3>
          <ul>
            {clusters
              .filter(({ key }) => key === row.key)
              .map((cluster) => (
                <li key="cluster">{clusterSentence(cluster, t, language)}</li>
              ))}
            {displays.map((display) => {
              const cell = row.cells[display.columnIndex];
              return (
                cell && (
                  <li key={display.column.key}>
                    {sentenceOf(display, cell, t, language)}
                    <ValueMarks cell={cell} />
                  </li>
                )
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Axes({ answer, rows, displays }: Omit<PickedAreasProps, "clusters">) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [picture, setPicture] = useState<ChartPicture | null>(null);
  // useState calls a function that it is given, so this one is wrapped.
  const keepPicture = useCallback((chartPicture: ChartPicture) => setPicture(() => chartPicture), []);
  const [axes, profiles] = useMemo(() => {
    // An axis without any of them is left out.
    const axisDisplays = displays.filter(
      ({ columnIndex, column }) => column.best !== null && rows.some(({ cells }) => cells[columnIndex]?.value != null),
    );
    const axes = axisDisplays.map(({ column, name }): Axis => {
      const byRank = scalingOf(column) === "BY_RANK";
      return {
        name: byRank ? t("districtsPage.byRank", { name }) : name,
        median: byRank || column.medianQualifier !== "EXACT" ? null : scaledToBest(column, { value: column.median, rank: null }),
      };
    });
    const profiles = rows.map(
      (row): Profile => ({
        name: nameOf(language, row),
        points: axisDisplays.map((display) => {
          const cell = row.cells[display.columnIndex];
          const position = cell ? scaledToBest(display.column, cell) : null;
          return cell && position !== null ? { position, isBound: !isSingleNumber(cell.qualifier) } : null;
        }),
      }),
    );
    return [axes, profiles] as const;
  }, [rows, displays, language, t]);
  const option = useMemo(() => axesOption(axes, profiles, t("districtsPage.median")), [axes, profiles, t]);
  const { asOf } = useAddress();
  // Two axes, or a single line, make no profile.
  const comparable = axes.filter((_, axis) => profiles.filter(({ points }) => points[axis]).length > 1);
  if (comparable.length < 3) return <p className={styles.note}>{t("districtsPage.fewAxes")}</p>;
  const names = profiles.map(({ name }) => name).join(language === "zh" ? "、" : ", ");
  return (
    <>
      <Chart
        option={option}
        label={t("districtsPage.axesLabel", { names })}
        height={axesHeight(axes.length)}
        onPicture={keepPicture}
      />
      <p className={styles.note}>{t("districtsPage.axesNote")}</p>
      <PictureButtons
        picture={picture}
        caption={{ ...captionOf(answer, displays, rows, asOf, t, language), title: t("districtsPage.axesTitle", { names }) }}
      />
    </>
  );
}
