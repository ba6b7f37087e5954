// The fields that every computed number has.

import { sql } from "../database/sql.ts";
import type { SchemaTypes } from "../graphql/builder.ts";
import { enumOf, type Row, valueBySql } from "../graphql/fields.ts";
import { NotComputable } from "./not-computable.ts";

/** Value and qualifier, or the reason why there is none; read from `value`, `value_max`, `qualifier` and `reason`. */
export const computedNumberFields = (
  t: PothosSchemaTypes.FieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, Row>,
  unit: string,
) => ({
  value: t.float({
    nullable: true,
    description: `${unit}; for a RANGE its lower end, for a bound the bound. Empty if it cannot be computed.`,
    ...valueBySql((row) => sql`${row}.value`),
  }),
  valueMax: t.float({ nullable: true, description: "Upper end of a RANGE.", ...valueBySql((row) => sql`${row}.value_max`) }),
  qualifier: t.field({
    type: enumOf("Qualifier"),
    nullable: true,
    description: "How exact it is, given its inputs: more than 1000 divided by 50 is more than 20.",
    ...valueBySql((row) => sql`${row}.qualifier`),
  }),
  notComputable: t.field({
    type: NotComputable,
    nullable: true,
    description: "Why there is no value; empty if there is one.",
    ...valueBySql((row) => sql`${row}.reason`),
  }),
});
