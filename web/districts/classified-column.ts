import type { Classification } from "../address/measure.ts";
import type { Theme } from "../core/kinds.ts";
import { type ClassifiedValue, classesOf, classIndexOf } from "../map/classified-values.ts";
import type { ValueClass } from "../map/value-classes.ts";
import { toneColour } from "../map/value-tones.ts";
import type { ColumnDisplay } from "./column-display.ts";
import type { Cell, Row } from "./comparison-query.ts";

/** The values of a column in classes, by subject. */
export interface ClassifiedColumn {
  classes: readonly ValueClass[];
  classifiedValues: ReadonlyMap<string, ClassifiedValue<NonNullable<Cell["notComputable"]>>>;
}

/** The same classes as on the main map: of the values of all years. */
export function classifiedColumn(
  rows: readonly Row[],
  { column, columnIndex }: Pick<ColumnDisplay, "column" | "columnIndex">,
  classification: Classification,
): ClassifiedColumn {
  const cells = rows.flatMap(({ key, cells }) => (cells[columnIndex] ? [[key, cells[columnIndex]] as const] : []));
  const classes = classesOf(
    cells.flatMap(([, cell]): Pick<Cell, "value" | "valueMax" | "qualifier">[] =>
      cell.series.length > 0 ? cell.series : [cell],
    ),
    column.formula,
    classification,
  );
  const classifiedValues = new Map(
    cells.map(([key, { value, valueMax, qualifier, notComputable }]) => [
      key,
      { value, valueMax, qualifier, notComputable, classIndex: classIndexOf({ value, valueMax, qualifier }, classes) },
    ]),
  );
  return { classes, classifiedValues };
}

/** The years of all its values, where there are several: those that the classes are made of. */
export function yearsOfColumn(rows: readonly Row[], { columnIndex }: Pick<ColumnDisplay, "columnIndex">): number[] {
  const years = rows.flatMap(
    ({ cells }) => cells[columnIndex]?.series.flatMap(({ year, value }) => (value === null ? [] : year)) ?? [],
  );
  return [...new Set(years)].sort((one, other) => one - other);
}

/** The colour of a subject's class; null where its value is in none. */
export function classColour(theme: Theme, { classes, classifiedValues }: ClassifiedColumn, key: string): string | null {
  const tone = classes[classifiedValues.get(key)?.classIndex ?? -1]?.tone;
  return tone === undefined ? null : toneColour(theme, tone);
}
