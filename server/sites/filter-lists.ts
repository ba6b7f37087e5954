// The lists of choices in the site filter (server/contract/filter-lists.ts): what each means to readers of the API, where the entries
// of an open one stand, and the SQL it becomes. GraphQL's input, the checks and the statement are made of this table.

import { type ClosedListName, filterLists, type ListName } from "../contract/filter-lists.ts";
import { identifier, raw, type Sql, sql } from "../database/sql.ts";
import { enums } from "../generated/model.ts";

interface ListPart {
  description: string;
  /** The table and key of an open list's entries. */
  from?: { readonly table: string; readonly key: string };
  /** Holds for rows of `site` under the alias `row` that have one of the values. */
  holds: (row: Sql, values: readonly string[]) => Sql;
}

type Closed = (typeof filterLists)[ClosedListName];

const typeOf = (list: Closed): Sql => raw(enums[list.enum].type);

const choice = (list: Closed, column: string, description: string): ListPart => ({
  description,
  holds: (row, values) => sql`${row}.${identifier(column)} = ANY(${values}::${typeOf(list)}[])`,
});

// What only one kind of site has: sites of other kinds never hold it.
const ofKind = (list: Closed, table: string, column: string, description: string): ListPart => ({
  description,
  holds: (row, values) => sql`EXISTS (SELECT FROM ${identifier(table)} own
    WHERE own.site_id = ${row}.id AND own.${identifier(column)} = ANY(${values}::${typeOf(list)}[]))`,
});

export const listParts: Record<ListName, ListPart> = {
  kinds: choice(filterLists.kinds, "kind", "Kinds of site."),
  districts: {
    description: "Districts, by GB/T 2260 code.",
    from: { table: "district", key: "code" },
    holds: (row, values) => sql`${row}.district_code = ANY(${values})`,
  },
  functionalAreas: {
    description: "Functional areas, by slug.",
    from: { table: "functional_area", key: "id" },
    holds: (row, values) => sql`${row}.functional_area_id = ANY(${values})`,
  },
  industries: {
    description: "Industries, by slug.",
    from: { table: "industry", key: "id" },
    holds: (row, values) =>
      sql`EXISTS (SELECT FROM site_industry link WHERE link.site_id = ${row}.id AND link.industry_id = ANY(${values}))`,
  },
  statuses: choice(filterLists.statuses, "status", "How far it has come."),
  confidences: choice(filterLists.confidences, "confidence", "How sure its identity, status and approval are."),
  themes: ofKind(filterLists.themes, "service_trade_park", "theme", "What a service-trade park is about."),
  designations: ofKind(
    filterLists.designations,
    "service_trade_park",
    "designation",
    "What a service-trade park has been designated as.",
  ),
  fields: ofKind(filterLists.fields, "export_base", "field", "The field of a national export base."),
  holderKinds: ofKind(filterLists.holderKinds, "export_base", "holder_kind", "Who holds a national export base."),
  hubLevels: ofKind(
    filterLists.hubLevels,
    "logistics_hub",
    "level",
    "National logistics hubs, or the infrastructure behind them.",
  ),
  hubTypes: ofKind(filterLists.hubTypes, "logistics_hub", "hub_type", "The type of a national logistics hub."),
  facilities: ofKind(filterLists.facilities, "logistics_hub", "facility", "What a piece of logistics infrastructure is."),
};
