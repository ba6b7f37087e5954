// SQL is written as tagged templates: every value in `${}` becomes a bound parameter, never SQL text.
export { default as sql, empty, join, raw, type Sql } from "sql-template-tag";

import sql, { raw, type Sql } from "sql-template-tag";

/** A quoted identifier. */
export const identifier = (name: string): Sql => raw(`"${name.replaceAll('"', '""')}"`);

/** A whole number as text of the statement. For limits: the plan depends on how many rows are wanted. */
export const wholeNumber = (value: number): Sql => {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is not a whole number`);
  return raw(`${value}`);
};

/**
 * A list for `= ANY` of which the planner does not know the length. Otherwise it plans a statement of many tables, for longer than this runs,
 * again for each list, because a list of one looks cheaper than a list of any length.
 */
export const anyLength = (texts: readonly string[]): Sql => sql`(SELECT ${texts}::text[])::text[]`;

// PostGIS functions that compute a value of a row or order rows by distance: they do not choose rows.
const VALUE_FUNCTIONS = "(As[A-Z]|Force|[XY](M(in|ax))?\\b|SetSRID|MakePoint|Distance\\b|Azimuth|Extent|Area|Dimension)";
// All other PostGIS functions, and the operators for patterns and boxes, choose rows.
const CHOOSES_ROWS = new RegExp(`\\bST_(?!${VALUE_FUNCTIONS})|&&|<%|~|\\bI?LIKE\\b|\\bSIMILAR\\b`, "i");

/**
 * Whether a statement may be prepared under a name. After five runs a named statement gets a plan that fits all values. That is good for
 * keys, but a hundred times slower than a plan for the given box, area, radius or pattern.
 */
export const mayBeNamed = (text: string): boolean => !CHOOSES_ROWS.test(text);
