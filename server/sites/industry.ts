import { sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { columnFields, modelDescription, type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { rowsOf } from "../graphql/paging.ts";

export const ServiceSector = builder.objectRef<Row>("ServiceSector");
ServiceSector.implement({
  ...modelDescription("ServiceSector"),
  fields: (t) => columnFields(t, "ServiceSector", "code", "nameZh", "nameEn", "digitallyDeliverable", "knowledgeIntensive"),
});

export const Industry = builder.objectRef<Row>("Industry");
Industry.implement({
  ...modelDescription("Industry"),
  fields: (t) => ({
    slug: t.string({ description: "Stable, unique identifier.", ...valueBySql((row) => sql`${row}.id`) }),
    ...columnFields(t, "Industry", "nameZh", "nameEn", "aliases"),
    sector: t.field({
      type: ServiceSector,
      nullable: true,
      description: "The service sector it belongs to (EBOPS 2010).",
      ...readBySql({ singleRow: (row, child) => sql`FROM service_sector ${child} WHERE ${child}.code = ${row}.sector_code` }),
    }),
  }),
});

builder.queryFields((t) => ({
  serviceSectors: t.field({
    type: [ServiceSector],
    description: "The twelve service sectors of EBOPS 2010.",
    complexity: { field: 1, multiplier: 12 },
    resolve: (_root, _args, { database }, info) => rowsOf(database, info, sql`FROM service_sector row0 ORDER BY row0.code`),
  }),
  industries: t.field({
    type: [Industry],
    description: "The industries of sites.",
    complexity: { field: 1, multiplier: 150 },
    resolve: (_root, _args, { database }, info) => rowsOf(database, info, sql`FROM industry row0 ORDER BY row0.id LIMIT 500`),
  }),
}));
