import { type CSSProperties, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type NotedResult, siteNotes } from "../../server/contract/site-notes.ts";
import { useAddress } from "../address/navigation.ts";
import { formatCount } from "../core/format.ts";
import { useSiteIndicators } from "../core/indicators.ts";
import { useLanguage } from "../core/language.tsx";
import { usePrinting } from "../core/printing.ts";
import { useNeighbourSites } from "../map/neighbour-sites.ts";
import type { SourceRecord } from "../provenance/figure.ts";
import { SourceList } from "../provenance/source-list.tsx";
import { Failure, LoadingLines, Notice } from "../ui/states.tsx";
import { ColumnMenu } from "./column-menu.tsx";
import { defaultColumns, indicatorSlugsOf, shownColumns } from "./columns.ts";
import { distanceColumns } from "./distance-columns.ts";
import { sourcesOfFigures } from "./figure-sources.ts";
import { TableHead } from "./head.tsx";
import { PrintHead } from "./print-head.tsx";
import { maxRows, useSiteRows } from "./site-rows.ts";
import { readOrder, sortedRows } from "./sort.ts";
import styles from "./table.module.css";
import { TableRow } from "./table-row.tsx";
import { useRowWindow } from "./use-row-window.ts";

interface SiteTableProps {
  /** The filter in words, for print. */
  conditions: readonly string[];
  /** What the list shows, for the notes on its counts. */
  result: NotedResult | undefined;
}

/** The sites that meet the filter as a table: all of them, sorted by any column. Only the rows in sight are drawn, on paper all. */
export function SiteTable({ conditions, result }: SiteTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { filter, columns: chosenColumns, sort, site, district, asOf } = useAddress();
  const indicators = useSiteIndicators();
  const names = useMemo(() => (chosenColumns.length > 0 ? chosenColumns : defaultColumns(filter)), [chosenColumns, filter]);
  const { rows, total, dataVersion, isComplete, error, retry } = useSiteRows(filter, indicatorSlugsOf(names), language, asOf);
  const neighbours = useNeighbourSites(filter);
  const columns = useMemo(() => {
    const [name, ...others] = shownColumns(names, indicators, language);
    return [...(name ? [name] : []), ...distanceColumns(filter, neighbours, language), ...others];
  }, [names, indicators, filter, neighbours, language]);
  const requestedOrder = readOrder(sort);
  const sortColumn = columns.find(({ id }) => id === requestedOrder.column);
  const order = sortColumn ? requestedOrder : readOrder(null);
  const sorted = useMemo(
    () => (sortColumn ? sortedRows(rows, sortColumn, order.descending, language) : rows),
    [rows, sortColumn, order.descending, language],
  );
  const scroll = useRef<HTMLElement>(null);
  const { shown, above, below, stop, onKeyDown } = useRowWindow(scroll, sorted, site);
  const isPrinted = usePrinting() && !site && !district;
  const sourcesBySlug = useMemo(() => isPrinted && sourcesOfFigures(sorted, columns), [isPrinted, sorted, columns]);
  const footnoteNumberOf = useMemo(
    () => sourcesBySlug && ((source: SourceRecord) => sourcesBySlug.get(source.slug)?.number),
    [sourcesBySlug],
  );
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div className={styles.view} data-paper={(site ?? district) ? undefined : "landscape"}>
      <PrintHead
        conditions={conditions}
        notes={siteNotes(result, filter.kinds, language)}
        total={error || (!isComplete && rows.length === 0) ? null : total}
        dataVersion={dataVersion}
      />
      <div className={styles.tools}>
        <p aria-live="polite">
          {!isComplete &&
            rows.length > 0 &&
            t("table.loading", { loaded: formatCount(rows.length, language), total: formatCount(total, language) })}
          {!error && isComplete && rows.length < total && t("table.limited", { shown: formatCount(maxRows, language) })}
          {!error && isComplete && total > 0 && rows.length === total && t("table.blank")}
        </p>
        <ColumnMenu indicators={indicators} />
      </div>
      <section ref={scroll} className={`${styles.scroll} scrolls-sideways`} aria-label={t("table.title")} tabIndex={-1}>
        {error && <Failure error={error} onRetry={retry} />}
        {!error && isComplete && total === 0 && <Notice title={t("list.empty")} />}
        {!error && !isComplete && rows.length === 0 && <LoadingLines lines={16} />}
        {!error && rows.length > 0 && (
          <table
            className={styles.table}
            style={{ "--width": `${width}px` } as CSSProperties}
            aria-label={t("table.title")}
            aria-rowcount={Math.min(total, maxRows) + 1}
          >
            <colgroup>
              {columns.map(({ id, width }) => (
                <col key={id} width={width} />
              ))}
            </colgroup>
            <TableHead columns={columns} order={order} />
            <tbody>
              {above > 0 && <Spacer height={above} />}
              {shown.map(({ row, index }) => (
                <TableRow
                  key={row.slug}
                  row={row}
                  columns={columns}
                  index={index}
                  isSelected={row.slug === site}
                  isStop={index === stop}
                  onKeyDown={onKeyDown}
                  footnoteNumberOf={footnoteNumberOf || null}
                />
              ))}
              {below > 0 && <Spacer height={below} />}
            </tbody>
          </table>
        )}
      </section>
      {sourcesBySlug && sourcesBySlug.size > 0 && (
        <section className={styles.sources}>
          <h2>{t("site.sources")}</h2>
          <SourceList sources={sourcesBySlug.values()} />
        </section>
      )}
    </div>
  );
}

/** Fills the space of the rows that are not drawn. */
function Spacer({ height }: { height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can take the focus
    <tr aria-hidden="true" className={styles.gap}>
      <td style={{ height }} />
    </tr>
  );
}
