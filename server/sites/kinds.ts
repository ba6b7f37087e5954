// What sets each kind of site apart. A new kind is one more type here, one more table, and one more enum value.
import type { FieldNullability } from "@pothos/core";
import { builder } from "../core/builder.ts";
import { described, enumOf, type Model, type Row, value } from "../core/fields.ts";
import { Node } from "../core/node.ts";
import { raw, sql } from "../core/sql.ts";
import { enums, tables } from "../generated/model.ts";
import { Site } from "./site.ts";

interface ColumnInfo {
  column: string;
  type: string;
  required: boolean;
  description?: string;
}

// The kind's own columns stand in the kind's own table, one row for each site.
function kindOfSite(model: Model & ("ServiceTradePark" | "ExportBase" | "BondedZone" | "LogisticsHub")): void {
  const { table, columns } = tables[model];
  const own = Object.entries(columns as Record<string, ColumnInfo>).filter(([name]) => name !== "siteId");
  builder.objectRef<Row>(model).implement({
    ...described(model),
    interfaces: [Node, Site],
    fields: (t) =>
      Object.fromEntries(
        own.map(([name, { column, type, required, description }]) => {
          const { extensions, resolve } = value(
            (row) => sql`(SELECT own.${raw(column)} FROM ${raw(table)} own WHERE own.site_id = ${row}.id)`,
          );
          const graphql = type in enums ? enumOf(type as keyof typeof enums) : ("String" as const);
          return [
            name,
            t.field({
              type: graphql,
              nullable: !required as FieldNullability<[unknown]>,
              description,
              extensions,
              resolve,
            } as never),
          ];
        }),
      ),
  });
}

kindOfSite("ServiceTradePark");
kindOfSite("ExportBase");
kindOfSite("BondedZone");
kindOfSite("LogisticsHub");
