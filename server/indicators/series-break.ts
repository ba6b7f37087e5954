// Breaks in series in the API: at the indicator, at the note that describes them, and at every figure after one.
import { sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { modelDescription, type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { DataNote } from "../provenance/data-note.ts";
import { breaksBefore } from "./comparable-since.ts";
import { Indicator } from "./indicator.ts";
import { Observation, Subject, subjectOptions } from "./observation.ts";

const SeriesBreak = builder.objectRef<Row>("SeriesBreak");
SeriesBreak.implement({
  ...modelDescription("SeriesBreak"),
  fields: (t) => ({
    startsOn: t.field({
      type: "Date",
      description:
        "First day of the first period on the new basis. A figure of a period that ends earlier is not comparable with a later one.",
      ...valueBySql((row) => sql`${row}.starts_on`),
    }),
    indicator: t.field({
      type: Indicator,
      description: "The indicator.",
      ...readBySql({ singleRow: (row, child) => sql`FROM indicator ${child} WHERE ${child}.id = ${row}.indicator_id` }),
    }),
    subject: t.field({ type: Subject, description: "The subject whose series it breaks.", ...subjectOptions }),
    note: t.field({
      type: DataNote,
      description: "The note that explains it, with its sources.",
      ...readBySql({ singleRow: (row, child) => sql`FROM data_note ${child} WHERE ${child}.id = ${row}.note_id` }),
    }),
  }),
});

const MAX_BREAKS = 100;

builder.objectField(Indicator, "seriesBreaks", (t) =>
  t.field({
    type: [SeriesBreak],
    description: "The breaks in its series: growth is not computed across a break, and lines are interrupted there.",
    ...readBySql({
      rows: (row, child) => sql`FROM series_break ${child} WHERE ${child}.indicator_id = ${row}.id
        ORDER BY ${child}.starts_on, ${child}.note_id, ${child}.position LIMIT ${MAX_BREAKS}`,
    }),
  }),
);

builder.objectField(DataNote, "seriesBreaks", (t) =>
  t.field({
    type: [SeriesBreak],
    description: "The breaks in series that it explains.",
    ...readBySql({
      rows: (row, child) =>
        sql`FROM series_break ${child} WHERE ${child}.note_id = ${row}.id ORDER BY ${child}.position LIMIT ${MAX_BREAKS}`,
    }),
  }),
);

builder.objectField(Observation, "seriesBreak", (t) =>
  t.field({
    type: SeriesBreak,
    nullable: true,
    description:
      "The latest break in its series up to its period. Two figures of a series are comparable if it is the same for both, or empty for both.",
    ...readBySql({ singleRow: (row, child) => sql`${breaksBefore(row, child)} ORDER BY ${child}.starts_on DESC LIMIT 1` }),
  }),
);
