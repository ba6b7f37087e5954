// SQL is written as tagged templates: every value in `${}` becomes a bound parameter, never SQL text.
export { default as sql, empty, join, raw, type Sql } from "sql-template-tag";

import { raw, type Sql } from "sql-template-tag";

/** A quoted identifier. */
export const identifier = (name: string): Sql => raw(`"${name.replaceAll('"', '""')}"`);
