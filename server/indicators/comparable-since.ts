// Breaks in series: figures of one indicator and subject are comparable while no break lies between the ends of their periods.
import { type Sql, sql } from "../database/sql.ts";
import { sameSubject } from "./figure-precedence.ts";

/** FROM clause of the breaks of a figure, a row of `observation` or `outcome`: those up to its period. */
export const breaksBefore = (figure: Sql, child: Sql): Sql => sql`FROM series_break ${child}
  WHERE ${child}.indicator_id = ${figure}.indicator_id AND ${sameSubject(child, figure)} AND ${child}.starts_on <= ${figure}.period_end`;

/**
 * The day of the latest break up to the period of a figure; null where there is none. Two figures of a series are comparable if it is
 * the same for both.
 */
export const comparableSince = (figure: Sql): Sql => sql`(SELECT max(crossed.starts_on) ${breaksBefore(figure, sql`crossed`)})`;
