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

// Of PostGIS what is computed of a row, or orders rows by distance.
const COMPUTED = "(As[A-Z]|Force|[XY](M(in|ax))?\\b|SetSRID|MakePoint|Distance\\b|Azimuth|Extent|Area|Dimension)";
// Any other function of PostGIS, and the operators for patterns and boxes.
const SELECTS = new RegExp(`\\bST_(?!${COMPUTED})|&&|<%|~|\\bI?LIKE\\b|\\bSIMILAR\\b`, "i");

/**
 * Whether a statement may be prepared under a name. After five runs a named statement gets a plan that fits all values. That is good for
 * keys, but a hundred times slower than a plan for the given box, area, radius or pattern.
 */
export const mayBeNamed = (text: string): boolean => !SELECTS.test(text);
