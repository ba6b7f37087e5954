import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FormulaWords } from "../address/measure-choices.ts";
import { useAddress, visit } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import type { NumberOf } from "../provenance/footnotes.tsx";
import { SortIcon } from "../ui/icons.tsx";
import { type ColumnLook, cellText } from "./column-look.ts";
import { CompareRow } from "./compare-row.tsx";
import styles from "./compare-table.module.css";
import type { Row } from "./comparison-query.ts";
import { type Order, writeOrder } from "./order.ts";
import { useCellKeys } from "./use-cell-keys.ts";

interface TableProps {
  rows: readonly Row[];
  looks: readonly ColumnLook[];
  order: Order;
  formulas: readonly FormulaWords[];
  numberOf: NumberOf;
  hovered: string | null;
  onHover: (key: string | null) => void;
}

/** All subjects by all measures. Tab goes through the rows, the arrows through the cells. */
export function CompareTable({ rows, looks, order, formulas, numberOf, hovered, onHover }: TableProps) {
  const { t } = useTranslation();
  const { set } = useAddress();
  const [open, setOpen] = useState<{ row: string; column: number } | null>(null);
  const { entry, onKeyDown, onFocus } = useCellKeys(rows.length, looks.length);
  const close = (event: KeyboardEvent<HTMLElement>) => {
    if (!open) return;
    event.currentTarget.querySelector<HTMLElement>("[data-cell][aria-expanded=true]")?.focus();
    setOpen(null);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={styles.scroll} aria-label={t("districtsPage.table")} tabIndex={0}>
      <table
        className={styles.table}
        onKeyDown={(event) => (event.key === "Escape" ? close(event) : onKeyDown(event))}
        onFocus={onFocus}
      >
        <thead>
          <tr>
            <Head id="name" label={t(`districtsPage.sets.${set}`)} sorted={order.column === "name" ? order : null} />
            {looks.map((look) => (
              <Head
                key={look.column.key}
                id={look.column.key}
                label={look.name}
                look={look}
                sorted={order.column === look.at ? order : null}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <CompareRow
              key={row.key}
              row={row}
              at={at}
              looks={looks}
              formulas={formulas}
              numberOf={numberOf}
              entry={entry.row === at ? entry.column : null}
              open={open?.row === row.key ? open.column : null}
              onOpen={(column) => setOpen(column === null ? null : { row: row.key, column })}
              hovered={hovered === row.key}
              onHover={onHover}
            />
          ))}
        </tbody>
        <Foot looks={looks} />
      </table>
    </section>
  );
}

interface HeadProps {
  id: string;
  label: string;
  look?: ColumnLook;
  sorted: Order | null;
}

/** A column's name, unit and year, and how many have a value. A click sorts: numbers best first, names alphabetically. */
function Head({ id, label, look, sorted }: HeadProps) {
  const { t } = useTranslation();
  const { set } = useAddress();
  const direction = sorted ? (sorted.descending ? "descending" : "ascending") : "none";
  const descending = sorted ? !sorted.descending : look !== undefined && look.column.direction !== "LOWER";
  const { year, firstYear, lastYear, sitesWithoutDistrict } = look?.column ?? {};
  const shown = look?.severalYears ? t("districtsPage.yearsShown", { from: firstYear ?? "?", to: lastYear }) : year;
  const unplaced = (set === "DISTRICT" && sitesWithoutDistrict) || 0;
  return (
    <th scope="col" aria-sort={direction}>
      <button
        type="button"
        className={styles.sorter}
        title={t("districtsPage.sort", { column: label })}
        onClick={() => visit({ sort: writeOrder(id, descending) }, "replace")}
      >
        <span>{label}</span>
        <SortIcon direction={direction} />
      </button>
      {look && (
        <small className={styles.unit}>
          {look.unit}
          <span>
            {shown && `${shown} · `}
            <abbr title={t("districtsPage.availableLong", { count: look.column.count, all: look.all })}>
              {t("districtsPage.available", { count: look.column.count, all: look.all })}
            </abbr>
          </span>
        </small>
      )}
      {unplaced > 0 && (
        <small className={styles.unplaced}>
          {t("districtsPage.noDistrict", { count: unplaced, all: look?.column.siteCount ?? 0 })}
        </small>
      )}
    </th>
  );
}

/** The median of all subjects, and the whole city. */
function Foot({ looks }: { looks: readonly ColumnLook[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const cells = (value: (look: ColumnLook) => Parameters<typeof cellText>[1] & { year?: number | null }, style?: string) =>
    looks.map((look) => {
      const cell = value(look);
      const text = cellText({ ...look, computed: true }, cell, language);
      return (
        <td key={look.column.key} className={style} title={style && look.severalYears ? t("districtsPage.noMedian") : undefined}>
          {text || "—"}
          {text && cell.year && <small className={styles.year}>{cell.year}</small>}
        </td>
      );
    });
  return (
    <tfoot>
      <tr>
        <th scope="row" className={styles.median}>
          {t("districtsPage.median")}
        </th>
        {cells(({ median }) => median, styles.median)}
      </tr>
      <tr>
        <th scope="row">{t("districtsPage.cityValue")}</th>
        {cells(({ column }) => column.city)}
      </tr>
    </tfoot>
  );
}
