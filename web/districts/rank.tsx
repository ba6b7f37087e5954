import { useTranslation } from "react-i18next";
import type { ColumnLook } from "./column-look.ts";
import styles from "./compare-table.module.css";
import type { Cell } from "./comparison-query.ts";

/** The rank, and how it has changed since the year before; the first and the last are named in words. */
export function RankOf({ cell, look: { column } }: { cell: Cell; look: ColumnLook }) {
  const { t } = useTranslation();
  if (cell.rankFrom === null || column.count < 2) return null;
  if (cell.rank === null) {
    const places = { from: cell.rankFrom, to: cell.rankTo, count: column.count };
    return (
      <span className={styles.rank} title={t("districtsPage.rankOpen", places)}>
        {t("districtsPage.ranks", places)}
      </span>
    );
  }
  const change = cell.previousRank === null ? 0 : cell.previousRank - cell.rank;
  const best = column.direction === "LOWER" ? t("districtsPage.lowest") : t("districtsPage.highest");
  return (
    <span className={styles.rank}>
      {cell.rank === 1 ? <b>{best}</b> : t("districtsPage.rank", { rank: cell.rank })}
      {cell.previousRank !== null && (
        <span className={styles.change}>
          <span aria-hidden="true">{change === 0 ? "=" : `${change > 0 ? "↑" : "↓"}${Math.abs(change)}`}</span>
          <span className="visually-hidden">{t("districtsPage.before", { rank: cell.previousRank })}</span>
        </span>
      )}
    </span>
  );
}
