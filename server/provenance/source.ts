import { sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { columnFields, idField, modelDescription, type Row, valueBySql } from "../graphql/fields.ts";
import { Node, registerNode } from "../graphql/node.ts";
import { pageComplexity, readPage } from "../graphql/paging.ts";

export const Source = builder.objectRef<Row>("Source");
Source.implement({
  ...modelDescription("Source"),
  interfaces: [Node],
  fields: (t) => ({
    id: idField(t, (row) => sql`${row}.id`),
    slug: t.string({ description: "Short name, stable and unique.", ...valueBySql((row) => sql`${row}.id`) }),
    ...columnFields(
      t,
      "Source",
      "publisherZh",
      "publisherEn",
      "titleZh",
      "titleEn",
      "publishedOn",
      "url",
      "access",
      "publisherKind",
      "noteZh",
      "noteEn",
    ),
  }),
});
registerNode("Source", (row, key) => sql`FROM source ${row} WHERE ${row}.id = ${key}`);

builder.queryField("sources", (t) =>
  t.connection({
    type: Source,
    description: "The publications from which the facts are taken, by slug.",
    complexity: pageComplexity,
    resolve: (_root, args, { database }, info) =>
      readPage(database, info, args, {
        from: sql`FROM source row0 WHERE true`,
        order: { name: "SLUG", by: sql`row0.id`, descending: false },
        key: sql`row0.id`,
      }),
  }),
);
