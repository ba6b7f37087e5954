import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatShare } from "../core/format.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import styles from "./completeness.module.css";
import { CompletenessCell } from "./completeness-cell.tsx";
import type { Matrix } from "./data-query.ts";

const steps: Record<string, readonly [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Indicators down, subjects across. One tab stop; arrow keys go to the next figure in their direction. */
export function CompletenessGrid({ matrix, label }: { matrix: Matrix; label: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { rows, columns } = matrix;
  const [tabStop, setTabStop] = useState(() => firstFigure(matrix));
  const moveTabStop = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = steps[event.key];
    const from = (event.target as HTMLElement).dataset.at?.split(",").map(Number);
    if (!step || !from) return;
    event.preventDefault();
    for (
      let indicatorIndex = (from[0] ?? 0) + step[0], subjectIndex = (from[1] ?? 0) + step[1];
      columns[indicatorIndex] && rows[subjectIndex];
      indicatorIndex += step[0], subjectIndex += step[1]
    ) {
      const next = event.currentTarget.querySelector<HTMLElement>(`[data-at="${indicatorIndex},${subjectIndex}"]`);
      if (next) return next.focus();
    }
  };
  return (
    <div className={`${styles.scroll} scrolls-sideways`}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of buttons, moved in by the arrow keys */}
      <table className={styles.grid} role="grid" aria-label={label} onKeyDown={moveTabStop}>
        <thead>
          <tr>
            <th scope="col">{t("dataPage.indicator")}</th>
            {rows.map((row) => (
              <th key={row.key} scope="col" title={nameOf(language, row)}>
                <span>{nameOf(language, row)}</span>
              </th>
            ))}
            <th scope="col">{t("dataPage.share")}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ indicator, possible, filled }, indicatorIndex) => (
            <tr key={indicator.slug}>
              <th scope="row">{nameOf(language, indicator)}</th>
              {rows.map((row, subjectIndex) => {
                const cell = row.cells[indicatorIndex];
                const key = `${indicatorIndex},${subjectIndex}`;
                return (
                  <td key={row.key}>
                    {cell && (
                      <CompletenessCell
                        cell={cell}
                        position={key}
                        isStop={key === tabStop}
                        onFocus={() => setTabStop(key)}
                        indicator={nameOf(language, indicator)}
                        subject={nameOf(language, row)}
                      />
                    )}
                  </td>
                );
              })}
              <td>
                {filled}/{possible}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("dataPage.share")}</th>
            {rows.map((row) => (
              <td key={row.key}>{row.share === null ? "—" : formatShare(Math.round(row.share * 100) / 100, language)}</td>
            ))}
            <td>{matrix.share === null ? "—" : formatShare(Math.round(matrix.share * 100) / 100, language)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function firstFigure({ rows, columns }: Matrix): string {
  for (let indicatorIndex = 0; indicatorIndex < columns.length; indicatorIndex++) {
    const subjectIndex = rows.findIndex(({ cells }) => cells[indicatorIndex]?.figure);
    if (subjectIndex >= 0) return `${indicatorIndex},${subjectIndex}`;
  }
  return "";
}
