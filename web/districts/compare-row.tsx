import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { noFilter } from "../../server/contract/site-filter.ts";
import type { FormulaLabel } from "../address/measure-choices.ts";
import { getAddress, linkTo, useAddress } from "../address/navigation.ts";
import { InLanguage, nameOf, otherLanguage, useLanguage } from "../core/language.tsx";
import type { FootnoteNumberOf } from "../provenance/footnotes.tsx";
import type { ColumnDisplay } from "./column-display.ts";
import { CompareCell } from "./compare-cell.tsx";
import styles from "./compare-table.module.css";
import type { Row } from "./comparison-query.ts";
import { CompareCheckbox } from "./pick-box.tsx";
import { Provenance } from "./provenance.tsx";

interface RowProps {
  row: Row;
  rowIndex: number;
  displays: readonly ColumnDisplay[];
  formulas: readonly FormulaLabel[];
  footnoteNumberOf: FootnoteNumberOf;
  /** The column that Tab enters, if it enters in this row. */
  tabStopColumn: number | null;
  /** The column whose figures are shown below the row. */
  openColumn: number | null;
  onOpen: (column: number | null) => void;
  hovered: boolean;
  onHover: (key: string | null) => void;
}

/** A subject with its values; below it the figures that one of them is computed from. */
export function CompareRow({
  row,
  rowIndex,
  displays,
  formulas,
  footnoteNumberOf,
  tabStopColumn,
  openColumn,
  onOpen,
  hovered,
  onHover,
}: RowProps) {
  const [display, cell] = [displays.find((each) => each.columnIndex === openColumn), row.cells[openColumn ?? -1]];
  return (
    <Fragment>
      <tr
        className={styles.row}
        data-row-of={row.key}
        data-hovered={hovered || undefined}
        onMouseEnter={() => onHover(row.key)}
        onMouseLeave={() => onHover(null)}
      >
        <th scope="row">
          <Subject row={row} />
        </th>
        {displays.map((each) => {
          const rowCell = row.cells[each.columnIndex];
          return (
            rowCell && (
              <CompareCell
                key={each.column.key}
                cell={rowCell}
                display={each}
                footnoteNumberOf={footnoteNumberOf}
                position={`${rowIndex}/${each.columnIndex}`}
                isTabStop={tabStopColumn === each.columnIndex}
                isOpen={openColumn === each.columnIndex}
                onOpen={(isOpen) => onOpen(isOpen ? each.columnIndex : null)}
              />
            )
          );
        })}
      </tr>
      {display && cell && (
        <tr className={styles.opened}>
          <td colSpan={displays.length + 1}>
            <Provenance row={row} cell={cell} display={display} formulas={formulas} onClose={() => onOpen(null)} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

/** Both names; the first leads to its sites on the map. */
function Subject({ row }: { row: Row }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const other = otherLanguage(language);
  const isDistrict = useAddress().areaSet === "DISTRICT";
  const link = linkTo({
    ...getAddress(),
    page: "explore",
    filter: { ...noFilter, ...(isDistrict ? { districts: [row.key] } : { functionalAreas: [row.key] }) },
    site: null,
    district: isDistrict ? row.key : null,
    camera: null,
  });
  return (
    <div className={styles.subject}>
      <CompareCheckbox subject={row.key} label={t("districtsPage.pick", { name: nameOf(language, row) })} />
      <span>
        <a {...link}>{nameOf(language, row)}</a>
        <InLanguage language={other} className={styles.other}>
          {nameOf(other, row)}
        </InLanguage>
      </span>
    </div>
  );
}
