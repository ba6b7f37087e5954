import { type KeyboardEvent, memo } from "react";
import { useTranslation } from "react-i18next";
import { linkTo, navigate, useAddress } from "../address/navigation.ts";
import { withComma } from "../core/format.ts";
import { hoverSite, useIsSiteHovered } from "../core/hover.ts";
import { useLanguage } from "../core/language.tsx";
import type { FootnoteNumberOf } from "../provenance/footnotes.tsx";
import { ConflictMark, ProvenanceLink } from "../provenance/provenance.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import { PickButton } from "../ui/pick-button.tsx";
import type { Column } from "./column.ts";
import type { SiteRow } from "./site-rows.ts";
import styles from "./table.module.css";

/** So short a text, in characters, is not broken on paper. */
const MAX_PREFIX_LENGTH = 5;

interface TableRowProps {
  row: SiteRow;
  columns: readonly Column[];
  /** Its index among all rows. */
  index: number;
  isSelected: boolean;
  /** Whether this is the tab stop. */
  isStop: boolean;
  onKeyDown: (event: KeyboardEvent, index: number) => void;
  /** On paper: the sources stand at the end. */
  footnoteNumberOf: FootnoteNumberOf | null;
}

/** A site as a row that shares its hover with the map; a click opens the site. Its name is the link for the keyboard. */
export const TableRow = memo(function TableRow({
  row,
  columns,
  index,
  isSelected,
  isStop,
  onKeyDown,
  footnoteNumberOf,
}: TableRowProps) {
  const { t } = useTranslation();
  const hovered = useIsSiteHovered(row.slug);
  const [name, ...others] = columns;
  const link = linkTo({ ...useAddress(), site: row.slug, district: null });
  return (
    <tr
      aria-rowindex={index + 2}
      data-row-of={row.slug}
      data-hovered={hovered || undefined}
      aria-current={isSelected || undefined}
      onPointerEnter={() => hoverSite(row.slug)}
      onPointerLeave={() => hoverSite(null)}
      onClick={(event) => {
        // The link handles its own clicks, and selecting text must not open the site.
        if (event.defaultPrevented || (event.target as Element).closest("a, button") || window.getSelection()?.toString()) return;
        navigate({ site: row.slug, district: null });
      }}
    >
      <th scope="row" title={name?.text(row)}>
        <a
          href={link.href}
          onClick={link.onClick}
          data-at={index}
          tabIndex={isStop ? 0 : -1}
          onFocus={() => hoverSite(row.slug)}
          onBlur={() => hoverSite(null)}
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
          <td
            key={column.id}
            data-numeric={column.isNumeric}
            data-short={text.length <= MAX_PREFIX_LENGTH || undefined}
            title={text}
          >
            {text || <span className="visually-hidden">{t("table.none")}</span>}
            {column.detail && text && (
              <small>
                <DetailText column={column} row={row} isStop={isStop} />
                {footnoteNumberOf && <sup>{column.figure?.(row)?.sources.map(footnoteNumberOf).join(", ")}</sup>}
              </small>
            )}
          </td>
        );
      })}
    </tr>
  );
});

/** The period of a figure, which opens its provenance. Only the row with the tab stop has stops of its own. */
function DetailText({ column, row, isStop }: Pick<TableRowProps, "row" | "isStop"> & { column: Column }) {
  const language = useLanguage();
  const detail = column.detail?.(row);
  const figure = column.figure?.(row);
  if (!figure) return detail;
  return (
    <>
      <ProvenanceLink id={figure.id} name={withComma(language, column.label, detail ?? "")} tabIndex={isStop ? 0 : -1}>
        {detail}
      </ProvenanceLink>
      {figure.isContested && <ConflictMark short />}
    </>
  );
}
