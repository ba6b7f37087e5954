// What sets each kind of site apart. A new kind is one more type here, one more table, and one more enum value.

import { identifier, type Sql, sql } from "../database/sql.ts";
import { tables } from "../generated/model.ts";
import { builder } from "../graphql/builder.ts";
import { type ColumnInfo, columnField, described, type Row } from "../graphql/fields.ts";
import { Node } from "../graphql/node.ts";
import { Site } from "./site.ts";

// The kind's own columns stand in the kind's own table, one row for each site.
function kindOfSite(model: "ServiceTradePark" | "ExportBase" | "BondedZone" | "LogisticsHub"): void {
  const { table, columns } = tables[model];
  const own = Object.entries(columns as Record<string, ColumnInfo>).filter(([name]) => name !== "siteId");
  const place = (row: Sql, name: Sql): Sql =>
    sql`(SELECT own.${name} FROM ${identifier(table)} own WHERE own.site_id = ${row}.id)`;
  builder.objectRef<Row>(model).implement({
    ...described(model),
    interfaces: [Node, Site],
    fields: (t) => Object.fromEntries(own.map(([name, column]) => [name, columnField(t, column, place)])),
  });
}

kindOfSite("ServiceTradePark");
kindOfSite("ExportBase");
kindOfSite("BondedZone");
kindOfSite("LogisticsHub");
