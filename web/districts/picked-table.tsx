import "./words.ts";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Language } from "../../server/contract/language.ts";
import { isRankMeaningful } from "../../server/contract/ranks.ts";
import { getAddress, navigate } from "../address/navigation.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { IconButton } from "../ui/button.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import styles from "./charts.module.css";
import { type ColumnDisplay, cellPhrase, cellText, isZeroSites, reasonOf } from "./column-display.ts";
import type { Cell, Row } from "./comparison-query.ts";
import { roundRatio, spreadOf } from "./facts.ts";
import { PickMark } from "./pick-mark.tsx";
import { ValueMarks } from "./value-marks.tsx";

/** The picked subjects as columns, the measures as rows, each value with its gap to the best. */
export function PickedTable({ rows, displays }: { rows: readonly Row[]; displays: readonly ColumnDisplay[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const spreads = displays.map((display) => {
    const cells = rows.flatMap((row) => row.cells[display.columnIndex] ?? []);
    return display.severalYears || isPercent(display.column) ? null : spreadOf(cells);
  });
  const hasSpread = spreads.some((spread) => spread !== null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={`${styles.scroll} scrolls-sideways`} aria-label={t("districtsPage.pickedTable")} tabIndex={0}>
      <table className={styles.picked}>
        <thead>
          <tr>
            <th scope="col">{t("dataPage.indicator")}</th>
            {rows.map((row, pickIndex) => (
              <th key={row.key} scope="col">
                <span className={styles.pick}>
                  <PickMark pickIndex={pickIndex} />
                  {nameOf(language, row)}
                  <IconButton
                    small
                    label={t("districtsPage.unpick", { name: nameOf(language, row) })}
                    onClick={() => navigate({ picks: getAddress().picks.filter((key) => key !== row.key) })}
                  >
                    <CloseIcon size={14} />
                  </IconButton>
                </span>
              </th>
            ))}
            {hasSpread && <th scope="col">{t("districtsPage.spread")}</th>}
          </tr>
        </thead>
        <tbody>
          {displays.map((display, index) => {
            const spread = spreads[index] ?? null;
            return (
              <tr key={display.column.key}>
                <th scope="row">
                  {display.name}
                  {display.column.year !== null && <small>{display.column.year}</small>}
                </th>
                {rows.map((row) => (
                  <ComparedCell key={row.key} display={display} cell={row.cells[display.columnIndex]} />
                ))}
                {hasSpread && <td>{spread === null ? "—" : t("districtsPage.times", { times: roundRatio(spread) })}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Percent values differ by percentage points. */
function gapPhrase(display: ColumnDisplay, gap: number, t: TFunction, language: Language): string {
  const difference = { value: gap, valueMax: null, qualifier: null };
  const points =
    isPercent(display.column) &&
    t("districtsPage.points", { points: cellText({ ...display, computed: true }, difference, language) });
  return points || cellPhrase({ ...display, computed: true }, difference, language);
}

const isPercent = ({ unitEn }: ColumnDisplay["column"]) => unitEn.startsWith("%");

function ComparedCell({ display, cell }: { display: ColumnDisplay; cell: Cell | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!cell) return <td />;
  const text = cellPhrase(display, cell, language);
  if (!text) return <td className={styles.note}>{reasonOf(cell, t)}</td>;
  const isMeaningful = isRankMeaningful(display, cell.rankOf);
  const isRanked = cell.rank !== null && !isZeroSites(display, cell);
  const gapText = cell.gapToBest ? gapPhrase(display, Math.abs(cell.gapToBest), t, language) : "";
  const remarks = [
    display.severalYears && cell.year,
    !isMeaningful && cell.rankOf !== null && t("districtsPage.withYear", { count: cell.rankOf, all: display.subjectCount }),
    isMeaningful &&
      isRanked &&
      t((cell.rankOf ?? 0) < display.subjectCount ? "districtWords.fact.rankWithFigures" : "districtsPage.rankOf", {
        rank: cell.rank,
        count: cell.rankOf,
      }),
    isMeaningful && gapText && t("districtsPage.gap", { gap: gapText }),
  ].filter(Boolean);
  return (
    <td>
      {text}
      <ValueMarks cell={cell} />
      <small>{remarks.join(" · ")}</small>
    </td>
  );
}
