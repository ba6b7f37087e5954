// The composition of a district's sites.

import { sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { enumOf, type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { ServiceSector } from "../sites/industry.ts";
import { IndexNotComputable } from "./cluster-statistics.ts";

export const KindPart = builder.objectRef<Row>("KindPart");
KindPart.implement({
  description: "The sites of one kind in a district, or in all districts.",
  fields: (t) => ({
    kind: t.field({ type: enumOf("SiteKind"), ...valueBySql((row) => sql`${row}.kind`) }),
    count: t.int({ description: "Number of sites that certainly lie there.", ...valueBySql((row) => sql`${row}.count`) }),
    countMax: t.int({ description: "Number of sites that may lie there.", ...valueBySql((row) => sql`${row}.count_max`) }),
    share: t.float({
      nullable: true,
      description: "Lower bound of its share of the sites there, from 0 to 1; empty if there are none.",
      ...valueBySql((row) => sql`${row}.share`),
    }),
    shareMax: t.float({
      nullable: true,
      description: "Upper bound of the share: if all sites of the kind that may lie there do, and no others.",
      ...valueBySql((row) => sql`${row}.share_max`),
    }),
    locationQuotient: t.float({
      nullable: true,
      description:
        "Lower bound of that share divided by the kind's share in the city; above 1 the district specialises in the kind.",
      ...valueBySql((row) => sql`${row}.quotient`),
    }),
    locationQuotientMax: t.float({
      nullable: true,
      description: "Upper bound of the same.",
      ...valueBySql((row) => sql`${row}.quotient_max`),
    }),
    notComputable: t.field({
      type: IndexNotComputable,
      nullable: true,
      description: "Why there is no location quotient.",
      ...valueBySql((row) => sql`${row}.reason`),
    }),
  }),
});

export const ThemePart = builder.objectRef<Row>("ThemePart");
ThemePart.implement({
  description: "The parks of one theme.",
  fields: (t) => ({
    theme: t.field({ type: enumOf("ParkTheme"), ...valueBySql((row) => sql`${row}.theme`) }),
    count: t.int({ description: "Number of parks.", ...valueBySql((row) => sql`${row}.count`) }),
    share: t.float({
      description: "Share of the parks there, from 0 to 1.",
      ...valueBySql((row) => sql`(${row}.count / sum(${row}.count) OVER ())::float8`),
    }),
  }),
});

export const SectorPart = builder.objectRef<Row>("SectorPart");
SectorPart.implement({
  description: "The sites of one service sector. A site whose industries are of several sectors counts in each.",
  fields: (t) => ({
    sector: t.field({
      type: ServiceSector,
      description: "The sector (EBOPS 2010).",
      ...readBySql({ singleRow: (row, child) => sql`FROM service_sector ${child} WHERE ${child}.code = ${row}.sector_code` }),
    }),
    count: t.int({ description: "Number of sites.", ...valueBySql((row) => sql`${row}.count`) }),
    share: t.float({
      description: "Share of all sites there, from 0 to 1. Adds up to more than 1 where sites belong to several sectors.",
      ...valueBySql((row) => sql`${row}.share`),
    }),
  }),
});
