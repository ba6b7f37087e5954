import type { ColumnDisplay } from "./column-display.ts";
import type { Row } from "./comparison-query.ts";

type Cells = Pick<Row, "cells">;

/** How many of these subjects have a value of that year in a column. */
export const countWithYear = (rows: readonly Cells[], columnIndex: number, year: number): number =>
  rows.filter(({ cells }) => cells[columnIndex]?.series.some((point) => point.year === year && point.value !== null)).length;

/** Where the values of these subjects are of unlike years: the year of which all have a value in most such columns, the newest of several. */
export function commonYear<Display extends Pick<ColumnDisplay, "columnIndex">>(
  rows: readonly Cells[],
  displays: readonly Display[],
): { year: number; displays: Display[] } | null {
  const unlike = displays.filter(
    ({ columnIndex }) => new Set(rows.flatMap(({ cells }) => cells[columnIndex]?.year ?? [])).size > 1,
  );
  const years = unlike.flatMap(({ columnIndex }) => rows[0]?.cells[columnIndex]?.series.map(({ year }) => year) ?? []);
  const candidates = [...new Set(years)].map((year) => ({
    year,
    displays: unlike.filter(({ columnIndex }) => countWithYear(rows, columnIndex, year) === rows.length),
  }));
  const [best] = candidates.sort((one, other) => other.displays.length - one.displays.length || other.year - one.year);
  return best && best.displays.length > 0 ? best : null;
}
