import "./words.ts";
import { useTranslation } from "react-i18next";
import { isRankMeaningful } from "../../server/contract/ranks.ts";
import { type ColumnDisplay, isBest, isZeroSites } from "./column-display.ts";
import styles from "./compare-table.module.css";
import type { Cell } from "./comparison-query.ts";

/**
 * The rank among the values of the same year, and how it has changed since the year before. The first of all is named in words; where
 * not all have a figure, among how many it is. Where a rank would mean nothing, only how many have a figure of that year.
 */
export function RankOf({ cell, display }: { cell: Cell; display: ColumnDisplay }) {
  const { t } = useTranslation();
  const count = cell.rankOf ?? 0;
  if (cell.rankFrom === null || isZeroSites(display, cell)) return null;
  if (!isRankMeaningful(display, count))
    return <span className={styles.rank}>{t("districtsPage.withYear", { count, all: display.subjectCount })}</span>;
  const hasMissingValues = count < display.subjectCount;
  if (cell.rank === null) {
    const range = { from: cell.rankFrom, to: cell.rankTo, count };
    return (
      <span className={styles.rank} title={t("districtsPage.rankOpen", range)}>
        {t(hasMissingValues ? "districtsPage.ranksOf" : "districtsPage.ranks", range)}
      </span>
    );
  }
  const change = cell.previousRank === null ? 0 : cell.previousRank - cell.rank;
  const end = display.column.direction === "LOWER" ? "lowest" : "highest";
  const rank = { rank: cell.rank, count };
  const words = hasMissingValues ? t("districtWords.fact.rankWithFigures", rank) : null;
  return (
    <span className={styles.rank}>
      {isBest(display, cell) ? <b>{words ?? t(`districtsPage.${end}`)}</b> : (words ?? t("districtsPage.rank", rank))}
      {cell.previousRank !== null && (
        <span className={styles.change}>
          <span aria-hidden="true">{change === 0 ? "=" : `${change > 0 ? "↑" : "↓"}${Math.abs(change)}`}</span>
          <span className="visually-hidden">{t("districtsPage.before", { rank: cell.previousRank })}</span>
        </span>
      )}
    </span>
  );
}
