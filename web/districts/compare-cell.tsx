import { useTranslation } from "react-i18next";
import { useLanguage } from "../core/language.tsx";
import type { FootnoteNumberOf } from "../provenance/footnotes.tsx";
import { SparkLine } from "../series/spark-line.tsx";
import { endsWithBound, exactTrend } from "../series/trend.ts";
import { type ColumnDisplay, cellText, isBest, reasonOf } from "./column-display.ts";
import styles from "./compare-table.module.css";
import type { Cell } from "./comparison-query.ts";
import { RankOf } from "./rank.tsx";
import { ValueMarks } from "./value-marks.tsx";

interface CellProps {
  cell: Cell;
  display: ColumnDisplay;
  footnoteNumberOf: FootnoteNumberOf;
  /** Its position in the table, for the arrow keys. */
  position: string;
  isTabStop: boolean;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}

/** A value with its rank and series; a click shows the figures it is computed from, or why there is none. */
export function CompareCell({ cell, display, footnoteNumberOf, position, isTabStop, isOpen, onOpen }: CellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const text = cellText(display, cell, language);
  const points = exactTrend(cell.series);
  return (
    <td data-best={(isBest(display, cell) && cell.rankOf === display.subjectCount) || undefined} data-none={!text || undefined}>
      {text && points.length > 0 && (
        <span className={styles.spark}>
          <SparkLine
            points={points}
            isBound={endsWithBound(cell.series)}
            label={t("site.trend", { indicator: display.name, from: points.at(0)?.year, to: points.at(-1)?.year })}
          />
        </span>
      )}
      <button
        type="button"
        className={styles.value}
        data-cell={position}
        tabIndex={isTabStop ? 0 : -1}
        aria-expanded={isOpen}
        title={text ? t("districtsPage.provenance") : reasonOf(cell, t)}
        onClick={() => onOpen(!isOpen)}
      >
        {text || (
          <>
            <span aria-hidden="true">—</span>
            <span className="visually-hidden">{reasonOf(cell, t)}</span>
          </>
        )}
        <span className={styles.marks}>
          <ValueMarks cell={cell} />
          <SourceNumbers cell={cell} footnoteNumberOf={footnoteNumberOf} />
        </span>
      </button>
      {text && (
        <div className={styles.aside}>
          <small className={styles.year}>{cell.year}</small>
          <RankOf cell={cell} display={display} />
        </div>
      )}
    </td>
  );
}

/** Nothing opens on paper, so the source numbers are printed beside the value. */
function SourceNumbers({ cell, footnoteNumberOf }: Pick<CellProps, "cell" | "footnoteNumberOf">) {
  const numbers = new Set(cell.figures.flatMap(({ sources }) => sources.flatMap((source) => footnoteNumberOf(source) ?? [])));
  return numbers.size > 0 && <sup className={styles.printed}>{[...numbers].join(",")}</sup>;
}
