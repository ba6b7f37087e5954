// What every computed number says of itself.

import { sql } from "../database/sql.ts";
import type { Types } from "../graphql/builder.ts";
import { enumOf, type Row, value } from "../graphql/fields.ts";
import { NotComputable } from "./not-computable.ts";

/** Its value with what is known of it, or the reason why there is none; read from `value`, `value_max`, `qualifier` and `reason`. */
export const computed = (t: PothosSchemaTypes.FieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<Types>, Row>, unit: string) => ({
  value: t.float({
    nullable: true,
    description: `${unit}; of a RANGE its lower end, of a bound the bound. Empty where nothing is known.`,
    ...value((row) => sql`${row}.value`),
  }),
  valueMax: t.float({ nullable: true, description: "Upper end of a RANGE.", ...value((row) => sql`${row}.value_max`) }),
  qualifier: t.field({
    type: enumOf("Qualifier"),
    nullable: true,
    description: "How exact it is, after all that it was computed of: more than 1000 by 50 is more than 20.",
    ...value((row) => sql`${row}.qualifier`),
  }),
  notComputable: t.field({
    type: NotComputable,
    nullable: true,
    description: "Why there is no value; empty where there is one.",
    ...value((row) => sql`${row}.reason`),
  }),
});
