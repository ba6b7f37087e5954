import { parseCql2 } from "../cql2/parse.ts";
import { cql2Conditions } from "../cql2/sql.ts";
import { type Sql, sql } from "../database/sql.ts";
import { siteProperties } from "./properties.ts";

/** The condition that a CQL2 text sets on rows of `site`; throws the errors of core/cql2.ts and core/cql2-sql.ts, naming `argument`. */
export const cqlCondition = (text: string, row: Sql, argument: string): Sql =>
  cql2Conditions(parseCql2(text, argument), siteProperties, (site) => sql`${site}.point`, row, argument);
