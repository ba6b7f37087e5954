import { sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { columnFields, enumOf, modelDescription, type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { rowsOf } from "../graphql/paging.ts";
import { Source } from "./source.ts";

export const DataNote = builder.objectRef<Row>("DataNote");
DataNote.implement({
  ...modelDescription("DataNote"),
  fields: (t) => ({
    slug: t.string({ description: "Short name, stable and unique.", ...valueBySql((row) => sql`${row}.id`) }),
    ...columnFields(t, "DataNote", "kind", "topicZh", "topicEn", "detailZh", "detailEn"),
    sources: t.field({
      type: [Source],
      description: "The sources it is about.",
      ...readBySql({
        rows: (row, child) =>
          sql`FROM data_note_source link JOIN source ${child} ON ${child}.id = link.source_id WHERE link.note_id = ${row}.id ORDER BY ${child}.id`,
      }),
    }),
  }),
});

builder.queryField("dataNotes", (t) =>
  t.field({
    type: [DataNote],
    description: "Notes on disagreements between sources and on missing data.",
    args: { kind: t.arg({ type: enumOf("DataNoteKind") }) },
    complexity: { field: 1, multiplier: 50 },
    resolve: (_root, { kind }, { database }, info) =>
      rowsOf(
        database,
        info,
        sql`FROM data_note row0 WHERE ${kind ?? null}::data_note_kind IS NULL OR row0.kind = ${kind ?? null}::data_note_kind ORDER BY row0.kind, row0.id`,
      ),
  }),
);
