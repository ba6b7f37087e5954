// The lists of the site filter (server/contract/filter-lists.ts): their descriptions in the API, the tables with the entries of open
// lists, and their SQL. The GraphQL input, the checks and the statement are derived from this table.

import { type ClosedListName, filterLists, type ListName } from "../contract/filter-lists.ts";
import { identifier, raw, type Sql, sql } from "../database/sql.ts";
import { enums } from "../generated/model.ts";

interface ListPart {
  description: string;
  /** The table and key of an open list's entries. */
  from?: { readonly table: string; readonly key: string };
  /** The condition that a row of `site` has one of the values. */
  condition: (row: Sql, values: readonly string[]) => Sql;
}

type ClosedListDefinition = (typeof filterLists)[ClosedListName];

const typeOf = (list: ClosedListDefinition): Sql => raw(enums[list.enum].type);

const siteColumn = (list: ClosedListDefinition, column: string, description: string): ListPart => ({
  description,
  condition: (row, values) => sql`${row}.${identifier(column)} = ANY(${values}::${typeOf(list)}[])`,
});

// A property of one kind of site: sites of other kinds never meet the condition.
const kindColumn = (list: ClosedListDefinition, table: string, column: string, description: string): ListPart => ({
  description,
  condition: (row, values) => sql`EXISTS (SELECT FROM ${identifier(table)} detail
    WHERE detail.site_id = ${row}.id AND detail.${identifier(column)} = ANY(${values}::${typeOf(list)}[]))`,
});

export const listParts: Record<ListName, ListPart> = {
  kinds: siteColumn(filterLists.kinds, "kind", "Kinds of site."),
  districts: {
    description: "Districts, by GB/T 2260 code.",
    from: { table: "district", key: "code" },
    condition: (row, values) => sql`${row}.district_code = ANY(${values})`,
  },
  functionalAreas: {
    description: "Functional areas, by slug.",
    from: { table: "functional_area", key: "id" },
    condition: (row, values) => sql`${row}.functional_area_id = ANY(${values})`,
  },
  industries: {
    description: "Industries, by slug.",
    from: { table: "industry", key: "id" },
    condition: (row, values) =>
      sql`EXISTS (SELECT FROM site_industry link WHERE link.site_id = ${row}.id AND link.industry_id = ANY(${values}))`,
  },
  statuses: siteColumn(filterLists.statuses, "status", "Stages of development."),
  confidences: siteColumn(filterLists.confidences, "confidence", "Reliability of identity, status and approval."),
  themes: kindColumn(filterLists.themes, "service_trade_park", "theme", "Themes of service-trade parks."),
  designations: kindColumn(filterLists.designations, "service_trade_park", "designation", "Designations of service-trade parks."),
  fields: kindColumn(filterLists.fields, "export_base", "field", "Fields of national export bases."),
  designationHolderKinds: kindColumn(
    filterLists.designationHolderKinds,
    "export_base",
    "holder_kind",
    "Kinds of holder of national export bases.",
  ),
  hubLevels: kindColumn(
    filterLists.hubLevels,
    "logistics_hub",
    "level",
    "National logistics hubs, or infrastructure that belongs to them.",
  ),
  hubTypes: kindColumn(filterLists.hubTypes, "logistics_hub", "hub_type", "Types of national logistics hub."),
  facilities: kindColumn(filterLists.facilities, "logistics_hub", "facility", "Kinds of logistics infrastructure."),
};
