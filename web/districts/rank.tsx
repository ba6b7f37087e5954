import { useTranslation } from "react-i18next";
import styles from "./compare-table.module.css";
import type { Cell, Column } from "./comparison-query.ts";

/** Whether nobody is before it: where the best is only a bound, that is not known. */
export const isBest = ({ rank, gapToBest }: Pick<Cell, "rank" | "gapToBest">): boolean => rank === 1 && gapToBest !== null;

/** The place in the order, and how it has changed since the year before; the end of the order is named in words. */
export function RankOf({ cell, column }: { cell: Cell; column: Column }) {
  const { t } = useTranslation();
  if (cell.rank === null || column.count < 2) return null;
  const change = cell.previousRank === null ? 0 : cell.previousRank - cell.rank;
  const best = column.direction === "LOWER" ? t("districtsPage.lowest") : t("districtsPage.highest");
  return (
    <span className={styles.rank}>
      {isBest(cell) ? <b>{best}</b> : t("districtsPage.rank", { rank: cell.rank })}
      {cell.previousRank !== null && (
        <span className={styles.change}>
          <span aria-hidden="true">{change === 0 ? "=" : `${change > 0 ? "↑" : "↓"}${Math.abs(change)}`}</span>
          <span className="unseen">{t("districtsPage.before", { rank: cell.previousRank })}</span>
        </span>
      )}
    </span>
  );
}
