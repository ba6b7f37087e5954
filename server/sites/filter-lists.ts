// The parts of the site filter that are lists of choices: its name in each interface, what it may hold, and
// the SQL it becomes. GraphQL's input, the address parameters, the checks and the statement are all made of this table.
import { identifier, raw, type Sql, sql } from "../database/sql.ts";
import type { enums } from "../generated/model.ts";

interface ListPart {
  /** Its name in an address. */
  address: string;
  description: string;
  /** The closed list it chooses from, or the table and key of an open one. */
  from: { readonly enum: keyof typeof enums } | { readonly table: string; readonly key: string };
  /** Holds for rows of `site` under the alias `row` that have one of the values. */
  holds: (row: Sql, values: readonly string[]) => Sql;
}

type EnumName = keyof typeof enums;

// site_kind for SiteKind: the database's types are named after the model's.
const typeOf = (name: EnumName): Sql => raw(name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase());

const choice = (address: string, name: EnumName, column: string, description: string): ListPart => ({
  address,
  description,
  from: { enum: name },
  holds: (row, values) => sql`${row}.${identifier(column)} = ANY(${values}::${typeOf(name)}[])`,
});

// What only one kind of site has: sites of other kinds never hold it.
const ofKind = (address: string, name: EnumName, table: string, column: string, description: string): ListPart => ({
  address,
  description,
  from: { enum: name },
  holds: (row, values) => sql`EXISTS (SELECT FROM ${identifier(table)} own
    WHERE own.site_id = ${row}.id AND own.${identifier(column)} = ANY(${values}::${typeOf(name)}[]))`,
});

export const listParts = {
  kinds: choice("kinds", "SiteKind", "kind", "Kinds of site."),
  districts: {
    address: "districts",
    description: "Districts, by GB/T 2260 code.",
    from: { table: "district", key: "code" },
    holds: (row, values) => sql`${row}.district_code = ANY(${values})`,
  },
  functionalAreas: {
    address: "areas",
    description: "Functional areas, by slug.",
    from: { table: "functional_area", key: "id" },
    holds: (row, values) => sql`${row}.functional_area_id = ANY(${values})`,
  },
  industries: {
    address: "industries",
    description: "Industries, by slug.",
    from: { table: "industry", key: "id" },
    holds: (row, values) =>
      sql`EXISTS (SELECT FROM site_industry link WHERE link.site_id = ${row}.id AND link.industry_id = ANY(${values}))`,
  },
  statuses: choice("statuses", "SiteStatus", "status", "How far it has come."),
  confidences: choice("confidences", "Confidence", "confidence", "How sure its identity, status and approval are."),
  themes: ofKind("themes", "ParkTheme", "service_trade_park", "theme", "What a service-trade park is about."),
  designations: ofKind(
    "designations",
    "ParkDesignation",
    "service_trade_park",
    "designation",
    "What a service-trade park has been designated as.",
  ),
  fields: ofKind("fields", "ExportField", "export_base", "field", "The field of a national export base."),
  holderKinds: ofKind("holders", "HolderKind", "export_base", "holder_kind", "Who holds a national export base."),
  hubLevels: ofKind(
    "levels",
    "HubLevel",
    "logistics_hub",
    "level",
    "National logistics hubs, or the infrastructure behind them.",
  ),
  hubTypes: ofKind("hubTypes", "HubType", "logistics_hub", "hub_type", "The type of a national logistics hub."),
  facilities: ofKind("facilities", "HubFacility", "logistics_hub", "facility", "What a piece of logistics infrastructure is."),
} as const satisfies Record<string, ListPart>;

export type ListName = keyof typeof listParts;
export const listNames = Object.keys(listParts) as ListName[];
