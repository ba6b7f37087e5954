// The computed numbers of a comparison as far as the figures allow, as the page shows them: those of a measure share the position of their
// last digit, by which the median has three digits. Published numbers keep all of theirs.
import { commonScale, computedDigits, type Rounding, roundingOf, roundTo } from "../contract/quantities.ts";
import type { ComparisonFile } from "./comparison.ts";
import type { Value } from "./pages.ts";

type Cell = ComparisonFile["cells"][number];

/** Rounds the values of cells; the quotients of a double would seem more exact than the figures are. */
export function roundedCells({ cells, language }: Pick<ComparisonFile, "cells" | "language">): Cell[] {
  const decimals = new Map<Value, number>();
  for (const measure of new Set(cells.map((cell) => cell.measure))) {
    const values = cells.flatMap((cell) => (cell.measure === measure && typeof cell.value === "number" ? cell.value : []));
    const scale = commonScale(values, language, computedDigits);
    if (scale.decimals !== undefined) decimals.set(measure, scale.decimals - Math.round(Math.log10(scale.size)));
  }
  return cells.map((cell) => {
    const places = cell.formula === "VALUE" ? undefined : decimals.get(cell.measure);
    const rounded = (value: Value, rounding?: Rounding): Value =>
      typeof value !== "number" ? value : places === undefined ? Number(value.toPrecision(12)) : roundTo(value, places, rounding);
    return {
      ...cell,
      value: rounded(cell.value, roundingOf(`${cell.qualifier}`)),
      valueMax: rounded(cell.valueMax, "ceil"),
      gapToBest: rounded(cell.gapToBest),
      gapToMedian: rounded(cell.gapToMedian),
      best: rounded(cell.best),
      median: rounded(cell.median, roundingOf(`${cell.medianQualifier}`)),
      medianMax: rounded(cell.medianMax, "ceil"),
      cityValue: rounded(cell.cityValue),
    };
  });
}
