import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddress } from "../address/navigation.ts";
import { withBrackets } from "../core/format.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { useTheme } from "../core/theme.ts";
import { Chart, type ChartPicture } from "../ui/chart.tsx";
import type { Caption } from "../ui/picture.ts";
import { PictureButtons } from "../ui/picture-buttons.tsx";
import { type Bar, barsHeight, barsOption } from "./bars.ts";
import styles from "./charts.module.css";
import { type ClassifiedColumn, classColour } from "./classified-column.ts";
import {
  type ColumnDisplay,
  cellText,
  DOUBT_SIGN,
  isDoubtful,
  isSingleNumber,
  reasonOf,
  withoutAreaText,
  withYear,
} from "./column-display.ts";
import type { Row } from "./comparison-query.ts";

/** A value that may be in several classes has the colour of none. */
const NO_CLASS = "var(--line-strong)";

interface BarsProps {
  /** In the order of the table. */
  rows: readonly Row[];
  /** Those of the saved picture. */
  savedRows: readonly Row[];
  display: ColumnDisplay;
  classified: ClassifiedColumn;
  caption: Caption;
}

/** The subjects by one measure as bars, in the order of the table; those without a value are named below. */
export function RankedBars({ rows, savedRows, display, classified, caption }: BarsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { areaSet, theme: chosenTheme } = useAddress();
  const theme = useTheme(chosenTheme);
  const [picture, setPicture] = useState<ChartPicture | null>(null);
  // useState calls a function that it is given, so this one is wrapped.
  const keepPicture = useCallback((chartPicture: ChartPicture) => setPicture(() => chartPicture), []);
  const drawn = useMemo(() => {
    const barOf = (row: Row): Bar[] => {
      const cell = row.cells[display.columnIndex];
      if (!cell || cell.value === null) return [];
      return [
        {
          name: nameOf(language, row),
          value: cell.value / display.scale.size,
          valueMax: cell.valueMax === null ? null : cell.valueMax / display.scale.size,
          qualifier: cell.qualifier ?? "EXACT",
          text: withYear(cellText(display, cell, language), display, cell, language) + (isDoubtful(cell) ? DOUBT_SIGN : ""),
          colour: classColour(theme, classified, row.key) ?? NO_CLASS,
        },
      ];
    };
    const { median, scale } = display;
    const text = `${t("districtsPage.median")} ${cellText({ ...display, computed: true }, median, language)}`;
    // A line would show a number: where the median is only a bound, the table says so.
    const line = median.value === null || median.qualifier !== "EXACT" ? null : { value: median.value / scale.size, text };
    return (shownRows: readonly Row[]) => {
      const bars = shownRows.flatMap(barOf);
      return { bars, option: barsOption(bars, line), height: barsHeight(bars) };
    };
  }, [display, classified, theme, language, t]);
  const { bars, option, height } = useMemo(() => drawn(rows), [drawn, rows]);
  const saved = useMemo(() => drawn(savedRows), [drawn, savedRows]);
  const rowsWithoutValue = rows.filter((row) => (row.cells[display.columnIndex]?.value ?? null) === null);
  const possibleNote = (shownBars: readonly Bar[]) =>
    shownBars.some(({ qualifier }) => !isSingleNumber(qualifier)) ? [t("districtsPage.possiblePart")] : [];
  const isMarked = savedRows.some(({ cells }) => cells[display.columnIndex]?.confidence === "LOW");
  const withoutArea = withoutAreaText(display.column, areaSet, t);
  const savedNotes = [
    ...possibleNote(saved.bars),
    ...(isMarked ? [`${DOUBT_SIGN} ${t("districtsPage.doubtful")}`] : []),
    ...(withoutArea ? [`${withoutArea}${language === "zh" ? "。" : "."}`] : []),
  ];
  return (
    <div>
      {bars.length > 0 && (
        <>
          <Chart
            option={option}
            label={t("districtsPage.barsLabel", { measure: withBrackets(display.name, display.unit, language) })}
            height={height}
            paperWidth={400}
            onPicture={keepPicture}
            saved={saved}
          />
          {possibleNote(bars).map((note) => (
            <p key={note} className={styles.note}>
              {note}
            </p>
          ))}
          <PictureButtons picture={picture} caption={{ ...caption, notes: [...savedNotes, ...caption.notes] }} />
        </>
      )}
      {rowsWithoutValue.length > 0 && (
        <p className={styles.note}>
          {t("districtsPage.without")}
          {rowsWithoutValue
            .map((row) => {
              const cell = row.cells[display.columnIndex];
              return withBrackets(nameOf(language, row), cell ? reasonOf(cell, t) : "", language);
            })
            .join(language === "zh" ? "、" : ", ")}
        </p>
      )}
    </div>
  );
}
