// Sites add their counts to the types of the earlier slice.
import { builder } from "../core/builder.ts";
import { value } from "../core/fields.ts";
import { sql } from "../core/sql.ts";
import { District } from "../districts/district.ts";
import { FunctionalArea } from "../districts/functional-area.ts";
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
