import { sql } from "../database/sql.ts";
import { builder, type SchemaTypes } from "../graphql/builder.ts";
import { enumOf, type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { Observation } from "../indicators/observation.ts";

// The counts of a row, a column and the whole table.
export const tallyFields = (t: PothosSchemaTypes.FieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, Row>) => ({
  possible: t.int({
    description: "Number of possible figures: each subject by each indicator that applies to it.",
    ...valueBySql((row) => sql`${row}.possible`),
  }),
  filled: t.int({ description: "Number of them that are available.", ...valueBySql((row) => sql`${row}.filled`) }),
  share: t.float({
    nullable: true,
    description: "The same as a share, from 0 to 1; empty if no indicator applies.",
    ...valueBySql((row) => sql`${row}.filled::float8 / nullif(${row}.possible, 0)`),
  }),
  medianAgeDays: t.float({
    nullable: true,
    description: "Median age of the newest figures in days; empty if none is dated.",
    ...valueBySql((row) => sql`${row}.median_age`),
  }),
  newestYear: t.int({
    nullable: true,
    description: "Year in which the newest period ends; empty if none is dated.",
    ...valueBySql((row) => sql`${row}.newest_year`),
  }),
});

export const CompletenessCell = builder.objectRef<Row>("CompletenessCell");
CompletenessCell.implement({
  description: "Data available for one indicator and one subject. Expected figures and targets do not count.",
  fields: (t) => ({
    isApplicable: t.boolean({
      description: "Whether the indicator applies to the subject; if not, an empty cell is not a gap.",
      ...valueBySql((row) => sql`${row}.is_applicable`),
    }),
    figures: t.int({
      description: "Number of current figures, over all periods and sources.",
      ...valueBySql((row) => sql`${row}.figures`),
    }),
    expectations: t.int({
      description: "Number of figures that were published as expected only.",
      ...valueBySql((row) => sql`${row}.expectations`),
    }),
    year: t.int({
      nullable: true,
      description: "Year in which the newest period ends; empty if there is no dated figure.",
      ...valueBySql((row) => sql`${row}.year`),
    }),
    periodEnd: t.field({
      type: "Date",
      nullable: true,
      description: "Last day of the newest period.",
      ...valueBySql((row) => sql`${row}.period_end`),
    }),
    ageDays: t.int({
      nullable: true,
      description: "Days since then, as of the requested day (UTC); 0 if the period had not ended.",
      ...valueBySql((row) => sql`${row}.age`),
    }),
    status: t.field({
      type: enumOf("ObservationStatus"),
      nullable: true,
      description: "How final the newest figure is.",
      ...valueBySql((row) => sql`${row}.status`),
    }),
    conflicting: t.boolean({
      description: "Whether sources disagree on the newest period.",
      ...valueBySql((row) => sql`coalesce(${row}.conflicting, false)`),
    }),
    figure: t.field({
      type: Observation,
      nullable: true,
      description: "The preferred figure of the newest period, with its publishers.",
      ...readBySql({ singleRow: (row, child) => sql`FROM observation ${child} WHERE ${child}.id = ${row}.id` }),
    }),
  }),
});
