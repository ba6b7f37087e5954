import { type FocusEvent, type KeyboardEvent, useState } from "react";

const steps: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** One tab stop for all cells of a table, which carry their position as data-cell="row/column"; arrow keys move between them. */
export function useCellKeys(rows: number, columns: number) {
  const [entry, setEntry] = useState({ row: 0, column: 0 });
  const placeOf = (target: EventTarget) => {
    const place = target instanceof HTMLElement ? target.dataset.cell : undefined;
    const [row, column] = place?.split("/").map(Number) ?? [];
    return row === undefined || column === undefined ? null : { row, column };
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const place = placeOf(event.target);
    if (place) setEntry(place);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const [place, step] = [placeOf(event.target), steps[event.key]];
    if (!place || !step) return;
    event.preventDefault();
    const row = Math.min(rows - 1, Math.max(0, place.row + step[0]));
    const column = Math.min(columns - 1, Math.max(0, place.column + step[1]));
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${row}/${column}"]`)?.focus();
  };
  // With fewer rows or columns than before the tab stop must still exist.
  const within = { row: Math.min(entry.row, rows - 1), column: Math.min(entry.column, columns - 1) };
  return { entry: within, onFocus, onKeyDown };
}
