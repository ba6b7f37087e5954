// The parts of the site filter that are lists of values.

import type * as enumValues from "../generated/values.ts";
import {
  Confidence,
  ExportField,
  HolderKind,
  HubFacility,
  HubLevel,
  HubType,
  ParkDesignation,
  ParkTheme,
  SiteKind,
  SiteStatus,
} from "../generated/values.ts";
import { DISTRICT_CODE } from "./city.ts";

type EnumName = keyof typeof enumValues;

interface OpenList {
  /** Its parameter in an address. */
  parameter: string;
  /** The form of an entry. Only the database can check whether it exists. */
  pattern: RegExp;
}

interface ClosedList<Name extends EnumName> {
  parameter: string;
  /** The enum of the model with its values. */
  enum: Name;
  values: (typeof enumValues)[Name];
}

/** The form of slugs in the data. */
export const SLUG_PATTERN = /^[a-z0-9][a-z0-9_-]{0,79}$/;

const open = (parameter: string, pattern = SLUG_PATTERN): OpenList => ({ parameter, pattern });
const closed = <const Name extends EnumName>(
  parameter: string,
  name: Name,
  values: (typeof enumValues)[Name],
): ClosedList<Name> => ({
  parameter,
  enum: name,
  values,
});

/** The lists by their names in GraphQL. */
export const filterLists = {
  kinds: closed("kinds", "SiteKind", SiteKind),
  districts: open("districts", DISTRICT_CODE),
  functionalAreas: open("areas"),
  industries: open("industries"),
  statuses: closed("statuses", "SiteStatus", SiteStatus),
  // The confidence in the site's identity, status and approval; how exact its location is, its accuracy says.
  confidences: closed("confidences", "Confidence", Confidence),
  themes: closed("themes", "ParkTheme", ParkTheme),
  designations: closed("designations", "ParkDesignation", ParkDesignation),
  /** The fields of service exports that national export bases specialise in. */
  fields: closed("fields", "ExportField", ExportField),
  /** The kinds of holder of a national export base's designation. */
  designationHolderKinds: closed("holders", "HolderKind", HolderKind),
  hubLevels: closed("levels", "HubLevel", HubLevel),
  hubTypes: closed("hubTypes", "HubType", HubType),
  facilities: closed("facilities", "HubFacility", HubFacility),
} as const satisfies Record<string, OpenList | ClosedList<EnumName>>;

export type ListName = keyof typeof filterLists;
export const listNames = Object.keys(filterLists) as ListName[];

type Entry<List> = List extends { values: readonly (infer Value)[] } ? Value : string;
/** The type of a list's entries: the values of its enum, or string. */
export type ListEntry<Name extends ListName> = Entry<(typeof filterLists)[Name]>;

/** The lists whose entries are values of an enum. */
export type ClosedListName = {
  [Name in ListName]: (typeof filterLists)[Name] extends { enum: EnumName } ? Name : never;
}[ListName];
