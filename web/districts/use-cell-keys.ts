import { type FocusEvent, type KeyboardEvent, useState } from "react";

const steps: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** One tab stop for all cells of a table, which carry their position as data-cell="row/column"; arrow keys move between them. */
export function useCellKeys(rows: number, columns: number) {
  const [tabStop, setTabStop] = useState({ row: 0, column: 0 });
  const positionOf = (target: EventTarget) => {
    const position = target instanceof HTMLElement ? target.dataset.cell : undefined;
    const [row, column] = position?.split("/").map(Number) ?? [];
    return row === undefined || column === undefined ? null : { row, column };
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const position = positionOf(event.target);
    if (position) setTabStop(position);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const [position, step] = [positionOf(event.target), steps[event.key]];
    if (!position || !step) return;
    event.preventDefault();
    const row = Math.min(rows - 1, Math.max(0, position.row + step[0]));
    const column = Math.min(columns - 1, Math.max(0, position.column + step[1]));
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${row}/${column}"]`)?.focus();
  };
  // With fewer rows or columns than before the tab stop must still exist.
  const clampedTabStop = { row: Math.min(tabStop.row, rows - 1), column: Math.min(tabStop.column, columns - 1) };
  return { entry: clampedTabStop, onFocus, onKeyDown };
}
