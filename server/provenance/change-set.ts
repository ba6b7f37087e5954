import { type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { columns, described, type Row, value } from "../graphql/fields.ts";
import { page, pageComplexity } from "../graphql/paging.ts";

const ChangeSet = builder.objectRef<Row>("ChangeSet");
ChangeSet.implement({
  ...described("ChangeSet"),
  fields: (t) => ({
    number: t.int({
      description: "Its number, which is the data version that it made.",
      ...value((row) => sql`${row}.id`),
    }),
    ...columns(t, "ChangeSet", "origin", "author", "reason", "createdAt"),
    added: t.int({
      description: "How many figures it brought.",
      ...value((row) => sql`(SELECT count(*) FROM observation o WHERE o.change_set_id = ${row}.id)`),
    }),
    superseded: t.int({
      description: "How many figures it took the place of, or took away. They can still be asked for: as of a moment before it.",
      ...value(
        (row) => sql`(SELECT count(*) FROM observation o WHERE o.superseded_at >= ${row}.created_at AND ${beforeNext(row)})`,
      ),
    }),
  }),
});

// Until the next change: what a change takes away goes at its own moment, in older databases a little later.
const beforeNext = (row: Sql): Sql =>
  sql`o.superseded_at < coalesce((SELECT n.created_at FROM change_set n WHERE n.id > ${row}.id ORDER BY n.id LIMIT 1), 'infinity')`;

builder.queryField("changeSets", (t) =>
  t.connection({
    type: ChangeSet,
    description: "The changes that have been published, newest first: each is a moment that figures can be asked for as of.",
    complexity: pageComplexity,
    resolve: (_root, args, { database }, info) =>
      page(database, info, args, {
        from: sql`FROM change_set t0 WHERE true`,
        order: { name: "NUMBER", by: sql`t0.id`, descending: true },
        key: sql`t0.id`,
      }),
  }),
);
