// The columns of figures in the table, as the address names them.

const prefix = "figure.";

export const isFigureColumn = (id: string): boolean => id.startsWith(prefix);

export const figureColumnId = (slug: string): string => prefix + slug;

/** The indicators among columns, by slug. */
export const figureIndicators = (columnIds: readonly string[]): string[] =>
  columnIds.filter(isFigureColumn).map((id) => id.slice(prefix.length));
