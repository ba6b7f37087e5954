import { numberSources } from "../provenance/figure.ts";
import type { Column } from "./column.ts";
import type { SiteRow } from "./site-rows.ts";

/** The sources of the figures in the table, numbered as they come: by row, then by column. */
export const sourcesOfFigures = (rows: readonly SiteRow[], columns: readonly Column[]) =>
  numberSources(rows.flatMap((row) => columns.map((column) => column.figure?.(row)?.sources ?? [])));
