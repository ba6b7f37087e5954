import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { phoneQuery } from "../core/media.ts";
import { usePrinting } from "../core/printing.ts";
import type { SiteRow } from "./site-rows.ts";

/** Heights in pixels, as table.module.css sets them: fingers need taller rows. */
const rowHeight = () => (phoneQuery.matches() ? 44 : 36);
const headHeight = 44;

/** The visible rows, and keyboard navigation through them. On paper all rows are visible. */
export function useRowWindow(scroll: RefObject<HTMLElement | null>, rows: readonly SiteRow[], selectedSite: string | null) {
  const printing = usePrinting();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: rowHeight,
    overscan: 12,
    // The sticky head takes its height from the rows' window.
    scrollPaddingEnd: headHeight,
  });
  const items = printing ? [] : virtualizer.getVirtualItems();
  const [activeSite, setActiveSite] = useState<string | null>(null);
  const index = selectedSite === null ? -1 : rows.findIndex(({ slug }) => slug === selectedSite);

  // A chosen site is scrolled into view, also when it is chosen on the map.
  // biome-ignore lint/correctness/useExhaustiveDependencies: not again for rows that come later, nor after scrolling away
  useEffect(() => {
    if (index >= 0) virtualizer.scrollToIndex(index, { align: "auto" });
  }, [selectedSite, index >= 0]);

  // The target row of a key may not be rendered yet; it takes the focus then.
  const target = useRef<number | null>(null);
  useLayoutEffect(() => {
    const link = target.current === null ? null : scroll.current?.querySelector<HTMLElement>(`[data-at="${target.current}"]`);
    if (!link) return;
    target.current = null;
    link.focus({ preventScroll: true });
  });
  const last = rows.length - 1;
  const onKeyDown = useCallback(
    (event: KeyboardEvent, index: number) => {
      const page = Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 0) - headHeight) / rowHeight()) - 1);
      const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -index, End: last - index };
      const step = steps[event.key as keyof typeof steps];
      if (step === undefined) return;
      event.preventDefault();
      const to = Math.min(Math.max(index + step, 0), last);
      target.current = to;
      setActiveSite(rows[to]?.slug ?? null);
      virtualizer.scrollToIndex(to, { align: "auto" });
    },
    [rows, last, virtualizer, scroll],
  );

  const shownRows = printing
    ? rows.map((row, index) => ({ row, index }))
    : items.flatMap(({ index }) => (rows[index] ? [{ row: rows[index], index }] : []));
  // One tab stop: the row that keys went to, or the chosen one, or the first rendered one.
  const tabStop = (
    shownRows.find(({ row }) => row.slug === activeSite) ??
    shownRows.find(({ row }) => row.slug === selectedSite) ??
    shownRows[0]
  )?.index;
  const heightAbove = printing ? 0 : (items[0]?.start ?? 0);
  const heightBelow = printing ? 0 : virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return { shown: shownRows, above: heightAbove, below: heightBelow, stop: tabStop, onKeyDown };
}
