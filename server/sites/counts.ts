// Sites add their counts to the types of the earlier slice.

import { sql } from "../database/sql.ts";
import { District } from "../districts/district.ts";
import { FunctionalArea } from "../districts/functional-area.ts";
import { builder } from "../graphql/builder.ts";
import { value } from "../graphql/fields.ts";
import { KindCount, kindCounts } from "./facets.ts";

builder.objectField(District, "siteCounts", (t) =>
  t.field({
    type: [KindCount],
    description: "How many sites of each kind are in it.",
    ...value((row) => kindCounts(sql`s.district_code = ${row}.code`)),
  }),
);

builder.objectField(FunctionalArea, "siteCounts", (t) =>
  t.field({
    type: [KindCount],
    description: "How many sites of each kind are in it.",
    ...value((row) => kindCounts(sql`s.functional_area_id = ${row}.id`)),
  }),
);
