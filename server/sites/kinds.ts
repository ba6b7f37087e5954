// The GraphQL types of the kinds of site, with the columns of each kind's own table, which server/contract/kinds.ts names.
import { kinds, siteKinds } from "../contract/kinds.ts";
import { identifier, type Sql, sql } from "../database/sql.ts";
import { tables } from "../generated/model.ts";
import { builder } from "../graphql/builder.ts";
import { type ColumnInfo, columnField, modelDescription, type Row } from "../graphql/fields.ts";
import { Node } from "../graphql/node.ts";
import { Site } from "./site.ts";

// The table of a kind has one row for each site of that kind.
for (const kind of siteKinds) {
  const model = kinds[kind].type;
  const { table, columns } = tables[model];
  const kindColumns = Object.entries(columns as Record<string, ColumnInfo>).filter(([name]) => name !== "siteId");
  const kindColumnOf = (row: Sql, name: Sql): Sql =>
    sql`(SELECT detail.${name} FROM ${identifier(table)} detail WHERE detail.site_id = ${row}.id)`;
  builder.objectRef<Row>(model).implement({
    ...modelDescription(model),
    interfaces: [Node, Site],
    fields: (t) => Object.fromEntries(kindColumns.map(([name, column]) => [name, columnField(t, column, kindColumnOf)])),
  });
}
