import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FormulaLabel } from "../address/measure-choices.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import type { FootnoteNumberOf } from "../provenance/footnotes.tsx";
import { SortIcon } from "../ui/icons.tsx";
import { type ColumnDisplay, cellText, withoutAreaText } from "./column-display.ts";
import { CompareRow } from "./compare-row.tsx";
import styles from "./compare-table.module.css";
import type { Row } from "./comparison-query.ts";
import { type Order, writeOrder } from "./order.ts";
import { useCellKeys } from "./use-cell-keys.ts";

interface TableProps {
  rows: readonly Row[];
  displays: readonly ColumnDisplay[];
  order: Order;
  formulas: readonly FormulaLabel[];
  footnoteNumberOf: FootnoteNumberOf;
  hovered: string | null;
  onHover: (key: string | null) => void;
}

/** All subjects by all measures. Tab goes through the rows, the arrows through the cells. */
export function CompareTable({ rows, displays, order, formulas, footnoteNumberOf, hovered, onHover }: TableProps) {
  const { t } = useTranslation();
  const { areaSet } = useAddress();
  const [openCell, setOpenCell] = useState<{ row: string; column: number } | null>(null);
  const { entry, onKeyDown, onFocus } = useCellKeys(rows.length, displays.length);
  const close = (event: KeyboardEvent<HTMLElement>) => {
    if (!openCell) return;
    event.currentTarget.querySelector<HTMLElement>("[data-cell][aria-expanded=true]")?.focus();
    setOpenCell(null);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={`${styles.scroll} scrolls-sideways`} aria-label={t("districtsPage.table")} tabIndex={0}>
      <table
        className={styles.table}
        onKeyDown={(event) => (event.key === "Escape" ? close(event) : onKeyDown(event))}
        onFocus={onFocus}
      >
        <thead>
          <tr>
            <ColumnHead id="name" label={t(`districtsPage.sets.${areaSet}`)} sorted={order.column === "name" ? order : null} />
            {displays.map((display) => (
              <ColumnHead
                key={display.column.key}
                id={display.column.key}
                label={display.name}
                display={display}
                sorted={order.column === display.columnIndex ? order : null}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <CompareRow
              key={row.key}
              row={row}
              rowIndex={rowIndex}
              displays={displays}
              formulas={formulas}
              footnoteNumberOf={footnoteNumberOf}
              tabStopColumn={entry.row === rowIndex ? entry.column : null}
              openColumn={openCell?.row === row.key ? openCell.column : null}
              onOpen={(column) => setOpenCell(column === null ? null : { row: row.key, column })}
              hovered={hovered === row.key}
              onHover={onHover}
            />
          ))}
        </tbody>
        <MedianAndCityRows displays={displays} />
      </table>
    </section>
  );
}

interface ColumnHeadProps {
  id: string;
  label: string;
  display?: ColumnDisplay;
  sorted: Order | null;
}

/** A column's name, unit and year, and how many have a value. A click sorts: numbers best first, names alphabetically. */
function ColumnHead({ id, label, display, sorted }: ColumnHeadProps) {
  const { t } = useTranslation();
  const { areaSet } = useAddress();
  const direction = sorted ? (sorted.descending ? "descending" : "ascending") : "none";
  const nextDescending = sorted ? !sorted.descending : display !== undefined && display.column.direction !== "LOWER";
  const { year, firstYear, lastYear } = display?.column ?? {};
  const yearsText = display?.severalYears ? t("districtsPage.yearsShown", { from: firstYear ?? "?", to: lastYear }) : year;
  const withoutArea = display && withoutAreaText(display.column, areaSet, t);
  return (
    <th scope="col" aria-sort={direction}>
      <button
        type="button"
        className={styles.sorter}
        title={t("districtsPage.sort", { column: label })}
        onClick={() => navigate({ sort: writeOrder(id, nextDescending) }, "replace")}
      >
        <span>{label}</span>
        <SortIcon direction={direction} />
      </button>
      {display && (
        <small className={styles.unit}>
          {display.unit}
          <span>
            {yearsText && `${yearsText} · `}
            <abbr title={t("districtsPage.availableLong", { count: display.column.count, all: display.subjectCount })}>
              {t("districtsPage.available", { count: display.column.count, all: display.subjectCount })}
            </abbr>
          </span>
        </small>
      )}
      {withoutArea && <small className={styles.siteNote}>{withoutArea}</small>}
    </th>
  );
}

/** The median of all subjects, and the whole city. */
function MedianAndCityRows({ displays }: { displays: readonly ColumnDisplay[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const cells = (value: (display: ColumnDisplay) => Parameters<typeof cellText>[1] & { year?: number | null }, style?: string) =>
    displays.map((display) => {
      const cell = value(display);
      const text = cellText({ ...display, computed: true }, cell, language);
      return (
        <td
          key={display.column.key}
          className={style}
          title={style && display.severalYears ? t("districtsPage.noMedian") : undefined}
        >
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
