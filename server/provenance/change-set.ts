import { type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { columnFields, modelDescription, type Row, valueBySql } from "../graphql/fields.ts";
import { pageComplexity, readPage } from "../graphql/paging.ts";

const ChangeSet = builder.objectRef<Row>("ChangeSet");
ChangeSet.implement({
  ...modelDescription("ChangeSet"),
  fields: (t) => ({
    number: t.int({
      description: "Its number, which is also the data version it created.",
      ...valueBySql((row) => sql`${row}.id`),
    }),
    ...columnFields(t, "ChangeSet", "origin", "author", "reason", "createdAt"),
    added: t.int({
      description: "Number of figures added.",
      ...valueBySql((row) => sql`(SELECT count(*) FROM observation WHERE observation.change_set_id = ${row}.id)`),
    }),
    superseded: t.int({
      description: "Number of figures replaced or removed. They remain available as of any earlier moment.",
      ...valueBySql(
        (row) =>
          sql`(SELECT count(*) FROM observation WHERE observation.superseded_at >= ${row}.created_at AND ${beforeNextChange(row)})`,
      ),
    }),
  }),
});

// Up to the next change: removals happen at the moment of the change itself, in older databases slightly later.
const beforeNextChange = (row: Sql): Sql =>
  sql`observation.superseded_at < coalesce((SELECT next_change.created_at FROM change_set next_change
    WHERE next_change.id > ${row}.id ORDER BY next_change.id LIMIT 1), 'infinity')`;

builder.queryField("changeSets", (t) =>
  t.connection({
    type: ChangeSet,
    description: "Published changes, newest first. Each is a moment for which figures can be requested (`asOf`).",
    complexity: pageComplexity,
    resolve: (_root, args, { database }, info) =>
      readPage(database, info, args, {
        from: sql`FROM change_set row0 WHERE true`,
        order: { name: "NUMBER", by: sql`row0.id`, descending: true },
        key: sql`row0.id`,
      }),
  }),
);
