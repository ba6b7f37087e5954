import { sql } from "../database/sql.ts";
import { builder, type Types } from "../graphql/builder.ts";
import { enumOf, type Row, reads, value } from "../graphql/fields.ts";
import { Observation } from "../indicators/observation.ts";

// What a row, a column and the whole are counted by.
export const tallied = (t: PothosSchemaTypes.FieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<Types>, Row>) => ({
  possible: t.int({
    description: "How many figures there could be: each subject by each indicator that fits it.",
    ...value((row) => sql`${row}.possible`),
  }),
  filled: t.int({ description: "For how many of these there is one.", ...value((row) => sql`${row}.filled`) }),
  share: t.float({
    nullable: true,
    description: "The same as a share, from 0 to 1; empty where nothing fits.",
    ...value((row) => sql`${row}.filled::float8 / nullif(${row}.possible, 0)`),
  }),
  medianAgeDays: t.float({
    nullable: true,
    description: "Median age of the newest figures in days; empty where none is dated.",
    ...value((row) => sql`${row}.median_age`),
  }),
  newestYear: t.int({
    nullable: true,
    description: "Year in which the newest period ends; empty where none is dated.",
    ...value((row) => sql`${row}.newest_year`),
  }),
});

export const CompletenessCell = builder.objectRef<Row>("CompletenessCell");
CompletenessCell.implement({
  description: "What is known of one indicator at one subject. Expectations and goals fill no cell.",
  fields: (t) => ({
    fits: t.boolean({
      description: "Whether the subject can be measured by the indicator; where it cannot, an empty cell is no gap.",
      ...value((row) => sql`${row}.applies`),
    }),
    figures: t.int({
      description: "How many figures stand, of all periods and sources.",
      ...value((row) => sql`${row}.figures`),
    }),
    expectations: t.int({
      description: "How many figures were only expected when they were written.",
      ...value((row) => sql`${row}.expectations`),
    }),
    year: t.int({
      nullable: true,
      description: "Year in which the newest period ends; empty where there is no figure or none is dated.",
      ...value((row) => sql`${row}.year`),
    }),
    periodEnd: t.field({
      type: "Date",
      nullable: true,
      description: "Last day of the newest period.",
      ...value((row) => sql`${row}.period_end`),
    }),
    ageDays: t.int({
      nullable: true,
      description: "Days since then, on the day asked for (UTC); 0 where the period had not ended.",
      ...value((row) => sql`${row}.age`),
    }),
    status: t.field({
      type: enumOf("ObservationStatus"),
      nullable: true,
      description: "How final the newest figure is.",
      ...value((row) => sql`${row}.status`),
    }),
    conflicting: t.boolean({
      description: "Whether another source says otherwise of the newest period.",
      ...value((row) => sql`coalesce(${row}.conflicting, false)`),
    }),
    figure: t.field({
      type: Observation,
      nullable: true,
      description: "The figure that stands for the newest period, with its publishers.",
      ...reads({ one: (row, child) => sql`FROM observation ${child} WHERE ${child}.id = ${row}.id` }),
    }),
  }),
});
