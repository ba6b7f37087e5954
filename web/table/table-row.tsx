import { type KeyboardEvent, memo } from "react";
import { useTranslation } from "react-i18next";
import { linkTo, useAddress, visit } from "../address/navigation.ts";
import { hover, useIsHovered } from "../core/hover.ts";
import { ConflictMark, ProvenanceLink } from "../provenance/provenance.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import { PickButton } from "../ui/pick-button.tsx";
import type { Column } from "./column.ts";
import type { SiteRow } from "./site-rows.ts";
import styles from "./table.module.css";

/** So short a text, in characters, is not broken on paper. */
const SHORT = 5;

interface TableRowProps {
  row: SiteRow;
  columns: readonly Column[];
  /** Its index among all rows. */
  index: number;
  chosen: boolean;
  /** Whether this is the tab stop. */
  isStop: boolean;
  onKeyDown: (event: KeyboardEvent, index: number) => void;
}

/** A site as a row that shares its hover with the map; a click opens the site. Its name is the link for the keyboard. */
export const TableRow = memo(function TableRow({ row, columns, index, chosen, isStop, onKeyDown }: TableRowProps) {
  const { t } = useTranslation();
  const hovered = useIsHovered(row.slug);
  const [name, ...others] = columns;
  const link = linkTo({ ...useAddress(), site: row.slug, district: null });
  return (
    <tr
      aria-rowindex={index + 2}
      data-row-of={row.slug}
      data-hovered={hovered || undefined}
      aria-current={chosen || undefined}
      onPointerEnter={() => hover(row.slug)}
      onPointerLeave={() => hover(null)}
      onClick={(event) => {
        // The link handles its own clicks, and selecting text must not open the site.
        if (event.defaultPrevented || (event.target as Element).closest("a, button") || window.getSelection()?.toString()) return;
        visit({ site: row.slug, district: null });
      }}
    >
      <th scope="row" title={name?.text(row)}>
        <a
          href={link.href}
          onClick={link.onClick}
          data-at={index}
          tabIndex={isStop ? 0 : -1}
          onFocus={() => hover(row.slug)}
          onBlur={() => hover(null)}
          onKeyDown={(event) => onKeyDown(event, index)}
        >
          <KindMark kind={row.kind} size={13} hollow={row.__typename === "LogisticsHub" && row.level === "INFRASTRUCTURE"} />
          <span>{name?.text(row)}</span>
        </a>
        <PickButton slug={row.slug} name={name?.text(row) ?? ""} tabIndex={isStop ? 0 : -1} className={styles.pick} />
      </th>
      {others.map((column) => {
        const text = column.text(row);
        return (
          <td key={column.id} data-numeric={column.numeric} data-short={text.length <= SHORT || undefined} title={text}>
            {text || <span className="visually-hidden">{t("table.none")}</span>}
            {column.aside && text && (
              <small>
                <Aside column={column} row={row} isStop={isStop} />
              </small>
            )}
          </td>
        );
      })}
    </tr>
  );
});

/** The period of a figure, which opens its provenance. Only the row with the tab stop has stops of its own. */
function Aside({ column, row, isStop }: Pick<TableRowProps, "row" | "isStop"> & { column: Column }) {
  const aside = column.aside?.(row);
  const figure = column.figure?.(row);
  if (!figure) return aside;
  return (
    <>
      <ProvenanceLink id={figure.id} name={`${column.label}, ${aside}`} tabIndex={isStop ? 0 : -1}>
        {aside}
      </ProvenanceLink>
      {figure.isContested && <ConflictMark short />}
    </>
  );
}
